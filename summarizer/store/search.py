"""Full text over parties, positions, quotes and figures: FTS5 in SQLite, tsvector in PostgreSQL."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal_column, select, table

from summarizer.store import selecting
from summarizer.store.records import Hit, Kind, Selection
from summarizer.store.schema import articles, items, names, recipes, summaries
from summarizer.store.words import for_fts5, for_tsquery, terms

_WORDS = table("item_words", column("rowid"), column("rank"), column("item_words"))
_VECTOR: ColumnElement[Any] = literal_column("items.vector")  # PostgreSQL alone has it


def search(
    connection: Connection, question: str, *, kinds: tuple[Kind, ...], selection: Selection, limit: int | None
) -> list[Hit]:
    """The items of the selected summaries that hold what is asked for, the best first.

    Raises:
        UsageError: if nothing is asked for.
    """
    called = (
        select(names.c.name)
        .where(names.c.summary == items.c.summary, names.c.party == items.c.party, names.c.position == 0)
        .scalar_subquery()
    )
    wanted = (
        select(
            summaries.c.id, items.c.kind, items.c.item, items.c.text,
            called.label("party"), articles.c.title, articles.c.published,
        )
        .select_from(items).join(summaries).join(articles).join(recipes)
        .where(*selecting.conditions(connection, selection))
        .limit(limit)
    )  # fmt: skip
    if kinds:
        wanted = wanted.where(items.c.kind.in_(kinds))
    found = connection.execute(_ranked(connection, wanted, question))
    return [
        Hit(
            summary=row.id, kind=row.kind, item=row.item, party=row.party, text=row.text, title=row.title,
            published=row.published,
        )
        for row in found
    ]  # fmt: skip


def matching(connection: Connection, question: str) -> ColumnElement[bool]:
    """The condition that a row of `items` holds what is asked for."""
    asked = terms(question)
    if connection.dialect.name == "sqlite":
        found = select(_WORDS.c.rowid).where(_WORDS.c.item_words.op("MATCH")(for_fts5(asked)))
        return items.c.key.in_(found)
    return _VECTOR.op("@@", is_comparison=True)(_tsquery(for_tsquery(asked)))


def _ranked(connection: Connection, wanted: Select[Any], question: str) -> Select[Any]:
    asked = terms(question)
    if connection.dialect.name == "sqlite":
        hit = _WORDS.c.item_words.op("MATCH")(for_fts5(asked))
        joined = wanted.join(_WORDS, _WORDS.c.rowid == items.c.key).where(hit)
        return joined.order_by(_WORDS.c.rank, items.c.key.desc())
    query = _tsquery(for_tsquery(asked))
    best = func.ts_rank(_VECTOR, query).desc()
    return wanted.where(_VECTOR.op("@@", is_comparison=True)(query)).order_by(best, items.c.key.desc())


def _tsquery(query: str) -> Any:
    return func.to_tsquery(literal_column("'simple'::regconfig"), query)
