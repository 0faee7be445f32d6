"""Powers: 10⁶, 10^6 and 1.5 × 10⁹ are numbers; other powers, and what may be a footnote, are none."""

import re
from decimal import Decimal

from summarizer.analysis.amount import Amount
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.numerals import ARITHMETIC, SPACE, read_numeral
from summarizer.analysis.surroundings import read_after, read_before

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED + "⁻⁺−–", "0123456789-+--")
_NUMBER = r"\d++(?:[.,'’٫٬\u00a0\u202f]\d++)*+"
_TIMES = rf"{SPACE}?[×✕·⋅∙*xX]{SPACE}?"
_EXPONENT = rf"(?:(?:\^|\*\*)(?:\{{[-−–+]?\d++\}}|\([-−–+]?\d++\)|[-−–+]?\d++)|[⁻⁺]?[{_RAISED}]++)"
_POWER = re.compile(
    rf"(?:(?P<factor>{_NUMBER}){_TIMES})?(?P<base>{_NUMBER})(?P<exponent>{_EXPONENT})"
    rf"(?P<more>{_EXPONENT}|(?:{_TIMES}{_NUMBER}{_EXPONENT}?)++)?"
)
_EITHER = re.compile(r"\d{1,3}[.,]\d{3}")
"""A factor that may be more than a thousand or less than one."""
_LARGEST = 15
_FOOTNOTES = frozenset("¹²")
"""After a 10 they are rather the numbers of footnotes than powers."""


def read_power(text: str, start: int, grammar: Grammar) -> Amount | int | None:
    """The amount of the power that begins at `start`, where a power without one ends; None if it is none."""
    match = _POWER.match(text, start)
    if match is None:
        return None
    following = text[match.end() : match.end() + 1]
    value = None if match["more"] or following.isnumeric() or following == "_" else _value(match, grammar)
    if value is None:
        return match.end()
    # Not the digits as they stand, which would pass for those of a year.
    amount = Amount(start, match.end(), value, digits=f"{value:e}")
    read_before(text, amount, grammar)
    read_after(text, amount, grammar)
    following = text[amount.end : amount.end + 1]
    hangs = not grammar.spaced or (grammar.language.attached and not following.isascii())
    return match.end() if following.isalnum() and not hangs else amount


def _value(match: re.Match[str], grammar: Grammar) -> Decimal | None:
    raised = match["exponent"].translate(_PLAIN).strip("^*{}()").removeprefix("+")
    if match["base"] != "10" or not raised.isdecimal() or len(raised) > len(str(_LARGEST)):
        return None
    power = int(raised)
    if not 0 < power <= _LARGEST or (match["factor"] is None and match["exponent"] in _FOOTNOTES):
        return None
    factor = Decimal(1)
    if match["factor"]:
        read = read_numeral(match["factor"], 0, decimal_comma=grammar.decimal_comma)
        if read is None or read[0] != len(match["factor"]) or _EITHER.fullmatch(match["factor"]):
            return None
        factor = read[1]
    return ARITHMETIC.multiply(factor, Decimal(10) ** power)
