"""Slips of the pen in names."""

SHORTEST_MISSPELT = 5
"""Letters a word must have before another spelling of it is taken for a slip."""
_LONGEST_MISSPELT = 40
"""Letters from which on it is no name, and its spellings would be too many to write down."""


def misspells(one: str, other: str) -> bool:
    """Whether two words differ by two letters changing places or by one letter doubled, as Badran and Bardan.

    Both have at least five letters and begin alike. A letter replaced by another is a different name.
    """
    return one != other and other in misspellings(one)


def misspellings(word: str) -> set[str]:
    """Every spelling of `word` that `misspells` takes for the same name."""
    if not SHORTEST_MISSPELT <= len(word) <= _LONGEST_MISSPELT or not word.isalpha():
        return set()
    found: set[str] = set()
    for at in range(1, len(word)):
        before, letter, behind = word[:at], word[at], word[at + 1 :]
        found.add(f"{before}{letter}{letter}{behind}")
        if behind:
            found.add(f"{before}{behind[0]}{letter}{behind[1:]}")
        if letter == before[-1] and len(word) > SHORTEST_MISSPELT:
            found.add(before + behind)
    found.discard(word)
    return found
