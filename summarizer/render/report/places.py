"""Where the items of a summary stand in the article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.article import Span
from summarizer.summary import Anchor, Summary

Kind = Literal["quote", "position", "figure", "framing", "cue", "mention", "closest"]
MARKED: tuple[Kind, ...] = ("quote", "position", "figure", "framing")
"""Kinds that are highlighted always; the others only while their item is pointed at."""


@dataclass(frozen=True, slots=True)
class Place:
    """One stretch of the article that belongs to an item.

    `number` counts the places of the same item from 1; `party` is the id of whose it is, if anybody's.
    """

    item: str
    kind: Kind
    span: Span
    party: str | None = None
    number: int = 1


def places(summary: Summary) -> list[Place]:
    """All places of all items; rejected ones are called r1, r2, … in their order."""
    return [
        Place(item, kind, Span(anchor.start, anchor.end), party, number)
        for item, kind, party, anchors in _items(summary)
        for number, anchor in enumerate(anchors, start=1)
    ]


def _items(summary: Summary) -> Iterator[tuple[str, Kind, str | None, list[Anchor]]]:
    for quote in summary.quotes:
        yield quote.id, "quote", quote.speaker, [quote.anchor]
        if quote.cue is not None:
            yield quote.id, "cue", quote.speaker, [quote.cue]
    for position in summary.positions:
        yield position.id, "position", position.party, position.evidence
    for figure in summary.figures:
        yield figure.id, "figure", figure.claimed_by, [figure.anchor]
    for framing in summary.framing:
        yield framing.id, "framing", None, [framing.anchor, *framing.others]
    for party in summary.parties:
        yield party.id, "mention", party.id, party.mentions
    for number, rejected in enumerate(summary.rejected, start=1):
        if rejected.closest is not None:
            yield f"r{number}", "closest", None, [rejected.closest]
