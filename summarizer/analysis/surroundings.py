"""What stands beside a number and belongs to it: sign, currency, magnitude, half and unit."""

import re
from decimal import Decimal

from summarizer.analysis.amount import Amount
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.numerals import ARITHMETIC, SPACE
from summarizer.analysis.signs import takes_sign, takes_word
from summarizer.analysis.standard_amounts import read_smaller_magnitudes
from summarizer.analysis.units import CURRENCY_CODES, CURRENCY_SIGNS, UNIT_SIGNS
from summarizer.text.wordlists import alternatives

_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0\u202f]\Z")
_NEXT_WORD = re.compile(rf"(?:{SPACE}|-)([^\W\d_]+)")
_SIGNS = tuple("%°€£₹₽₪$¥٪％℃″")
CURRENCY_BEFORE = re.compile(
    rf"(?<![A-Za-z0-9_])(?:(?P<sign>{alternatives(CURRENCY_SIGNS)})|(?P<code>{alternatives(CURRENCY_CODES)}))"
    rf"{SPACE}?\Z"
)
_SIGN = re.compile(rf"{SPACE}?(°{SPACE}?[CF]\b|[%°٪％℃]|″)")
_PLURAL_FOLLOWS = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")
_OF_DEGREES = re.compile(r"(?i:cent|celsius|fahr|kelvin|nor|su[dr]|est|ouest|oest|ovest|lati|long)")
LONGEST_CURRENCY, _LOOK = 6, 24
_LONGEST_UNIT_BEFORE = 16
_MONEY = tuple("€$£¥")
_TRILLION = re.compile(r"T\b")
_AMBIGUOUS_SIGNS = tuple("$¥")
_LARGE = 1000


