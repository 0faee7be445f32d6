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
from summarizer.languages import Language
from summarizer.text.wordlists import phrases, words

_QUARTERS = 3
"""The one count of quarters that is a fraction: two quarters and four quarters are parts of a year."""
_TEN, _DOZEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 12, 20, 100, 1000


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


_RUN = re.compile(r"[A-Za-z]+(?:[ \u00a0-][A-Za-z]+){0,11}")
_WORD = re.compile(r"[A-Za-z]+")
_BEFORE_A_POINT = "at "
"""At one point two men came."""


class Spelled(NamedTuple):
    """A number in words up to `end`.

    `lone` is the bare word one or zero, which seldom counts; `needs_unit` is “half a”, which counts in
    half a mile and not in half a man. `shared` is the magnitude at its end, which a number before may share:
    six to eight million. `unit_end` is where the unit in the middle ends, as in an hour and a half. `about`
    tells that the words give but a rough number, as une centaine does.
    """

    end: int
    value: Decimal
    lone: bool = False
    needs_unit: bool = False
    shared: int = 1
    unit_end: int = 0
    about: bool = False


@dataclass(slots=True)
class _Run:
    words: list[str]
    ends: list[int]
    between: list[str]
    before: str
    place: int = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.words[place] if place < len(self.words) else ""

    @property
    def end(self) -> int:
        return self.ends[self.place - 1]


