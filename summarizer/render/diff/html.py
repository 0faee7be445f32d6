"""A changelog as a self-contained HTML page."""

from functools import partial
from pathlib import Path

from summarizer.comparison.kinds import KINDS
from summarizer.comparison.totals import Changelog
from summarizer.render.diff.describe import (
    COVERAGE_HEADS,
    COVERAGE_NOTE,
    counted,
    coverage_cells,
    in_short,
    scope,
    told,
)
from summarizer.render.page import Page
from summarizer.render.paragraphs import kept

_PAGE = Page(Path(__file__).parent, "diff.html", sheets=("diff.css",))


def as_html(found: Changelog, *, reworded: bool = False) -> str:
    """One page that fetches nothing."""
    values = {
        "found": found,
        "scope": scope(found),
        "heads": COVERAGE_HEADS,
        "rows": [coverage_cells(name, change) for name, change in found.coverage.items()],
        "note": COVERAGE_NOTE,
        "kinds": KINDS,
        "in_short": in_short,
        "told": partial(told, reworded=reworded),
        "left": "" if reworded else "positions.reworded",
        "counted": counted,
        "kept": kept,
    }
    return _PAGE.render(f"{found.sides.before} → {found.sides.after}", values)
