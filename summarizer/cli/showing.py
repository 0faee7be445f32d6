"""How a view of the store is shown, and how much of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar
from urllib.parse import quote

import typer

from summarizer.cli import output
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.render.corpus import Answer
    from summarizer.store import Store

One = TypeVar("One", bound="Answer")


class Shape(StrEnum):
    """How a view is written."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


Format = Annotated[Shape | None, typer.Option(help=output.SHAPE_HELP)]
Reports = Annotated[
    bool,
    typer.Option(
        "--reports",
        help="Of html with -o: write the reports of the articles shown beside the page, which links to them.",
    ),
]


@dataclass(frozen=True, slots=True)
class Showing:
    """How a view is shown, and how much of it."""

    shape: Shape
    out: Path | None
    limit: int
    skip: int
    reports: bool = False

    @classmethod
    def chosen(
        cls, shape: Shape | None, out: Path | None, limit: int, skip: int, *, reports: bool = False
    ) -> "Showing":
        """What the options of a command say; an output that cannot come about is refused."""
        output.ensure_writable(out)
        chosen = output.shape(Shape, shape, out)
        if reports and (out is None or chosen is not Shape.HTML):
            raise UsageError("--reports needs a page in a file; add --format html -o page.html")
        return cls(chosen, out, limit, skip, reports)

    @property
    def enough(self) -> int | None:
        """How many answers tell whether there are more than are shown."""
        return self.limit + 1 if self.limit else None

    def show(
        self,
        kept: "Store",
        found: Iterator[One],
        kind: type[One],
        page: Callable[..., str],
        *,
        total: Callable[[], int] | None = None,
    ) -> None:
        """Write the answers, and say on stderr if there are more, or none.

        `page` makes a page of a list of them, with a `note` on it and links to `reports`.
        """
        with output.working("looking through the store"):
            first = list(islice(found, 1))
        shown = _Counted(chain(first, found), self.limit)
        with output.writing(self.out) as put:
            if self.shape is Shape.HTML:
                taken = list(shown)
                reports = self._report(kept, taken) if self.reports else {}
                put(page(taken, note=self._more(shown, total), reports=reports))
            else:
                self._write(iter(shown), kind, put)
        if shown.more:
            how = f"more with --skip {self.skip + shown.number} or --limit 0"
            output.note(f"{self._more(shown, total)}; {how}")
        elif not shown.number:
            output.note("nothing found")

    def _report(self, kept: "Store", shown: Sequence[One]) -> dict[str, str]:
        """Write the reports of the articles shown, and say where in them each is."""
        from summarizer.render import report
        from summarizer.render.corpus import places

        if self.out is None or not shown:
            return {}
        file = self.out.with_suffix(f".reports{self.out.suffix}")
        ids = list(dict.fromkeys(where.summary for one in shown for where in places(one)))
        pages = ((kept.material(one).article, kept.find(one).summary) for one in ids)
        output.write(report.as_html(pages, several=True), file)
        output.note(f"{output.counted(len(ids), 'report')}: {file}")
        return {one: f"{quote(file.name)}#a{number}" for number, one in enumerate(ids, start=1)}

    def _more(self, shown: "_Counted[One]", total: Callable[[], int] | None) -> str:
        if not shown.more:
            return ""
        return (
            f"{shown.number} of {total():,} shown" if total else f"{shown.number} shown, and there are more"
        )

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
