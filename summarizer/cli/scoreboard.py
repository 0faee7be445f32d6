"""The scores of an evaluation for a person at a terminal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.evaluation import AMOUNTS, JUDGED, SHARES, SUPPORTED, Comparison, Measured, RunScores
from summarizer.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_LARGE = 10
"""From here on an amount is shown without decimals."""
_NAMES_SHOWN = 5
_UNBOUNDED = 10_000
"""Characters, more than any table is wide."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A run, or the difference of two."""

    title: str
    cell: Callable[[str], "Text"]
    articles: int
    failed: int | None = None


def print_scores(found: Comparison, console: "Console") -> None:
    """Print a table of the scores, and under it what they are of; `console` decides width and colour."""
    columns = [*_runs(found), *_differences(found)]
    runs = found.runs if found.against is None else [*found.runs, found.against]
    scores = [name for name in (*SHARES, *JUDGED) if any(_counted(run, name) for run in runs)]
    amounts = [name for name in AMOUNTS if any(_counted(run, name) for run in runs)]
    wide = _wide(columns, scores, amounts)
    fits = console.measure(wide, options=console.options.update(width=_UNBOUNDED)).maximum <= console.width
    console.print(wide if fits else _narrow(columns, scores, amounts))
    console.print()
    for line in _told(found):
        console.print(printable(line))


def _wide(columns: Sequence[_Column], scores: Sequence[str], amounts: Sequence[str]) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for title in ("score", *(column.title for column in columns)):
        table.add_column(title, no_wrap=True)
    for name in scores:
        table.add_row(name, *(column.cell(name) for column in columns))
    table.add_row()
    for name in amounts:
        table.add_row(name, *(column.cell(name) for column in columns))
    table.add_row("articles", *(str(column.articles) for column in columns))
    table.add_row("failed", *("" if column.failed is None else str(column.failed) for column in columns))
    return table


def _narrow(columns: Sequence[_Column], scores: Sequence[str], amounts: Sequence[str]) -> "Table":
    """For a terminal that is too narrow for all columns: a line for each score and column."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for name in (*scores, *amounts):
        table.add_row(name)
        for column in columns:
            table.add_row(f"  {column.title}", column.cell(name))
    table.add_row("articles")
    for column in columns:
        failed = "" if column.failed is None else f", {column.failed} failed"
        table.add_row(f"  {column.title}", f"{column.articles}{failed}")
    return table


def _runs(found: Comparison) -> Iterator[_Column]:
    for run in found.runs:
        yield _Column(printable(run.prompt), _scores_of(run), run.articles, len(run.failed))
    earlier = found.against
    if earlier is not None and earlier not in found.runs:
        yield _Column(_earlier(earlier), _scores_of(earlier), earlier.articles, len(earlier.failed))


def _differences(found: Comparison) -> Iterator[_Column]:
    titles = {run.name: printable(run.prompt) for run in found.runs}
    for each in found.differences:
        before = titles[each.before] if found.against is None else _earlier(found.against)
        yield _Column(f"{titles[each.after]} − {before}", _gains_of(each.scores), each.articles)


def _earlier(run: RunScores) -> str:
    return f"{printable(run.prompt)} kept"


def _scores_of(run: RunScores) -> "Callable[[str], Text]":
    def cell(name: str) -> "Text":
        from rich.text import Text

        return Text(_interval(run.scores.get(name), name, sign=""))

    return cell


def _gains_of(scores: dict[str, Measured]) -> "Callable[[str], Text]":
    def cell(name: str) -> "Text":
        from rich.text import Text

        found = scores.get(name)
        text = _interval(found, name, sign="+")
        if found is None or found.value is None or not found.significant:
            return Text(text)
        better = (found.value > 0) == (name in {*SHARES, SUPPORTED})
        return Text(f"{text} *", style="green" if better else "red")

    return cell


def _interval(found: Measured | None, name: str, *, sign: str) -> str:
    if found is None or found.value is None or found.low is None or found.high is None:
        return "–"
    form = f"{sign}.2f"
    if name in AMOUNTS:
        form = f"{sign}.{0 if abs(found.value) >= _LARGE else 1}f"
    return f"{found.value:{form}} [{found.low:{form}}, {found.high:{form}}]"


def _counted(run: RunScores, name: str) -> bool:
    return name in run.scores and run.scores[name].value is not None


def _told(found: Comparison) -> Iterator[str]:
    """What stands under the table."""
    there = f"{found.dataset} has {found.dataset_articles}"
    if found.fitting_articles < found.dataset_articles:
        there += f", {found.fitting_articles} of them of the right length"
    yield f"{found.articles} articles, {found.words:,} words; {there}"
    models = list(dict.fromkeys(run.model for run in found.runs))
    yield f"model: {', '.join(models)}"
    if found.against is not None:
        yield f"kept: {found.against.name}, model {found.against.model}"
    yield "In brackets 95% intervals, by bootstrap over the articles; seconds and tokens are per article."
    if any(each.significant for each in found.differences):
        yield "* the interval of the difference leaves 0 out."
    for run in found.runs:
        names: dict[str, list[str]] = {}
        for each in run.failed:
            names.setdefault(f"{each.failure.kind}: {each.failure.reason}", []).append(each.article)
        for reason, articles in names.items():
            more = f" and {len(articles) - _NAMES_SHOWN} more" if len(articles) > _NAMES_SHOWN else ""
            yield f"failed with {run.prompt}: {', '.join(articles[:_NAMES_SHOWN])}{more}: {reason}"
