"""Figures: numbers that count or measure, with their comparators, ranges and units."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis.amounts import Amount, read_amount
from summarizer.analysis.analysis import Comparator, Figure
from summarizer.analysis.comparators import after, before
from summarizer.analysis.grammar import Grammar, grammar
from summarizer.analysis.not_figures import is_name, is_pronoun, is_time, may_be_year, sticks_to_a_name
from summarizer.analysis.numerals import ARITHMETIC, plain
from summarizer.analysis.sentences import in_sentence
from summarizer.analysis.standard_amounts import counts_nothing, is_uncertain
from summarizer.article import Span

_CURRENCY_IN_FRONT = re.compile(r"(?:US\$|[$£€¥₹])?")
_INCHES = re.compile(r"(?<=\d)\"")
_OUT_OF_TEN = 10
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
    uncertain: bool = False


def figures(
    text: str,
    paragraphs: Sequence[Span],
    starts: Sequence[int],
    marks: AbstractSet[int],
    language: str | None,
) -> Iterator[Figure]:
    """Every figure of the article in order.

    `starts` are where its sentences begin, `marks` the places of its quotation marks, which are no inches.
    Number words are read where the language has a file of its own.
    """
    reader = _Reader(grammar(language))
    number = 0
    for paragraph in paragraphs:
        for found in reader.read(_with_inches(text, paragraph, marks)):
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
                uncertain=found.uncertain,
            )


def _with_inches(text: str, paragraph: Span, marks: AbstractSet[int]) -> str:
    """The text of a paragraph, straight marks behind digits made double primes if they quote nothing."""
    content = text[paragraph.start : paragraph.end]
    if '"' not in content:
        return content
    return _INCHES.sub(lambda mark: '"' if paragraph.start + mark.start() in marks else "″", content)


@dataclass(slots=True)
class _Reader:
    grammar: Grammar

    def read(self, text: str) -> Iterator[_Reading]:
        place = floor = 0
        listed = -1
        for match in self.grammar.candidate.finditer(text):
            start, end = match.span()
            if start < place or (text[start].isdigit() and sticks_to_a_name(text, start, self.grammar)):
                continue
            amount = read_amount(text, start, end, self.grammar)
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

    def _figure(self, text: str, amount: Amount, cluster_end: int, floor: int) -> _Reading | None:
        grammar = self.grammar
        start, comparator, words = before(text, amount.start, floor, grammar, unit=amount.unit)
        if words in grammar.ranges and floor > 0 and not text[floor:start].strip():
            start, comparator, words = amount.start, None, ""  # the second half of с 3 до 5
        found = self._range(text, amount, start, words) or self._ratio(text, amount, start, comparator)
        if found:
            return found
        if comparator == "between":
            start, comparator = amount.start, None
        # What is left of 21-14 is a score or a vote; of 5 p.m. and 2-to-1, a time and the odds.
        if amount.end < cluster_end or is_time(text, amount, grammar) or self._is_odds(text, amount):
            return None
        if is_name(text, amount, grammar, comparator) or self._counts_nothing(text, amount):
            return None
        end, unit = amount.end, amount.unit
        if comparator is None:
            comparator = amount.comparator
            if comparator is None:
                end, comparator = after(text, end, grammar)
            if comparator is None and amount.counter:
                counted = amount.end + len(amount.counter)
                end, comparator = after(text, counted, grammar)
                end, unit = (end, amount.counter) if comparator else (amount.end, unit)
        uncertain = not grammar.language.has_table and is_uncertain(text, amount, grammar)
        return _Reading(start, end, amount.value, comparator or "exactly", None, unit, uncertain)

    def _counts_nothing(self, text: str, amount: Amount) -> bool:
        if amount.lone and is_pronoun(text, amount, self.grammar):
            return True
        return not self.grammar.language.has_table and counts_nothing(text, amount, self.grammar)

    def _second(self, text: str, place: int) -> Amount | None:
        """The amount that begins at `place`, perhaps with its currency."""
        begin = _CURRENCY_IN_FRONT.match(text, place)
        match = self.grammar.candidate.match(text, begin.end() if begin else place)
        amount = read_amount(text, match.start(), match.end(), self.grammar) if match else None
        return amount if isinstance(amount, Amount) and amount.start >= place else None

    def _is_odds(self, text: str, more: Amount) -> bool:
        """Whether this is the larger part of 3 to 1, or the 5 of 5 to 7 p.m.; the other one falls too."""
        joint = self.grammar.odds.match(text, more.end) if more.bare else None
        less = self._second(text, joint.end()) if joint else None
        if less is None or not less.bare or is_time(text, less, self.grammar):
            return less is not None and less.bare
        before_it = text[max(more.start - _LOOK, 0) : more.start]
        return less.value < more.value and not self.grammar.odds_not_behind.search(before_it)

    def _range(self, text: str, low: Amount, start: int, words: str) -> _Reading | None:
        grammar = self.grammar
        connector = grammar.connector.match(text, low.end)
        if connector is None:
            return None
        joint = connector[1].strip()
        openers = grammar.ranges.get(joint, ())
        opens = grammar.comparators.get(words) in ("between", "about") and (not openers or words in openers)
        if openers and not opens:
            return None
        high = self._second(text, connector.end())
        if high is None or is_time(text, high, grammar) or (high.unit and low.unit not in (None, high.unit)):
            return None
        either = joint == grammar.language.either
        changes = joint in grammar.ranges and not either and self._is_change(text, low, high)
        named = low.bare and high.bare and (is_name(text, low, grammar) or is_name(text, high, grammar))
        if changes or named:
            return None
        value, upper = low.value, high.value
        if low.scale == 1 and low.written < high.written:
            value = ARITHMETIC.multiply(low.value, high.scale)
        if not value < upper or (either and upper > 2 * value):
            return None
        begin = start if opens else low.start
        return _Reading(begin, high.end, value, "between", upper, high.unit or low.unit)

    def _is_change(self, text: str, low: Amount, high: Amount) -> bool:
        """Whether it rose from the one to the other."""
        earlier = text[max(low.start - _LOOK, 0) : low.start]
        return bool(self.grammar.changes.search(earlier) or self.grammar.changes_after.match(text, high.end))

    def _ratio(self, text: str, part: Amount, start: int, comparator: Comparator | None) -> _Reading | None:
        """One in five; nine out of ten."""
        joint = self.grammar.ratio.match(text, part.end) if part.bare else None
        whole = self._second(text, joint.end()) if joint else None
        if whole is None or not whole.bare or not 0 < part.value < whole.value <= _LARGEST_RATIO:
            return None
        if any(value != value.to_integral_value() for value in (part.value, whole.value)):
            return None
        if joint and joint[1] in self.grammar.tenths and whole.value != _OUT_OF_TEN:
            return None
        begin = start if comparator and comparator != "between" else part.start
        share = ARITHMETIC.divide(part.value, whole.value).quantize(Decimal("0.000001"))
        return _Reading(begin, whole.end, share, comparator or "exactly", None, None)
