"""Whether a number is negative: -5, minus 5, −$3bn, negative 5%; a hyphen and a dash are no minus."""

import re

from summarizer.analysis.amount import Amount
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.numerals import SPACE

_MINUS = "-−–－﹣‑"
_BEFORE_A_SIGN = frozenset(("", *'([{“"«„‘=:>/$£€¥₹…，。；：、（「『《'))
_ENDS_A_NUMBER = tuple("%°€£₹₽₪$¥٪％℃″")
MEASURED = re.compile(rf"\d+(?:[.,]\d+)?{SPACE}?[%％°℃]")
_SIGNED_UNITS = frozenset(("degrees", "percentage points", "basis points"))
_LOOK_BEHIND, _LONGEST_SIGN = 4, 24
_EITHER_SIGN = re.compile(
    r"(?:\+|\b(?:plus|più|m[aá]is|más|плюс|زائد))[\s/,-]*(?:(?:or|oder|ou|o|of|lub|czy|или|eller|أو)\s)?\s*\Z",
    re.IGNORECASE,
)
"""What makes a minus behind it one of two: plus or *minus* 4."""


def takes_sign(text: str, amount: Amount, grammar: Grammar) -> bool:
    """Take in the sign before the amount if it is a minus, and no hyphen, dash or sign of a range."""
    sign = text[amount.start - 1 : amount.start]
    if not sign or sign not in _MINUS:
        return False
    if _EITHER_SIGN.search(text[max(amount.start - _LONGEST_SIGN, 0) : amount.start - 1]):
        return False
    before = text[amount.start - 2 : amount.start - 1] if amount.start > 1 else ""
    bare = text[max(amount.start - _LOOK_BEHIND, 0) : amount.start - 1].rstrip(" \u00a0\u202f\u2009")
    glued = not grammar.spaced and before.isalpha()
    if not (glued or before in _BEFORE_A_SIGN or before.isspace()):
        return False
    if before.isspace() and (bare[-1:].isdecimal() or bare[-1:] in _ENDS_A_NUMBER):
        return False  # 5 -7
    if (glued or (sign == "–" and not bare)) and sign != "−" and not MEASURED.match(text, amount.start):
        return False  # a name, or the dash of somebody who speaks
    amount.start -= 1
    return True


def takes_word(text: str, amount: Amount, grammar: Grammar) -> bool:
    """Take in the word for a minus before the amount: minus 5, 零下5度."""
    begin = max(amount.start - _LONGEST_SIGN, 0)
    match = grammar.negative.search(text[begin : amount.start])
    if (
        match is None
        or text[max(begin + match.start() - 2, 0) : begin + match.start()].strip()[-1:].isdecimal()
    ):
        return False  # 5 minus 3
    if _EITHER_SIGN.search(text[max(amount.start - 2 * _LONGEST_SIGN, 0) : begin + match.start()]):
        return False
    amount.start = begin + match.start()
    return True


def is_doubtful(text: str, amount: Amount, grammar: Grammar) -> bool:
    """Whether it is unsure if the word before makes the amount negative; where it surely does, take it in."""
    begin = max(amount.start - _LONGEST_SIGN, 0)
    match = grammar.negative_measured.search(text[begin : amount.start])
    if match is None or amount.written < 0:
        return False
    unit = amount.unit or ""
    if unit.isupper() or unit[:1] in tuple("%°") or unit in _SIGNED_UNITS or "." in amount.digits:
        amount.start, amount.written = begin + match.start(), -amount.written
        return False
    return not unit
