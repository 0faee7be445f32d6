"""The positions that are claimed, with the places that carry them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.claims import Copied, PositionClaim, Unknown, Where, Who
from summarizer.grounding.ledger import SAYS_NOTHING, Ledger, no_such_mark
from summarizer.grounding.linking import Linker
from summarizer.grounding.location import Located, Locator, NotLocated
from summarizer.grounding.parties import Member
from summarizer.summary import Anchor, Position, Quote
from summarizer.text.glyphs import clean

_Same = tuple[tuple[str, ...], str, str]


class _Statements:
    """Quotes that state something, by their places."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        listed = list(quotes)
        self._number = {quote.id: number for number, quote in enumerate(listed)}
        self._quotes = sorted(listed, key=lambda quote: quote.anchor.start)
        self._starts = [quote.anchor.start for quote in self._quotes]
        self._furthest = list(accumulate((quote.anchor.end for quote in self._quotes), max))

    def order(self, quote: Quote) -> int:
        """Where a quote stands among those of the summary."""
        return self._number[quote.id]

    def overlapping(self, span: Span) -> list[Quote]:
        """The quotes that share a character with `span`."""
        first = bisect_right(self._furthest, span.start)
        last = bisect_left(self._starts, span.end)
        return [quote for quote in self._quotes[first:last] if quote.anchor.end > span.start]


@dataclass(frozen=True)
class PositionWriter:
    """Turns the positions that are claimed into those of a summary; rejects those that nothing carries."""

    marks: Marks
    locator: Locator
    linker: Linker
    ids: Mapping[Member, str]
    ledger: Ledger
    quotes: Iterable[Quote]
    _written: dict[_Same, Position] = field(default_factory=dict)

    @cached_property
    def _by_place(self) -> "_Statements":
        return _Statements(quote for quote in self.quotes if quote.is_statement)

    def write(self, claims: Iterable[PositionClaim]) -> dict[PositionClaim, Position]:
        """The positions by the claim that each is from, numbered from o1 in the order of the claims."""
        same = {claim: key for claim in claims if (key := self._write(claim))}
        return {claim: self._written[key] for claim, key in same.items()}

    def _write(self, claim: PositionClaim) -> _Same | None:
        statement = clean(claim.statement)
        holders = self._linked(claim.holders)
        if not statement:
            self.ledger.reject("position", statement, SAYS_NOTHING)
            return None
        if not holders:
            offered = [repr(self.linker.link(who).offered or "nobody") for who in claim.holders]
            are = "is no party" if len(offered) == 1 else "are no parties"
            reason = f"{' and '.join(offered)} {are} of the article."
            self.ledger.reject("position", statement, NotLocated("not_found", reason))
            return None
        spans = self._carried(statement, claim)
        if not spans:
            return None
        evidence = [self.marks.anchor(span) for span in spans]
        same = (tuple(holders), claim.stance, statement.casefold())
        if same in self._written:
            self._add(same, evidence)
            return same
        item = f"o{len(self._written) + 1}"
        told_by = self._linked([claim.told_by] if claim.told_by else [])
        self._warn_of_unknown(claim, item)
        self._written[same] = Position(
            id=item,
            holders=holders,
            told_by=told_by[0] if told_by and told_by[0] not in holders else None,
            toward=[party for party in self._linked(claim.toward) if party not in holders],
            stance=claim.stance,
            topic=clean(claim.topic or "") or None,
            statement=statement,
            wording=claim.wording,
            evidence=evidence,
            quotes=self._quotes(spans, {*holders, *told_by}),
            origin=claim.origin,
        )
        return same

    def _linked(self, parties: Iterable[Who]) -> list[str]:
        members = (self.linker.link(who).member for who in parties)
        return list(dict.fromkeys(self.ids[member] for member in members if member))

    def _warn_of_unknown(self, claim: PositionClaim, item: str) -> None:
        """Say whom a position names beside its holders without there being such a party."""
        for who in (*claim.holders, *((claim.told_by,) if claim.told_by else ()), *claim.toward):
            linked = self.linker.link(who)
            if linked.offered and not linked.member:
                message = f"The model names {linked.offered!r}, who is no party."
                self.ledger.warn("reference_unknown", item, message)

    def _quotes(self, spans: Iterable[Span], parties: set[str]) -> list[str]:
        """The quotes in these sentences that one of the parties said."""
        near = {quote.id: quote for span in spans for quote in self._by_place.overlapping(span)}
        said = [quote for quote in near.values() if not parties.isdisjoint(quote.speakers)]
        return [quote.id for quote in sorted(said, key=self._by_place.order)]

    def _add(self, same: _Same, evidence: list[Anchor]) -> None:
        """Join the evidence of a position that the model gives once more."""
        first = self._written[same]
        new = [anchor for anchor in evidence if anchor not in first.evidence]
        self._written[same] = first.model_copy(update={"evidence": [*first.evidence, *new]})
        self.ledger.warn("duplicate_item", first.id, "The model reported this position more than once.")

    def _carried(self, statement: str, claim: PositionClaim) -> list[Span]:
        """The places of the evidence; what has none is rejected, the position itself if nothing is left."""
        spans: dict[Span, None] = {}
        misses: list[tuple[str, NotLocated]] = []
        for place in claim.evidence:
            offered, found = self._located(place)
            if isinstance(found, NotLocated):
                misses.append((offered, found))
            else:
                spans[found] = None
        if spans:
            for offered, miss in misses:
                self.ledger.reject("position", offered, miss)
        elif misses:
            offered = "; ".join(offered for offered, _ in misses)
            worst = misses[0][1]
            reason = f"Nothing of its evidence stands in the article: {offered}."
            self.ledger.reject(
                "position", statement, NotLocated(worst.verdict, reason, worst.closest), compare=False
            )
        else:
            self.ledger.reject("position", statement, NotLocated("not_found", "It has no evidence."))
        return list(spans)

    def _located(self, place: Where) -> tuple[str, Span | NotLocated]:
        if isinstance(place, Unknown):
            return place.number, no_such_mark(place)
        if isinstance(place, Copied):
            text = clean(place.text)
            places: list[Located] = self.locator.occurrences(text)
            return text, places[0].span if places else self.locator.miss(text)
        return "", place
