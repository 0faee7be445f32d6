"""Tables of words, written as running text so that a reader takes them in at a glance."""

import re
from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """The words of `text`, which white space divides."""
    return frozenset(text.split())


def phrases(text: str) -> list[str]:
    """The phrases of `text`, which commas divide; a line break counts as a space."""
    return [" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip()]


def alternatives(table: Iterable[str]) -> str:
    """The phrases of a table as a pattern, longest first; one that never matches if there are none."""
    return "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True)) or "(?!)"
