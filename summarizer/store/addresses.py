"""Which database a URL means."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from summarizer.errors import StoreAddressWrong, StoreDenied, StoreMissing

if TYPE_CHECKING:
    from sqlalchemy import URL

_EXAMPLES = "give one such as sqlite:///news.db or postgresql://user@host/news"


@dataclass(frozen=True, slots=True)
class Address:
    """A database: `path` is the file of an SQLite one, None for PostgreSQL."""

    url: "URL"
    path: Path | None

    def __str__(self) -> str:
        """For people, without the password."""
        if self.path is not None:
            return str(self.path)
        # A password may stand in the query, too, where nothing would hide it.
        return self.url.set(drivername="postgresql", query={}).render_as_string()

    def __repr__(self) -> str:
        """Without the password."""
        return f"Address({str(self)!r})"


def default_path() -> Path:
    """The store in the user's data folder; it may not exist yet."""
    return platformdirs.user_data_path("summarizer") / "store.db"


def address(url: str | None) -> Address:
    """What `url` means; None is the store in the user's data folder.

    Raises:
        StoreAddressWrong: if it is no URL of SQLite or PostgreSQL.
    """
    if url is None:
        path = default_path()
        return Address(make_url("sqlite://").set(database=str(path)), path)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The words of the URL stay out of the message: what is misread may hold a password.
        raise StoreAddressWrong(f"the store's address is no URL; {_EXAMPLES}") from None
    kind = parsed.get_backend_name()
    if "@" in (parsed.host or ""):
        # What stands before it is the end of a password, which no message may repeat.
        raise StoreAddressWrong("the store's URL has more than one @; write one in a password as %40")
    if kind == "sqlite":
        return _sqlite(parsed)
    if kind in {"postgresql", "postgres"}:
        return Address(parsed.set(drivername="postgresql+psycopg"), None)
    raise StoreAddressWrong(f"{kind!r} is no database a store can be in; {_EXAMPLES}")


def _sqlite(url: "URL") -> Address:
    if url.host or not url.database or url.database == ":memory:" or "\0" in url.database or url.query:
        raise StoreAddressWrong("the store's URL names no file; sqlite:///news.db is one in this folder")
    path = Path(url.database).expanduser()
    return Address(make_url("sqlite://").set(database=str(path)), path)


def ensure_place(found: Address, *, create: bool) -> None:
    """Make sure that an SQLite file is there or can be made; a database server says so itself.

    Raises:
        StoreMissing: if it is not there and `create` is False.
        StoreAddressWrong: if it is a folder, or in none.
        StoreDenied: if nobody may look.
    """
    if found.path is None:
        return
    try:
        _ensure_file(found, found.path, create=create)
    except OSError as error:
        raise StoreDenied(f"store {found}: {error.strerror or error}; name another with --store") from error


def _ensure_file(found: Address, path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreAddressWrong(f"{found} is a folder; name a file in it")
    if path.exists():
        return
    if not create:
        raise StoreMissing(
            f"{found}: there is no store yet; 'summarizer summarize' makes one, or see --store"
        )
    if path == default_path():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    elif not path.parent.is_dir():
        raise StoreAddressWrong(f"{found}: there is no folder {path.parent}; make it first")
