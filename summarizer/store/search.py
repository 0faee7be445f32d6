"""Full text over parties, positions, quotes and figures: FTS5 in SQLite, tsvector in PostgreSQL."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, select, table

from summarizer.store import involved, selecting
from summarizer.store.records import Hit, Kind, Selection
from summarizer.store.schema import articles, items, recipes, summaries
from summarizer.text.fold import for_fts5, for_tsquery, terms

_WORDS = table("item_words", column("rowid"), column("rank"), column("item_words"))
_VECTOR: ColumnElement[Any] = literal_column("items.vector")  # PostgreSQL alone has it


def search(
    connection: Connection, question: str, *, kinds: tuple[Kind, ...], selection: Selection, limit: int | None
) -> list[Hit]:
    """The items of the selected summaries that hold what is asked for, the best first.

    Raises:
        UsageError: if nothing is asked for.
    """
    found = _found(connection, question, kinds, selection).limit(limit).subquery()
    wanted = (
        select(
            items.c.key, summaries.c.id, items.c.kind, items.c.item, items.c.text, articles.c.title,
            articles.c.published,
        )
        .select_from(found).join(items, items.c.key == found.c.key).join(summaries).join(articles)
        .order_by(found.c.rank, items.c.key.desc())
    )  # fmt: skip
    rows = connection.execute(wanted).all()
    owners = involved.owners(connection, [row.key for row in rows])
    return [
        Hit(
            summary=row.id, kind=row.kind, item=row.item, parties=owners.get(row.key, ()), text=row.text,
            title=row.title, published=row.published,
        )
        for row in rows
    ]  # fmt: skip


def matching(connection: Connection, question: str, *, leads: bool = True) -> ColumnElement[bool]:
    """The condition that a row of `items` holds what is asked for.

    With `leads` the rows are found by it. Else others find them: SQLite would look up each of those with each
    that the words have, therefore the keys are hidden from its planner then.
    """
    asked = terms(question)
    if connection.dialect.name == "sqlite":
        found = select(_WORDS.c.rowid).where(_WORDS.c.item_words.op("MATCH")(for_fts5(asked)))
        return (items.c.key if leads else items.c.key + 0).in_(found)
    return _VECTOR.op("@@", is_comparison=True)(_tsquery(for_tsquery(asked)))


def _found(
    connection: Connection, question: str, kinds: tuple[Kind, ...], selection: Selection
) -> Select[Any]:
    """Keys and ranks of items, lowest first; as little else as can be, for there may be many to sort."""
    asked = terms(question)
    if connection.dialect.name == "sqlite":
        wanted = select(_WORDS.c.rowid.label("key"), _WORDS.c.rank)
        wanted = wanted.where(_WORDS.c.item_words.op("MATCH")(for_fts5(asked)))
        wanted = wanted.order_by(_WORDS.c.rank, _WORDS.c.rowid.desc())
        if kinds or selection != Selection():
            wanted = wanted.join(items, items.c.key == _WORDS.c.rowid)
    else:
        query = _tsquery(for_tsquery(asked))
        rank = (-func.ts_rank(_VECTOR, query)).label("rank")
        wanted = select(items.c.key, rank).where(_VECTOR.op("@@", is_comparison=True)(query))
        wanted = wanted.order_by(rank, items.c.key.desc())
    if kinds:
        wanted = wanted.where(items.c.kind.in_(kinds))
    if selection != Selection():  # else there is no need to: only current summaries have items
        wanted = wanted.join(summaries, summaries.c.key == items.c.summary).join(articles).join(recipes)
        wanted = wanted.where(*selecting.conditions(connection, selection))
    return wanted


def _tsquery(query: str) -> Any:
    return func.to_tsquery(literal_column("'simple'::regconfig"), query)
