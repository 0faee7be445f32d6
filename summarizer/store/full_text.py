"""Full text over items: FTS5 in SQLite, tsvector in PostgreSQL."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, column, func, literal_column, select, table

from summarizer.store.schema import items
from summarizer.text.fold import for_fts5, for_tsquery, terms

WORDS = table("item_words", column("rowid"), column("rank"), column("item_words"))
VECTOR: ColumnElement[Any] = literal_column("items.vector")  # PostgreSQL alone has it


def matching(connection: Connection, question: str, *, leads: bool = True) -> ColumnElement[bool]:
    """The condition that a row of `items` holds what is asked for.

    With `leads` the rows are found by it. Else others find them: SQLite would look up each of those with each
    that the words have, therefore the keys are hidden from its planner then.
    """
    asked = terms(question)
    if connection.dialect.name == "sqlite":
        found = select(WORDS.c.rowid).where(WORDS.c.item_words.op("MATCH")(for_fts5(asked)))
        return (items.c.key if leads else items.c.key + 0).in_(found)
    return VECTOR.op("@@", is_comparison=True)(tsquery(for_tsquery(asked)))


def tsquery(query: str) -> Any:
    """Return a question as PostgreSQL takes it."""
    return func.to_tsquery(literal_column("'simple'::regconfig"), query)
