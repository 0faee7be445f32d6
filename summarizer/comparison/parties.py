"""Which party of one summary is which of another: by where the article names them, and by their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from summarizer.article import Span
from summarizer.comparison.changes import Change, Side
from summarizer.comparison.knowledge import tells_kinds
from summarizer.comparison.matching import meetings, one_to_one, spans_of
from summarizer.comparison.own_words import doubt, doubts
from summarizer.grounding.names import Key, key
from summarizer.summary import Anchor, Party, Summary
from summarizer.text.positions import joined

if TYPE_CHECKING:
    from summarizer.comparison.kinds import ChangeKind

_BY_NAME = 1000
"""A name in common weighs more than any number of mentions an article has."""
_BY_MAIN_NAME = 2 * _BY_NAME

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of one summary, with numbers that are the same in both for what is the same party."""

    summary: Summary
    numbers: dict[str, int]
    names: dict[str, str]

    @classmethod
    def of(cls, summary: Summary, numbers: Sequence[int]) -> Self:
        """The parties of `summary`, numbered in their order."""
        ids = [party.id for party in summary.parties]
        names = {party.id: party.name for party in summary.parties}
        return cls(summary, dict(zip(ids, numbers, strict=True)), names)

    def same(self, party: str | None) -> int | str | None:
        """What to compare a party by; None for nobody."""
        return None if party is None else self.numbers.get(party, party)

    def all(self, parties: Iterable[str]) -> frozenset[int | str]:
        """What to compare several parties by."""
        return frozenset(self.numbers.get(party, party) for party in parties)

    def called(self, parties: Iterable[str]) -> list[str]:
        """What several parties are called in this summary, in the order given."""
        return [self.names[party] for party in parties if party in self.names]

    def names_beside(self, parties: Iterable[str], known: frozenset[int | str]) -> str:
        """The names of those parties that are not among `known`."""
        return joined(self.called(party for party in parties if self.numbers.get(party, party) not in known))

    def name(self, party: str | None) -> str | None:
        """What a party is called in this summary."""
        return None if party is None else self.names.get(party)


@dataclass(frozen=True, slots=True)
class Casts:
    """The parties of two summaries side by side.

    `matched` are pairs; `merged` and `split` say of a party, by number, which ones became it or it became.
    """

    before: Cast
    after: Cast
    matched: list[Link]
    merged: dict[int, list[int]]
    split: dict[int, list[int]]


def match_parties(before: Summary, after: Summary) -> Casts:
    """Find which parties are the same.

    A link is what both are called first, another name that means one party in each summary, or half of a
    party's mentions at places where the other is named too. The strongest links make pairs; a party that is
    left over but linked was merged into, or split from, the one it is linked to most.
    """
    links = _links(before.parties, after.parties)
    matched = one_to_one(links)
    befores, afters = dict(matched), {other: one for one, other in matched}
    joined = _strongest(links, {link for link in links if link[0] not in befores}, side=0)
    parted = _strongest(links, {link for link in links if link[1] not in afters}, side=1)
    merged: defaultdict[int, list[int]] = defaultdict(list)
    split: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in joined:
        merged[other].append(one)
    for one, other in parted:
        split[one].append(other)
    same = _numbered(len(before.parties), len(after.parties), [*matched, *joined, *parted])
    return Casts(
        before=Cast.of(before, same[0]),
        after=Cast.of(after, same[1]),
        matched=matched,
        merged={other: sorted([afters[other], *ones]) for other, ones in merged.items()},
        split={one: sorted([befores[one], *others]) for one, others in split.items()},
    )


def compare_parties(casts: Casts) -> Iterator[Change]:
    """Parties lost, found, merged, split and renamed, and of another kind or role."""
    before, after = casts.before.summary, casts.after.summary
    ones, others = before.parties, after.parties
    for other, several in casts.merged.items():
        yield Change(
            kind="parties.merged",
            before=_side(before, *(ones[one] for one in several)),
            after=_side(after, others[other]),
        )
    for one, several in casts.split.items():
        yield Change(
            kind="parties.split",
            before=_side(before, ones[one]),
            after=_side(after, *(others[other] for other in several)),
        )
    for one, other in casts.matched:
        if one not in casts.split and other not in casts.merged:
            yield from _described_otherwise(ones[one], others[other], casts)
    stayed = {one for one, _ in casts.matched} | {one for several in casts.merged.values() for one in several}
    came = {other for _, other in casts.matched} | {
        each for several in casts.split.values() for each in several
    }
    for place, party in enumerate(ones):
        if place not in stayed:
            yield Change(kind="parties.lost", before=_side(before, party))
    for place, party in enumerate(others):
        if place not in came:
            yield Change(kind="parties.found", after=_side(after, party))


