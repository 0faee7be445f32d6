"""Parties over many articles: who is who, by what their articles call them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.store import Called
from summarizer.text.fold import folded


@dataclass(frozen=True, slots=True)
class Parties:
    """The distinct parties that some words match, those of most articles first."""

    distinct: tuple[Called, ...]
    known: Mapping[str, str]

    @classmethod
    def among(cls, found: Sequence[Called]) -> "Parties":
        """Put together what is one party under several names.

        A shorter name is that of the one party whose name holds all its words (Badran is Hossam Badran), or
        else of the one that is also called so; where there are two such parties it stays by itself.
        """
        named = {_key(one.name): one for one in found}
        groups = {name: {name} for name in named}
        for name in named:
            home = _home(name, named)
            if groups[home] is not groups[name]:
                groups[home] |= groups[name]
                for member in groups[name]:
                    groups[member] = groups[home]
        distinct: dict[str, Called] = {}
        known: dict[str, str] = {}
        for name, group in groups.items():
            members = [named[one] for one in sorted(group)]
            first = max(members, key=lambda one: (len(_key(one.name).split()) > 1, one.articles))
            known[name] = first.name
            if first.name not in distinct:
                articles = sum(one.articles for one in members)
                distinct[first.name] = Called(
                    first.name, articles, frozenset().union(*(m.names for m in members))
                )
        return cls(tuple(sorted(distinct.values(), key=lambda one: -one.articles)), known)

    def which(self, name: str) -> str:
        """Return the party that is meant by what an article calls it first."""
        return self.known.get(_key(name), name)

    def matched(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the distinct parties among some names that are of those that the words match."""
        return tuple(dict.fromkeys(self.which(name) for name in names if _key(name) in self.known))


def _key(name: str) -> str:
    return folded(name) or name


def _home(name: str, named: Mapping[str, Called]) -> str:
    words = set(name.split())
    longer = {other: set(other.split()) for other in named if set(other.split()) > words}
    if longer:
        whole = [one for one, held in longer.items() if all(held >= other for other in longer.values())]
        return whole[0] if len(whole) == 1 else name
    also = [other for other, one in named.items() if other != name and name in one.names]
    return also[0] if len(also) == 1 else name
