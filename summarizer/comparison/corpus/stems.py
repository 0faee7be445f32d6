"""Whether two wordings speak of the same: their words of content, folded and lightly stemmed."""

from collections.abc import Collection
from functools import cache

from summarizer.analysis.languages import KNOWN, entry
from summarizer.text.fold import cut

_SHORTEST = 3  # letters of a word of content, in scripts that have blanks between words
_SHORTEST_PLURAL = 4
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
    """The stems of the words of content in a text; words of any language, numbers left out.

    English plurals by the S-stemmer of D. Harman, “How effective is suffixing?”, Journal of the American
    Society for Information Science 42 (1991), 7-15; besides, -ed and -ing are cut off, and an e before them.
    """
    return frozenset(_stem(word) for word in cut(text) if _has_content(word))


def spelled(shared: Collection[str], text: str) -> tuple[str, ...]:
    """The words of a text that have certain stems, folded, each once."""
    words = (word for word in cut(text) if _has_content(word))
    return tuple({stem: word for word in words if (stem := _stem(word)) in shared}.values())


def is_anybody(stem: str) -> bool:
    """Whether a stem counts people as such."""
    return stem in _stems_of_anybody()


@cache
def _stems_of_anybody() -> frozenset[str]:
    return frozenset(map(_stem, _ANYBODY))


def _has_content(word: str) -> bool:
    if any(letter.isdigit() for letter in word) or word in _idle():
        return False
    return len(word) >= _SHORTEST or not word.isascii()


@cache
def _idle() -> frozenset[str]:
    """Words that every text of some language has."""
    common = " ".join([_LITTLE, *(entry(code).common for code in KNOWN)])
    return frozenset(cut(common)) - _ANYBODY


def _stem(word: str) -> str:
    word = _singular(word)
    for ending, shortest in (("ing", 4), ("ed", 3), ("e", 4)):
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


def _singular(word: str) -> str:
    if word.endswith("ies") and not word.endswith(("eies", "aies")) and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    keeps = ("us", "ss", "aes", "ees", "oes")
    return word[:-1] if word.endswith("s") and not word.endswith(keeps) and len(word) > _SHORTEST else word
