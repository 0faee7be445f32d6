"""Two numbers that are one figure: five to seven, one in ten; not 7% to 3.4 million, and not 3 to 1."""

from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis.amount import Amount
from summarizer.analysis.amounts import read_amount
from summarizer.analysis.analysis import Comparator
from summarizer.analysis.comparators import before
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.not_figures import is_name, is_time, may_be_year
from summarizer.analysis.numerals import ARITHMETIC

_OUT_OF_TEN = 10
_LOOK = 48
_LARGEST_RATIO = 1000


@dataclass(slots=True)
class Reading:
    """One figure of a paragraph; `start` and `end` count from where that begins."""

    start: int
    end: int
    value: Decimal
    comparator: Comparator
    upper: Decimal | None
    unit: str | None
    uncertain: bool = False


def second_amount(text: str, place: int, grammar: Grammar) -> Amount | None:
    """The amount that begins at `place`, perhaps with its currency and sign."""
    begin = grammar.sign_in_front.match(text, place)
    match = grammar.inner.match(text, begin.end() if begin else place)
    amount = read_amount(text, match.start(), match.end(), grammar) if match else None
    return amount if isinstance(amount, Amount) and amount.start >= place else None


def is_odds(text: str, more: Amount, grammar: Grammar) -> bool:
    """Whether this is the larger part of 3 to 1, or the 5 of 5 to 7 p.m.; the other one falls too."""
    joint = grammar.odds.match(text, more.end) if more.bare else None
    less = second_amount(text, joint.end(), grammar) if joint else None
    if less is None or not less.bare or is_time(text, less, grammar):
        return less is not None and less.bare
    before_it = text[max(more.start - _LOOK, 0) : more.start]
    return less.value < more.value and not grammar.odds_not_behind.search(before_it)


def read_range(text: str, low: Amount, start: int, words: str, grammar: Grammar) -> Reading | int | None:
    """The range that begins with an amount, or where to go on if nobody can tell its ends.

    `words` are those of its comparator, which begins at `start`.
    """
    connector = grammar.connector.match(text, low.end)
    if connector is None:
        return None
    joint = next(filter(None, connector.groups()), "")
    openers = grammar.ranges.get(joint, ())
    opens = grammar.comparators.get(words) in ("between", "about") and (not openers or words in openers)
    high = _upper(text, connector.end(), grammar, bounded=bool(openers)) if opens or not openers else None
    if high is None or not _belong_together(text, low, high, grammar):
        return None
    either = joint == grammar.language.either
    if joint and not either and _is_change(text, low, start, high, grammar, bounded=bool(openers)):
        return None
    value, upper = _bounds(low, high)
    plus = "+" in text[connector.end() : high.start + 1] or high.start > connector.end()
    if low.value < 0 < high.value and text[low.start].isalpha() and not openers and not plus:
        if low.unit or (joint and grammar.spaced):
            return high.end  # minus 5 to 10 degrees: below zero, or on both sides of it?
        upper = -upper
    value = -abs(value) if high.below else value
    if value < 0 and upper < value:
        value, upper = upper, value
    if not value < upper or (either and upper > 2 * value):
        return None
    begin = start if opens else low.start
    return Reading(begin, high.end, value, "between", upper, high.unit or low.unit)


def _upper(text: str, place: int, grammar: Grammar, *, bounded: bool) -> Amount | None:
    """The upper end of a range; one that an opener bounds may have a comparator of its own."""
    high = second_amount(text, place, grammar)
    if high or not bounded:
        return high
    number = grammar.candidate.search(text, place, place + _LOOK)
    found = before(text, number.start(), place, grammar, unit=None) if number else (0, None, "")
    return second_amount(text, number.start(), grammar) if number and found[1] and found[0] == place else None


def _belong_together(text: str, low: Amount, high: Amount, grammar: Grammar) -> bool:
    if high.weak or is_time(text, high, grammar) or not _same_kind(text, low, high, grammar):
        return False
    if low.weak:
        return bool(high.unit or high.counter or high.shared > 1) and not is_name(text, low, grammar)
    if grammar.spaced and not (low.bare and high.bare):
        return True
    return not (is_name(text, low, grammar) or is_name(text, high, grammar))


def _same_kind(text: str, low: Amount, high: Amount, grammar: Grammar) -> bool:
    """Whether two numbers may be the ends of one range: not 7% to 3.4 million, nor 2019 to $87bn."""
    if low.unit and high.unit and low.unit != high.unit:
        return False
    if low.unit and high.unit is None:
        return low.currency_first
    if high.unit and low.unit is None and high.currency_first and high.digits:
        return False
    if not low.bare or not may_be_year(low):
        return True
    large = high.scale > 1 or high.shared > 1 or high.unit == "%"
    return not (large or (high.unit and is_name(text, low, grammar)))


def _is_change(text: str, low: Amount, start: int, high: Amount, grammar: Grammar, *, bounded: bool) -> bool:
    """Whether it rose from the one to the other, or by the one to the other; not where it is `bounded`."""
    earlier = text[max(low.start - _LOOK, 0) : low.start]
    if grammar.changes.search(earlier) or grammar.changes_after.match(text, high.end):
        return True
    one_unit = low.bare and not high.bare  # rose 5 to 7 percent
    return not (one_unit or bounded) and bool(grammar.changed_by.search(text[max(start - _LOOK, 0) : start]))


def read_ratio(
    text: str, part: Amount, start: int, comparator: Comparator | None, grammar: Grammar
) -> Reading | None:
    """One in five; nine out of ten."""
    joint = grammar.ratio.match(text, part.end) if part.bare else None
    whole = second_amount(text, joint.end(), grammar) if joint else None
    if whole is None or not whole.bare or not 0 < part.value < whole.value <= _LARGEST_RATIO:
        return None
    if any(value != value.to_integral_value() for value in (part.value, whole.value)):
        return None
    if joint and joint[joint.lastindex or 0] in grammar.tenths:
        bare = len(joint.group().split()) == 1  # nueve de diez, but una caja de diez
        if whole.value != _OUT_OF_TEN or not (bare or not grammar.spaced):
            return None
    begin = start if comparator and comparator != "between" else part.start
    share = ARITHMETIC.divide(part.value, whole.value).quantize(Decimal("0.000001"))
    return Reading(begin, whole.end, share, comparator or "exactly", None, None)


def _bounds(low: Amount, high: Amount) -> tuple[Decimal, Decimal]:
    """The ends of a range; the first may share the magnitude of the second: six to eight million."""
    magnitude = high.scale if high.scale > 1 else high.shared
    if low.scale > 1 or low.shared > 1 or magnitude == 1:
        return low.value, high.value
    if abs(low.written) < abs(ARITHMETIC.divide(high.value, magnitude)):
        return ARITHMETIC.multiply(low.value, magnitude), high.value
    return low.value, high.value
