"""How a view of the store is shown, and how much of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

import typer

from summarizer.cli import output

if TYPE_CHECKING:
    from summarizer.render.corpus import Answer

One = TypeVar("One", bound="Answer")


class Shape(StrEnum):
    """How a view is written."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


Format = Annotated[Shape | None, typer.Option(help=output.SHAPE_HELP)]


@dataclass(frozen=True, slots=True)
class Showing:
    """How a view is shown, and how much of it."""

    shape: Shape
    out: Path | None
    limit: int
    skip: int

    @classmethod
    def chosen(cls, shape: Shape | None, out: Path | None, limit: int, skip: int) -> "Showing":
        """What the options of a command say; an output that cannot come about is refused."""
        output.ensure_writable(out)
        return cls(output.shape(Shape, shape, out), out, limit, skip)

    @property
    def enough(self) -> int | None:
        """How many answers tell whether there are more than are shown."""
        return self.limit + 1 if self.limit else None

    def show(
        self,
        found: Iterator[One],
        kind: type[One],
        page: Callable[[list[One], str], str],
        *,
        total: Callable[[], int] | None = None,
    ) -> None:
        """Write the answers, and say on stderr if there are more, or none."""
        with output.working("looking through the store"):
            first = list(islice(found, 1))
        shown = _Counted(chain(first, found), self.limit)
        with output.writing(self.out) as put:
            if self.shape is Shape.HTML:
                taken = list(shown)
                put(page(taken, self._more(shown, total)))
            else:
                self._write(iter(shown), kind, put)
        if shown.more or not shown.number:
            output.note(self._more(shown, total) or "nothing found")

    def _more(self, shown: "_Counted[One]", total: Callable[[], int] | None) -> str:
        if not shown.more:
            return ""
        of = f"{shown.number} of {total():,} shown" if total else f"{shown.number} shown, and there are more"
        return f"{of}; more with --skip {self.skip + shown.number} or --limit 0"

    def _write(self, shown: Iterator[One], kind: type[One], put: Callable[[str], object]) -> None:
        from summarizer import render
        from summarizer.render.corpus import as_csv, as_json, as_jsonl, print_view

        if self.shape is Shape.PRETTY:
            console = output.console(like_stdout=self.out is None)
            if self.out is None:
                print_view(shown, console)
                return
            with console.capture() as captured:
                print_view(shown, console)
            put(captured.get())
            return
        if self.shape is Shape.CSV:
            mark = [] if self.out is None else [render.BOM]  # as in the tables of summaries
            lines: Iterator[str] = chain(mark, as_csv(kind, shown))
        else:
            lines = as_jsonl(shown) if self.shape is Shape.JSONL else as_json(shown)
        for line in lines:
            put(line)


class _Counted(Generic[One]):
    """Answers up to a limit, counted as they pass; knows in the end whether there are more."""

    def __init__(self, found: Iterable[One], limit: int) -> None:
        self._found, self._limit = found, limit
        self.number, self.more = 0, False

    def __iter__(self) -> Iterator[One]:
        for one in self._found:
            if self._limit and self.number == self._limit:
                self.more = True
                return
            self.number += 1
            yield one
