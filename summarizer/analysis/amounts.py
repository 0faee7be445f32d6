"""One number with what belongs to it: currency, magnitude and unit."""

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis.analysis import Comparator
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.ideographs import DIGITS, read_ideographic
from summarizer.analysis.numerals import ARITHMETIC, SPACE, dialled, is_no_number, read_numeral
from summarizer.analysis.standard_amounts import read_smaller_magnitudes
from summarizer.analysis.units import CURRENCY_CODES, CURRENCY_SIGNS, UNIT_SIGNS
from summarizer.text.wordlists import alternatives

_NEXT_WORD = re.compile(rf"(?:{SPACE}|-)([^\W\d_]+)")
_SIGNS = tuple("%°€£₹₽₪$¥٪％℃″")
_CURRENCY_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<sign>{alternatives(CURRENCY_SIGNS)})|\b(?P<code>{alternatives(CURRENCY_CODES)})){SPACE}?\Z"
)
_SIGN = re.compile(rf"{SPACE}?(°{SPACE}?[CF]\b|[%°٪％℃]|″)")
_HEIGHT = re.compile(r"\d{1,2}['’′] ?\d{1,2}(?:\.\d{1,2})?[\"”″]")
_PLURAL_FOLLOWS = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")
_LONGEST_CURRENCY = 6
_LONGEST_UNIT_BEFORE = 16
_PARTS = re.compile("分之|分の")
_MONEY = tuple("€$£¥")
_HUNDRED, _LARGE = 100, 1000
_TENTHS = {"成": Decimal(10), "割": Decimal(10)}
"""Units of Chinese and Japanese that make percents of tenths."""


@dataclass(slots=True)
class Amount:
    """A number as written at `start`…`end`; `written` is its value before `scale` is applied.

    `comparator` is what stands inside of it: the + of 300+. `counter` is the word behind it that counts
    things and is no unit, where there is one.
    """

    start: int
    end: int
    written: Decimal
    scale: Decimal = Decimal(1)
    unit: str | None = None
    digits: str = ""
    lone: bool = False
    comparator: Comparator | None = None
    counter: str = ""

    @property
    def value(self) -> Decimal:
        """The number in plain units."""
        return ARITHMETIC.multiply(self.written, self.scale)

    @property
    def bare(self) -> bool:
        """Whether nothing stands beside the number that tells it from a name or a date."""
        return self.unit is None and self.scale == 1


def read_amount(text: str, start: int, end: int, grammar: Grammar) -> Amount | int:
    """The amount whose number begins at `start`, or where to go on; `end` is where the candidate ends."""
    if text[start].isdigit():
        if is_no_number(text[start:end]):
            return end
        height = _HEIGHT.match(text, start)
        past = height.end() if height else dialled(text, start)
        if past is not None:
            return max(past, end)
    if not grammar.spaced:
        return _read_unspaced(text, start, end, grammar)
    if not text[start].isdigit():
        return _read_spelled(text, start, grammar)
    numeral = read_numeral(text, start, decimal_comma=grammar.decimal_comma)
    if numeral is None:
        return end
    amount = Amount(start, numeral[0], numeral[1], digits=text[start : numeral[0]])
    _read_sign_before(text, amount)
    if start:
        _read_currency_before(text, amount)
        _read_unit_before(text, amount, grammar)
    _read_after(text, amount, grammar)
    following = text[amount.end : amount.end + 1]
    hangs = grammar.language.attached and following.isalpha() and not following.isascii()
    return end if not hangs and (following.isalnum() or following == "_") else amount


def _read_spelled(text: str, start: int, grammar: Grammar) -> Amount | int:
    spelled = grammar.read_words(text, start) if grammar.read_words else start + 1
    if isinstance(spelled, int):
        return max(spelled, start + 1)
    amount = Amount(start, spelled.end, spelled.value, lone=spelled.lone)
    _read_after(text, amount, grammar)
    return spelled.end if spelled.needs_unit and amount.unit is None else amount


def _read_unspaced(text: str, start: int, end: int, grammar: Grammar) -> Amount | int:
    """The amount at `start` in Chinese or Japanese, where words for more than may stand inside: 六十多年."""
    look_alike = grammar.not_numbers.match(text, start)
    if look_alike:
        return look_alike.end()
    found = read_ideographic(text, start, end, decimal_comma=grammar.decimal_comma)
    if isinstance(found, int):
        return found
    place, written, scale = found
    parts = _PARTS.match(text, place)
    if parts:
        return _read_parts(text, start, parts.end(), written, grammar)
    amount = Amount(start, place, written, scale, digits=text[start:place] if text[start].isdigit() else "")
    _read_currency_before(text, amount)
    if text[place : place + 1] in tuple("多余餘") and not grammar.counter.match(text, place):
        amount.comparator, amount.end = "more_than", place + 1
        _read_magnitude(text, amount, grammar)
    tenths = _TENTHS.get(text[amount.end : amount.end + 1])
    if tenths:
        amount.written, amount.unit = ARITHMETIC.multiply(amount.written, tenths), "%"
        amount.end += 1
        return amount
    _read_after(text, amount, grammar)
    counter = grammar.counter.match(text, amount.end) if amount.unit is None else None
    amount.counter = counter.group() if counter else ""
    if amount.digits or amount.unit or (counter and amount.written != 1) or _is_large(text, amount):
        return amount
    return amount.end


