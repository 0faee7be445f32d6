"""Signs that bound a number, in every language."""

from summarizer.analysis.analysis import Comparator

SIGNS_BEFORE: dict[str, Comparator] = {
    "~": "about",
    "≈": "about",
    "∼": "about",
    ">": "more_than",
    "<": "less_than",
    "≥": "at_least",
    "≤": "at_most",
}
