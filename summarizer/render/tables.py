"""Summaries as four tables: quotes, positions, figures and parties, one item a row.

A table is the same in every format: its columns, their kinds and their order are written here, once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from summarizer.store.stored_summary import Record
from summarizer.summary import Anchor, FigureItem, Party, Position, Quote
from summarizer.text.format_figure import is_narrated

Kind = Literal["text", "integer", "number", "truth", "date", "moment"]
Row = dict[str, Any]
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the kind of each of its columns, in order, and how a summary's rows are made."""

    name: str
    columns: dict[str, Kind]
    rows_of: Callable[[Record], Iterator[Row]]

    def rows(self, record: Record) -> Iterator[Row]:
        """The rows of a summary, every column in each: `Decimal` for numbers, None where nothing is known."""
        common = _common(record)
        for row in self.rows_of(record):
            yield common | row | {"review": record.verdict(row["item"])}


def _common(record: Record) -> Row:
    article, made = record.summary.article, record.summary.provenance
    return {
        "article": article.id,
        "title": record.title,
        "site": article.site,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "summary": record.id,
        "prompt": record.prompt,
        "model": made and made.recipe.model,
        "made": made and made.created,
    }


_COMMON: dict[str, Kind] = {
    "article": "text",
    "title": "text",
    "site": "text",
    "url": "text",
    "published": "date",
    "language": "text",
    "summary": "text",
    "prompt": "text",
    "model": "text",
    "made": "moment",
    "item": "text",
}
_PLACE: dict[str, Kind] = {"start": "integer", "end": "integer"}
_LAST: dict[str, Kind] = {"review": "text"}


def _place(anchors: list[Anchor]) -> Row:
    """The first place, in code points of the article, end exclusive."""
    return {"start": anchors[0].start, "end": anchors[0].end} if anchors else {"start": None, "end": None}


def _places(anchors: list[Anchor]) -> str:
    return " ".join(f"{anchor.start}-{anchor.end}" for anchor in anchors)


def _quotes(record: Record) -> Iterator[Row]:
    for quote in record.summary.quotes:
        yield _quote(record, quote)


def _quote(record: Record, quote: Quote) -> Row:
    return {
        "item": quote.id,
        "speaker": record.name(quote.speaker),
        "speaker_id": quote.speaker,
        "text": quote.text,
        **_place([quote.anchor]),
        "verdict": quote.verdict,
        "in_quotation_marks": not is_narrated(record.summary, quote),
        "cue": quote.cue and quote.cue.exact,
        "cue_start": quote.cue and quote.cue.start,
        "cue_end": quote.cue and quote.cue.end,
        "continues": quote.continues,
    }


def _positions(record: Record) -> Iterator[Row]:
    for position in record.summary.positions:
        yield _position(record, position)


def _position(record: Record, position: Position) -> Row:
    return {
        "item": position.id,
        "party": record.name(position.party),
        "party_id": position.party,
        "stance": position.stance,
        "statement": position.statement,
        "wording": position.wording,
        "text": _BETWEEN.join(anchor.exact for anchor in position.evidence),
        **_place(position.evidence),
        "places": _places(position.evidence),
    }


def _figures(record: Record) -> Iterator[Row]:
    for figure in record.summary.figures:
        yield _figure(record, figure)


def _figure(record: Record, figure: FigureItem) -> Row:
    return {
        "item": figure.id,
        "text": figure.text,
        "comparator": figure.comparator,
        "value": Decimal(figure.value),
        "upper": None if figure.upper is None else Decimal(figure.upper),
        "unit": figure.unit,
        "measures": figure.measures,
        "claimed_by": record.name(figure.claimed_by),
        "claimed_by_id": figure.claimed_by,
        **_place([figure.anchor]),
    }


def _parties(record: Record) -> Iterator[Row]:
    for party in record.summary.parties:
        yield _party(record, party)


def _party(record: Record, party: Party) -> Row:
    summary = record.summary
    return {
        "item": party.id,
        "name": party.name,
        "kind": party.kind,
        "description": party.description,
        "aliases": _BETWEEN.join(party.aliases),
        "quotes": sum(quote.speaker == party.id for quote in summary.quotes),
        "positions": sum(position.party == party.id for position in summary.positions),
        "figures": sum(figure.claimed_by == party.id for figure in summary.figures),
        "mentions": len(party.mentions),
        **_place(party.mentions),
        "places": _places(party.mentions),
    }


_QUOTES: dict[str, Kind] = {
    "speaker": "text",
    "speaker_id": "text",
    "text": "text",
    **_PLACE,
    "verdict": "text",
    "in_quotation_marks": "truth",
    "cue": "text",
    "cue_start": "integer",
    "cue_end": "integer",
    "continues": "text",
}
_POSITIONS: dict[str, Kind] = {
    "party": "text",
    "party_id": "text",
    "stance": "text",
    "statement": "text",
    "wording": "text",
    "text": "text",
    **_PLACE,
    "places": "text",
}
_FIGURES: dict[str, Kind] = {
    "text": "text",
    "comparator": "text",
    "value": "number",
    "upper": "number",
    "unit": "text",
    "measures": "text",
    "claimed_by": "text",
    "claimed_by_id": "text",
    **_PLACE,
}
_PARTIES: dict[str, Kind] = {
    "name": "text",
    "kind": "text",
    "description": "text",
    "aliases": "text",
    "quotes": "integer",
    "positions": "integer",
    "figures": "integer",
    "mentions": "integer",
    **_PLACE,
    "places": "text",
}

TABLES = {
    table.name: table
    for table in (
        Table("quotes", _COMMON | _QUOTES | _LAST, _quotes),
        Table("positions", _COMMON | _POSITIONS | _LAST, _positions),
        Table("figures", _COMMON | _FIGURES | _LAST, _figures),
        Table("parties", _COMMON | _PARTIES | _LAST, _parties),
    )
}
