"""What of a summary can be asked for by itself: its parties, positions, quotes and figures as rows."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete

from summarizer.store import rows
from summarizer.store.mending import mended, optional, short
from summarizer.store.records import Kind
from summarizer.store.schema import items, names
from summarizer.summary import Anchor, Party, Summary
from summarizer.text.fold import folded, together


def keep(connection: Connection, key: int, summary: Summary) -> None:
    """Make the rows of a summary; each is found by its own words and by its party's names."""
    called = {party.id: (party.name, *party.aliases) for party in summary.parties}
    known_by = {party: folded(*texts) for party, texts in called.items()}
    told = [{**_EMPTY, **row, "summary": key} for row in _rows(summary, known_by)]
    rows.add_as_one(connection, items, told)
    named = [row for party, texts in called.items() for row in _names(party, texts)]
    if named:
        rows.add_all(connection, names, [{**row, "summary": key} for row in named])


def _names(party: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What a party is called; of names that fold alike the first."""
    found: dict[str, dict[str, Any]] = {}
    for position, name in enumerate(map(mended, texts)):
        folds = short(folded(name) or name)
        found.setdefault(folds, {"party": party, "folded": folds, "name": name, "position": position})
    return list(found.values())


def drop(connection: Connection, key: int) -> None:
    """Delete the rows of a summary; its JSON stays."""
    for table in (items, names):
        connection.execute(delete(table).where(table.c.summary == key))


_EMPTY: dict[str, Any] = dict.fromkeys(
    ("party", "begins", "ends", "detail", "value", "upper", "number", "unit", "measures")
)


def _rows(summary: Summary, known_by: dict[str, str]) -> Iterator[dict[str, Any]]:
    def row(
        kind: Kind,
        item: str,
        text: str,
        anchors: Sequence[Anchor],
        party: str | None,
        *also: str,
        **facts: Any,
    ) -> dict[str, Any]:
        place = {"begins": anchors[0].start, "ends": anchors[0].end} if anchors else {}
        words = together(folded(text), known_by.get(party or "", ""), folded(*also))
        stored = {name: optional(value) for name, value in facts.items()}
        return (
            {"kind": kind, "item": item, "party": party, "text": mended(text), "words": words}
            | place
            | stored
        )

    yield row("summary", "", summary.headline, (), None, summary.abstract)
    for party in summary.parties:
        yield row("party", party.id, _about(party), party.mentions, party.id, detail=party.kind)
    for position in summary.positions:
        holder = position.party
        yield row(
            "position", position.id, position.statement, position.evidence, holder, detail=position.stance
        )
    for quote in summary.quotes:
        yield row("quote", quote.id, quote.text, [quote.anchor], quote.speaker, detail=quote.verdict)
    for figure in summary.figures:
        yield row(
            "figure", figure.id, figure.text, [figure.anchor], figure.claimed_by, figure.measures,
            detail=figure.comparator, value=figure.value, upper=figure.upper, unit=figure.unit,
            measures=figure.measures,
        ) | {"number": _number(figure.value)}  # fmt: skip


def _about(party: Party) -> str:
    return f"{party.name}, {party.description}" if party.description else party.name


def _number(value: str) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None