def read_before(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in the point of .5, the currency, and the sign of -$5, $-5 and minus 5."""
    if not amount.start:
        return
    if text[amount.start - 1] == "." and amount.digits.isdigit():
        amount.start, amount.digits = amount.start - 1, "." + amount.digits
        amount.written = Decimal(amount.digits)
    negative = amount.digits and takes_sign(text, amount, grammar)
    if amount.digits or not grammar.spaced:
        _read_currency_before(text, amount, grammar)
        _read_unit_before(text, amount, grammar)
    negative = negative or (amount.digits and takes_sign(text, amount, grammar))
    negative = negative or takes_word(text, amount, grammar)
    if negative:
        amount.written, amount.lone = -amount.written, False


def _read_currency_before(text: str, amount: Amount, grammar: Grammar) -> None:
    begin = max(amount.start - LONGEST_CURRENCY, 0)
    match = CURRENCY_BEFORE.search(text[begin : amount.start])
    if match:
        amount.unit = grammar.signs.get(match["sign"] or "") or match["code"]
        amount.start, amount.currency_first = begin + match.start(), True


def _read_unit_before(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in a unit or a sign of money that only this language sets before a number: yüzde 25, kr 500."""
    begin = max(amount.start - _LONGEST_UNIT_BEFORE, 0)
    match = grammar.before_number.search(text[begin : amount.start]) if amount.unit is None else None
    if match:
        amount.unit, amount.currency_first = grammar.before_names[match["word"]], True
        amount.start = begin + match.start()


def read_after(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in what follows the number: +, magnitude, unit or currency."""
    if text[amount.end : amount.end + 1] == "+" and not text[amount.end + 1 : amount.end + 2].isdigit():
        amount.comparator, amount.end = "at_least", amount.end + 1
    if not _something_follows(text, amount.end, grammar):
        return
    bare_half = grammar.spaced and amount.shared == 1 and _read_half(text, amount, grammar, Decimal(1))
    read_magnitude(text, amount, grammar)
    if amount.scale > 1 and not grammar.language.has_table:
        read_smaller_magnitudes(text, amount, grammar)
    currency = grammar.currency_after.match(text, amount.end) or grammar.money_after.match(text, amount.end)
    if currency is None and amount.links:
        currency = grammar.linked_currency.match(text, amount.end)
    if currency:
        named = _currency(currency, grammar)
        is_sign = text[amount.start] in _AMBIGUOUS_SIGNS  # of the peso as well as of the dollar
        amount.unit, amount.end = named if is_sign else amount.unit or named, currency.end()
        _read_smaller_unit(text, amount, grammar)
    elif amount.unit is None:
        _read_unit(text, amount, grammar)
    if amount.unit not in (None, "%") and amount.scale == 1 and not bare_half:
        _read_half(text, amount, grammar, Decimal(1))
    below = grammar.negative_after.match(text, amount.end)
    if below:
        amount.written, amount.end, amount.below = -abs(amount.written), below.end(), True
    elif bare_half and amount.bare:
        word = _LAST_WORD.search(text[max(amount.start - _LOOK, 0) : amount.start])
        amount.clock = word is not None and word[1].lower() in grammar.before_clock


def _read_half(text: str, amount: Amount, grammar: Grammar, of: Decimal) -> bool:
    """Take in the half of two and a half, deux millions et demi, 2年半."""
    half = grammar.half_more.match(text, amount.end)
    if half is None or amount.value != amount.value.to_integral_value():
        return False
    amount.written = ARITHMETIC.add(amount.written, ARITHMETIC.multiply(of, Decimal("0.5")))
    amount.end, amount.lone = half.end(), False
    return True


def _something_follows(text: str, end: int, grammar: Grammar) -> bool:
    """Whether a magnitude, unit or currency may follow; a quick look that spares most numbers a long one."""
    following = text[end : end + 2]
    if following[:1] == "-" and grammar.ordinal.match(text, end):
        return False  # на 3-м, which are no metres
    if following[:1] in _SIGNS or following[:1].isalpha() or following[1:] in _SIGNS:
        return True
    if following[:1] == "-" and grammar.glued_units:
        return True
    word = _NEXT_WORD.match(text, end)
    return word is not None and word[1].lower() in grammar.known


def read_magnitude(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in the magnitude behind the number, and a half behind that."""
    for _ in range(2):
        match = grammar.magnitude.match(text, amount.end)
        if match is None:
            break
        amount.scale = ARITHMETIC.multiply(amount.scale, grammar.magnitudes[match[1].lower()])
        amount.end = match.end()
    if amount.scale > 1 or amount.shared > _LARGE:
        _read_half(text, amount, grammar, amount.shared)
    short = grammar.short_magnitude.match(text, amount.end) if amount.scale == 1 and amount.digits else None
    if short is None:
        if amount.unit and _TRILLION.match(text, amount.end):  # $1.5T; without a currency they are tonnes
            amount.scale, amount.end = Decimal(10**12), amount.end + 1
        return
    space, letter = short[1], short[2]
    money = text[short.end() : short.end() + 1] in _MONEY or grammar.currency_after.match(text, short.end())
    if len(letter) == 1 and amount.unit is None and not money:
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
        return grammar.signs[match["sign"]]
    word = match["word"]
    return grammar.currencies.get(word.lower()) or grammar.language.money_before[word]


def _read_unit(text: str, amount: Amount, grammar: Grammar) -> None:
    for pattern, unit in grammar.glued_units:
        match = pattern.match(text, amount.end)
        if match:
            amount.unit, amount.end = unit, match.end()
            _read_smaller_unit(text, amount, grammar)
            return
    if _is_ordinal_sign(text, amount, grammar):
        return
    sign = _SIGN.match(text, amount.end)
    if sign:
        amount.unit = UNIT_SIGNS[sign.group().strip().replace("\u00a0", " ")]
        amount.end = sign.end()
        return
    match = grammar.unit.match(text, amount.end)
    if match is None and amount.links:
        match = grammar.linked_unit.match(text, amount.end)
    if match:
        word = match["unit"] or match["symbol"]
        amount.unit = grammar.units.get(word) or grammar.lower_case_units[word.lower()]
        amount.end = match.end()
        _read_smaller_unit(text, amount, grammar)


def _is_ordinal_sign(text: str, amount: Amount, grammar: Grammar) -> bool:
    """Whether a degree sign stands for the raised o of an ordinal: il 1° ottobre, but not a 25° all'ombra."""
    if text[amount.end : amount.end + 1] != "°" or not grammar.ordinal.match(text, amount.end):
        return False
    following = _NEXT_WORD.match(text, amount.end + 1)
    return (
        following is not None
        and len(following[1]) > 1
        and following[1].lower() not in grammar.no_noun
        and _OF_DEGREES.match(following[1]) is None
    )


def _read_smaller_unit(text: str, amount: Amount, grammar: Grammar) -> None:
    """Take in the 3 in of 20 ft 3 in."""
    number, pattern = grammar.smaller_units.get(amount.unit or "", (1, None))
    match = pattern.match(text, amount.end) if pattern and amount.scale == 1 else None
    if match and int(match[1]) < number:
        share = ARITHMETIC.divide(Decimal(match[1]), Decimal(number)).quantize(Decimal("0.000001"))
        amount.written, amount.end = ARITHMETIC.add(amount.written, share), match.end()