class EnglishWords:
    """The reader of English number words."""

    def __init__(self, language: Language) -> None:
        numbers = {word: value for value, text in language.numbers.items() for word in text.split()}
        self._magnitudes = {
            word: value for value, text in language.magnitudes.items() for word in phrases(text)
        }
        self._denominators = {
            word: value for value, text in language.denominators.items() for word in text.split()
        }
        self._ones = {word: value for word, value in numbers.items() if value < _TWENTY}
        self._tens = {word: value for word, value in numbers.items() if value >= _TWENTY}
        self._parts = {f"{word}s": value for word, value in self._denominators.items() if word != "half"}
        self._scales = {
            word: value for word, value in self._magnitudes.items() if value >= _THOUSAND and word.isalpha()
        }
        self._ordinals = words(language.ordinal_words)
        self._half_of = words(language.half_of)
        behind_an_article = "|".join(
            (
                "half",
                *self._magnitudes,
                *(f"{word} of" for word in self._denominators),
                *(f"quarter[ -]{scale}" for scale in self._scales),
                r"[a-z]{2,12} and (?:a|one) (?:half|quarter)",
            )
        )
        letters, self.rest = first_letters_and_rest(
            (*numbers, "half", *(f"quarter-{scale}" for scale in self._scales)),
            more=rf"|(?<=[aA])n?(?=[ -](?:{behind_an_article})\b)",
        )
        self.first_letters = "aA" + letters

    def read(self, text: str, start: int) -> Spelled | int:
        """The number whose words begin at `start`, or where to go on if they are none: a year, an ordinal."""
        match = _RUN.match(text, start)
        if match is None:
            return start + 1
        found = list(_WORD.finditer(match.group()))
        run = _Run(
            [word.group().lower() for word in found],
            [start + word.end() for word in found],
            [match.group()[word.end() : word.end() + 1] for word in found],
            text[max(start - len(_BEFORE_A_POINT), 0) : start].lower(),
        )
        if run.peek() == "half":
            return self._half(run)
        if run.peek() == "quarter":
            run.words.insert(0, "a")
            run.ends.insert(0, start)
            run.between.insert(0, " ")
        return self._article(run) if run.peek() in ("a", "an") else self._cardinal(run)

    def _half(self, run: _Run) -> Spelled | int:
        """Half a million, half-dozen, half of, half the seats, half an hour."""
        article = run.peek(1) in ("a", "an")
        scale = self._magnitudes.get(run.peek(1 + article))
        if scale is not None:
            run.place = 2 + article
            return Spelled(run.end, ARITHMETIC.divide(Decimal(scale), Decimal(2)))
        run.place = 1 + article
        if article or run.peek() in self._half_of:
            return Spelled(run.end, Decimal("0.5"), needs_unit=article)
        return run.end

    def _article(self, run: _Run) -> Spelled | int:
        """A dozen, a hundred and fifty, a third of, a half million, a quarter-million, an hour and a half."""
        second = run.peek(1)
        part = {"half": 2, "quarter": 4}.get(second)
        scale = self._magnitudes.get(run.peek(2), 0)
        if part and (scale >= _THOUSAND or (scale and second == "half")):
            run.place = 3
            return Spelled(run.end, ARITHMETIC.divide(Decimal(scale), Decimal(part)))
        if second in self._denominators and run.peek(2) == "of":
            run.place = 2
            share = self._share(run, 1, self._denominators[second])
            return Spelled(run.end, share)
        if second not in self._magnitudes:
            added = self._added(run, ahead=2)
            if not added:
                return run.ends[0]
            run.place = 5
            return Spelled(run.end, ARITHMETIC.add(Decimal(1), added), unit_end=run.ends[1])
        run.words[0] = "one"
        return self._cardinal(run)

    def _added(self, run: _Run, ahead: int = 0) -> Decimal | None:
        """The part of “and a half” or “and two thirds”, if that follows."""
        if run.peek(ahead) != "and":
            return None
        many, word = run.peek(ahead + 1), run.peek(ahead + 2)
        if many in ("a", "one"):
            return _ratio(1, self._denominators[word]) if word in ("half", "quarter", "third") else None
        numerator, denominator = self._ones.get(many, 0), self._parts.get(word, 0)
        return _ratio(numerator, denominator) if 1 < numerator < denominator else None

    def _cardinal(self, run: _Run) -> Spelled | int:
        whole = self._whole(run)
        lone = run.place == 1 and whole in (0, 1)
        part = self._part(run, whole)
        if part is not None:
            return Spelled(run.end, part)
        shared = self._shared(run)
        decimals = self._decimals(run) if shared == 1 else ""
        if decimals:
            return Spelled(run.end, Decimal(f"{whole}.{decimals}"))
        # Two numbers side by side are a year, a call or a score; one before an ordinal is one itself.
        following = run.peek()
        if self._goes_on(following) or (following in self._ordinals and whole and not whole % 10):
            while self._goes_on(run.peek()) or run.peek() in self._ordinals or run.peek() in self._magnitudes:
                run.place += 1
            return run.end
        value = Decimal(whole)
        added = self._added(run)
        if added:
            run.place += 3
            if shared in (_HUNDRED, _THOUSAND):
                return run.end  # a hundred and a half: of what?
            value = ARITHMETIC.add(value, ARITHMETIC.multiply(added, Decimal(shared)))
            return Spelled(run.end, value)
        return Spelled(run.end, value, lone=lone, shared=shared)

    def _goes_on(self, word: str) -> bool:
        return word in self._ones or word in self._tens

    def _shared(self, run: _Run) -> int:
        """The magnitudes that the words read so far end with, multiplied."""
        shared, place = 1, run.place - 1
        while place > 0 and run.words[place] in self._magnitudes:
            shared *= self._magnitudes[run.words[place]]
            place -= 1
        return shared

    def _decimals(self, run: _Run) -> str:
        """The digits of two *point five*; none in at one point two men came."""
        place, digits = run.place, ""
        before, point = run.between[place - 1], run.between[place] if place < len(run.words) else ""
        idiom = run.peek(-1) == "one" and run.before == _BEFORE_A_POINT
        if run.peek() != "point" or before != point or idiom:
            return ""
        place += 1
        while place < len(run.words):
            word = run.words[place]
            value = self._ones.get(word, self._tens.get(word))
            if value is None or (digits and value >= _TEN):
                break
            place, digits = place + 1, digits + str(value)
            if value >= _TEN:
                break
        run.place = place if digits else run.place
        return digits

    def _whole(self, run: _Run) -> int:
        """Read as many words as make one whole number."""
        total = group = last = 0
        room = _HUNDRED  # What the next word must stay below: ten after twenty, a hundred after two hundred.
        stop = (0, 0)  # Place and value behind the last magnitude: the end of four million and nine million.
        while True:
            ahead = int(
                run.peek() == "and" and run.place > 0 and run.words[run.place - 1] in self._magnitudes
            )
            word = run.peek(ahead)
            value = self._ones.get(word) or self._tens.get(word)
            scale = self._magnitudes.get(word, 0)
            if value is not None and value < room:
                group, room = group + value, _TEN if word in self._tens else 0
            elif ahead or not group:
                run.place += run.place == 0
                return total + group
            elif not scale:
                return total + group
            elif group >= _HUNDRED >= scale or (
                last and scale >= last and not (last == _THOUSAND < scale and group >= _HUNDRED)
            ):
                run.place, total = stop if stop[0] else (run.place, total + group)
                return total
            elif scale == _DOZEN:
                run.place += 1
                return total + group * _DOZEN
            elif scale == _HUNDRED:
                group, room = group * _HUNDRED, _HUNDRED
            elif last and scale > last:  # two thousand five hundred million
                total, group, room, last = (total + group) * scale, 0, _HUNDRED, scale
            else:
                total, group, room, last = total + group * scale, 0, _HUNDRED, scale
            run.place += 1 + ahead
            stop = (run.place, total + group) if scale else stop

    def _part(self, run: _Run, whole: int) -> Decimal | None:
        """Two-thirds, three quarters, one third; not four quarters, nor one quarter (of a year)."""
        word = run.peek()
        denominator = self._parts.get(word, 0) if whole > 1 else self._denominators.get(word, 0)
        if not 0 < whole < denominator or (word == "quarters" and whole != _QUARTERS):
            return None
        if word == "quarter" and run.peek(1) != "of":
            return None
        run.place += 1
        return self._share(run, whole, denominator)

    def _share(self, run: _Run, numerator: int, denominator: int) -> Decimal:
        """A quarter, or a quarter of a million."""
        if run.peek() != "of" or run.peek(1) not in ("a", "one") or run.peek(2) not in self._magnitudes:
            return _ratio(numerator, denominator)
        scale = self._magnitudes[run.peek(2)]
        run.place += 3
        return _ratio(numerator * scale, denominator)


def _ratio(numerator: int, denominator: int) -> Decimal:
    return ARITHMETIC.divide(Decimal(numerator), Decimal(denominator)).quantize(Decimal("0.000001"))
