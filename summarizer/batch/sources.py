"""What a run reads: files, folders, globs, links and standard input, one article at a time."""

import glob
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import reading
from summarizer.batch.feed import Read
from summarizer.batch.outcomes import Job
from summarizer.errors import ExtraMissing, UsageError
from summarizer.reading import Entry, NotRead

STDIN = "-"
_LINES = frozenset({".jsonl", ".ndjson"})
_SQLITE = b"SQLite format 3\0"
_PIECE = 1 << 20
"""Bytes of a file that are looked at in one go for line ends."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the articles of a run are.

    Attributes:
        names: files, folders (with all in them, in the order of their names), globs, links to pages and
            feeds; `-` is standard input, as JSON Lines.
        allow_private: fetch links also from this machine and from private networks.
        leave_out: files in the folders that are no articles, such as the run's own output.
        limit: so many articles at most.
    """

    names: Sequence[str]
    allow_private: bool = False
    leave_out: Collection[Path] = field(default=())
    limit: int | None = None

    def check(self) -> None:
        """Refuse names that lead nowhere before anything is spent.

        Raises:
            UsageError: if there is nothing of a name, or standard input is named twice.
        """
        if list(self.names).count(STDIN) > 1:
            raise UsageError("standard input can be read but once; name - once")
        for name in self.names:
            if name == STDIN or reading.is_url(name) or os.path.lexists(name):
                continue
            if not glob.has_magic(name):
                raise UsageError(f"{name}: there is no such file or folder")
            if next(_matches(name), None) is None:
                raise UsageError(f"{name}: no file is called like that")

    def __iter__(self) -> Iterator[Read]:
        """The articles, each read when it is asked for."""
        left = self.limit
        for read in self._all():
            if left is not None:
                if left <= 0:
                    return
                left -= 1
            yield read

    def count(self) -> int | None:
        """How many articles there will be, if that can be told without reading them; else None."""
        total = 0
        for name in self.names:
            if name == STDIN or reading.is_url(name):
                return None
            for path in self._files(name):
                total += _lines(path) if path.suffix.lower() in _LINES else 1
                if self.limit is not None and total >= self.limit:
                    return self.limit
        return total

    def _all(self) -> Iterator[Read]:
        for name in self.names:
            if name == STDIN:
                yield from _jobs(_standard_input(), None)
            elif reading.is_url(name):
                yield from _jobs(reading.entries(name, allow_private=self.allow_private), None)
            else:
                for path in self._files(name):
                    yield from self._read(path)

    def _read(self, path: Path) -> Iterator[Read]:
        try:
            yield from _jobs(reading.entries(path, allow_private=self.allow_private), path)
        except ExtraMissing as error:  # one PDF must not keep the others from being read
            yield NotRead(str(path), None, str(error))

    def _files(self, name: str) -> Iterator[Path]:
        found = Path(name)
        if found.is_dir():
            yield from self._inside(found)
        elif os.path.lexists(name):
            yield found
        else:
            for match in sorted(_matches(name)):
                path = Path(match)
                if not path.is_dir() and self._is_wanted(path):
                    yield path

    def _inside(self, folder: Path) -> Iterator[Path]:
        """The files of a folder and those under it, in the order of their names; hidden ones are none."""
        for path in sorted(folder.iterdir()):
            if path.name.startswith("."):
                continue
            if path.is_dir() and not path.is_symlink():  # a link may lead back up
                yield from self._inside(path)
            elif self._is_wanted(path):
                yield path

    def _is_wanted(self, path: Path) -> bool:
        return path.absolute() not in self.leave_out and not _is_database(path)


def _is_database(path: Path) -> bool:
    """Whether a file is an SQLite database, such as a store, or a log that stands beside one."""
    beside = re.fullmatch("(.+)-(?:wal|shm|journal)", path.name)
    database = path.with_name(beside[1]) if beside else path
    try:
        if not database.is_file():
            return False
        with database.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False  # reading it will say why


def _matches(pattern: str) -> Iterator[str]:
    return glob.iglob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern


def _jobs(found: Iterator[Entry | NotRead], path: Path | None) -> Iterator[Read]:
    for entry in found:
        yield entry if isinstance(entry, NotRead) else Job.of(entry, path)


def _standard_input() -> Iterator[Entry | NotRead]:
    # A reader of our own: one that is waited for in a thread as the process ends would bring it down.
    with os.fdopen(os.dup(0), "rb") as file:
        yield from reading.read_lines(reading.lines_of(file), source="standard input")


def _lines(path: Path) -> int:
    """How many lines a file has, roughly: empty ones count too."""
    try:
        with path.open("rb") as file:
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(_PIECE), b""))
    except OSError:
        return 0  # reading it will say why
