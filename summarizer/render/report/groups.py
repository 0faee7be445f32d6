"""The parties of a summary in reading order, each with what it wants and says, alone or with others."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.summary import Party, Position, Quote, Summary


@dataclass(slots=True)
class Group:
    """What one party, or several together, want and say; `parties` is empty where nobody knows who."""

    parties: tuple[Party, ...]
    positions: list[Position] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    @property
    def is_minor(self) -> bool:
        """Whether the news can be told without it."""
        return bool(self.parties) and all(party.role == "minor" for party in self.parties)

    @property
    def is_joint(self) -> bool:
        """Whether several hold together what is in it."""
        return len(self.parties) > 1


def reading_order(parties: Iterable[Party]) -> list[Party]:
    """Return the main parties first, then the article's own voice, then the minor ones."""
    return sorted(parties, key=lambda party: (party.role == "minor", party.kind == "outlet"))


def active(summary: Summary) -> set[str]:
    """Return the ids of the parties that hold, say or claim something."""
    said = (quote.speakers for quote in summary.quotes if quote.is_statement)
    held = (position.holders for position in summary.positions)
    claimed = (figure.claimed_by for figure in summary.figures)
    return {party for parties in (*said, *held, *claimed) for party in parties}


def groups(summary: Summary) -> list[Group]:
    """Return a group for each active party, behind it those that it heads with others, and last nobody's."""
    speaking = active(summary)
    parties = [party for party in reading_order(summary.parties) if party.id in speaking]
    number = {party.id: place for place, party in enumerate(parties)}
    found: dict[tuple[int, ...], Group] = {(place,): Group((party,)) for place, party in enumerate(parties)}

    def of(ids: Iterable[str]) -> Group:
        key = tuple(sorted({number[party] for party in ids if party in number}))
        return found.setdefault(key, Group(tuple(parties[place] for place in key)))

    for position in summary.positions:
        of(position.holders).positions.append(position)
    for quote in summary.quotes:
        if quote.is_statement:
            of(quote.speakers).quotes.append(quote)
    return [found[key] for key in sorted(found, key=lambda key: (not key, key))]
