"""One number with what belongs to it: currency, magnitude and unit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.marking.number_words import FIRST_LETTERS, WORD_REST, read_words
from summarizer.marking.numerals import ARITHMETIC, CLUSTER_REST, is_no_number, read_numeral
from summarizer.marking.units import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MEASURES,
    TIME_UNITS,
    UNIT_SIGNS,
)
from summarizer.marking.vocabulary import MAGNITUDES, RANK_WORDS, SHORT_MAGNITUDES


def _alternatives(table: Iterable[str]) -> str:
    """The words of a table as a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))


_UNITS = {**MEASURES, **TIME_UNITS}
_LOWER_CASE_UNITS = {spelling.lower(): unit for spelling, unit in _UNITS.items()}
_KNOWN = {
    phrase.replace("-", " ").split()[0].strip(".").lower()
    for phrase in (
        *_UNITS,
        *CURRENCY_WORDS,
        *CURRENCY_CODES,
        *MAGNITUDES,
        *SHORT_MAGNITUDES,
        "year",
        "second",
        "u",
    )
}
"""First words of all that may follow a number; most words that do are none of them."""

_SPACE = r"[ \u00a0\u2009\u202f]"
_NEXT_WORD = re.compile(rf"(?:{_SPACE}|-)([A-Za-z]+)")
_SIGNS = "%°€£₹₽₪"
_MAGNITUDE = re.compile(rf"(?:{_SPACE}|-)?((?i:{_alternatives(MAGNITUDES)}))\b")
_SHORT_MAGNITUDE = re.compile(rf"({_SPACE}?)(mln|trn|mn|bn|tn|[kKmMbB])\b")
_CURRENCY_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<sign>{_alternatives(CURRENCY_SIGNS)})|\b(?P<code>{_alternatives(CURRENCY_CODES)})){_SPACE}?\Z"
)
_CURRENCY_AFTER = re.compile(
    rf"(?:{_SPACE}|-)(?P<word>(?i:{_alternatives(CURRENCY_WORDS)}))\b"
    rf"|{_SPACE}?(?P<code>{_alternatives(CURRENCY_CODES)})\b"
    rf"|{_SPACE}?(?P<sign>[€£₹₽₪])"
)
_AGE = re.compile(r"[ -]year[ -]olds?\b")
_BRIEF = re.compile(r"-second\b")
_UNIT = re.compile(rf"(?:{_SPACE}|-)?((?i:{_alternatives(_UNITS)}))\b(?!['’])")
_SIGN = re.compile(rf"{_SPACE}?(°{_SPACE}?[CF]\b|[%°])|(m)\b")
_PLURAL_FOLLOWS = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")
_LONGEST_CURRENCY = 6

CANDIDATE = re.compile(rf"[\d{FIRST_LETTERS}](?:(?<=\d){CLUSTER_REST}|{WORD_REST})")
CANDIDATE_WITHOUT_WORDS = re.compile(rf"\d{CLUSTER_REST}")
"""Where a number may begin. No number needs more than one of these searches over a text."""


@dataclass(slots=True)
class Amount:
    """A number as written at `start`…`end`; `written` is its value before `scale` is applied."""

    start: int
    end: int
    written: Decimal
    scale: Decimal = Decimal(1)
    unit: str | None = None
    digits: str = ""
    lone: bool = False
    plus: bool = False

    @property
    def value(self) -> Decimal:
        """The number in plain units."""
        return ARITHMETIC.multiply(self.written, self.scale)

    @property
    def bare(self) -> bool:
        """Whether nothing stands beside the number that tells it from a name or a date."""
        return self.unit is None and self.scale == 1


def read_amount(text: str, start: int, end: int, *, decimal_comma: bool) -> Amount | int:
    """The amount whose number begins at `start`, or where to go on; `end` is where the candidate ends."""
    if not text[start].isdigit():
        spelled = read_words(text, start)
        if isinstance(spelled, int):
            return max(spelled, start + 1)
        amount = Amount(start, spelled.end, spelled.value, lone=spelled.lone)
        _read_after(text, amount)
        return spelled.end if spelled.needs_unit and amount.unit is None else amount
    if is_no_number(text[start:end]):
        return end
    numeral = read_numeral(text, start, decimal_comma=decimal_comma)
    if numeral is None:
        return end
    amount = Amount(start, numeral[0], numeral[1], digits=text[start : numeral[0]])
    _read_sign_before(text, amount)
    if start:
        _read_currency_before(text, amount)
    _read_after(text, amount)
    following = text[amount.end : amount.end + 1]
    return end if following.isalnum() or following == "_" else amount


