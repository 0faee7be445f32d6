"""Locks between processes, held through a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait until no other process is in such a block, then enter it; a process that dies leaves it too.

    The empty file at `path` stays: removing it would let two processes in, each with its own.
    """
    with path.open("a+b") as file:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


class AlreadyLocked(Exception):
    """Another process holds the lock."""


@contextmanager
def locked(file: IO[bytes]) -> Iterator[None]:
    """Hold an open file against other processes that ask for it; one that dies lets go of it.

    Raises:
        AlreadyLocked: if another process holds it.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AlreadyLocked from None
    yield
