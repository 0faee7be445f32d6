"""Views as pages: one file each, nothing fetched, no script."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from summarizer.comparison.corpus.conflicts import Conflict
from summarizer.comparison.corpus.timeline import Moment
from summarizer.render.corpus.charts import bars, drawn, shares
from summarizer.render.corpus.links import passage_link
from summarizer.render.corpus.terminal import (
    claimants,
    counted_thing,
    earlier,
    explained,
    reversal,
    speakers,
    stance,
)
from summarizer.render.page import Page
from summarizer.store import Counted, Held, Quoted, Voice, Where
from summarizer.text.format_figure import shown
from summarizer.text.positions import joined

_TEMPLATES = Path(__file__).parent / "templates"


def quotes_page(title: str, quotes: Sequence[Quoted], *, voices: Sequence[Voice] = (), note: str = "") -> str:
    """Quotes under their articles, with the share that each voice has in what those articles quote."""
    return _page("quotes", title, note, groups=_by_article(quotes), shares=shares(voices))


def positions_page(title: str, positions: Sequence[Held], *, note: str = "") -> str:
    """Positions under their articles, each with the passages that carry it."""
    return _page("positions", title, note, groups=_by_article(positions))


def figures_page(title: str, figures: Sequence[Counted], *, note: str = "") -> str:
    """A table of figures."""
    return _page("figures", title, note, figures=figures)


def conflicts_page(title: str, conflicts: Sequence[Conflict], *, note: str = "") -> str:
    """A table for each conflict, its sides beside each other."""
    shown = [(one, bars(one)) for one in conflicts]
    return _page("conflicts", title, note, conflicts=shown)


def timeline_page(title: str, moments: Sequence[Moment], *, note: str = "") -> str:
    """Positions along dates, drawn, and below in words with their quotes."""
    drawing = drawn(moments) if moments else None
    turns = {turn.number: turn.then for turn in drawing.turns} if drawing else {}
    return _page("timeline", title, note, moments=moments, drawing=drawing, turns=turns)


def _by_article(found: Iterable[Quoted | Held]) -> list[tuple[Where, list[Quoted | Held]]]:
    groups = [list(together) for _, together in groupby(found, key=lambda one: one.where.summary)]
    return [(group[0].where, group) for group in groups]


_IN_WORDS = {
    "claimants": claimants,
    "earlier": earlier,
    "explained": explained,
    "joined": joined,
    "passage_link": passage_link,
    "reading": shown,
    "reversal": reversal,
    "speakers": speakers,
    "stance": stance,
    "thing": counted_thing,
}
"""What templates have for saying things; it gives plain text, which they escape."""


def _page(name: str, title: str, note: str, **values: Any) -> str:
    page = Page(_TEMPLATES, f"{name}.html", sheets=("views.css",))
    return page.render(title, {"note": note, "in_words": _IN_WORDS, **values})
