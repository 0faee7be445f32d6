"""How far work on many articles is: a bar on a terminal, a line every few seconds elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from summarizer.cli import output

if TYPE_CHECKING:
    from summarizer.batch import Tally as BatchTally

_HALF_A_DAY = 12 * 3600


class Tally:
    """Articles done and failed, and when the rest will be, going by the pace so far."""

    def __init__(self, total: int) -> None:
        self.total, self.done, self.failed = total, 0, 0
        self._began = time.monotonic()

    def count(self, *, failed: bool) -> None:
        """One more is done."""
        self.done += 1
        self.failed += failed

    @property
    def ends(self) -> str:
        """The time of day by which all will be done; empty until one is."""
        left = self.total - self.done
        if not self.done or not left:
            return ""
        return _at((time.monotonic() - self._began) / self.done * left)

    def __str__(self) -> str:
        ends = f", {self.ends}" if self.ends else ""
        return f"{self.done} of {self.total} done, {self.failed} failed{ends}"


class Shown(Protocol):
    """What a display of progress shows: how many of how many are done, and a line of text."""

    @property
    def done(self) -> int:
        """So many."""

    @property
    def total(self) -> int | None:
        """Of so many."""


class BatchLine:
    """A run's tally in a line: done, failed, rejected items, tokens, dollars, pace, and when it will end."""

    def __init__(self, tally: "BatchTally", total: int | None) -> None:
        self._tally, self.total = tally, total

    @property
    def done(self) -> int:
        """Articles that the run has come to an end with."""
        return self._tally.total

    @property
    def ends(self) -> str:
        """When the last will be done, at the pace so far; empty where that cannot be told."""
        left = None if self.total is None else self.total - self.done
        asked = self._tally.done + self._tally.failed
        if not left or left < 0 or not asked:
            return ""
        return _at(self._tally.seconds / asked * left)

    def __str__(self) -> str:
        tally, of = self._tally, "" if self.total is None else f" of {self.total:,}"
        parts = [f"{self.done:,}{of} done", f"{tally.failed:,} failed", f"{tally.rejected:,} items rejected"]
        parts.append(f"{tally.tokens:,} tokens")
        if tally.cost_usd is not None:
            parts.append(f"${tally.cost_usd:.4f}")
        parts.append(f"{tally.per_minute:.0f} a minute")
        return ", ".join([*parts, *([self.ends] if self.ends else [])])


@contextmanager
def over_batch(what: str, tally: "BatchTally", total: int | None) -> Iterator[Callable[[], None]]:
    """Show how far a run is; the call that is yielded shows it anew."""
    line = BatchLine(tally, total)
    with _bar(what, line) if sys.stderr.isatty() else _lines(what, line) as show:
        yield show


@contextmanager
def over_articles(what: str, total: int) -> Iterator[Callable[[bool], None]]:
    """Show progress over `total` articles; the call that is yielded counts one, True for a failed one."""
    tally = Tally(total)
    with _bar(what, tally) if sys.stderr.isatty() else _lines(what, tally) as show:

        def count(failed: bool) -> None:  # noqa: FBT001 - its only argument
            tally.count(failed=failed)
            show()

        yield count


def _at(seconds: float) -> str:
    end = datetime.now().astimezone() + timedelta(seconds=seconds)
    return f"ends about {end:%H:%M}" if seconds < _HALF_A_DAY else f"ends {end:%c}"


@contextmanager
def _lines(what: str, tally: Shown) -> Iterator[Callable[[], None]]:
    last = time.monotonic()

    def show() -> None:
        nonlocal last
        if tally.done == tally.total or time.monotonic() - last >= output.BETWEEN_LINES:
            output.note(f"{what}: {tally}")
            last = time.monotonic()

    yield show


@contextmanager
def _bar(what: str, tally: Shown) -> Iterator[Callable[[], None]]:
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from summarizer.text.printable import printable

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[tally]}", markup=False),
        TimeElapsedColumn(),
    )
    with Progress(
        *columns, console=output.console(stderr=True), transient=True, refresh_per_second=4
    ) as progress:
        task = progress.add_task(printable(what), total=tally.total, tally=str(tally))
        yield lambda: progress.update(task, completed=tally.done, tally=str(tally))
