"""One party, one entry: which parties of a draft are the same."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.claims import PartyClaim
from summarizer.grounding.names import Key, key, untitled
from summarizer.summary import PartyKind, Role
from summarizer.text.glyphs import clean
from summarizer.text.spelling import misspellings, misspells

FULL_NAME = 2
"""Words from which on a person's name says more than the surname."""


@dataclass
class Entry:
    """A party in the making: names it was offered under, in the order of the draft."""

    kind: PartyKind
    description: str
    names: list[str]
    aliases: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    role: Role | None = None
    lists: set[int] = field(default_factory=set)
    """Which of several lists of parties it is in."""

    @property
    def offered(self) -> list[str]:
        """All its names and aliases, each once."""
        return list(dict.fromkeys([*self.names, *self.aliases]))

    @cached_property
    def keys(self) -> list[Key]:
        """Its names, as they are compared."""
        return [self.comparable(name) for name in self.names]

    @cached_property
    def surnames(self) -> set[str]:
        """The last words of its full names, if it may be a person."""
        if self.kind not in {"person", "other"}:
            return set()
        return {name[-1] for name in self.keys if len(name) >= FULL_NAME}

    @cached_property
    def alias_keys(self) -> set[Key]:
        """Its aliases, as they are compared."""
        return {self.comparable(alias) for alias in self.aliases}

    def absorb(self, other: "Entry") -> None:
        """Take in another entry for the same party."""
        if self.kind == "other":
            self.kind = other.kind
        self.description = self.description or other.description
        self.names += other.names
        self.aliases += other.aliases
        self.ids += other.ids
        self.role = "main" if "main" in {self.role, other.role} else self.role or other.role
        self.lists |= other.lists
        for known in ("keys", "surnames", "alias_keys"):
            self.__dict__.pop(known, None)

    def comparable(self, name: str) -> Key:
        """`name` as it is compared: titles are part of the name of an organisation, not of a person."""
        return untitled(key(name)) if self.kind in {"person", "other"} else key(name)


def merge(*lists: Iterable[PartyClaim]) -> list[Entry]:
    """The parties with those that are the same made one; only those whose names share a word are compared.

    Parties of one list with ids were told apart by whoever gave them these: only one name under two ids, or
    names for one party under one id, are made one. No id is in two lists.
    """
    listed = ((number, party) for number, parties in enumerate(lists) for party in parties)
    entries = _without_repetitions(
        Entry(
            party.kind,
            clean(party.description),
            [clean(party.name)],
            list(map(clean, party.aliases)),
            [party.id] if party.id else [],
            party.role,
            {number},
        )
        for number, party in listed
    )
    pairs = _alike(entries)
    while pair := _same_pair(entries, pairs):
        kept, gone = pair
        entries[kept].absorb(entries.pop(gone))
        renamed = ((kept if a == gone else a, kept if b == gone else b) for a, b in pairs)
        pairs = {(min(pair), max(pair)) for pair in renamed if pair[0] != pair[1]}
    return list(entries.values())


def _without_repetitions(entries: Iterable[Entry]) -> dict[int, Entry]:
    """The entries by number; of those with ids, each name once: it says more than an alias does."""
    found: dict[int, Entry] = {}
    named: dict[Key, Entry] = {}
    for number, entry in enumerate(entries):
        first = named.setdefault(entry.keys[0], entry) if entry.ids and entry.keys[0] else entry
        if first is entry:
            found[number] = entry
        else:
            first.absorb(entry)
    return found


Pair = tuple[int, int]


def _alike(entries: Mapping[int, Entry]) -> set[Pair]:
    """The pairs whose names share a word, or a misspelling of one; no others can be the same."""
    holders: dict[str, set[int]] = {}
    for number, entry in entries.items():
        for word in {word for name in entry.offered for word in key(name)}:
            holders.setdefault(word, set()).add(number)
    found: set[Pair] = set()
    for word, numbers in holders.items():
        near = numbers.union(*(holders[slip] for slip in misspellings(word) & holders.keys()))
        found |= {(min(a, b), max(a, b)) for a in numbers for b in near if a != b}
    return found


def _same_pair(entries: Mapping[int, Entry], pairs: Collection[Pair]) -> Pair | None:
    if not pairs:
        return None
    surnames = Counter(name for entry in entries.values() for name in entry.surnames)
    aliases = Counter(alias for entry in entries.values() for alias in entry.alias_keys)
    for a, b in sorted(pairs):
        one, other = entries[a], entries[b]
        if one.ids and other.ids and one.lists & other.lists and not set(one.ids) & set(other.ids):
            if set(one.keys) & set(other.keys):
                return a, b
        elif _may_be_one(one, other) and (
            _same_name(one, other, surnames) or _alias_names(one, other, aliases)
        ):
            return a, b
    return None


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


def _same_name(one: Entry, other: Entry, surnames: Counter[str]) -> bool:
    for a in one.keys:
        for b in other.keys:
            if a == b or _misspelt(a, b):
                return True
            for short, entry in ((a, other), (b, one)):
                if len(short) == 1 and any(
                    surnames[name] == 1 and (short[0] == name or misspells(short[0], name))
                    for name in entry.surnames
                ):
                    return True
    return False


def _alias_names(one: Entry, other: Entry, aliases: Counter[Key]) -> bool:
    """Whether a name of the one is an alias of the other, and of no third."""
    for entry, named in ((one, other), (other, one)):
        for alias in entry.alias_keys & set(named.keys):
            if alias and aliases[alias] == (alias in one.alias_keys) + (alias in other.alias_keys):
                return True
    return False
