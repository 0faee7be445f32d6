"""A changelog as a self-contained HTML page."""

from functools import partial
from pathlib import Path

from summarizer.changelog.kinds import KINDS
from summarizer.changelog.telling import (
    COVERAGE_HEADS,
    COVERAGE_NOTE,
    counted,
    coverage_cells,
    in_short,
    scope,
    told,
)
from summarizer.changelog.totals import Changelog
from summarizer.export.paragraphs import kept
from summarizer.page import Page

_PAGE = Page(Path(__file__).parent, "changelog.html", sheets=("changelog.css",))


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
