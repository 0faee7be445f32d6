"""Find offered words in the article, exactly, then normalised; for what is not found, the closest place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.article import Span
from summarizer.grounding.index import CROWD, Index, Run
from summarizer.grounding.offers import Offer, loose
from summarizer.grounding.resemblance import closest_place
from summarizer.grounding.splicing import spliced_place
from summarizer.text.glyphs import canonical
from summarizer.text.tokens import Tokens

GRAM = 3


class Located(NamedTuple):
    """The offered words stand at `span`, letter for letter or with other glyphs."""

    span: Span
    verdict: Literal["verbatim", "normalised"]


@dataclass(frozen=True, slots=True)
class NotLocated:
    """The article does not have the offered words; `closest` is the place that comes nearest."""

    verdict: Literal["altered", "spliced", "not_found"]
    reason: str
    closest: Span | None = None


class Locator:
    """Places for a set of offers, all known beforehand: the article is read once, in linear time."""

    def __init__(self, tokens: Tokens, texts: Iterable[str], numbers: Iterable[str] = ()) -> None:
        """Index `tokens` for the offered `texts`, and for `numbers`, of which one digit is enough."""
        self._tokens = tokens
        self._offers = {text: Offer.of(text) for text in texts}
        self._offers |= {text: Offer.of_number(text) for text in numbers}
        offers = [offer for offer in self._offers.values() if offer is not None]
        self._index = Index(tokens, (offer.words for offer in offers))
        self._runs = {offer: self._index.numbered(offer.words) for offer in offers}
        self._candidates: dict[Offer, list[int]] = {}
        self._gather(GRAM, offers)
        self._found: dict[Offer, list[Located]] = {}

    def _gather(self, size: int, offers: Sequence[Offer]) -> None:
        """Note where each offer may begin, by ever longer runs of words while they are too common to try."""
        by_size: dict[int, list[Run]] = {}
        for offer in offers:
            run = self._runs[offer]
            by_size.setdefault(min(size, len(run)), []).append(run)
        for length, runs in by_size.items():
            self._index.record(length, runs)
        crowded = [offer for offer in offers if not self._settle(offer, size)]
        if crowded:
            self._gather(size * 2, crowded)

    def _settle(self, offer: Offer, size: int) -> bool:
        run = self._runs[offer]
        size = min(size, len(run))
        places, shift = min(
            ((self._index.places(run[at : at + size]), at) for at in range(len(run) - size + 1)),
            key=lambda entry: len(entry[0]),
        )
        numbers, wanted = self._index.numbers, list(run)
        found = [
            first
            for place in places[:CROWD]
            if (first := place - shift) >= 0 and numbers[first : first + len(run)] == wanted
        ]
        self._candidates[offer] = found
        return bool(found) or len(places) <= CROWD or size == len(run)

    def occurrences(self, text: str) -> list[Located]:
        """Where `text` stands, verbatim places first, then in the order of the article.

        Of words that stand more than a thousand times, the places among the first thousand.
        """
        offer = self._offers[text]
        if offer is None:
            return []
        if offer not in self._found:
            places = (self._place(offer, first) for first in self._candidates[offer])
            found = [place for place in places if place]
            self._found[offer] = sorted(found, key=lambda place: (place.verdict == "normalised", place.span))
        return self._found[offer]

    def _place(self, offer: Offer, first: int) -> Located | None:
        span = self._tokens.span(first, first + len(offer.words))
        text = self._tokens.text
        core = text[span.start : span.end]
        if core != offer.core and canonical(core) != offer.canonical_core:
            return None
        start, end = _before(text, span.start, offer.lead), _after(text, span.end, offer.trail)
        if start is None or end is None:
            return None
        verdict: Literal["verbatim", "normalised"] = (
            "verbatim" if text[start:end] == offer.text else "normalised"
        )
        return Located(Span(start, end), verdict)

    def miss(self, text: str) -> NotLocated:
        """Why `text`, which has no occurrence, is not to be shown."""
        offer = self._offers[text]
        if offer is None:
            return NotLocated("not_found", "It holds too little to be looked for.")
        run, candidates = self._runs[offer], self._candidates[offer]
        if candidates:
            span = self._tokens.span(candidates[0], candidates[0] + len(run))
            return NotLocated("altered", "The words stand there, but in other spelling or punctuation.", span)
        span_or_none = spliced_place(self._index, run, min(GRAM, len(run)), ellipsis=offer.has_ellipsis)
        if span_or_none:
            return NotLocated("spliced", "It joins places that are apart in the article.", span_or_none)
        near = closest_place(self._index, run, min(GRAM, len(run)), offer.core)
        if near is None:
            return NotLocated("not_found", "Nothing in the article resembles it.")
        span, alike = near
        if alike:
            return NotLocated("altered", "The article has it in other words.", span)
        return NotLocated("not_found", "The article does not have these words.", span)


def _before(text: str, start: int, lead: str) -> int | None:
    """Where the place begins if `lead` stands before `start`; `start` if it need not; else None."""
    if not lead:
        return start
    wanted = canonical(lead)
    for length in range(1, min(len(lead) + 3, start) + 1):
        if canonical(text[start - length : start]) == wanted:
            return start - length
    return start if loose(lead) else None


def _after(text: str, end: int, trail: str) -> int | None:
    if not trail:
        return end
    wanted = canonical(trail)
    for length in range(1, min(len(trail) + 3, len(text) - end) + 1):
        if canonical(text[end : end + length]) == wanted:
            return end + length
    return end if loose(trail) else None
