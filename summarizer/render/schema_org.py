"""Summaries in the vocabulary of schema.org: the article, its quotations, its claims and its figures.

A graph of one NewsArticle with what is known of it, a CreativeWork for the summary (which says that a model
wrote it, or rules alone), each party, a Quotation for each quote, a Claim for each position, and for each
figure a Claim about an Observation. Words that nobody says are no Quotation: a DefinedTerm, or for a
title a CreativeWork.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC
from math import isfinite
from typing import Any

from summarizer.render.jsonld import dumped, known
from summarizer.review import doubts_of
from summarizer.store.stored_summary import Record, web_link
from summarizer.summary import (
    UNDETERMINED,
    AbstractSentence,
    FigureItem,
    Headline,
    Party,
    Position,
    Quote,
    Recipe,
    Summary,
    Support,
)
from summarizer.text.positions import joined, told_by

CONTEXT = "https://schema.org"
BY_A_MODEL = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
BY_RULES = "https://schema.org/AlgorithmicMediaDigitalSource"

# A group or whatever else is called a party may be no organisation, so that it cannot be said to speak.
_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "government": "GovernmentOrganization",
    "group": "Organization",
}
_LOWER = {"at_least", "more_than", "between"}
_UPPER = {"at_most", "less_than"}


def as_schema_org(record: Record, *, indent: int | None = 2) -> str:
    """The graph of a summary as JSON-LD; None for `indent` is one line."""
    return dumped(graph(record), indent=indent)


def graph(record: Record) -> dict[str, Any]:
    """The graph of a summary."""
    summary = record.summary
    nodes = [
        _article(record),
        _summary(record),
        *(_party(record, party) for party in summary.parties),
        *(
            _quotation(record, quote) if quote.is_statement else _named(record, quote)
            for quote in summary.quotes
        ),
        *(_position(record, position) for position in summary.positions),
        *(node for figure in summary.figures for node in _figure(record, figure)),
    ]
    return {"@context": CONTEXT, "@graph": [known(node) for node in nodes]}


def _article(record: Record) -> dict[str, Any]:
    summary, article = record.summary, record.summary.article
    parties = [party.id for party in summary.parties]
    named = [quote.id for quote in summary.quotes if not quote.is_statement]
    return {
        "@type": "NewsArticle",
        "@id": record.article_uri,
        "identifier": article.id,
        "url": web_link(article.url),
        "headline": record.title,
        "creditText": article.author,  # a person, an agency or "Staff": the source does not say which
        "datePublished": article.published and article.published.isoformat(),
        "publisher": article.site and {"@type": "Organization", "name": article.site},
        "inLanguage": None if article.language == UNDETERMINED else article.language,
        "mentions": [_item(record, item) for item in (*parties, *named)],
    }


def _summary(record: Record) -> dict[str, Any]:
    made = record.summary.provenance
    return {
        "@type": "CreativeWork",
        "@id": record.uri,
        "name": record.summary.headline.text,
        "text": record.summary.abstract_text,
        "isBasedOn": _reference(record.article_uri),
        "digitalSourceType": BY_RULES if record.summary.is_by_rules else BY_A_MODEL,
        "comment": [
            {"@type": "Comment", "text": f"{name} {doubt}"}
            for name, own in _own_words(record.summary)
            for doubt in doubts_of(own.support)
        ],
        "dateCreated": made and made.created.astimezone(UTC).isoformat(),
        "creditText": made and _credit(made.recipe),
    }


def _own_words(summary: Summary) -> Iterator[tuple[str, Headline | AbstractSentence]]:
    yield "headline", summary.headline
    yield from ((f"abstract{number}", sentence) for number, sentence in enumerate(summary.abstract, start=1))


def _comments(support: Support) -> list[dict[str, str]]:
    return [{"@type": "Comment", "text": doubt} for doubt in doubts_of(support)]


def _credit(recipe: Recipe) -> str:
    return f"{recipe.prompt.reference}, {recipe.model}" if recipe.asks_model else "the rules alone, no model"


def _party(record: Record, party: Party) -> dict[str, Any]:
    return {
        "@type": _TYPES.get(party.kind, "Thing"),
        "@id": f"{record.uri}#{party.id}",
        "name": party.name,
        "alternateName": party.aliases,
        "description": party.description,
        "subjectOf": _comments(party.support),
    }


def _quotation(record: Record, quote: Quote) -> dict[str, Any]:
    return {
        "@type": "Quotation",
        "@id": f"{record.uri}#{quote.id}",
        "text": quote.text,
        "keywords": quote.kind,
        **_said_by(record, quote.speakers, "spokenByCharacter"),
        "comment": _comments(quote.support),
        "isPartOf": _reference(record.article_uri),
    }


def _named(record: Record, quote: Quote) -> dict[str, Any]:
    kind = "CreativeWork" if quote.kind == "title" else "DefinedTerm"
    doubts = _comments(quote.support)
    return {"@type": kind, "@id": f"{record.uri}#{quote.id}", "name": quote.text, "subjectOf": doubts}


def _position(record: Record, position: Position) -> dict[str, Any]:
    topic = [{"@type": "Thing", "name": position.topic}] if position.topic else []
    return {
        "@type": "Claim",
        "@id": f"{record.uri}#{position.id}",
        "text": position.statement,
        "keywords": position.stance,
        "about": _one_or_all([*topic, *(_item(record, party) for party in position.toward)]),
        **_said_by(record, position.holders, "author", told_by(record.name(position.told_by))),
        "comment": _comments(position.support),
        "appearance": _reference(record.article_uri),
        "digitalSourceType": BY_A_MODEL if position.wording == "model" else None,
    }


def _figure(record: Record, figure: FigureItem) -> Iterator[dict[str, Any]]:
    observed = f"{record.uri}#{figure.id}-value"
    yield {
        "@type": "Claim",
        "@id": f"{record.uri}#{figure.id}",
        "text": figure.text,
        "keywords": figure.kind,
        **_said_by(record, figure.claimed_by, "author"),
        "comment": _comments(figure.support),
        "appearance": _reference(record.article_uri),
        "about": _reference(observed),
    }
    yield {
        "@type": "Observation",
        "@id": observed,
        "name": figure.text,
        "variableMeasured": figure.measures,
        **_values(figure),
        "unitText": figure.unit,
    }


def _values(figure: FigureItem) -> dict[str, int | float | None]:
    """`about` and `exactly` are values; other comparators bound one."""
    if figure.comparator in _LOWER:
        return {"minValue": _number(figure.value), "maxValue": _number(figure.upper)}
    return {"maxValue" if figure.comparator in _UPPER else "value": _number(figure.value)}


def _number(text: str | None) -> int | float | None:
    """A number as JSON has it; None where it is too great for that, which the words beside it are not."""
    if text is None or not isfinite(float(text)):
        return None
    return float(text) if "." in text else int(text)


def _said_by(record: Record, parties: Sequence[str], how: str, told: str = "") -> dict[str, Any]:
    """Who says it: those that schema.org lets speak by reference, the others, and who tells it, by name."""
    kinds = {party.id: party.kind for party in record.summary.parties}
    able = [party for party in parties if kinds.get(party) in _TYPES]
    others = [name for party in parties if party not in able and (name := record.name(party))]
    return {
        how: _one_or_all([_item(record, party) for party in able]),
        "creditText": f"{joined(others)}{told}".strip(),
    }


def _one_or_all(nodes: list[dict[str, str]]) -> dict[str, str] | list[dict[str, str]]:
    return nodes[0] if len(nodes) == 1 else nodes


def _item(record: Record, item: str) -> dict[str, str]:
    return _reference(f"{record.uri}#{item}")


def _reference(uri: str) -> dict[str, str]:
    return {"@id": uri}
