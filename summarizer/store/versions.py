"""Which version a store's tables have, and bringing them up to this package's."""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, inspect, text

from summarizer.errors import StoreDenied, StoreForeign, StoreNewer, StoreOlder
from summarizer.store.copies import copy_beside
from summarizer.store.database import Database, is_empty
from summarizer.store.schema import REVISIONS, VERSION_TABLE


class Upgraded(NamedTuple):
    """From which version to which a store was brought, and where the copy of it is that was made before."""

    before: str | None
    after: str
    copy: Path | None = None
    """None where there was nothing to copy, or the server of the database makes its own."""


def version(connection: Connection) -> str | None:
    """The version of the tables; None where there are none of ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - our own name
    return None if found is None else str(found)


def ensure_current(database: Database) -> None:
    """Make sure that the tables are this package's, and make them in a new SQLite file.

    Raises:
        StoreOlder: if they have to be upgraded first.
        StoreNewer: if only a newer package knows them.
        StoreForeign: if they are another program's.
    """
    with database.reading() as connection:
        found = version(connection)
        new = found is None and is_empty(connection)
    if found == REVISIONS[-1]:
        return
    if new and database.is_sqlite:
        upgrade(database)
        return
    _refuse_strangers(database, found, new=new)
    state = "has no tables yet" if new else "was made by an older version"
    raise StoreOlder(f"store {database.address}: {state}; run: summarizer store upgrade")


def upgrade(database: Database) -> Upgraded:
    """Bring the tables up to this package's version, in one transaction.

    An SQLite file is copied first; what is forgotten later stays in that copy until somebody deletes it.

    Raises:
        StoreNewer: if only a newer package knows them.
        StoreForeign: if they are another program's.
        StoreDenied: if the user may not make tables, or a copy beside the file; or PostgreSQL's text is not
            UTF-8.
        StoreFull: if there is no room for the copy.
    """
    path, copy = database.address.path, None
    with database.writing() as connection:
        found = version(connection)
        _refuse_strangers(database, found, new=found is None and is_empty(connection))
        if not database.is_sqlite and connection.scalar(text("SHOW server_encoding")) != "UTF8":
            raise StoreDenied(
                f"store {database.address}: the database's encoding is not UTF8; make one with it"
            )
        if found != REVISIONS[-1]:
            if path is not None and found is not None:
                copy = copy_beside(path, before=REVISIONS[-1])
            _migrate(connection, REVISIONS[-1])
    return Upgraded(found, REVISIONS[-1], copy)


def _refuse_strangers(database: Database, found: str | None, *, new: bool) -> None:
    if found is None and not new:
        raise StoreForeign(
            f"store {database.address}: the database is another program's; name one of its own"
        )
    if found is not None and found not in REVISIONS:
        raise StoreNewer(
            f"store {database.address}: it was made by a newer version (its tables are {found}, this version "
            f"knows {REVISIONS[-1]}); run: pip install --upgrade anchored-summarizer"
        )


def _migrate(connection: Connection, target: str) -> None:
    from alembic import command  # slow to import, and seldom needed
    from alembic.config import Config

    migrations = import_module("summarizer.store.migrations")
    config = Config()
    config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
