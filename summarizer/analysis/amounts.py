"""One number with what belongs to it: sign, currency, magnitude and unit."""

import re
from decimal import Decimal

from summarizer.analysis.amount import Amount
from summarizer.analysis.conventions import is_one_number, settle
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.numerals import (
    FRACTIONS,
    dialled,
    is_no_number,
    read_fraction,
    read_numeral,
    spaced_once,
)
from summarizer.analysis.powers import read_power
from summarizer.analysis.signs import is_doubtful
from summarizer.analysis.surroundings import read_after, read_before
from summarizer.analysis.unspaced_amounts import read_unspaced

_HEIGHT = re.compile(r"\d{1,2}['’′] ?\d{1,2}(?:\.\d{1,2})?[\"”″]")


def read_amount(text: str, start: int, end: int, grammar: Grammar) -> Amount | int:
    """The amount whose number begins at `start`, or where to go on; `end` is where the candidate ends."""
    if text[start].isdigit() or text[start] in FRACTIONS:
        known = _known_by_form(text, start, end, grammar)
        if known is not None:
            return known
    if not grammar.spaced:
        return read_unspaced(text, start, end, grammar)
    if not text[start].isdigit():
        return _read_spelled(text, start, grammar)
    return _read_digits(text, start, end, grammar)


def _known_by_form(text: str, start: int, end: int, grammar: Grammar) -> Amount | int | None:
    """The amount of 3½ or 10⁶, or where to go on behind what is a date, a height or a telephone number."""
    known = _read_fraction(text, start, grammar) or read_power(text, start, grammar)
    if known is not None:
        return known
    if is_no_number(text[start:end]) or not text[start].isdigit():
        return end
    height = _HEIGHT.match(text, start)
    past = height.end() if height else dialled(text, start)
    return None if past is None else max(past, end)


def _read_digits(text: str, start: int, end: int, grammar: Grammar) -> Amount | int:
    groups = spaced_once(text, start)
    is_one = groups is not None and is_one_number(text, groups, grammar)
    numeral = read_numeral(text, start, decimal_comma=grammar.decimal_comma, blanks=bool(is_one))
    if numeral is None or is_one is None:
        return groups.end() if groups else end
    amount = Amount(start, numeral[0], numeral[1], digits=text[start : numeral[0]])
    read_before(text, amount, grammar)
    read_after(text, amount, grammar)
    following = text[amount.end : amount.end + 1]
    hangs = grammar.language.attached and following.isalpha() and not following.isascii()
    glued = not hangs and (following.isalnum() or following == "_")
    if glued or is_doubtful(text, amount, grammar):
        return end
    return settle(text, amount, grammar) or amount.end


def _read_fraction(text: str, start: int, grammar: Grammar) -> Amount | None:
    """3½ miles, 2 1/2 percent, 3/4 of a mile; not 3/4, which may be a date, and 4/5, a rating."""
    found = read_fraction(text, start)
    if found is None:
        return None
    end, value, sure = found
    amount = Amount(start, end, value, digits=text[start:end])
    read_before(text, amount, grammar)
    read_after(text, amount, grammar)
    sure = sure or amount.end > end or bool(grammar.fraction_of.match(text, end))
    following = text[amount.end : amount.end + 1]
    if not sure or (grammar.spaced and (following.isalnum() or following == "_")):
        return None
    return amount


def _read_spelled(text: str, start: int, grammar: Grammar) -> Amount | int:
    spelled = grammar.read_words(text, start) if grammar.read_words else start + 1
    if isinstance(spelled, int):
        return max(spelled, start + 1)
    amount = Amount(start, spelled.end, spelled.value, lone=spelled.lone, shared=Decimal(spelled.shared))
    amount.comparator = "about" if spelled.about else None
    if spelled.unit_end:
        return _with_unit_inside(text, amount, spelled.unit_end, grammar)
    read_before(text, amount, grammar)
    if spelled.about or 0 < spelled.value < 1:
        linked = grammar.linked_magnitude.match(text, amount.end)
        if linked:
            amount.scale, amount.end = grammar.magnitudes[linked["magnitude"].lower()], linked.end()
    read_after(text, amount, grammar)
    if is_doubtful(text, amount, grammar):
        return amount.end
    halves_nothing = spelled.needs_unit and amount.unit is None and amount.scale == 1
    return spelled.end if halves_nothing else amount


def _with_unit_inside(text: str, amount: Amount, end: int, grammar: Grammar) -> Amount | int:
    """The amount of an hour and a half, полчаса."""
    words = text[amount.start : end].lower()
    unit = next(
        (
            grammar.lower_case_units[words[at:]]
            for at in range(len(words))
            if words[at:] in grammar.lower_case_units
        ),
        None,
    )
    if unit is None:
        return amount.end
    amount.unit = unit
    return amount
