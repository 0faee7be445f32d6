"""The amounts of Chinese and Japanese."""

import re
from decimal import Decimal

from summarizer.analysis.amount import Amount
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.ideographs import DIGITS, last_magnitude, read_ideographic
from summarizer.analysis.numerals import ARITHMETIC
from summarizer.analysis.surroundings import read_after, read_before, read_magnitude

_PARTS = re.compile("(?:分之|分の)(负|負|マイナス)?")
_HUNDRED, _LARGE, _LONGEST_UNIT = 100, 1000, 10
_HALF = Decimal("0.5")
_TENTHS = {"成": Decimal(10), "割": Decimal(10)}
"""Units that make percents of tenths."""
_ONE_OF_TWO = tuple("上下前后後大多小")
_NEVER_HALVED = ("", "分", "天", "周", "週")
_IN_A_NAME = tuple("报報度期决決制末")


def read_unspaced(text: str, start: int, end: int, grammar: Grammar) -> Amount | int:
    """The amount at `start` in Chinese or Japanese, where words for more than may stand inside: 六十多年."""
    if text[start] == "半":
        return _read_half_of_unit(text, start, grammar)
    look_alike = grammar.not_numbers.match(text, start)
    if look_alike:
        return look_alike.end()
    found = read_ideographic(text, start, end, decimal_comma=grammar.decimal_comma)
    if isinstance(found, int):
        return found
    place, written, scale = found
    parts = _PARTS.match(text, place)
    if parts:
        return _read_parts(text, start, parts, written, grammar)
    amount = Amount(start, place, written, scale, digits=text[start:place] if text[start].isdigit() else "")
    read_before(text, amount, grammar)
    if not amount.digits and written > 0:
        amount.shared = Decimal(last_magnitude(text[start:place]))
    return _with_followers(text, amount, grammar)


def _with_followers(text: str, amount: Amount, grammar: Grammar) -> Amount | int:
    place = amount.end
    half = grammar.unit.match(text[place : place + 1] + text[place + 2 : place + _LONGEST_UNIT])
    if text[place : place + 2] in ("个半", "個半") and half:  # 两个半小时
        unit = grammar.lower_case_units[half["unit"]]
        return Amount(amount.start, place + 1 + half.end(), ARITHMETIC.add(amount.value, _HALF), unit=unit)
    if text[place : place + 1] in tuple("多余餘") and not grammar.counter.match(text, place):
        amount.comparator, amount.end = "more_than", place + 1
        read_magnitude(text, amount, grammar)
    tenths = _TENTHS.get(text[amount.end : amount.end + 1])
    if tenths:
        amount.written, amount.unit = ARITHMETIC.multiply(amount.written, tenths), "%"
        amount.shared = tenths
        amount.end += 1
        return amount
    read_after(text, amount, grammar)
    if not amount.digits and amount.written == 1 and (amount.unit == "天" or _is_some(text, amount)):
        return amount.end
    counter = grammar.counter.match(text, amount.end) if amount.unit is None else None
    amount.counter = counter.group() if counter else ""
    if counter and text[counter.end() : counter.end() + 1] == "半" and amount.scale == 1:  # 2個半
        amount.written, amount.end = ARITHMETIC.add(amount.written, _HALF), counter.end() + 1
        amount.counter = ""
        return amount
    if amount.digits or amount.unit or (counter and amount.written != 1) or _is_large(text, amount):
        return amount
    amount.weak = amount.written > 1 and grammar.connector.match(text, amount.end) is not None
    return amount if amount.weak else amount.end


def _is_some(text: str, amount: Amount) -> bool:
    """Whether the one of 某一年 and 每一年 does not count."""
    return amount.start > 0 and text[amount.start - 1] in "某每这這那同任另"


def _read_half_of_unit(text: str, start: int, grammar: Grammar) -> Amount | int:
    """半年, 半小时; not 上半年, one of two, and 半年报, which appears then."""
    unit = grammar.unit.match(text, start + 1)
    name = (unit["unit"] if unit else None) or ""
    end = start + 1 + len(name)
    if name in _NEVER_HALVED or grammar.lower_case_units[name] not in grammar.times:
        return start + 1
    if (start and text[start - 1] in _ONE_OF_TWO) or text[end : end + 1] in _IN_A_NAME:
        return end
    return Amount(start, end, _HALF, unit=grammar.lower_case_units[name])


def _is_large(text: str, amount: Amount) -> bool:
    """Whether ideographs alone are surely a number: 一千二百万, but not 一 or 千万, by all means."""
    return text[amount.start] in DIGITS and amount.value >= _LARGE


def _read_parts(
    text: str, start: int, joint: re.Match[str], whole: Decimal, grammar: Grammar
) -> Amount | int:
    """百分之五, three of whose characters mean percent, and 三分之二, where the whole stands first."""
    place = joint.end()
    begin = grammar.candidate.match(text, place)
    part = read_ideographic(text, place, begin.end(), decimal_comma=grammar.decimal_comma) if begin else place
    if isinstance(part, int) or not whole:
        return place
    end, written, scale = part
    value = ARITHMETIC.multiply(-written if joint[1] else written, scale)
    if whole == _HUNDRED:
        return Amount(start, end, value, unit="%")
    return Amount(start, end, ARITHMETIC.divide(value, whole).quantize(Decimal("0.000001")))
