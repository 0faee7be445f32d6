"""Whether two wordings speak of the same: their words of content, folded and lightly stemmed."""

from collections.abc import Collection
from functools import cache

from summarizer.languages import KNOWN, common_words
from summarizer.text.fold import cut
from summarizer.text.stem import stem

_SHORTEST = 3  # letters of a word of content, in scripts that have blanks between words
# Words of English that say little by themselves and are too rare to tell a language by.
_LITTLE = """
    about above according again against all almost also among another any are around back because
    been before being between both can could did does doing down during each either even ever every
    few former further had has have having here how into its itself just last least less like made
    make many may might more most much must near nearly never next now off once one only other
    others our out over own per percent said same say saying says she should since so some something
    still such than that their them then there these they those though through thus too two under
    until upon very was were what when where whether while whom whose will without would yet you
    your
"""
# A counted person is nobody in particular: what tells counts apart is what happened to them.
_ANYBODY = frozenset(cut("people person persons man men woman women human humans inhabitant resident"))


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of content in a text; words of any language, numbers left out."""
    return frozenset(stem(word) for word in cut(text) if _has_content(word))


def spelled(shared: Collection[str], text: str) -> tuple[str, ...]:
    """The words of a text that have certain stems, folded, each once."""
    words = (word for word in cut(text) if _has_content(word))
    return tuple({root: word for word in words if (root := stem(word)) in shared}.values())


def is_anybody(word: str) -> bool:
    """Whether a stem counts people as such."""
    return word in _stems_of_anybody()


@cache
def _stems_of_anybody() -> frozenset[str]:
    return frozenset(map(stem, _ANYBODY))


def _has_content(word: str) -> bool:
    if any(letter.isdigit() for letter in word) or word in _idle():
        return False
    return len(word) >= _SHORTEST or not word.isascii()


@cache
def _idle() -> frozenset[str]:
    """Words that every text of some language has."""
    common = " ".join([_LITTLE, *(word for code in KNOWN for word in common_words(code))])
    return frozenset(cut(common)) - _ANYBODY