def _read_sign_before(text: str, amount: Amount) -> None:
    """Take in the minus of -5 and the point of .5; whether they hang on a word before has been looked at."""
    before = text[amount.start - 1 : amount.start]
    if before == "." and amount.digits.isdigit():
        amount.start, amount.digits = amount.start - 1, "." + amount.digits
        amount.written = Decimal(amount.digits)
    elif before and before in "-−" and text[amount.start - 2 : amount.start - 1] in ("", " ", "(", "\u00a0"):
        amount.start, amount.written = amount.start - 1, -amount.written


def _read_currency_before(text: str, amount: Amount) -> None:
    begin = max(amount.start - _LONGEST_CURRENCY, 0)
    match = _CURRENCY_BEFORE.search(text[begin : amount.start])
    if match:
        amount.unit = CURRENCY_SIGNS[match["sign"]] if match["sign"] else match["code"]
        amount.start = begin + match.start()


def _read_after(text: str, amount: Amount) -> None:
    """Take in what follows the number: +, magnitude, unit or currency."""
    if text[amount.end : amount.end + 1] == "+" and not text[amount.end + 1 : amount.end + 2].isdigit():
        amount.plus, amount.end = True, amount.end + 1
    if not _something_follows(text, amount.end):
        return
    _read_magnitude(text, amount)
    currency = _CURRENCY_AFTER.match(text, amount.end)
    if currency:
        amount.unit, amount.end = amount.unit or _currency(currency), currency.end()
    elif amount.unit is None:
        _read_unit(text, amount)


def _something_follows(text: str, end: int) -> bool:
    """Whether a magnitude, unit or currency may follow; a quick look that spares most numbers a long one."""
    following = text[end : end + 2]
    if following[:1] in tuple(_SIGNS) or following[:1].isalpha() or following[1:] in tuple(_SIGNS):
        return True
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1].lower() in _KNOWN


def _read_magnitude(text: str, amount: Amount) -> None:
    for _ in range(2):
        match = _MAGNITUDE.match(text, amount.end)
        if match is None:
            break
        amount.scale = ARITHMETIC.multiply(amount.scale, MAGNITUDES[match[1].lower()])
        amount.end = match.end()
    short = _SHORT_MAGNITUDE.match(text, amount.end) if amount.scale == 1 and amount.digits else None
    if short is None:
        return
    space, letter = short[1], short[2]
    if len(letter) == 1 and amount.unit is None:
        word = _NEXT_WORD.match(text, short.end())
        if space or (word and word[1].lower() in RANK_WORDS):
            return
        if letter.lower() != "k" and not _PLURAL_FOLLOWS.match(text, short.end()):
            return
    amount.scale, amount.end = SHORT_MAGNITUDES[letter.lower()], short.end()


def _currency(match: re.Match[str]) -> str:
    if match["code"]:
        return match["code"]
    return CURRENCY_SIGNS[match["sign"]] if match["sign"] else CURRENCY_WORDS[match["word"].lower()]


def _read_unit(text: str, amount: Amount) -> None:
    for pattern, unit in ((_AGE, "years"), (_BRIEF, "seconds")):
        match = pattern.match(text, amount.end)
        if match:
            amount.unit, amount.end = unit, match.end()
            return
    sign = _SIGN.match(text, amount.end)
    if sign:
        amount.unit = UNIT_SIGNS[(sign[1] or sign[2]).replace("\u00a0", " ")]
        amount.end = sign.end()
        return
    match = _UNIT.match(text, amount.end)
    if match:
        word = match[1]
        amount.unit = _UNITS.get(word) or _LOWER_CASE_UNITS[word.lower()]
        amount.end = match.end()
