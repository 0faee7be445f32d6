"""The files of a run: a line for each summary, a line for each failure, whole lines whatever happens."""

import json
import math
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from summarizer import files
from summarizer.batch.outcomes import Done, Failed, Job
from summarizer.errors import OutputFailed, UsageError
from summarizer.locking import AlreadyLocked, locked
from summarizer.pipeline.checking import is_checked
from summarizer.reading import NotRead
from summarizer.recipe import check_recipe, fingerprint
from summarizer.summary import Summary

_HEAD = re.compile(
    rb'\{"article":"sha256:([0-9a-f]{64})","recipe":"(recipe/[12]:sha256:[0-9a-f]{64})",'
    rb'(?:"check":"(recipe/2:sha256:[0-9a-f]{64})",)?[^\n]*\}\n?'
)
_BETWEEN_SYNCS = 1.0
"""Seconds; a power cut costs at most the lines of so long. A killed process loses none."""
_PIECE = 1 << 16
_BEGINS = b'{"article":'


class Lines:
    """A file that whole lines are appended to, by one process at a time.

    A last line that a killed process left unfinished is cut off when the file is opened.
    """

    def __init__(self, path: Path) -> None:
        """Open, or make, the file.

        Raises:
            UsageError: if another process is writing it.
            OutputFailed: if it cannot be opened.
        """
        self.path = path
        self._resources = ExitStack()
        self._synced = time.monotonic()
        try:
            self._file = self._resources.enter_context(path.open("a+b", buffering=0))
            self._resources.enter_context(locked(self._file))
            self._cut_torn()
        except AlreadyLocked:
            self._resources.close()
            raise UsageError(f"{path}: another run is writing this file; name another with -o") from None
        except OSError as error:
            self._resources.close()
            raise self._failed(error) from error
        except UsageError:
            self._resources.close()
            raise

    def append(self, line: str) -> None:
        """Add a line.

        Raises:
            OutputFailed: if it cannot be written; nothing of it stays then.
        """
        data = line.encode(errors="replace") + b"\n"  # what JSON can spell and UTF-8 cannot
        number = self._file.fileno()
        before = os.fstat(number).st_size
        try:
            written = 0
            while written < len(data):
                written += os.write(number, data[written:])
            if time.monotonic() - self._synced >= _BETWEEN_SYNCS:
                self.sync()
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(number, before)
            raise self._failed(error) from error

    def sync(self) -> None:
        """See that all lines are on the disk."""
        with suppress(OSError):  # pipes and the like have none
            os.fsync(self._file.fileno())
        self._synced = time.monotonic()

    def __iter__(self) -> Iterator[bytes]:
        """The lines that are there."""
        with self.path.open("rb") as file:
            yield from file

    def close(self) -> None:
        """See that all is on the disk, and let others write."""
        if not self._file.closed:
            self.sync()
        self._resources.close()

    def _cut_torn(self) -> None:
        """Cut off a last line without an end, if it is one of ours."""
        number = self._file.fileno()
        size = end = os.fstat(number).st_size
        tail = b""
        while end and b"\n" not in tail:
            start = max(0, end - _PIECE)
            tail, end = os.pread(number, end - start, start) + tail, start
        torn = tail[tail.rfind(b"\n") + 1 :]
        if not torn:
            return
        if torn[: len(_BEGINS)] != _BEGINS[: len(torn)]:
            raise UsageError(f"{self.path}: is no output of a batch; name another file")
        os.ftruncate(number, size - len(torn))

    def _failed(self, error: OSError) -> OutputFailed:
        reason = error.strerror or error
        return OutputFailed(f"{self.path}: cannot be written: {reason}; run the same command again to go on")


class Results:
    """The summaries of a run, one line each, in the order they came; each article once for each recipe.

    A line has `article` (its id), `recipe` (the fingerprint), `check` (the fingerprint of what it was checked
    by, if it was), `source` and `place` (line, or number of a feed's entry), `fields` (what the source said
    besides) and `summary`. Where a check is wanted, an article whose line has none gets another line, which
    counts.
    """

    def __init__(self, path: Path, recipe: str, check: str | None = None) -> None:
        """Open the file, and see what it has already.

        Args:
            path: the file.
            recipe: fingerprint of what summaries are made by.
            check: fingerprint of what they are to be checked by; None wants no check.

        Raises:
            UsageError: if the file is no output of a run, or another process is writing it.
            OutputFailed: if it cannot be written.
        """
        self._recipe, self._check, self._lines = recipe, check, Lines(path)
        self._unchecked: set[bytes] = set()
        """Articles that have a line, but none with the check that is wanted."""
        try:
            self._known = set(self._read())
            self._coming: set[bytes] = set()
        except BaseException:
            self._lines.close()
            raise

    def __contains__(self, job: Job) -> bool:
        digest = _digest(job.article.id)
        return digest in self._coming or digest in self._known

    def __len__(self) -> int:
        """How many articles it has of this recipe."""
        return len(self._known)

    def has(self, article: str) -> bool:
        """Whether it has the article of that id."""
        return _digest(article) in self._known

    def expect(self, job: Job) -> None:
        """A summary is on its way here, and none is needed for another article of the same text."""
        self._coming.add(_digest(job.article.id))

    def add(self, done: Done) -> None:
        """Append a summary, unless its article is there already."""
        digest = _digest(done.article.id)
        check = _check_of(done.summary)
        is_better = check is not None and check == self._check
        if digest in self._known or (digest in self._unchecked and not is_better):
            return
        checked = {} if check is None else {"check": check}
        head = {"article": done.article.id, "recipe": self._recipe, **checked, **_place(done.job)}
        summary = done.summary.model_dump_json()
        self._lines.append(f'{_compact(head)[:-1]},"summary":{summary}}}')
        self._known.add(digest)
        self._coming.discard(digest)

    def close(self) -> None:
        """See that all is on the disk."""
        self._lines.close()

    def _read(self) -> Iterator[bytes]:
        for number, line in enumerate(self._lines, start=1):
            head = _HEAD.fullmatch(line)
            if head is None:
                place = f"{self._lines.path}:{number}"
                raise UsageError(f"{place}: is no line of a batch's output; name another file with -o")
            if head[2].decode() != self._recipe:
                continue
            digest = bytes.fromhex(head[1].decode())
            if self._check is None or (head[3] or b"").decode() == self._check:
                yield digest
            else:
                self._unchecked.add(digest)


