"""Which version a store's tables have, and bringing them up to this package's."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from summarizer.errors import StoreDenied, StoreForeign, StoreNewer, StoreOlder
from summarizer.store.database import Database, is_empty
from summarizer.store.schema import REVISIONS, VERSION_TABLE


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


def upgrade(database: Database) -> tuple[str | None, str]:
    """Bring the tables up to this package's version, in one transaction; says from which to which.

    Raises:
        StoreNewer: if only a newer package knows them.
        StoreForeign: if they are another program's.
        StoreDenied: if the user may not make tables, or PostgreSQL's text is not UTF-8.
    """
    with database.writing() as connection:
        found = version(connection)
        _refuse_strangers(database, found, new=found is None and is_empty(connection))
        if not database.is_sqlite and connection.scalar(text("SHOW server_encoding")) != "UTF8":
            raise StoreDenied(
                f"store {database.address}: the database's encoding is not UTF8; make one with it"
            )
        if found != REVISIONS[-1]:
            _migrate(connection, REVISIONS[-1])
    return found, REVISIONS[-1]


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
