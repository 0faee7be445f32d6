"""When two names are of the same party. The rule is ours, and the evaluation's own.

It does not borrow the one by which summaries are grounded: a ruler must not bend with what it measures.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady king queen prince princess sheikh pope cardinal
    archbishop bishop reverend rev rabbi imam ayatollah president premier minister chancellor secretary
    senator sen representative rep congressman congresswoman governor gov mayor ambassador spokesman
    spokeswoman spokesperson speaker judge justice general gen colonel col major maj captain capt lieutenant
    lt sergeant sgt admiral commander marshal chief chairman chairwoman director ceo nominee candidate manager
    reporter
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words before a person's name that are no part of it."""
BODIES = frozenset(
    """
    campaign administration team camp government ministry department office agency committee commission
    council court party foundation organization organisation university institute center centre company group
    coalition alliance association union bank fund board bureau service police army post times journal herald
    news nations states press house senate congress caucus network corporation inc school
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that, at the end of a name, make it the name of a body: the Trump campaign is not Trump."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_A_COMPLEMENT = frozenset({"of", "for", "at", "in", "by", "from", "to", "with", "on"})
_OFFICE = re.compile(r"\bof (?:state|staff|defen[cs]e|the (?:house|treasury))\b(?=\s+\w)", re.IGNORECASE)
"""What follows a title in an office, where a name follows in turn: Secretary of State Ann Roe."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w+(?:[-&]\w+)*")
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?!\w)", re.IGNORECASE)
_JOINS = re.compile(r"(?<=\w)['’](?=\w)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name by which it is compared: its words in lower case, and which of them it cannot do without."""

    words: tuple[str, ...]
    head: str
    personal: bool

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, written: str) -> "Name | None":
        """The name without title, article, possessive, middle initial, case, or what a comma adds to it.

        The head is the last word, or the one before “of”, “for” and the like. None if no word is left.
        """
        plain = _POSSESSIVE.sub("", _BRACKETS.sub(" ", written).partition(",")[0])
        plain = _ABBREVIATION.sub(lambda short: short[0].replace(".", ""), _JOINS.sub("", plain))
        found = _WORD.findall(_OFFICE.sub("", plain))
        words = _untitled([word.casefold() for word in found])
        if not words:
            return None
        complement = next((at for at, word in enumerate(words) if at and word in _BEFORE_A_COMPLEMENT), None)
        head = words[-1] if complement is None else words[complement - 1]
        personal = complement is None and head not in BODIES and not found[-1].islower()
        return cls(tuple(words), head, personal)


def same_name(one: str, other: str) -> bool:
    """Whether two names may be of one party, whichever comes first.

    All words of the shorter name stand in the longer one, in their order, and its head is among them:
    “Clinton” is “Mrs. Clinton” and “Hillary Clinton”, and “Bill Clinton” is not “Hillary Clinton”. The first
    name of a person will do as well. It will not for a body: “Trump” is not “the Trump campaign”, and
    “California” is not “the University of California”.
    """
    first, second = Name.of(one), Name.of(other)
    if first is None or second is None:
        return False
    shorter, longer = sorted((first, second), key=lambda name: len(name.words))
    if len(shorter.words) == len(longer.words):
        return shorter.words == longer.words
    if not _stand_in(shorter.words, longer.words):
        return False
    return longer.head in shorter.words or (longer.personal and shorter.words == longer.words[:1])


def share_a_name(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any name on the one side may be of the same party as any on the other."""
    known = list(others)
    return any(same_name(one, other) for one in ones for other in known)


def _untitled(words: list[str]) -> list[str]:
    """The words behind the last title, without articles, suffixes and initials; maybe none."""
    kept = [word for word in words if word not in _ARTICLES and word not in _SUFFIXES]
    for at in range(len(kept) - 2, -1, -1):
        follows = kept[at + 1]
        if kept[at] in TITLES and follows not in _BEFORE_A_COMPLEMENT and follows not in BODIES:
            kept = kept[at + 1 :]
            break
    return [word for word in kept if len(word) > 1 or word.isdigit()] or kept


def _stand_in(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in words)
