"""A position in plain words: whose it is, its stance, toward whom, on what, and who tells it.

All functions take and return plain text; whoever shows it escapes it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.summary import PartyKind, Stance


class _Verb(NamedTuple):
    one: str
    several: str
    toward: str
    """The word between the verb and those it is toward; empty where they are its object."""


_VERBS: dict[Stance, _Verb] = {
    "supports": _Verb("supports", "support", ""),
    "opposes": _Verb("opposes", "oppose", ""),
    "demands": _Verb("demands", "demand", "of"),
    "offers": _Verb("offers", "offer", ""),
    "claims": _Verb("says", "say", "regarding"),
    "accuses": _Verb("accuses", "accuse", ""),
    "denies": _Verb("denies", "deny", "regarding"),
    "warns": _Verb("warns", "warn", ""),
    "threatens": _Verb("threatens", "threaten", ""),
    "intends": _Verb("intends", "intend", "regarding"),
    "accepts": _Verb("accepts", "accept", "regarding"),
    "refuses": _Verb("refuses", "refuse", ""),
    "undecided": _Verb("is undecided", "are undecided", "regarding"),
}


_SINGULAR_ENDINGS = ("as", "is", "os", "ss", "us")
"""Endings in s of English words that are mostly no plurals."""


def joined(names: Sequence[str]) -> str:
    """Return names as a sentence has them: `A`, `A and B`, `A, B and C`."""
    names = [name for name in names if name]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def stance_toward(stance: Stance, toward: Sequence[str] = (), *, several: bool = False) -> str:
    """Return a stance as a verb with those it is toward: `demands of Israel`, `accuses Hamas`, `says`.

    `several` is whether more than one holds it.
    """
    verb = _VERBS[stance]
    return " ".join(
        filter(None, (verb.several if several else verb.one, verb.toward if toward else "", joined(toward)))
    )


def lead_in(
    holders: Sequence[str], stance: Stance, toward: Sequence[str] = (), *, several: bool | None = None
) -> str:
    """Return who takes which stance toward whom: `Egypt and Qatar demand of Israel`.

    `several` is whether the holders are more than one, where that is not the number of their names.
    """
    plural = len(holders) > 1 if several is None else several
    return f"{joined(holders)} {stance_toward(stance, toward, several=plural)}".lstrip()


def are_several(parties: Sequence[tuple[str, PartyKind]]) -> bool:
    """Return whether parties are spoken of in the plural: more than one, or people such as `residents`."""
    if len(parties) != 1:
        return len(parties) > 1
    [(name, kind)] = parties
    words = name.casefold().split()
    return kind == "group" and words[:1] not in (["a"], ["an"]) and any(map(_is_plural, words))


def _is_plural(word: str) -> bool:
    return word == "people" or (word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS))


def told_by(teller: str | None) -> str:
    """Return ` (told by Badran)`, to stand behind a position; nothing where the holders say it themselves."""
    return f" (told by {teller})" if teller else ""


def position_heading(
    holders: Sequence[str],
    stance: Stance,
    *,
    toward: Sequence[str] = (),
    topic: str | None = None,
    teller: str | None = None,
    several: bool | None = None,
) -> str:
    """Return a position in one line: `Hamas demands of Israel · prisoner exchange (told by Badran)`."""
    about = f" · {topic}" if topic else ""
    return f"{lead_in(holders, stance, toward, several=several)}{about}{told_by(teller)}"


def according_to(claimants: Sequence[str]) -> str:
    """Return `according to A and B`; nothing where nobody is named."""
    return f"according to {joined(claimants)}" if claimants else ""
