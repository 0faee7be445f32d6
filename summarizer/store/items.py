"""What of a summary can be asked for by itself: its parties, positions, quotes and figures as rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete

from summarizer.store import rows
from summarizer.store.mending import mended, optional, short
from summarizer.store.records import ItemRole, Kind
from summarizer.store.schema import item_parties, items, names
from summarizer.summary import Anchor, FigureItem, Party, Position, Quote, Summary, Support
from summarizer.text.fold import folded, together


def keep(connection: Connection, key: int, summary: Summary) -> None:
    """Make the rows of a summary; an item is found by its own words and by the names of its parties."""
    called = {party.id: (party.name, *party.aliases) for party in summary.parties}
    known_by = {party: folded(*texts) for party, texts in called.items()}
    found = list(_items(summary))
    rows.add_as_one(connection, items, [{**_EMPTY, **one.row(known_by), "summary": key} for one in found])
    involved = [{**row, "summary": key} for one in found for row in one.party_rows()]
    if involved:
        rows.add_all(connection, item_parties, involved)
    named = [{**row, "summary": key} for party, texts in called.items() for row in _names(party, texts)]
    if named:
        rows.add_all(connection, names, named)


def _names(party: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What a party is called; of names that fold alike the first."""
    found: dict[str, dict[str, Any]] = {}
    for position, name in enumerate(map(mended, texts)):
        folds = short(folded(name) or name)
        found.setdefault(folds, {"party": party, "folded": folds, "name": name, "position": position})
    return list(found.values())


def drop(connection: Connection, key: int) -> None:
    """Delete the rows of a summary; its JSON stays."""
    for table in (items, item_parties, names):
        connection.execute(delete(table).where(table.c.summary == key))


_FACTS = (
    "category", "detail", "value", "upper", "number", "unit", "measures", "support", "topic", "topic_folded",
)  # fmt: skip
_EMPTY: dict[str, Any] = dict.fromkeys(("begins", "ends", *_FACTS))


class _Item(NamedTuple):
    kind: Kind
    id: str
    text: str
    anchors: Sequence[Anchor]
    parties: Mapping[ItemRole, Sequence[str]]
    facts: Mapping[str, Any]
    also: tuple[str, ...] = ()
    """Other texts that the search finds it by."""

    def row(self, known_by: Mapping[str, str]) -> dict[str, Any]:
        """Return the row in `items`, given the folded names of all parties."""
        place = {"begins": self.anchors[0].start, "ends": self.anchors[0].end} if self.anchors else {}
        involved = dict.fromkeys(party for parties in self.parties.values() for party in parties)
        called = (known_by.get(party, "") for party in involved)
        return {
            "kind": self.kind,
            "item": self.id,
            "text": mended(self.text),
            "words": together(folded(self.text), *called, folded(*self.also)),
            **place,
            **{name: optional(value) for name, value in self.facts.items()},
            "number": _number(self.facts.get("value")),
        }

    def party_rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows in `item_parties`; a party counts once in a role."""
        for role, parties in self.parties.items():
            for position, party in enumerate(dict.fromkeys(parties)):
                yield {"item": self.id, "role": role, "party": party, "position": position}


def _items(summary: Summary) -> Iterator[_Item]:
    yield _Item("summary", "", summary.headline.text, (), {}, {}, (summary.abstract_text,))
    yield from map(_party, summary.parties)
    yield from map(_position, summary.positions)
    yield from map(_quote, summary.quotes)
    yield from map(_figure, summary.figures)


def _party(party: Party) -> _Item:
    text = f"{party.name}, {party.description}" if party.description else party.name
    facts = {"category": party.kind, "detail": party.role, "support": _doubt(party.support)}
    return _Item("party", party.id, text, party.mentions, {}, facts, tuple(party.aliases))


def _position(position: Position) -> _Item:
    parties: dict[ItemRole, Sequence[str]] = {
        "holder": position.holders,
        "told_by": [position.told_by] if position.told_by else [],
        "toward": position.toward,
    }
    topic = position.topic or ""
    facts = {
        "detail": position.stance,
        "support": _doubt(position.support),
        "topic": topic or None,
        "topic_folded": short(folded(topic)) or None,
    }
    also = (topic,) if topic else ()
    return _Item("position", position.id, position.statement, position.evidence, parties, facts, also)


def _quote(quote: Quote) -> _Item:
    facts = {"category": quote.kind, "detail": quote.verdict, "support": _doubt(quote.support)}
    return _Item("quote", quote.id, quote.text, [quote.anchor], {"speaker": quote.speakers}, facts)


def _figure(figure: FigureItem) -> _Item:
    facts = {
        "category": figure.kind,
        "detail": figure.comparator,
        "value": figure.value,
        "upper": figure.upper,
        "unit": figure.unit,
        "measures": figure.measures,
        "support": _doubt(figure.support),
    }
    claimants: dict[ItemRole, Sequence[str]] = {"claimant": figure.claimed_by}
    return _Item("figure", figure.id, figure.text, [figure.anchor], claimants, facts, (figure.measures,))


def _doubt(support: Support) -> str | None:
    return support.verdict if support.verdict == "doubtful" else None


def _number(value: str | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None
