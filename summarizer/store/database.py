"""The connection: one writer at a time, commits that are on the disk, errors in our own words."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import local
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from summarizer.errors import ExtraMissing, SummarizerError
from summarizer.store.addresses import Address
from summarizer.store.faults import meaning

Result = TypeVar("Result")

PATIENCE = 10.0
"""Seconds to wait for another process that writes; its transactions take milliseconds."""

_WRITER = 0x73756D6D  # any number, the same for all: PostgreSQL's advisory lock that writers take


class Database:
    """An engine that knows how this package wants its transactions."""

    def __init__(self, address: Address, *, patience: float = PATIENCE) -> None:
        """Prepare; nothing is connected to yet.

        Raises:
            ExtraMissing: if the database's driver is not installed.
        """
        self.address = address
        self.engine = _engine(address, patience)
        self.is_sqlite = address.path is not None
        self._connected = False
        self._shared = local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store."""
        shared: Connection | None = getattr(self._shared, "reading", None)
        if shared is not None:
            with self._speaking_ours():
                yield shared
            return
        with self._speaking_ours(), self.engine.connect() as connection, connection.begin():
            self._connected = True
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer comes between; keep it short."""
        shared: Connection | None = getattr(self._shared, "writing", None)
        if shared is not None:
            with self._speaking_ours():
                yield shared
            return
        with (
            self._speaking_ours(),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            self._connected = True
            if not self.is_sqlite:
                connection.execute(select(func.pg_advisory_xact_lock(_WRITER)))
            yield connection

    def together(self, calls: Iterable[Callable[[], Result]]) -> list[Result]:
        """Make calls that write in one transaction, which the first one that fails undoes."""
        with self.writing() as connection, self._sharing("writing", connection):
            return [call() for call in calls]

    def reading_together(self, calls: Iterable[Callable[[], Result]]) -> list[Result]:
        """Make calls that read in one transaction."""
        with self.reading() as connection, self._sharing("reading", connection):
            return [call() for call in calls]

    @contextmanager
    def _sharing(self, name: str, connection: Connection) -> Iterator[None]:
        """Have what this thread begins meanwhile go on in the transaction of that connection."""
        setattr(self._shared, name, connection)
        try:
            yield
        finally:
            setattr(self._shared, name, None)

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A connection outside any transaction, for what databases do not do inside one."""
        options = {"alone": True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        with self._speaking_ours(), self.engine.connect().execution_options(**options) as connection:
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def _speaking_ours(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, self.engine.dialect.loaded_dbapi.Error) as error:
            secret = self.address.url.password
            ours = meaning(error, str(self.address), connecting=not self._connected, secret=secret)
            if ours is None:
                raise
            raised: SummarizerError = ours
        else:
            return
        raise raised  # out here: the driver's error holds the words of the article that was being stored


def _engine(address: Address, patience: float) -> Engine:
    if address.path is not None:
        engine = create_engine(address.url, connect_args={"timeout": patience})
        event.listen(engine, "connect", lambda connection, _: _prepare_sqlite(connection, patience))
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        engine = create_engine(
            address.url, pool_pre_ping=True, connect_args={"connect_timeout": int(patience)}
        )
    except ModuleNotFoundError:
        raise ExtraMissing(extra="postgres", purpose="a store in PostgreSQL") from None

    def prepare(connection: Any, _: Any) -> None:
        connection.execute(f"SET lock_timeout = {int(1000 * patience)}")
        connection.execute("SET jit = off")  # to compile a query takes longer than any of ours does
        connection.commit()

    event.listen(engine, "connect", prepare)
    return engine


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("alone"):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _prepare_sqlite(connection: sqlite3.Connection, patience: float) -> None:
    connection.isolation_level = None  # the driver would begin transactions of its own, and too late
    for setting in (
        "foreign_keys = ON",
        "synchronous = FULL",  # a commit is on the disk before it is acknowledged
        "secure_delete = ON",  # what is deleted is overwritten
    ):
        connection.execute(f"PRAGMA {setting}")
    _log_ahead(connection, until=time.monotonic() + patience)


def _log_ahead(connection: sqlite3.Connection, until: float) -> None:
    """Have readers and the writer not wait for each other; SQLite does not itself wait to switch to that."""
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


def is_empty(connection: Connection) -> bool:
    """Whether a database holds no table at all that this user can see."""
    catalogue = (
        "SELECT count(*) FROM sqlite_master"
        if connection.dialect.name == "sqlite"
        else "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
    )
    return not connection.scalar(text(catalogue))
