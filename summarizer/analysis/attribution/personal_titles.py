"""The titles and offices before the name of a person."""

from collections.abc import Sequence

from summarizer.analysis.attribution.units import Token
from summarizer.analysis.attribution.vocabulary import Vocabulary

_FULL = 2
"""Words from which on a name is more than a first name."""


def behind_titles(tokens: Sequence[Token], first: int, last: int, words: Vocabulary) -> int:
    """Where the name begins behind titles and offices: Secretary of State Ann Roe."""
    if tokens[last - 1].lower in words.bodies:
        return first  # the Republican Party
    for at in range(last - _FULL, first, -1):
        if words.is_given(tokens[at].lower) and tokens[at - 1].lower in words.legislatures:
            return at  # Speaker of the House Ann Roe
    start = first
    while start < last - _FULL and _is_affiliation(tokens[start].lower, words):
        start += 1
    start = _behind_offices(tokens, start, last, words)
    if start == last:
        return _behind_all(tokens, first, last, words)
    # Bank of America, Justice of the Peace
    return first if tokens[start].lower in words.of else start


def _behind_offices(tokens: Sequence[Token], start: int, last: int, words: Vocabulary) -> int:
    for at in range(start, last):
        plain = tokens[at].lower.rstrip(".")
        of_state = at == start + 1 and tokens[start].lower in words.of and plain in words.departments
        if plain in words.titles or of_state or (at == start and _is_pageant(tokens, at, last, words)):
            start = at + 1
    return start


def _behind_all(tokens: Sequence[Token], first: int, last: int, words: Vocabulary) -> int:
    """Where the name begins if each word may be a title: King may be a surname; Attorney General is none."""
    before = tokens[last - _FULL].lower.rstrip(".") if last - first >= _FULL else ""
    if before in words.he_forms or before in words.she_forms:
        return last - 1  # Mr. King
    while first < last and tokens[first].lower.rstrip(".") in words.titles:
        first += 1
    return first


def _is_pageant(tokens: Sequence[Token], at: int, last: int, words: Vocabulary) -> bool:
    """Whether the word at `at` is part of the title before a full name: Miss [Acmeville] Ann Roe."""
    if at == 0 or last - at <= _FULL or tokens[at - 1].lower not in words.pageants:
        return False
    return words.is_given(tokens[at + 1].lower) and not words.is_given(tokens[at].lower)


def _is_affiliation(plain: str, words: Vocabulary) -> bool:
    """Whether a word before a full name tells what somebody is: Democrat, Activist."""
    return plain in words.affiliations or (plain in words.roles and plain not in words.bodies)
