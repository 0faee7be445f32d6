"""Numbers of Chinese and Japanese: 1億2000万, 三十五万, 六十, and digits without a space beside them."""

import re
from decimal import Decimal

from summarizer.analysis.numerals import ARITHMETIC, CLUSTER_REST, FRACTIONS, is_no_number, read_numeral

DIGITS = {
    character: value
    for value, characters in enumerate(("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
    for character in characters
}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {
    character: 10**power
    for power, characters in ((4, "万萬"), (8, "亿億"), (12, "兆"))
    for character in characters
}
CHARACTERS = "".join((*DIGITS, *TENS, *MYRIADS))
_LEADING = CHARACTERS.strip("〇零")
CANDIDATE = (
    rf"[\d{FRACTIONS}{_LEADING}半](?:(?<=[\d{FRACTIONS}]){CLUSTER_REST}|(?<![\d{FRACTIONS}])[{CHARACTERS}]*)"
)

_LONGEST = 20
_SHARED = 100
"""三至五十 may be 3 to 50."""
_SPELLED = re.compile(rf"[{CHARACTERS}]+")
_MAGNITUDES = {**TENS, **MYRIADS}
_DECIMALS = re.compile(
    rf"[点點]([{''.join(DIGITS)}]{{1,9}})(?![十百千分])([万萬亿億倍%％米公度成]|个百分点|個百分點)?"
)
"""一点五亿, 百分之二点五; but 三点五分 is a time."""
NO_MAGNITUDE = "(?!千[瓦米克卡赫伏帕]|兆[瓦赫帕焦伏]|百帕)"
"""Where a magnitude is the beginning of a unit: 千瓦, kilowatt."""
_MAGNITUDE = re.compile(f"{NO_MAGNITUDE}[{''.join(_MAGNITUDES)}]")


def read_ideographic(
    text: str, start: int, end: int, *, decimal_comma: bool
) -> tuple[int, Decimal, Decimal] | int:
    """Where the number from `start` ends, what is written, and its last magnitude; or where to go on."""
    if not text[start].isdigit():
        return _read_spelled(text, start, end)
    if is_no_number(text[start:end]):
        return end
    total, place = Decimal(0), start
    while numeral := read_numeral(text, place, decimal_comma=decimal_comma):
        place, written = numeral
        scale = Decimal(1)
        while magnitude := _MAGNITUDE.match(text, place):
            scale, place = (
                ARITHMETIC.multiply(scale, Decimal(_MAGNITUDES[magnitude.group()])),
                magnitude.end(),
            )
        if not total and not (scale > 1 and text[place : place + 1].isdigit()):
            return place, written, scale
        total = ARITHMETIC.add(total, ARITHMETIC.multiply(written, scale))
        if scale == 1 or not text[place : place + 1].isdigit():
            return place, total, Decimal(1)
    return max(end, place)


def _read_spelled(text: str, start: int, end: int) -> tuple[int, Decimal, Decimal] | int:
    run = _SPELLED.match(text, start)
    value = spelled(run.group()) if run and len(run.group()) <= _LONGEST else None
    if run is None or value is None:
        return run.end() if run and len(run.group()) <= _LONGEST else end
    decimals = _DECIMALS.match(text, run.end())
    if decimals and (decimals[2] or text[start - 1 : start] == "之"):
        scale = Decimal(_MAGNITUDES.get((decimals[2] or "")[:1], 1))
        return decimals.end(1) + (scale > 1), Decimal(f"{value}.{_digits(decimals[1])}"), scale
    return run.end(), value, Decimal(1)


def _digits(characters: str) -> str:
    return "".join(str(DIGITS[character]) for character in characters)


def last_magnitude(characters: str) -> int:
    """The magnitude at the end of ideographs, which a number before may share: 三至五百万; 1 if none."""
    magnitude = 1
    for character in reversed(characters):
        if character not in _MAGNITUDES:
            return magnitude if magnitude >= _SHARED else 1
        magnitude *= _MAGNITUDES[character]
    return 1


def spelled(characters: str) -> Decimal | None:
    """The value of a number all in ideographs; None if they make none."""
    if len(characters) > 1 and all(character in DIGITS for character in characters):
        return Decimal(_digits(characters))
    total = group = 0
    digit: int | None = None
    for character in characters:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in TENS:
            group += (1 if digit is None else digit) * TENS[character]
            digit = None
        else:
            if not group + (digit or 0):
                return None
            total += (group + (digit or 0)) * MYRIADS[character]
            group, digit = 0, None
    return Decimal(total + group + (digit or 0))
