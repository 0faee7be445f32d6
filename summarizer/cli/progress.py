"""How far work on many articles is: a bar on a terminal, a line every few seconds elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from summarizer.cli import output

_BETWEEN_LINES = 5.0
"""Seconds."""
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
        seconds = (time.monotonic() - self._began) / self.done * left
        end = datetime.now().astimezone() + timedelta(seconds=seconds)
        return (
            f"ends about {end:%H:%M}" if seconds < timedelta(hours=12).total_seconds() else f"ends {end:%c}"
        )

    def __str__(self) -> str:
        ends = f", {self.ends}" if self.ends else ""
        return f"{self.done} of {self.total} done, {self.failed} failed{ends}"


@contextmanager
def over_articles(what: str, total: int) -> Iterator[Callable[[bool], None]]:
    """Show progress over `total` articles; the call that is yielded counts one, True for a failed one."""
    tally = Tally(total)
    with _bar(what, tally) if sys.stderr.isatty() else _lines(what, tally) as show:

        def count(failed: bool) -> None:  # noqa: FBT001 - its only argument
            tally.count(failed=failed)
            show()

        yield count


@contextmanager
def _lines(what: str, tally: Tally) -> Iterator[Callable[[], None]]:
    last = time.monotonic()

    def show() -> None:
        nonlocal last
        if tally.done == tally.total or time.monotonic() - last >= _BETWEEN_LINES:
            output.note(f"{what}: {tally}")
            last = time.monotonic()

    yield show


@contextmanager
def _bar(what: str, tally: Tally) -> Iterator[Callable[[], None]]:
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from summarizer.printable import printable

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
