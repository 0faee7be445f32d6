"""A changelog for a person at a terminal."""

from typing import TYPE_CHECKING

from summarizer.comparison.changes import Changes
from summarizer.comparison.kinds import KINDS
from summarizer.comparison.totals import Changelog
from summarizer.render.diff.describe import (
    COVERAGE_HEADS,
    COVERAGE_NOTE,
    Told,
    counted,
    coverage_cells,
    in_short,
    scope,
    told,
)
from summarizer.render.diff.sentences import Tone
from summarizer.render.paragraphs import paragraph

if TYPE_CHECKING:
    from rich.console import Console

_STYLES: dict[Tone, str] = {"plain": "", "who": "bold cyan", "before": "red strike", "after": "green"}
_MARKS: dict[Tone, tuple[str, str]] = {"before": ("[-", "-]"), "after": ("{+", "+}")}
_CONTEXT = 160
"""Characters of the article that stand under a change."""


def print_changelog(found: Changelog, console: "Console", *, reworded: bool = False) -> None:
    """Print totals, unless of one article only, and the articles; `console` decides width and colour."""
    paragraph(console, (found.sides.before, "bold"), (" → ", ""), (found.sides.after, "bold"))
    if found.of_many:
        _totals(found, console)
    for changes in found.listed:
        _article(changes, console, reworded=reworded)
    if found.articles == 1 and not found.counts:
        paragraph(console, ("Nothing changed in meaning.", ""))


def _totals(found: Changelog, console: "Console") -> None:
    from rich.table import Table

    for line in scope(found):
        paragraph(console, (line, ""))
    console.print()
    coverage = Table(*COVERAGE_HEADS, box=None, pad_edge=False)
    for name, change in found.coverage.items():
        coverage.add_row(*coverage_cells(name, change))
    console.print(coverage)
    paragraph(console, (COVERAGE_NOTE, "dim"))
    console.print()
    if not found.counts:
        paragraph(console, ("Nothing changed in meaning.", ""))
        return
    counts = Table("changes", "number", "articles", box=None, pad_edge=False)
    for kind, number in found.counts.items():
        counts.add_row(KINDS[kind].many, f"{number:,}", f"{found.articles_with[kind]:,}")
    console.print(counts)
    if found.listed:
        console.print()
        paragraph(console, (f"The {len(found.listed):,} most telling articles", "bold"))


def _article(changes: Changes, console: "Console", *, reworded: bool) -> None:
    console.print()
    published = f", {changes.article.published}" if changes.article.published else ""
    paragraph(console, (changes.name, "bold underline"), (published, "dim"))
    paragraph(console, (in_short(changes), "dim"), hang=2)
    for section, some in told(changes, reworded=reworded):
        paragraph(console, (section, "bold"), indent=2)
        for one in some:
            _change(one, console)
    left = changes.counts.get("positions.reworded", 0)
    if left and not reworded:
        paragraph(console, (f"{counted('positions.reworded', left)}: shown with --reworded", "dim"), indent=2)


def _change(one: Told, console: "Console") -> None:
    pieces = []
    for text, tone in one.pieces:
        # Where words are mixed, what went and what came must show without colours too.
        opening, closing = _MARKS.get(tone, ("", "")) if one.mixed else ("", "")
        pieces.append((f"{opening}{text}{closing}", _STYLES[tone]))
    if one.ids:
        pieces.append((f" ({one.ids})", "dim"))
    paragraph(console, (f"{one.label}: ", "yellow"), *pieces, indent=4, hang=4)
    if one.context:
        short = one.context if len(one.context) <= _CONTEXT else one.context[: _CONTEXT - 1] + "…"
        paragraph(console, (short, "dim italic"), indent=8, hang=2)
