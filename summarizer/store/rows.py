"""Rows, as SQLAlchemy hands them out and takes them in.

A statement that is made once and given its values when it is executed costs a fraction of one that is made
with them: those that every summary takes are made when their module is imported, or kept here.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Table, Update, bindparam, insert, update
from sqlalchemy.sql.dml import ReturningInsert

AnyRow = Row[*tuple[Any, ...]]
Values = Mapping[str, Any]

_insert = cache(insert)


@cache
def _insert_as_one(table: Table) -> ReturningInsert[*tuple[Any, ...]]:
    return insert(table).returning(*table.primary_key)


@cache
def _update(table: Table) -> Update:
    return update(table).where(table.c.key == bindparam("row"))


def add(connection: Connection, table: Table, values: Values) -> int:
    """Insert a row; its key."""
    key = connection.execute(_insert(table), values).inserted_primary_key
    if key is None:
        raise LookupError(f"{table.name} gave no key")
    return int(key[0])


def add_all(connection: Connection, table: Table, values: Sequence[Values]) -> None:
    """Insert rows that all have the same columns, together."""
    connection.execute(_insert(table), values)


def add_as_one(connection: Connection, table: Table, values: Sequence[Values]) -> None:
    """`add_all` in one statement, which is one that returns something; SQLite has those from 3.35 on.

    At the beginning of each statement SQLite's full-text index writes out what it holds.
    """
    can = connection.dialect.insert_executemany_returning
    connection.execute(_insert_as_one(table) if can else _insert(table), values)


def change(connection: Connection, table: Table, key: int, values: Values) -> None:
    """Set columns of a row."""
    connection.execute(_update(table), {**values, "row": key})
