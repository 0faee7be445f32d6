"""Figures: numbers that count or measure, with their comparators, ranges and units."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from summarizer.analysis.amount import Amount
from summarizer.analysis.amounts import read_amount
from summarizer.analysis.analysis import Comparator, Figure
from summarizer.analysis.comparators import after, before
from summarizer.analysis.conventions import fitted
from summarizer.analysis.grammar import Grammar, grammar
from summarizer.analysis.not_figures import (
    is_name,
    is_one_of_dates,
    is_pronoun,
    is_time,
    may_be_year,
    score_end,
    sticks_to_a_name,
)
from summarizer.analysis.numerals import halfwidth, plain
from summarizer.analysis.ranges import Reading, is_odds, read_range, read_ratio, second_amount
from summarizer.analysis.sentences import in_sentence
from summarizer.analysis.standard_amounts import counts_nothing, is_uncertain
from summarizer.article import Span

_INCHES = re.compile(r"(?<=\d)\"")
_EQUALS = re.compile(r" ?[=＝] ?(?=[\d$€£¥])")
_LISTS = frozenset(
    (" and ", " or ", " & ", " y ", " et ", " und ", " e ", " и ", " i ", " to ", " through ", "-", "–")
)
"""Between the numbers of one list of names or dates: pages 3 and 4, Nov. 7 and 8."""


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
    text = halfwidth(text)
    reader = _Reader(fitted(grammar(language), text, language))
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
    ahead: dict[int, Amount | None] = field(default_factory=dict)
    """By place, the amounts of the text that were read to see how a list or a score goes on."""

    def read(self, text: str) -> Iterator[Reading]:
        self.ahead.clear()
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
            if isinstance(found, int):
                place = found
            elif found is not None:
                place = floor = found.end
                yield found
            else:
                place = amount.end
                listed = -1 if may_be_year(amount) else amount.end

    def _figure(self, text: str, amount: Amount, cluster_end: int, floor: int) -> Reading | int | None:
        """The figure that begins with an amount, or where to go on if it belongs to no sure one."""
        grammar = self.grammar
        unit = None if grammar.aged.match(text, amount.end) else amount.unit  # over 70 years old
        start, comparator, words = before(text, amount.start, floor, grammar, unit=unit)
        if words in grammar.ranges and floor > 0 and not text[floor:start].strip():
            start, comparator, words = amount.start, None, ""  # the second half of с 3 до 5
        if not amount.weak and self._is_no_quantity(text, amount):
            return score_end(text, amount, grammar, self._following)
        found = read_range(text, amount, start, words, grammar) or read_ratio(
            text, amount, start, comparator, grammar
        )
        if found or amount.weak:
            return found
        if comparator == "between":
            start, comparator = amount.start, None
        # What is left of 21-14 is a score or a vote; of 5 p.m. and 2-to-1, a time and the odds.
        if amount.end < cluster_end or is_time(text, amount, grammar) or is_odds(text, amount, grammar):
            return None
        if is_name(text, amount, grammar, comparator) or _counts_nothing(text, amount, grammar):
            return None
        return _with_comparator(text, amount, start, comparator, grammar)

    def _is_no_quantity(self, text: str, amount: Amount) -> bool:
        """Whether it begins dates, is half of a score, or has the price of it behind: 1ドル=148円."""
        grammar = self.grammar
        if amount.unit in grammar.monies and _EQUALS.match(text, amount.end):
            return True
        return (
            is_one_of_dates(text, amount, grammar, self._following)
            or score_end(text, amount, grammar, self._following) is not None
        )

    def _following(self, text: str, place: int, grammar: Grammar) -> Amount | None:
        if place not in self.ahead:
            self.ahead[place] = second_amount(text, place, grammar)
        return self.ahead[place]


def _counts_nothing(text: str, amount: Amount, grammar: Grammar) -> bool:
    if amount.lone and is_pronoun(text, amount, grammar):
        return True
    return not grammar.language.has_table and counts_nothing(text, amount, grammar)


def _with_comparator(
    text: str, amount: Amount, start: int, comparator: Comparator | None, grammar: Grammar
) -> Reading:
    """The figure of one amount, with the comparator before or behind it."""
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
    return Reading(start, end, amount.value, comparator or "exactly", None, unit, uncertain)