def _is_large(text: str, amount: Amount) -> bool:
    """Whether ideographs alone are surely a number: 一千二百万, but not 一 or 千万, by all means."""
    return text[amount.start] in DIGITS and amount.value >= _LARGE


def _read_parts(text: str, start: int, place: int, whole: Decimal, grammar: Grammar) -> Amount | int:
    """百分之五, three of whose characters mean percent, and 三分之二, where the whole stands first."""
    begin = grammar.candidate.match(text, place)
    part = read_ideographic(text, place, begin.end(), decimal_comma=grammar.decimal_comma) if begin else place
    if isinstance(part, int) or not whole:
        return place
    end, written, scale = part
    value = ARITHMETIC.multiply(written, scale)
    if whole == _HUNDRED:
        return Amount(start, end, value, unit="%")
    return Amount(start, end, ARITHMETIC.divide(value, whole).quantize(Decimal("0.000001")))


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


def _read_unit_before(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in a unit or a sign of money that only this language sets before a number: yüzde 25, kr 500."""
    begin = max(amount.start - _LONGEST_UNIT_BEFORE, 0)
    match = grammar.before_number.search(text[begin : amount.start]) if amount.unit is None else None
    if match:
        amount.unit = grammar.before_names[match["word"]]
        amount.start = begin + match.start()


def _read_after(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in what follows the number: +, magnitude, unit or currency."""
    if text[amount.end : amount.end + 1] == "+" and not text[amount.end + 1 : amount.end + 2].isdigit():
        amount.comparator, amount.end = "at_least", amount.end + 1
    if not _something_follows(text, amount.end, grammar):
        return
    _read_magnitude(text, amount, grammar)
    if amount.scale > 1 and not grammar.language.has_table:
        read_smaller_magnitudes(text, amount, grammar)
    currency = grammar.currency_after.match(text, amount.end) or grammar.money_after.match(text, amount.end)
    if currency is None and amount.scale > 1:
        currency = grammar.linked_currency.match(text, amount.end)
    if currency:
        amount.unit, amount.end = amount.unit or _currency(currency, grammar), currency.end()
    elif amount.unit is None:
        _read_unit(text, amount, grammar)


def _something_follows(text: str, end: int, grammar: Grammar) -> bool:
    """Whether a magnitude, unit or currency may follow; a quick look that spares most numbers a long one."""
    following = text[end : end + 2]
    if following[:1] in _SIGNS or following[:1].isalpha() or following[1:] in _SIGNS:
        return True
    if following[:1] == "-" and grammar.glued_units:
        return True
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1].lower() in grammar.known


def _read_magnitude(text: str, amount: Amount, grammar: Grammar) -> None:
    for _ in range(2):
        match = grammar.magnitude.match(text, amount.end)
        if match is None:
            break
        amount.scale = ARITHMETIC.multiply(amount.scale, grammar.magnitudes[match[1].lower()])
        amount.end = match.end()
    half = grammar.half_more.match(text, amount.end) if amount.scale > 1 else None
    if half:
        amount.written, amount.end = ARITHMETIC.add(amount.written, Decimal("0.5")), half.end()
    short = grammar.short_magnitude.match(text, amount.end) if amount.scale == 1 and amount.digits else None
    if short is None:
        return
    space, letter = short[1], short[2]
    if len(letter) == 1 and amount.unit is None and text[short.end() : short.end() + 1] not in _MONEY:
        word = _NEXT_WORD.match(text, short.end())
        if space or (word and word[1].lower() in grammar.not_thousands):
            return
        if letter.lower() != "k" and not _PLURAL_FOLLOWS.match(text, short.end()):
            return
    amount.scale, amount.end = grammar.short_magnitudes[letter.lower()], short.end()


def _currency(match: re.Match[str], grammar: Grammar) -> str:
    found = match.groupdict()
    if found.get("code"):
        return match["code"]
    if found.get("sign"):
        return CURRENCY_SIGNS[match["sign"]]
    word = match["word"]
    return grammar.currencies.get(word.lower()) or grammar.language.money_before[word]


def _read_unit(text: str, amount: Amount, grammar: Grammar) -> None:
    for pattern, unit in grammar.glued_units:
        match = pattern.match(text, amount.end)
        if match:
            amount.unit, amount.end = unit, match.end()
            return
    sign = _SIGN.match(text, amount.end)
    if sign:
        amount.unit = UNIT_SIGNS[sign.group().strip().replace("\u00a0", " ")]
        amount.end = sign.end()
        return
    match = grammar.unit.match(text, amount.end)
    if match is None and amount.scale > 1:
        match = grammar.linked_unit.match(text, amount.end)
    if match:
        word = match["unit"] or match["symbol"]
        amount.unit = grammar.units.get(word) or grammar.lower_case_units[word.lower()]
        amount.end = match.end()
        _read_smaller_unit(text, amount, grammar)


def _read_smaller_unit(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in the 3 in of 20 ft 3 in."""
    number, pattern = grammar.smaller_units.get(amount.unit or "", (1, None))
    match = pattern.match(text, amount.end) if pattern and amount.scale == 1 else None
    if match and int(match[1]) < number:
        share = ARITHMETIC.divide(Decimal(match[1]), Decimal(number)).quantize(Decimal("0.000001"))
        amount.written, amount.end = ARITHMETIC.add(amount.written, share), match.end()