class Failures:
    """The articles without a summary, one line each; of an article that failed again the last line counts.

    A line has `article` (its id; null for what is no article), `recipe`, `source`, `place`, `fields`,
    `fault`, `message`, `attempts` and `retriable`.
    """

    def __init__(self, path: Path, recipe: str) -> None:
        """Open the file, and see what it has already.

        Raises:
            UsageError: if another process is writing it.
            OutputFailed: if it cannot be written.
        """
        self._recipe, self._lines = recipe, Lines(path)
        self._final: dict[bytes, tuple[str, str]] = {}
        self._open: set[bytes] = set()
        """Articles that have a line by this recipe, but for those that have a summary now."""
        for told in map(_told, self._lines):
            if isinstance(told.get("article"), str) and told.get("recipe") == recipe:
                self._open.add(_digest(told["article"]))
                if told.get("retriable") is False:
                    self._final[_digest(told["article"])] = (str(told.get("fault")), str(told.get("message")))

    def before(self, job: Job) -> tuple[str, str] | None:
        """The fault and message of an article that failed for good in an earlier run."""
        return self._final.get(_digest(job.article.id))

    def add(self, failed: Failed) -> None:
        """Append a failure."""
        article = failed.article
        line = {
            "article": article and article.id,
            "recipe": self._recipe,
            **_place(failed.job),
            "fault": type(failed.error).__name__,
            "message": str(failed.error),
            "attempts": failed.attempts,
            "retriable": failed.retriable,
        }
        self._lines.append(_compact(line))
        if article is not None:
            self._open.add(_digest(article.id))

    def mended(self, done: Done) -> None:
        """An article has a summary now."""
        self._open.discard(_digest(done.article.id))

    def close(self, results: Results | None) -> None:
        """Leave out what was overtaken: failures of articles that have a summary now, or failed again."""
        last: dict[tuple[Any, ...], int] = {}
        total = 0
        for total, line in enumerate(self._lines, start=1):
            last[_key(_told(line))] = total
        if total and (len(last) < total or self._is_any_mended(results)):
            self._write_anew(last, results)
        self._lines.close()
        if not self._lines.path.stat().st_size:
            self._lines.path.unlink(missing_ok=True)

    def _is_any_mended(self, results: Results | None) -> bool:
        return any(self._is_mended(_told(line), results) for line in self._lines)

    def _is_mended(self, told: dict[str, Any], results: Results | None) -> bool:
        article = told.get("article")
        if not isinstance(article, str) or told.get("recipe") != self._recipe:
            return False
        return _digest(article) not in self._open or (results is not None and results.has(article))

    def _write_anew(self, last: dict[tuple[Any, ...], int], results: Results | None) -> None:
        with files.writing(self._lines.path) as put:
            for number, line in enumerate(self._lines, start=1):
                told = _told(line)
                if last[_key(told)] == number and not self._is_mended(told, results):
                    put(line.decode())


def _check_of(summary: Summary) -> str | None:
    """The fingerprint of what all of a summary was checked by."""
    made = summary.provenance
    if made is None or made.check is None or not is_checked(summary, made.check):
        return None
    return fingerprint(check_recipe(made.check))


def _digest(article: str) -> bytes:
    return bytes.fromhex(article.rpartition(":")[2])


def _place(job: Job | NotRead) -> dict[str, Any]:
    fields = job.fields if isinstance(job, Job) else {}
    return {"source": job.source, "place": job.place, "fields": _finite(fields)}


def _finite(value: Any) -> Any:
    """The value without NaN and infinities, which some write into JSON and few can read there."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {name: _finite(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_finite(inner) for inner in value]
    return value


def _compact(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _told(line: bytes) -> dict[str, Any]:
    """What a line of failures says; nothing if it is none of ours."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _key(told: Mapping[str, Any]) -> tuple[Any, ...]:
    """What two lines about the same thing have in common."""
    if isinstance(told.get("article"), str):
        return told["article"], told.get("recipe")
    return str(told.get("source")), str(told.get("place"))
