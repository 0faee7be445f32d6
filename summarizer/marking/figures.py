"""Figures: numbers that count or measure, with their comparators, ranges and units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.article import Span
from summarizer.marking.amounts import CANDIDATE, CANDIDATE_WITHOUT_WORDS, Amount, read_amount
from summarizer.marking.comparators import after, before
from summarizer.marking.cues import main_language
from summarizer.marking.marks import Comparator, Figure
from summarizer.marking.names import is_name, is_pronoun, is_time, may_be_year, sticks_to_a_name
from summarizer.marking.numerals import ARITHMETIC, plain, writes_decimal_comma
from summarizer.marking.sentences import in_sentence

_CONNECTOR = re.compile(r"( to | or | and | [–-] |[–-]|-to-)(?=[\d$£€¥₹A-Za-z])")
_CURRENCY_IN_FRONT = re.compile(r"(?:US\$|[$£€¥₹])?")
_RATIO = re.compile(r" (in|out of|of)(?: every)? (?=[\dtfshoen])")
_ODDS = re.compile(r" to ")
_FROM = re.compile(r"\bfrom \Z", re.IGNORECASE)
_OUT_OF_TEN = 10
_CHANGES = re.compile(
    r"\b(?:r[io]se|risen|grew|grown?|increased?|climbed|jumped|went|raised|expanded|up|down|fell|dropped|cut|moved?|change[ds]?"
    r"|rising|growing|increasing|shifted|surged|soared|doubled|tripled)\b[^.;]{0,25}\bfrom \Z"
)
_LOOK = 48
_LARGEST_RATIO = 1000
_LISTS = frozenset((" and ", " or ", " & ", " to ", " through ", "-", "–"))
"""Between the numbers of one list of names or dates: pages 3 and 4, Nov. 7 and 8."""


@dataclass(slots=True)
class _Reading:
    start: int
    end: int
    value: Decimal
    comparator: Comparator
    upper: Decimal | None
    unit: str | None


def figures(
    text: str, paragraphs: Sequence[Span], starts: Sequence[int], language: str | None
) -> Iterator[Figure]:
    """Every figure of the article in order; `starts` are where its sentences begin.

    Number words are English and read only in English articles and in those of unknown language.
    """
    english = main_language(language) == "en"
    reader = _Reader(CANDIDATE if english else CANDIDATE_WITHOUT_WORDS, writes_decimal_comma(language))
    number = 0
    for paragraph in paragraphs:
        for found in reader.read(text[paragraph.start : paragraph.end]):
            number += 1
            span = Span(paragraph.start + found.start, paragraph.start + found.end)
            yield Figure(
                id=f"f{number}",
                span=span,
                sentence=in_sentence(starts, span.start),
                value=plain(found.value),
                comparator=found.comparator,
                upper=None if found.upper is None else plain(found.upper),
                unit=found.unit,
            )


@dataclass(slots=True)
class _Reader:
    candidate: re.Pattern[str]
    decimal_comma: bool

    def read(self, text: str) -> Iterator[_Reading]:
        place = floor = 0
        listed = -1
        for match in self.candidate.finditer(text):
            start, end = match.span()
            if start < place or (text[start].isdigit() and sticks_to_a_name(text, start)):
                continue
            amount = self._amount(text, match)
            if isinstance(amount, int):
                place = amount
                continue
            goes_on = amount.bare and listed >= 0 and text[listed : amount.start] in _LISTS
            found = None if goes_on else self._figure(text, amount, end, floor)
            if found is not None:
                place = floor = found.end
                yield found
            else:
                place = amount.end
                listed = -1 if may_be_year(amount) else amount.end

    def _amount(self, text: str, match: re.Match[str]) -> Amount | int:
        return read_amount(text, match.start(), match.end(), decimal_comma=self.decimal_comma)

    def _figure(self, text: str, amount: Amount, cluster_end: int, floor: int) -> _Reading | None:
        start, comparator = before(text, amount.start, floor, unit=amount.unit)
        found = self._range(text, amount, start, comparator) or self._ratio(text, amount, start, comparator)
        if found:
            return found
        if comparator == "between":
            start, comparator = amount.start, None
        # What is left of 21-14 is a score or a vote; of 5 p.m. and 2-to-1, a time and the odds.
        if amount.end < cluster_end or is_time(text, amount.end) or self._is_odds(text, amount):
            return None
        if amount.bare and is_name(text, amount, comparator):
            return None
        if amount.lone and is_pronoun(text, amount):
            return None
        end = amount.end
        if comparator is None:
            end, comparator = (end, "at_least") if amount.plus else after(text, end)
        return _Reading(start, end, amount.value, comparator or "exactly", None, amount.unit)

    def _second(self, text: str, place: int) -> Amount | None:
        """The amount that begins at `place`, perhaps with its currency."""
        begin = _CURRENCY_IN_FRONT.match(text, place)
        match = self.candidate.match(text, begin.end() if begin else place)
        amount = self._amount(text, match) if match else None
        return amount if isinstance(amount, Amount) and amount.start >= place else None

    def _is_odds(self, text: str, more: Amount) -> bool:
        """Whether this is the larger part of 3 to 1, or the 5 of 5 to 7 p.m.; the other one falls too."""
        joint = _ODDS.match(text, more.end) if more.bare else None
        less = self._second(text, joint.end()) if joint else None
        if less is None or not less.bare or is_time(text, less.end):
            return less is not None and less.bare
        return less.value < more.value and not _FROM.search(text[max(more.start - _LOOK, 0) : more.start])

    def _range(self, text: str, low: Amount, start: int, comparator: Comparator | None) -> _Reading | None:
        connector = _CONNECTOR.match(text, low.end)
        if connector is None or (connector[1] == " and " and comparator != "between"):
            return None
        high = self._second(text, connector.end())
        if high is None or is_time(text, high.end) or (low.unit and high.unit and low.unit != high.unit):
            return None
        if connector[1] == " to " and _CHANGES.search(text[max(low.start - _LOOK, 0) : low.start]):
            return None
        if low.bare and high.bare and (is_name(text, low) or is_name(text, high)):
            return None
        value, upper = low.value, high.value
        if low.scale == 1 and low.written < high.written:
            value = ARITHMETIC.multiply(low.value, high.scale)
        if not value < upper or (connector[1] == " or " and upper > 2 * value):
            return None
        begin = start if comparator in ("between", "about") else low.start
        return _Reading(begin, high.end, value, "between", upper, high.unit or low.unit)

    def _ratio(self, text: str, part: Amount, start: int, comparator: Comparator | None) -> _Reading | None:
        """One in five; nine out of ten."""
        joint = _RATIO.match(text, part.end) if part.bare else None
        whole = self._second(text, joint.end()) if joint else None
        if whole is None or not whole.bare or not 0 < part.value < whole.value <= _LARGEST_RATIO:
            return None
        if any(value != value.to_integral_value() for value in (part.value, whole.value)):
            return None
        if joint and joint[1] == "of" and whole.value != _OUT_OF_TEN:
            return None
        share = ARITHMETIC.divide(part.value, whole.value).quantize(Decimal("0.000001"))
        return _Reading(start, whole.end, share, comparator or "exactly", None, None)
