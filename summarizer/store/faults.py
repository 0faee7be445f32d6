"""What the databases' own errors mean; nothing above the store sees one of them."""

import sqlite3
from typing import Any

from sqlalchemy.exc import DBAPIError, OperationalError, TimeoutError  # noqa: A004 - its own name for it

from summarizer.errors import (
    StoreBusy,
    StoreCorrupt,
    StoreDenied,
    StoreFull,
    StoreLost,
    StoreUnreachable,
    SummarizerError,
)

_SQLITE: dict[int, tuple[type[SummarizerError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusy, "another process keeps it locked; try again"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "another process keeps it locked; try again"),
    sqlite3.SQLITE_FULL: (StoreFull, "the disk is full; make room and run the same command again"),
    sqlite3.SQLITE_IOERR: (
        StoreFull,
        "the disk is full or failing; see to it and run the same command again",
    ),
    sqlite3.SQLITE_READONLY: (StoreDenied, "the file may not be written; see to its rights or name another"),
    sqlite3.SQLITE_CANTOPEN: (StoreDenied, "the file cannot be opened; see to its rights or name another"),
    sqlite3.SQLITE_PERM: (StoreDenied, "the file may not be read; see to its rights or name another"),
    sqlite3.SQLITE_NOTADB: (StoreCorrupt, "the file is no SQLite database; name another with --store"),
    sqlite3.SQLITE_CORRUPT: (StoreCorrupt, "the file is damaged; restore it from a copy, or name another"),
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html, whole codes before their classes
_POSTGRESQL: dict[str, tuple[type[SummarizerError], str]] = {
    "42501": (StoreDenied, "the database user may not do that; grant it rights, or name another user"),
    "25006": (StoreDenied, "the database takes no changes; name one that does"),
    "55P03": (StoreBusy, "another process keeps it locked; try again"),
    "40": (StoreBusy, "another process was quicker; try again"),
    "53": (StoreFull, "the database's server has run out of room; see to it and run the same command again"),
    "58": (StoreFull, "the database's disk is failing; see to it and run the same command again"),
    "57": (StoreLost, "the database's server ended the connection; run the same command again"),
    "08": (StoreLost, "the connection to the database broke; run the same command again"),
    "XX": (StoreCorrupt, "the database is damaged; see its server's log"),
}
_REFUSED = "no connection comes about ({words}); see to the URL and its user's rights"


def meaning(
    error: Exception, place: str, *, connecting: bool, secret: object = None
) -> SummarizerError | None:
    """The error of ours that a database's error is, or None for one that only a bug can cause.

    Args:
        error: SQLAlchemy's, or the driver's own.
        place: what to call the store.
        connecting: whether it came while the first connection was made.
        secret: the password, which no message repeats.
    """
    original: Any = error.orig if isinstance(error, DBAPIError) else error
    found: tuple[type[SummarizerError], str] | None = None
    if isinstance(original, sqlite3.Error):
        code = getattr(original, "sqlite_errorcode", None)
        found = None if code is None else _SQLITE.get(code & 0xFF)  # the rest of the code is detail
    elif isinstance(error, DBAPIError):
        state = getattr(original, "sqlstate", None) or ""
        found = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
        if found is None and connecting:
            found = (StoreUnreachable, _REFUSED.format(words=_gist(str(original), secret and str(secret))))
        elif found is None and (error.connection_invalidated or isinstance(error, OperationalError)):
            found = _POSTGRESQL["08"]
    elif isinstance(error, TimeoutError):  # SQLAlchemy's: all connections are in use in this process
        found = _POSTGRESQL["55P03"]
    return None if found is None else found[0](f"store {place}: {found[1]}")


def _gist(words: str, secret: object) -> str:
    """The line that says why, of the several that libpq has."""
    lines = words.strip().splitlines() or ["no reason given"]
    said = next((line for line in lines if " failed: " in line), lines[0]).strip()
    return said.replace(secret, "***") if isinstance(secret, str) else said
