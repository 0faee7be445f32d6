"""One party, one entry: which parties of a draft are the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from summarizer.attribution.spelling import misspells
from summarizer.draft import DraftParty, PartyKind
from summarizer.grounding.glyphs import clean
from summarizer.grounding.names import Key, key, untitled

FULL_NAME = 2
"""Words from which on a person's name says more than the surname."""


@dataclass
class Entry:
    """A party in the making: names it was offered under, in the order of the draft."""

    kind: PartyKind
    description: str
    names: list[str]
    aliases: list[str] = field(default_factory=list)

    @property
    def offered(self) -> list[str]:
        """All its names and aliases, each once."""
        return list(dict.fromkeys([*self.names, *self.aliases]))

    @property
    def keys(self) -> list[Key]:
        """Its names, as they are compared."""
        return [self.comparable(name) for name in self.names]

    @property
    def surnames(self) -> set[str]:
        """The last words of its full names, if it may be a person."""
        if self.kind not in {"person", "other"}:
            return set()
        return {name[-1] for name in self.keys if len(name) >= FULL_NAME}

    def comparable(self, name: str) -> Key:
        """`name` as it is compared: titles are part of the name of an organisation, not of a person."""
        return untitled(key(name)) if self.kind in {"person", "other"} else key(name)


def merge(parties: Iterable[DraftParty]) -> list[Entry]:
    """The parties with those that are the same made one."""
    entries = [
        Entry(party.kind, clean(party.description), [clean(party.name)], list(map(clean, party.aliases)))
        for party in parties
    ]
    while pair := _same_pair(entries):
        one, other = pair
        if one.kind == "other":
            one.kind = other.kind
        one.description = one.description or other.description
        one.names += other.names
        one.aliases += other.aliases
        entries = [entry for entry in entries if entry is not other]
    return entries


def _same_pair(entries: Sequence[Entry]) -> tuple[Entry, Entry] | None:
    return next(
        (
            (one, other)
            for one, other in combinations(entries, 2)
            if _may_be_one(one, other)
            and (_same_name(one, other, entries) or _alias_names(one, other, entries))
        ),
        None,
    )


def _may_be_one(one: Entry, other: Entry) -> bool:
    """No person is an organisation, and two full names with one surname are two people."""
    kinds = {one.kind, other.kind}
    if "person" in kinds and not kinds <= {"person", "other"}:
        return False
    return not ("person" in kinds and any(_namesakes(a, b) for a in one.keys for b in other.keys))


def _namesakes(one: Key, other: Key) -> bool:
    if min(len(one), len(other)) < FULL_NAME or one[-1] != other[-1]:
        return False
    return not (set(one) <= set(other) or set(other) <= set(one) or _misspelt(one, other))


def _misspelt(one: Key, other: Key) -> bool:
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(differing) == 1 and misspells(*differing[0])


def _same_name(one: Entry, other: Entry, entries: Sequence[Entry]) -> bool:
    surnames = [name for entry in entries for name in entry.surnames]
    for a in one.keys:
        for b in other.keys:
            if a == b or _misspelt(a, b):
                return True
            for short, entry in ((a, other), (b, one)):
                if len(short) == 1 and any(
                    surnames.count(name) == 1 and (short[0] == name or misspells(short[0], name))
                    for name in entry.surnames
                ):
                    return True
    return False


def _alias_names(one: Entry, other: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a name of the one is an alias of the other, and of no third."""
    for entry, named in ((one, other), (other, one)):
        for alias in {entry.comparable(alias) for alias in entry.aliases} & set(named.keys):
            if alias and not any(
                alias in map(third.comparable, third.aliases)
                for third in entries
                if third is not one and third is not other
            ):
                return True
    return False
