"""The quotes that are claimed, as places of the article."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.analysis import Quotation
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.claims import Copied, QuoteClaim, Unknown
from summarizer.grounding.attribution import Attribution
from summarizer.grounding.ledger import Ledger, no_such_mark
from summarizer.grounding.linking import Linker
from summarizer.grounding.location import Located, Locator
from summarizer.grounding.parties import Member
from summarizer.summary import Quote
from summarizer.text.glyphs import clean


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote that stands in the article; `mark` is the quotation it is, or is part of."""

    span: Span
    verdict: Literal["verbatim", "normalised"]
    claim: QuoteClaim
    mark: Quotation | None


class QuoteFinder:
    """Takes the quotes that are claimed one by one; each place of the article is given out once."""

    def __init__(self, marks: Marks, locator: Locator, ledger: Ledger) -> None:
        """Look in `marks` and with `locator`; what is not found goes to `ledger`."""
        self._marks, self._locator, self._ledger = marks, locator, ledger
        self._taken: dict[Span, FoundQuote] = {}
        self._given: dict[str, list[Span]] = {}
        self.repeated: list[FoundQuote] = []

    def take(self, claim: QuoteClaim) -> None:
        """Take a quote, or say why it is none."""
        place = claim.place
        if isinstance(place, Unknown):
            self._ledger.reject("quote", place.number, no_such_mark(place))
        elif isinstance(place, Copied):
            self._search(clean(place.text), claim)
        else:
            self._take(FoundQuote(place, "verbatim", claim, self._marks.quotation_of(place)))

    def found(self) -> list[FoundQuote]:
        """The quotes taken, in the order of the article."""
        return sorted(self._taken.values(), key=lambda quote: quote.span)

    def _search(self, text: str, claim: QuoteClaim) -> None:
        """Take a quote that is copied, at its best place that no other quote has."""
        places = sorted(
            ((place, self._marks.quotation_at(place.span)) for place in self._locator.occurrences(text)),
            key=lambda entry: (entry[0].verdict == "normalised", entry[1] is None, entry[0].span),
        )
        if not places:
            self._ledger.reject("quote", text, self._locator.miss(text))
            return
        place, mark = next((entry for entry in places if self._is_free(text, entry[0])), places[0])
        self._given.setdefault(text, []).append(place.span)
        self._take(FoundQuote(place.span, place.verdict, claim, mark))

    def _is_free(self, text: str, place: Located) -> bool:
        return self._bare(place.span) not in self._taken and not any(
            place.span.overlaps(given) for given in self._given.get(text, ())
        )

    def _take(self, quote: FoundQuote) -> None:
        bare = self._bare(quote.span)
        if bare in self._taken:
            self.repeated.append(self._taken[bare])
        else:
            self._taken[bare] = quote

    def _bare(self, span: Span) -> Span:
        """`span` without punctuation at its ends: with and without the comma it is the same quote."""
        text, (start, end) = self._marks.text, span
        while end > start + 1 and not text[end - 1].isalnum():
            end -= 1
        while start < end - 1 and not text[start].isalnum():
            start += 1
        return Span(start, end)


@dataclass(frozen=True)
class QuoteWriter:
    """Turns found quotes into those of a summary, each with its speakers, cue and warnings."""

    marks: Marks
    linker: Linker
    attribution: Attribution
    ids: Mapping[Member, str]
    ledger: Ledger

    def write(self, found: Iterable[FoundQuote], repeated: Iterable[FoundQuote]) -> list[Quote]:
        """The quotes, numbered from q1 in the order of `found`."""
        numbered = {quote.span: f"q{number}" for number, quote in enumerate(found, 1)}
        by_mark = {quote.mark.id: numbered[quote.span] for quote in found if quote.mark}
        quotes = [self._quote(quote, numbered[quote.span], by_mark) for quote in found]
        for quote in repeated:
            item = numbered[quote.span]
            self.ledger.warn("duplicate_item", item, "The model reported this quote more than once.")
        return quotes

    def _quote(self, found: FoundQuote, item: str, by_mark: Mapping[str, str]) -> Quote:
        self._warn_of_form(found, item)
        speakers = self._speakers(found, item)
        cue = next((cue for who in speakers if (cue := self.attribution.cue(found.span, who))), None)
        anchor = self.marks.anchor(found.span)
        earlier = by_mark.get(found.mark.continues or "") if found.mark else None
        return Quote(
            id=item,
            text=anchor.exact,
            anchor=anchor,
            speakers=[self.ids[who] for who in speakers],
            kind=found.claim.kind or "speech",
            verdict=found.verdict,
            cue=self.marks.anchor(cue) if cue else None,
            continues=earlier if earlier != item else None,
            origin=found.claim.origin,
        )

    def _warn_of_form(self, found: FoundQuote, item: str) -> None:
        if found.mark is None:
            self.ledger.warn(
                "no_quotation_marks", item, "These words do not stand between quotation marks in the article."
            )
        elif found.mark.form == "scare" and found.claim.kind is None:
            self.ledger.warn(
                "scare_quote", item, "The marks may only keep a word at a distance; nobody may have said it."
            )

    def _speakers(self, found: FoundQuote, item: str) -> list[Member]:
        linked = [self.linker.link(who) for who in found.claim.speakers]
        speakers = list(dict.fromkeys(link.member for link in linked if link.member))
        by_rule = found.claim.origin == "rule"
        nobody = "No rule tells who says it." if by_rule else "The model names nobody."
        unlinked = [link.offered for link in linked if link.offered and not link.member]
        if unlinked:
            names = " and ".join(map(repr, unlinked))
            message = f"The model names {names}, who is no party."
            self.ledger.warn("speaker_unresolved", item, message)
        elif not speakers and found.claim.kind not in {"term", "title"}:
            self.ledger.warn("speaker_unresolved", item, nobody)
        claim = found.claim
        if speakers and not claim.sure:
            message = "No name stands beside the words; by those around, others may be meant as well."
            self.ledger.warn("speaker_uncertain", item, message)
        if claim.origin == "rule" and claim.explicit:
            return speakers
        for who in speakers:
            if who.places and self.attribution.is_far(found.span, found.mark, who):
                message = f"The nearest mention of {who.name} is more than two sentences away."
                self.ledger.warn("speaker_far_from_quote", item, message)
        return speakers
