"""Rows, as SQLAlchemy hands them out and takes them in."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, insert

AnyRow = Row[*tuple[Any, ...]]


def add(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row; its key."""
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    if key is None:
        raise LookupError(f"{table.name} gave no key")
    return int(key[0])