def _described_otherwise(one: Party, other: Party, casts: Casts) -> Iterator[Change]:
    before, after = casts.before.summary, casts.after.summary
    kinds_known = tells_kinds(before), tells_kinds(after)
    if key(one.name) != key(other.name):
        yield Change(kind="parties.renamed", before=_side(before, one), after=_side(after, other))
    # Summaries of the first version had no outlets, and no roles.
    outlet_known = all(kinds_known) or "outlet" not in {one.kind, other.kind}
    facts: list[tuple[ChangeKind, str, str, bool]] = [
        ("parties.kind", one.kind, other.kind, outlet_known),
        ("parties.role", one.role, other.role, all(kinds_known)),
    ]
    for kind, was, is_now, known in facts:
        if was != is_now and known:
            yield Change(kind=kind, before=_described(one, was), after=_described(other, is_now))
    sides = _described(one, one.name), _described(other, other.name)
    yield from doubts(before, after, (one.support, other.support), sides)


def _described(party: Party, value: str) -> Side:
    return Side(
        items=[party.id],
        text=party.description,
        parties=[party.name],
        value=value,
        doubt=doubt(party.support),
        anchors=_named(party),
    )


def _named(party: Party) -> list[Anchor]:
    return party.mentions[:1]


def _side(summary: Summary, *parties: Party) -> Side:
    about, doubtful = "", None
    if len(parties) == 1:
        [party] = parties
        doubtful = doubt(party.support)
        part = "minor role" if party.role == "minor" and tells_kinds(summary) else ""
        about = ", ".join(filter(None, [party.kind, part, party.description]))
    return Side(
        items=[party.id for party in parties],
        text=about,
        value=", ".join(party.name for party in parties),
        doubt=doubtful,
        anchors=[anchor for party in parties for anchor in _named(party)],
    )


def _links(before: Sequence[Party], after: Sequence[Party]) -> Counter[Link]:
    """How strongly parties are linked, where they are."""
    links = _by_mentions(before, after)
    ours, theirs = _owners(before), _owners(after)
    for name, one in ours.items():
        if name in theirs:
            links[one, theirs[name]] += _BY_NAME
    first = {name: place for place, name in enumerate(_main_names(after))}
    for one, main in enumerate(_main_names(before)):
        if main in first:
            links[one, first[main]] += _BY_MAIN_NAME
    return links


def _main_names(parties: Sequence[Party]) -> Iterator[tuple[Key, int]]:
    """What each party is called first; of those called alike, which one it is."""
    called: Counter[Key] = Counter()
    for party in parties:
        name = key(party.name)
        yield name, called[name]
        called[name] += 1


def _owners(parties: Sequence[Party]) -> dict[Key, int]:
    """Whose name a name is, where it is one party's alone."""
    owners: dict[Key, int] = {}
    shared: set[Key] = set()
    for place, party in enumerate(parties):
        for name in {key(written) for written in (party.name, *party.aliases)} - {()}:
            if owners.setdefault(name, place) != place:
                shared.add(name)
    return {name: place for name, place in owners.items() if name not in shared}


def _by_mentions(before: Sequence[Party], after: Sequence[Party]) -> Counter[Link]:
    """How many mentions parties have in common, where that is half of those that either has."""
    ones, others = _mentions(before), _mentions(after)
    sizes: Counter[Link] = Counter()
    for met in meetings([[span] for span, _ in ones], [[span] for span, _ in others]):
        sizes[met.before, met.after] += met.span.end - met.span.start
    found: Counter[Link] = Counter()
    for (one, other), size in sizes.items():
        (span, party), (place, counterpart) = ones[one], others[other]
        # "Hamas" in "a senior Hamas official" is another name: more than half of both must be the same.
        if 2 * size > max(span.end, place.end) - min(span.start, place.start):
            found[party, counterpart] += 1
    return Counter({
        (one, other): number
        for (one, other), number in found.items()
        if 2 * number >= min(len(before[one].mentions), len(after[other].mentions))
    })  # fmt: skip


def _mentions(parties: Sequence[Party]) -> list[tuple[Span, int]]:
    return [(span, place) for place, party in enumerate(parties) for span in spans_of(party.mentions)]


def _strongest(links: Counter[Link], among: Iterable[Link], *, side: int) -> list[Link]:
    """For each party of a side its strongest link; of equally strong ones the first."""
    found: dict[int, Link] = {}
    for link in sorted(among, key=lambda each: (-links[each], sum(each))):
        found.setdefault(link[side], link)
    return list(found.values())


def _numbered(ones: int, others: int, links: Iterable[Link]) -> tuple[list[int], list[int]]:
    """Numbers for the parties of both sides, the same for all that links connect."""
    heads = list(range(ones + others))

    def head(place: int) -> int:
        while heads[place] != place:
            heads[place] = heads[heads[place]]
            place = heads[place]
        return place

    for one, other in links:
        heads[head(one)] = head(ones + other)
    found = [head(place) for place in range(ones + others)]
    return found[:ones], found[ones:]
