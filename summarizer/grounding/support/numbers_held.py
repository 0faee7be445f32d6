"""Numbers in a model's own words that the sentences they rest on do not hold.

Read by the number grammar of `analysis`, the article's and the model's alike; compared by value.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from summarizer.analysis import Figure, MarkedArticle
from summarizer.analysis.amount import Amount
from summarizer.analysis.amounts import read_amount
from summarizer.analysis.analysis import Comparator
from summarizer.analysis.grammar import grammar
from summarizer.analysis.places import Marks
from summarizer.languages import KNOWN, main_language

ROUNDING = Decimal("0.05")
"""How far, as a part of the article's number, one may be off that says it is rounded: about 35,000."""
_DIGITS = re.compile(r"(?<![\d.,])(\d{1,30})(?![\d.,]*\d)(?!(?:st|nd|rd|th)\b)")
"""Digits that are neither part of a decimal nor of a longer number, nor an ordinal."""
_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.[ \u00a0]?(\d{1,2})\.[ \u00a0]?(\d{4})?(?!\d)")
"""A date such as 13.11.2024."""
_UNJUDGED_WORDS = frozenset({Decimal(0), Decimal(1), Decimal(2)})
"""In words these count sides and steps as often as what the news is about: the two sides, one of them."""
_UNJUDGED_ELSEWHERE = 12
"""Where number words are not read, a whole number up to this may stand in the article as a word."""


class HeldNumbers:
    """The values of all numbers in an article, sentence by sentence; years and parts of names too."""

    def __init__(self, marks: Marks) -> None:
        """Nothing is read yet but the figures that marking found."""
        self._marks = marks
        self._language = marks.marked.language
        self._tags = dict.fromkeys((self._language, "en"))
        self._figures: dict[str, set[Decimal]] = {}
        for figure in marks.marked.figures:
            values = (value for value in (figure.value, figure.upper) if value is not None)
            self._figures.setdefault(figure.sentence, set()).update(values)
        self._read: dict[int, set[Decimal]] = {}
        self._readings_of: dict[str, set[Decimal]] = {}

    def missing(self, own: MarkedArticle, sentences: Iterable[int]) -> list[str]:
        """The numbers in a model's words that `sentences` do not hold, as they write them, each once.

        A number that says it is rounded (about, some, nearly, more than) may be five in a hundred off, on the
        side that its words say. Not judged are one and two in words, fractions in words, ordinals, and, where
        the number words of the article's language are not read, whole numbers up to 12.
        """
        offered = list(_offered(own))
        if not offered:
            return []
        held = self._of_article.union(*map(self._of_sentence, sentences))
        return list(dict.fromkeys(number.text for number in offered if not self._holds(number, held)))

    def _holds(self, number: "_Number", held: set[Decimal]) -> bool:
        whole = number.value == number.value.to_integral_value()
        if main_language(self._language) not in KNOWN and whole and abs(number.value) <= _UNJUDGED_ELSEWHERE:
            return True
        readings: set[Decimal] = set() if number.is_range else self._readings(number.text)
        if not held.isdisjoint({number.value, *readings}):
            return True
        if not held.isdisjoint({number.value * 100, number.value / 100}):  # one in four, 25%
            return True
        return number.comparator != "exactly" and any(_is_rounded(number, theirs) for theirs in held)

    def _of_sentence(self, number: int) -> set[Decimal]:
        """Every number of a sentence by every reading."""
        if number not in self._read:
            sentence = self._marks.marked.sentences[number]
            text = self._marks.marked.article.slice(sentence.span)
            self._read[number] = self._all(text) | self._figures.get(sentence.id, set())
        return self._read[number]

    @cached_property
    def _of_article(self) -> set[Decimal]:
        """Those of its title and of its date."""
        article = self._marks.marked.article
        found = self._all(article.title or "")
        if article.published is not None:
            day = article.published
            found |= {Decimal(day.year), Decimal(day.month), Decimal(day.day)}
        return found

    def _all(self, text: str) -> set[Decimal]:
        found = {Decimal(digits) for digits in _DIGITS.findall(text)}
        found |= {Decimal(digits) for day in _DAY.findall(text) for digits in day if digits}
        return found | self._readings(text)

    def _readings(self, text: str) -> set[Decimal]:
        """What the numbers of `text` may mean in the article's language, or in English.

        A model that writes another language may take its separators along.
        """
        if text not in self._readings_of:
            self._readings_of[text] = {
                value
                for tag in self._tags
                for amount in _amounts(text, tag)
                for value in (amount.value, amount.written)
            }
        return self._readings_of[text]


def _offered(own: MarkedArticle) -> Iterator["_Number"]:
    """The numbers of a text: figures, and the digits that are part of none, such as years."""
    text = own.article.text
    covered: list[tuple[int, int]] = []
    for figure in own.figures:
        words = own.article.slice(figure.span)
        covered.append(figure.span)
        if any(letter.isdigit() for letter in words) or not _is_unjudged(figure):
            yield from _numbers(words, figure)
    for match in _DIGITS.finditer(text):
        if not any(start <= match.start() < end for start, end in covered):
            yield _Number(match[1], Decimal(match[1]), "exactly")


@dataclass(frozen=True, slots=True)
class _Number:
    text: str
    value: Decimal
    comparator: Comparator
    is_range: bool = False


def _numbers(words: str, figure: Figure) -> Iterator[_Number]:
    comparator: Comparator = "exactly" if figure.upper is not None else figure.comparator
    yield _Number(words, figure.value, comparator, is_range=figure.upper is not None)
    if figure.upper is not None:
        yield _Number(words, figure.upper, comparator, is_range=True)


def _is_unjudged(figure: Figure) -> bool:
    """Whether a number in words is a fraction, or too small and bare to say that the article lacks it."""
    return figure.value < 1 or (figure.unit is None and figure.value in _UNJUDGED_WORDS)


def _is_rounded(number: _Number, theirs: Decimal) -> bool:
    off = number.value - theirs
    if abs(off) > abs(theirs) * ROUNDING:
        return False
    if number.comparator in {"more_than", "at_least"}:
        return off <= 0
    return off >= 0 or number.comparator not in {"less_than", "at_most"}


def _amounts(text: str, language: str | None) -> Iterator[Amount]:
    """Every number by the grammar of a language, those it takes for names and dates included."""
    place, known = 0, grammar(language)
    for match in known.candidate.finditer(text):
        if match.start() < place:
            continue
        amount = read_amount(text, match.start(), match.end(), known)
        if isinstance(amount, int):
            place = amount
        else:
            place = amount.end
            yield amount
