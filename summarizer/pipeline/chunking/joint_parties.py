"""The parties of an article's parts made one: p1 of one part may be p3 of another, under another name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from summarizer.claims import ById, Claims, PartyClaim, Who
from summarizer.grounding.merging import merge
from summarizer.grounding.names import Key, bare, has_capital, key, untitled

_UNNAMED_VOICE: Key = ("article",)
"""What a part calls the article's own voice if it does not name the publication."""

_Ids = Mapping[tuple[int, str], str]
"""The joint id of each party, by the number of its part and the id that it has there."""


def with_joint_ids(parts: Sequence[Claims]) -> tuple[list[PartyClaim], list[Claims]]:
    """Return the parties of all parts, each once, the main ones first; and the parts with the ids of these.

    Parties of two parts are the same if their names say so; those of one part were told apart by its reader.
    """
    listed = [
        [replace(party, id=f"{number}.{place}") for place, party in enumerate(parties)]
        for number, parties in enumerate(_with_one_voice(parts))
    ]
    by_id = {party.id: party for parties in listed for party in parties}
    original = {
        f"{number}.{place}": (number, party.id)
        for number, part in enumerate(parts)
        for place, party in enumerate(part.parties)
        if party.id
    }
    parties: list[PartyClaim] = []
    ids: dict[tuple[int, str], str] = {}
    for number, entry in enumerate(sorted(merge(*listed), key=lambda entry: entry.role == "minor"), 1):
        group = [by_id[item] for item in entry.ids]
        name = max(entry.names, key=_fullness)
        others = [other for other in entry.names if other != name]
        parties.append(replace(_one(group, name, others), id=f"p{number}", role=entry.role))
        ids.update({original[item]: f"p{number}" for item in entry.ids if item in original})
    return parties, [_renamed(part, number, ids) for number, part in enumerate(parts)]


def each_name_once(parties: Iterable[PartyClaim]) -> list[PartyClaim]:
    """Return parties that others refer to by name, those of the same name made one."""
    same: dict[Key, list[PartyClaim]] = {}
    for party in parties:
        same.setdefault(key(party.name), []).append(party)
    return [_one(group, group[0].name) for group in same.values()]


def _one(group: Sequence[PartyClaim], name: str, others: Iterable[str] = ()) -> PartyClaim:
    """Return the party that all of a group are: of the kind most parts give it, with the aliases of all."""
    kinds = Counter(party.kind for party in group if party.kind != "other")
    aliases = dict.fromkeys(chain(others, *(party.aliases for party in group)))
    return replace(
        group[0],
        name=name,
        kind=kinds.most_common(1)[0][0] if kinds else "other",
        description=next((party.description for party in group if party.description), ""),
        aliases=tuple(aliases),
    )


def _fullness(name: str) -> tuple[bool, int]:
    return has_capital(bare(name)), len(untitled(key(name)))


def _with_one_voice(parts: Sequence[Claims]) -> list[list[PartyClaim]]:
    """Return the parties of each part, the article's own voice under the one name that a part gives it."""
    names = {
        party.name
        for part in parts
        for party in part.parties
        if party.kind == "outlet" and key(party.name) != _UNNAMED_VOICE
    }
    if len(names) != 1:
        return [list(part.parties) for part in parts]
    [name] = names
    return [
        [
            replace(party, name=name)
            if party.kind == "outlet" and key(party.name) == _UNNAMED_VOICE
            else party
            for party in part.parties
        ]
        for part in parts
    ]


def _renamed(part: Claims, number: int, ids: _Ids) -> Claims:
    """Return the claims of a part with the joint ids of whoever they refer to."""

    def meant(who: Who) -> Who:
        if not isinstance(who, ById):
            return who
        # An id that the part gave nobody must not become that of another part's party.
        return ById(ids.get((number, who.id)) or f"{who.id} of part {number + 1}")

    def all_meant(parties: Iterable[Who]) -> tuple[Who, ...]:
        return tuple(dict.fromkeys(map(meant, parties)))

    return replace(
        part,
        quotes=tuple(replace(quote, speakers=all_meant(quote.speakers)) for quote in part.quotes),
        figures=tuple(replace(figure, claimed_by=all_meant(figure.claimed_by)) for figure in part.figures),
        positions=tuple(
            replace(
                position,
                holders=all_meant(position.holders),
                told_by=meant(position.told_by) if position.told_by else None,
                toward=all_meant(position.toward),
            )
            for position in part.positions
        ),
    )
