"""Summaries as tables, an item a row: quotes, positions, figures, parties, abstract, loaded words, articles.

A table is the same in every format: its columns, their kinds and their order are written here, once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from summarizer.review import doubtful_items
from summarizer.store.stored_summary import Record
from summarizer.summary import (
    AbstractSentence,
    Anchor,
    FigureItem,
    Headline,
    Party,
    Position,
    Quote,
    Support,
)
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
            item = row["item"]
            yield common | row | {"warnings": _warnings(record, item), "review": record.verdict(item)}


def _common(record: Record) -> Row:
    article, made = record.summary.article, record.summary.provenance
    return {
        "article": article.id,
        "title": record.title,
        "site": article.site,
        "source": record.source,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "language_source": article.language_source,
        "summary": record.id,
        "prompt": record.prompt,
        "model": made and made.recipe.model,
        "made": made and made.created,
    }


_COMMON: dict[str, Kind] = {
    "article": "text",
    "title": "text",
    "site": "text",
    "source": "text",
    "url": "text",
    "published": "date",
    "language": "text",
    "language_source": "text",
    "summary": "text",
    "prompt": "text",
    "model": "text",
    "made": "moment",
    "item": "text",
}
_PLACE: dict[str, Kind] = {"start": "integer", "end": "integer"}
_SUPPORT: dict[str, Kind] = {
    "support": "text",
    "support_reasons": "text",
    "judged": "text",
}
_PLACES: dict[str, Kind] = {**_PLACE, "places": "text", "sentences": "text"}
_LAST: dict[str, Kind] = {"warnings": "text", "review": "text"}


def _warnings(record: Record, item: str | None) -> str:
    codes = (warning.code for warning in record.summary.warnings if warning.item == item)
    return _BETWEEN.join(dict.fromkeys(codes))


def _named(record: Record, column: str, ids: str, parties: Iterable[str]) -> Row:
    """Two columns: what parties are called, and their ids, in the same order."""
    parties = list(parties)
    names = (record.name(party) or party for party in parties)
    return {column: _BETWEEN.join(names), ids: _BETWEEN.join(parties)}


def _supported(support: Support) -> Row:
    judged = support.judgement
    return {
        "support": support.verdict,
        "support_reasons": _BETWEEN.join(support.reasons),
        "judged": judged and judged.verdict,
    }


def _evidence(anchors: list[Anchor]) -> Row:
    """The first place, all places, and the numbers of their sentences where the anchors have them."""
    sentences = dict.fromkeys(anchor.sentence for anchor in anchors if anchor.sentence)
    return {**_place(anchors), "places": _places(anchors), "sentences": " ".join(sentences)}


def _words(anchors: list[Anchor]) -> str:
    return _BETWEEN.join(anchor.exact for anchor in anchors)


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
        **_named(record, "speakers", "speaker_ids", quote.speakers),
        "kind": quote.kind,
        "text": quote.text,
        **_place([quote.anchor]),
        "sentence": quote.anchor.sentence,
        "verdict": quote.verdict,
        "in_quotation_marks": not is_narrated(record.summary, quote),
        "cue": quote.cue and quote.cue.exact,
        "cue_start": quote.cue and quote.cue.start,
        "cue_end": quote.cue and quote.cue.end,
        "continues": quote.continues,
        **_supported(quote.support),
        "origin": quote.origin,
    }


def _positions(record: Record) -> Iterator[Row]:
    for position in record.summary.positions:
        yield _position(record, position)


def _position(record: Record, position: Position) -> Row:
    return {
        "item": position.id,
        **_named(record, "holders", "holder_ids", position.holders),
        "stance": position.stance,
        **_named(record, "toward", "toward_ids", position.toward),
        "topic": position.topic,
        **_named(record, "told_by", "told_by_id", [position.told_by] if position.told_by else []),
        "statement": position.statement,
        "wording": position.wording,
        "text": _words(position.evidence),
        **_evidence(position.evidence),
        "quotes": _BETWEEN.join(position.quotes),
        **_supported(position.support),
        "origin": position.origin,
    }


def _figures(record: Record) -> Iterator[Row]:
    for figure in record.summary.figures:
        yield _figure(record, figure)


def _figure(record: Record, figure: FigureItem) -> Row:
    return {
        "item": figure.id,
        "text": figure.text,
        "comparator": figure.comparator,
        "value": None if figure.value is None else Decimal(figure.value),
        "upper": None if figure.upper is None else Decimal(figure.upper),
        "unit": figure.unit,
        "kind": figure.kind,
        "measures": figure.measures,
        **_named(record, "claimed_by", "claimed_by_ids", figure.claimed_by),
        **_place([figure.anchor]),
        "sentence": figure.anchor.sentence,
        **_supported(figure.support),
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
        "role": party.role,
        "description": party.description,
        "aliases": _BETWEEN.join(party.aliases),
        "quotes": sum(party.id in quote.speakers for quote in summary.quotes),
        "positions": sum(party.id in position.holders for position in summary.positions),
        "figures": sum(party.id in figure.claimed_by for figure in summary.figures),
        "mentions": len(party.mentions),
        **_evidence(party.mentions),
        **_supported(party.support),
    }


def _framing(record: Record) -> Iterator[Row]:
    for item in record.summary.framing:
        yield {
            "item": item.id,
            "text": item.text,
            "category": item.category,
            "neutral": item.neutral,
            "times": item.times,
            **_evidence([item.anchor, *item.others]),
        }


def _articles(record: Record) -> Iterator[Row]:
    """What a summary says as a whole, how much of its article that is, and what it took."""
    summary, made = record.summary, record.summary.provenance
    coverage = summary.coverage
    tallies = (
        ("quotations", coverage.quotations), ("figures", coverage.figures), ("sentences", coverage.sentences),
    )  # fmt: skip
    yield {
        "item": None,
        "author": summary.article.author,
        "characters": summary.article.characters,
        "headline": summary.headline.text,
        "abstract": " ".join(sentence.text for sentence in summary.abstract),
        **{f"{name}_found": tally.found for name, tally in tallies},
        **{f"{name}_reported": tally.reported for name, tally in tallies},
        "rejected": len(summary.rejected),
        "doubtful": _BETWEEN.join(doubtful_items(summary)),
        "tokens_in": made and made.tokens.input,
        "tokens_out": made and made.tokens.output,
        "cost_usd": made and made.cost_usd,
        "seconds": made and Decimal(str(made.seconds)),
    }


def _abstract(record: Record) -> Iterator[Row]:
    """The headline, then the sentences of the abstract."""
    yield _sentence("headline", record.summary.headline)
    for number, sentence in enumerate(record.summary.abstract, start=1):
        yield _sentence(f"abstract{number}", sentence)


def _sentence(item: str, sentence: Headline | AbstractSentence) -> Row:
    return {
        "item": item,
        "statement": sentence.text,
        "wording": sentence.wording,
        "text": _words(sentence.evidence),
        **_evidence(sentence.evidence),
        **_supported(sentence.support),
    }


_QUOTES: dict[str, Kind] = {
    "speakers": "text",
    "speaker_ids": "text",
    "kind": "text",
    "text": "text",
    **_PLACE,
    "sentence": "text",
    "verdict": "text",
    "in_quotation_marks": "truth",
    "cue": "text",
    "cue_start": "integer",
    "cue_end": "integer",
    "continues": "text",
    **_SUPPORT,
    "origin": "text",
}
_POSITIONS: dict[str, Kind] = {
    "holders": "text",
    "holder_ids": "text",
    "stance": "text",
    "toward": "text",
    "toward_ids": "text",
    "topic": "text",
    "told_by": "text",
    "told_by_id": "text",
    "statement": "text",
    "wording": "text",
    "text": "text",
    **_PLACES,
    "quotes": "text",
    **_SUPPORT,
    "origin": "text",
}
_FIGURES: dict[str, Kind] = {
    "text": "text",
    "comparator": "text",
    "value": "number",
    "upper": "number",
    "unit": "text",
    "kind": "text",
    "measures": "text",
    "claimed_by": "text",
    "claimed_by_ids": "text",
    **_PLACE,
    "sentence": "text",
    **_SUPPORT,
}
_PARTIES: dict[str, Kind] = {
    "name": "text",
    "kind": "text",
    "role": "text",
    "description": "text",
    "aliases": "text",
    "quotes": "integer",
    "positions": "integer",
    "figures": "integer",
    "mentions": "integer",
    **_PLACES,
    **_SUPPORT,
}
_ABSTRACT: dict[str, Kind] = {"statement": "text", "wording": "text", "text": "text", **_PLACES, **_SUPPORT}
_WORDING: dict[str, Kind] = {
    "text": "text",
    "category": "text",
    "neutral": "text",
    "times": "integer",
    **_PLACES,
}
_ARTICLES: dict[str, Kind] = {
    "author": "text",
    "characters": "integer",
    "headline": "text",
    "abstract": "text",
    "quotations_found": "integer",
    "figures_found": "integer",
    "sentences_found": "integer",
    "quotations_reported": "integer",
    "figures_reported": "integer",
    "sentences_reported": "integer",
    "rejected": "integer",
    "doubtful": "text",
    "tokens_in": "integer",
    "tokens_out": "integer",
    "cost_usd": "number",
    "seconds": "number",
}

TABLES = {
    table.name: table
    for table in (
        Table("quotes", _COMMON | _QUOTES | _LAST, _quotes),
        Table("positions", _COMMON | _POSITIONS | _LAST, _positions),
        Table("figures", _COMMON | _FIGURES | _LAST, _figures),
        Table("parties", _COMMON | _PARTIES | _LAST, _parties),
        Table("abstract", _COMMON | _ABSTRACT | _LAST, _abstract),
        Table("framing", _COMMON | _WORDING | _LAST, _framing),
        Table("articles", _COMMON | _ARTICLES | _LAST, _articles),
    )
}
