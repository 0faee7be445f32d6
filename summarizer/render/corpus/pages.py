"""Views as pages: one file each, nothing fetched, no script."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from summarizer.comparison.corpus.conflicts import Conflict
from summarizer.comparison.corpus.timeline import Moment
from summarizer.render.corpus.charts import NARROW, bars, drawn, shares
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
from summarizer.text.format_figure import shown, spoken
from summarizer.text.positions import joined

_TEMPLATES = Path(__file__).parent / "templates"


Reports = Mapping[str, str]
"""By the id of a summary the link to its report, to which `-q3` or another item's id is added."""
_NONE: Reports = {}


def quotes_page(
    title: str,
    quotes: Sequence[Quoted],
    *,
    voices: Sequence[Voice] = (),
    note: str = "",
    reports: Reports = _NONE,
) -> str:
    """Quotes under their articles, with the share that each voice has in what those articles quote."""
    return _page("quotes", title, note, reports, groups=_by_article(quotes), shares=shares(voices))


def positions_page(title: str, positions: Sequence[Held], *, note: str = "", reports: Reports = _NONE) -> str:
    """Positions under their articles, each with the passages that carry it."""
    return _page("positions", title, note, reports, groups=_by_article(positions))


def figures_page(title: str, figures: Sequence[Counted], *, note: str = "", reports: Reports = _NONE) -> str:
    """A table of figures."""
    return _page("figures", title, note, reports, figures=figures)


def conflicts_page(
    title: str, conflicts: Sequence[Conflict], *, note: str = "", reports: Reports = _NONE
) -> str:
    """A table for each conflict, what its sides can mean below each other on one axis."""
    return _page("conflicts", title, note, reports, conflicts=[(one, bars(one)) for one in conflicts])


def timeline_page(title: str, moments: Sequence[Moment], *, note: str = "", reports: Reports = _NONE) -> str:
    """Positions along dates, drawn, and below in words with their quotes."""
    drawings = {"wide": drawn(moments), "narrow": drawn(moments, NARROW)} if moments else {}
    turns = {turn.number: turn.then for turn in drawings["wide"].turns} if moments else {}
    return _page("timeline", title, note, reports, moments=moments, drawings=drawings, turns=turns)


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
    "spoken": spoken,
    "stance": stance,
    "thing": counted_thing,
}
"""What templates have for saying things; it gives plain text, which they escape."""


def _page(name: str, title: str, note: str, reports: Reports, **values: Any) -> str:
    page = Page(_TEMPLATES, f"{name}.html", sheets=("views.css",))
    in_words = {**_IN_WORDS, "report": partial(_report_link, reports)}
    return page.render(title, {"note": note, "in_words": in_words, **values})


def _report_link(reports: Reports, where: Where, item: str = "") -> str | None:
    """The link to an item, or an article, in its report; None if there is no report."""
    article = reports.get(where.summary)
    return f"{article}-{item}" if article and item else article
