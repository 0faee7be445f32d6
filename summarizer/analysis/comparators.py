"""Words around a number that bound it: at least, nearly, up to, or more."""

import re

from summarizer.analysis.analysis import Comparator
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.vocabulary import SIGNS_BEFORE

_LOOK = 40
_WORD = re.compile(r"[^\W\d_]+")
_ENDS_IN_A_WORD = re.compile(r"[^\W\d_](?:\.?[ \u00a0\u202f]|['’])\Z")


def before(
    text: str, start: int, floor: int, grammar: Grammar, *, unit: str | None
) -> tuple[int, Comparator | None, str]:
    """Where the comparator before the number at `start` begins, which it is, and its words.

    Never left of `floor`.
    """
    floor = max(floor, start - _LOOK)
    window = text[floor:start]
    bare = window.rstrip(" \u00a0\u202f")
    if bare[-1:] in SIGNS_BEFORE and bare:
        return floor + len(bare) - 1, SIGNS_BEFORE[bare[-1]], bare[-1]
    if not grammar.spaced:
        return _before_unspaced(bare, floor, start, grammar)
    if not _ENDS_IN_A_WORD.search(window):
        return start, None, ""
    return _before_spaced(text, floor, start, grammar, unit)


def _before_spaced(
    text: str, floor: int, start: int, grammar: Grammar, unit: str | None
) -> tuple[int, Comparator | None, str]:
    window = text[floor:start]
    words = list(_WORD.finditer(window))
    if words[-1].group().lower() in grammar.number_articles:
        found = before(text, floor + words[-1].start(), floor, grammar, unit=unit)
        return found if found[1] else (start, None, "")
    for first in words[-grammar.longest_comparator :]:
        phrase = " ".join(window[first.start() :].lower().rstrip(". \u00a0").split()).replace("’", "'")
        comparator = grammar.comparators.get(phrase)
        if comparator is None and phrase[0] in grammar.prefixes and phrase[1:] in grammar.comparators:
            return floor + first.start() + 1, grammar.comparators[phrase[1:]], phrase[1:]
        if comparator and not _is_other(text, floor + first.start(), phrase, grammar, unit):
            return floor + first.start(), comparator, phrase
    return start, None, ""


def _is_other(text: str, place: int, phrase: str, grammar: Grammar, unit: str | None) -> bool:
    """Whether the words mean “during”, as over two years does, or where something arrived: subió hasta 7."""
    if phrase in grammar.lasting and unit in grammar.times:
        return True
    return phrase in grammar.reached and bool(grammar.reaching.search(text[max(place - _LOOK, 0) : place]))


def _before_unspaced(
    window: str, floor: int, start: int, grammar: Grammar
) -> tuple[int, Comparator | None, str]:
    for length in range(min(grammar.longest_phrase, len(window)), 0, -1):
        comparator = grammar.comparators.get(window[-length:])
        if comparator:
            return floor + len(window) - length, comparator, window[-length:]
    return start, None, ""


def after(text: str, end: int, grammar: Grammar) -> tuple[int, Comparator | None]:
    """Where the comparator behind the number that ends at `end` ends, and which it is."""
    for pattern, comparator in grammar.comparators_after:
        match = pattern.match(text, end)
        if match:
            return match.end(), comparator
    return end, None
