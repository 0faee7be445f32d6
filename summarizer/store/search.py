"""Full text over parties, positions, quotes and figures: FTS5 in SQLite, tsvector in PostgreSQL."""

import json
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from summarizer.store import involved, naming, selecting
from summarizer.store.full_text import VECTOR, WORDS, tsquery
from summarizer.store.records import Hit, Kind, Selection
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, items, recipes, summaries
from summarizer.store.wanted import counted_once
from summarizer.text.fold import for_fts5, for_tsquery, terms


def search(
    connection: Connection, question: str, *, kinds: tuple[Kind, ...], selection: Selection, limit: int | None
) -> list[Hit]:
    """The items of the selected summaries that hold what is asked for, the best first.

    Each article counts once, by the newest of these summaries.

    Raises:
        UsageError: if nothing is asked for.
    """
    found = _found(connection, question, kinds, selection).limit(limit).subquery()
    wanted = (
        select(
            items.c.key, summaries.c.id, items.c.kind, items.c.item, items.c.text, *naming.COLUMNS,
            articles.c.id.label("article"), articles.c.published,
            case((items.c.kind == "quote", summaries.c.json)).label("json"),
        )
        .select_from(found).join(items, items.c.key == found.c.key).join(summaries).join(articles)
        .order_by(found.c.rank, items.c.key.desc())
    )  # fmt: skip
    rows = connection.execute(wanted).all()
    owners = involved.owners(connection, [row.key for row in rows])
    return [
        Hit(
            summary=row.id, kind=row.kind, item=row.item, parties=owners.get(row.key, ()), text=row.text,
            in_marks=_in_marks(row), title=row.title, name=naming.name(row, article=row.article),
            published=row.published,
        )
        for row in rows
    ]  # fmt: skip


def _in_marks(row: AnyRow) -> bool:
    if row.json is None or "no_quotation_marks" not in row.json:
        return True
    return not any(
        warning["code"] == "no_quotation_marks" and warning.get("item") == row.item
        for warning in json.loads(row.json)["warnings"]
    )


def _found(
    connection: Connection, question: str, kinds: tuple[Kind, ...], selection: Selection
) -> Select[Any]:
    """Keys and ranks of items, lowest first; as little else as can be, for there may be many to sort."""
    asked = terms(question)
    if connection.dialect.name == "sqlite":
        wanted = select(WORDS.c.rowid.label("key"), WORDS.c.rank)
        wanted = wanted.where(WORDS.c.item_words.op("MATCH")(for_fts5(asked)))
        wanted = wanted.order_by(WORDS.c.rank, WORDS.c.rowid.desc())
        wanted = wanted.join(items, items.c.key == WORDS.c.rowid)
    else:
        query = tsquery(for_tsquery(asked))
        rank = (-func.ts_rank(VECTOR, query)).label("rank")
        wanted = select(items.c.key, rank).where(VECTOR.op("@@", is_comparison=True)(query))
        wanted = wanted.order_by(rank, items.c.key.desc())
    if kinds:
        wanted = wanted.where(items.c.kind.in_(kinds))
    wanted = wanted.join(summaries, summaries.c.key == items.c.summary).where(*counted_once(selection.prompt))
    if selection != Selection():
        wanted = wanted.join(articles).join(recipes).where(*selecting.conditions(connection, selection))
    return wanted
