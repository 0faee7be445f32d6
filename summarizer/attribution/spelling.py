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
    inner = range(1, len(word) - 1)
    found = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner}
    found |= {word[:at] + word[at] + word[at:] for at in range(1, len(word))}
    found |= {word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1]}
    return {other for other in found if other != word and len(other) >= SHORTEST_MISSPELT}
