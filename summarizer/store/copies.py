"""The copy of an SQLite store that is made before its tables are changed."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from summarizer.errors import StoreDenied


def copy_beside(path: Path, *, before: str) -> Path:
    """Copy a store, as it was last committed, to a new file beside it, such as `news.before-0005.db`.

    Args:
        path: the file of the store.
        before: the version its tables are to be changed to.

    Raises:
        StoreDenied: if its folder may not be written to.
        sqlite3.Error: if it cannot be read, or there is no room.
    """
    unfinished = path.with_name(f"{path.name}.copying")
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
        shutil.copymode(path, unfinished)
        found = _new_file(path, before)
        unfinished.replace(found)
    except OSError as error:
        raise StoreDenied(
            f"store {path}: no copy can be made beside it before its tables are changed: "
            f"{error.strerror or error}; see to the rights of its folder"
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return found


def _new_file(path: Path, before: str) -> Path:
    """Make an empty file of a name that none has yet."""
    for number in count(1):
        again = "" if number == 1 else f"-{number}"
        found = path.with_name(f"{path.stem}.before-{before}{again}{path.suffix}")
        with suppress(FileExistsError):
            os.close(os.open(found, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return found
    raise AssertionError
