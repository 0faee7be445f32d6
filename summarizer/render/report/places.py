"""Where the items of a summary stand in the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.article import Span
from summarizer.summary import Anchor, Quote, Summary

Kind = Literal["quote", "term", "position", "figure", "framing", "cue", "mention", "abstract", "closest"]
MARKED: tuple[Kind, ...] = ("quote", "term", "position", "figure", "framing")
"""Kinds that are highlighted always; the others only while their item is pointed at."""
HEADLINE = "headline"
"""What the headline is called among the items of a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch of the article that belongs to an item.

    `number` counts the places of the same item from 1; `parties` are the ids of those whose it is.
    """

    item: str
    kind: Kind
    span: Span
    parties: tuple[str, ...] = ()
    number: int = 1


def abstract_id(number: int) -> str:
    """Return what a sentence of the abstract is called among the items of a page; `number` counts from 1."""
    return f"abstract{number}"


def rejected_id(number: int) -> str:
    """Return what a rejected item is called among the items of a page; `number` counts from 1."""
    return f"r{number}"


def quote_kind(quote: Quote) -> Kind:
    """Return `quote` for what somebody said or wrote, `term` for what only stands in quotation marks."""
    return "quote" if quote.is_statement else "term"


def places(summary: Summary) -> list[Place]:
    """Return all places of all items."""
    return [
        Place(item, kind, Span(anchor.start, anchor.end), tuple(parties), number)
        for item, kind, parties, anchors in _items(summary)
        for number, anchor in enumerate(anchors, start=1)
    ]


def _items(summary: Summary) -> Iterator[tuple[str, Kind, Sequence[str], list[Anchor]]]:
    yield HEADLINE, "abstract", (), summary.headline.evidence
    for number, sentence in enumerate(summary.abstract, start=1):
        yield abstract_id(number), "abstract", (), sentence.evidence
    for quote in summary.quotes:
        yield quote.id, quote_kind(quote), quote.speakers, [quote.anchor]
        if quote.cue is not None:
            yield quote.id, "cue", quote.speakers, [quote.cue]
    for position in summary.positions:
        yield position.id, "position", position.holders, position.evidence
    for figure in summary.figures:
        yield figure.id, "figure", figure.claimed_by, [figure.anchor]
    for framing in summary.framing:
        yield framing.id, "framing", (), [framing.anchor, *framing.others]
    for party in summary.parties:
        yield party.id, "mention", (party.id,), party.mentions
    for number, rejected in enumerate(summary.rejected, start=1):
        if rejected.closest is not None:
            yield rejected_id(number), "closest", (), [rejected.closest]
