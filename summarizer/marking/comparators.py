"""Words around a number that bound it: at least, nearly, up to, or more."""

import re

from summarizer.marking.marks import Comparator
from summarizer.marking.units import TIME_UNITS
from summarizer.marking.vocabulary import COMPARATORS_BEFORE, LASTING, LONGEST_COMPARATOR, SIGNS_BEFORE

_LOOK = 40
_TIMES = frozenset(TIME_UNITS.values())
_WORD = re.compile(r"[^\W\d_]+")
_ENDS_IN_A_WORD = re.compile(r"[^\W\d_][ \u00a0]\Z|[^\W\d_]\.[ \u00a0]\Z")
_AFTER: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (
        re.compile(
            r"\+(?!\w)|-plus\b|,? (?:or|and) (?:more|older|above|over|higher|greater|longer|up)\b(?! than)"
        ),
        "at_least",
    ),
    (re.compile(r" plus(?=[.,;:)]|\Z)| at (?:the very )?least(?=[.,;:!?)\"”]|\Z)"), "at_least"),
    (
        re.compile(
            r",? or (?:fewer|less|under|younger|lower)\b(?! than)| at (?:the )?most(?=[.,;:!?)\"”]|\Z)"
        ),
        "at_most",
    ),
    (re.compile(r",? or (?:so|thereabouts)\b"), "about"),
)


def before(text: str, start: int, floor: int, *, unit: str | None) -> tuple[int, Comparator | None]:
    """Where the comparator before the number at `start` begins, and which it is; never left of `floor`."""
    floor = max(floor, start - _LOOK)
    window = text[floor:start]
    bare = window.rstrip(" \u00a0")
    if bare[-1:] in SIGNS_BEFORE and bare:
        return floor + len(bare) - 1, SIGNS_BEFORE[bare[-1]]
    if not _ENDS_IN_A_WORD.search(window):
        return start, None
    words = list(_WORD.finditer(window))[-LONGEST_COMPARATOR:]
    for first in words:
        phrase = " ".join(window[first.start() :].lower().rstrip(". \u00a0").split())
        comparator = COMPARATORS_BEFORE.get(phrase)
        if comparator and not (phrase in LASTING and unit in _TIMES):
            return floor + first.start(), comparator
    return start, None


def after(text: str, end: int) -> tuple[int, Comparator | None]:
    """Where the comparator behind the number that ends at `end` ends, and which it is."""
    for pattern, comparator in _AFTER:
        match = pattern.match(text, end)
        if match:
            return match.end(), comparator
    return end, None
