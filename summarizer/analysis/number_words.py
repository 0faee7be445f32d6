"""Numbers written in words: seven, twenty-one, half a million, two-thirds, two and a half.

text2num was tried and left: it knows no dozen, no half, no two-thirds, takes ordinals for numbers, and reads
“nineteen eighty-four” as two of them. What it would need beside it is all of this module.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from summarizer.analysis.numerals import ARITHMETIC
from summarizer.languages import entry
from summarizer.text.wordlists import words

MAGNITUDES = {spelling: Decimal(value) for value, spelling in entry("en").magnitudes.items()}
_ONES = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PARTS = {f"{word}s": value for word, value in _DENOMINATORS.items() if word != "half"}
_QUARTERS = 3
"""The one count of quarters that is a fraction: two quarters and four quarters are parts of a year."""
_ORDINALS = words(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth hundredth thousandth
    """
)
_SCALES = {word: int(value) for word, value in MAGNITUDES.items() if word not in ("dozen", "hundred")}
_GOES_ON = frozenset({*_ONES, *_TENS})
_TEN, _DOZEN, _HUNDRED = 10, 12, 100

_BEHIND_AN_ARTICLE = "|".join(("half", *MAGNITUDES, *(f"{word} of" for word in _DENOMINATORS)))


def first_letters_and_rest(
    starts: Iterable[str], *, more: str = "", tail: str = "", glued: str = "’'-"
) -> tuple[str, str]:
    """The first letters of `starts`, and a pattern of what may follow one of them, to be put behind it.

    A search for a letter first is twice as fast as one for the words. `more` is a further alternative, `tail`
    what else may belong to the last word, and behind one of the signs `glued` no number begins.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(starts, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    letters = "".join(
        dict.fromkeys(case for letter in sorted(by_letter) for case in (letter, letter.upper()))
    )
    rests = "|".join(
        f"(?<=[{letter}{letter.upper()}])(?:{'|'.join(rests)})" for letter, rests in by_letter.items()
    )
    return letters, rf"(?<![\w{glued}].)(?:{rests}{more}){tail}\b"


_LETTERS, WORD_REST = first_letters_and_rest(
    (*_ONES, *_TENS, "half"), more=rf"|(?<=[aA])n?(?=[ -](?:{_BEHIND_AN_ARTICLE})\b)"
)
FIRST_LETTERS = "aA" + _LETTERS

_RUN = re.compile(r"[A-Za-z]+(?:[ \u00a0-][A-Za-z]+){0,11}")
_WORD = re.compile(r"[A-Za-z]+")


class Spelled(NamedTuple):
    """A number in words up to `end`.

    `lone` is the bare word one or zero, which seldom counts; `needs_unit` is “half a”, which counts in
    half a mile and not in half a man.
    """

    end: int
    value: Decimal
    lone: bool = False
    needs_unit: bool = False


@dataclass(slots=True)
class _Run:
    words: list[str]
    ends: list[int]
    place: int = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.words[place] if place < len(self.words) else ""

    @property
    def end(self) -> int:
        return self.ends[self.place - 1]


def read_words(text: str, start: int) -> Spelled | int:
    """The number whose words begin at `start`, or where to go on if they are none (a year, an ordinal)."""
    match = _RUN.match(text, start)
    if match is None:
        return start + 1
    found = list(_WORD.finditer(match.group()))
    run = _Run([word.group().lower() for word in found], [start + word.end() for word in found])
    if run.peek() == "half":
        return _half(run)
    return _article(run) if run.peek() in ("a", "an") else _cardinal(run)


def _half(run: _Run) -> Spelled | int:
    """Half a million, half-dozen, half of, half an hour."""
    article = run.peek(1) in ("a", "an")
    scale = MAGNITUDES.get(run.peek(1 + article))
    if scale is not None:
        run.place = 2 + article
        return Spelled(run.end, ARITHMETIC.divide(scale, Decimal(2)))
    run.place = 1 + article
    return Spelled(run.end, Decimal("0.5"), needs_unit=article) if article or run.peek() == "of" else run.end


def _article(run: _Run) -> Spelled | int:
    """A dozen, a hundred and fifty, a third of, a half million."""
    second = run.peek(1)
    if second == "half" and run.peek(2) in MAGNITUDES:
        run.place = 3
        return Spelled(run.end, ARITHMETIC.divide(MAGNITUDES[run.peek(-1)], Decimal(2)))
    if second in _DENOMINATORS and run.peek(2) == "of":
        run.place = 2
        share = _share(run, 1, _DENOMINATORS[second])
        return Spelled(run.end, share)
    if second not in MAGNITUDES:
        return run.ends[0]
    run.words[0] = "one"
    return _cardinal(run)


def _cardinal(run: _Run) -> Spelled | int:
    whole = _whole(run)
    lone = run.place == 1 and whole in (0, 1)
    following = run.peek()
    part = _part(run, whole)
    if part is not None:
        return Spelled(run.end, part)
    # Two numbers side by side are a year, a telephone number or a score; one before an ordinal is one itself.
    if following in _GOES_ON or (following in _ORDINALS and whole and not whole % 10):
        while run.peek() in _GOES_ON or run.peek() in _ORDINALS or run.peek() in MAGNITUDES:
            run.place += 1
        return run.end
    value = Decimal(whole)
    if following == "and" and run.peek(1) in ("a", "one") and run.peek(2) in ("half", "quarter", "third"):
        value, lone = ARITHMETIC.add(value, _ratio(1, _DENOMINATORS[run.peek(2)])), False
        run.place += 3
    return Spelled(run.end, value, lone=lone)


def _whole(run: _Run) -> int:
    """Read as many words as make one whole number."""
    total = group = 0
    room = _HUNDRED  # What the next word must stay below: ten after twenty, a hundred after two hundred.
    while True:
        ahead = int(run.peek() == "and" and run.place > 0 and run.words[run.place - 1] in MAGNITUDES)
        word = run.peek(ahead)
        value = _ONES.get(word) or _TENS.get(word)
        if value is not None and value < room:
            group, room = group + value, _TEN if word in _TENS else 0
        elif ahead or not group:
            run.place += run.place == 0
            return total + group
        elif word == "hundred" and group < _HUNDRED:
            group, room = group * _HUNDRED, _HUNDRED
        elif word in _SCALES:
            total, group, room = total + group * _SCALES[word], 0, _HUNDRED
        elif word == "dozen":
            run.place += 1
            return total + group * _DOZEN
        else:
            return total + group
        run.place += 1 + ahead


def _part(run: _Run, whole: int) -> Decimal | None:
    """Two-thirds, three quarters, one third; not four quarters, nor one quarter (of a year)."""
    word = run.peek()
    denominator = _PARTS.get(word, 0) if whole > 1 else _DENOMINATORS.get(word, 0)
    if not 0 < whole < denominator or (word == "quarters" and whole != _QUARTERS):
        return None
    if word == "quarter" and run.peek(1) != "of":
        return None
    run.place += 1
    return _share(run, whole, denominator)


def _share(run: _Run, numerator: int, denominator: int) -> Decimal:
    """A quarter, or a quarter of a million."""
    if run.peek() != "of" or run.peek(1) not in ("a", "one") or run.peek(2) not in MAGNITUDES:
        return _ratio(numerator, denominator)
    scale = int(MAGNITUDES[run.peek(2)])
    run.place += 3
    return _ratio(numerator * scale, denominator)


def _ratio(numerator: int, denominator: int) -> Decimal:
    return ARITHMETIC.divide(Decimal(numerator), Decimal(denominator)).quantize(Decimal("0.000001"))
