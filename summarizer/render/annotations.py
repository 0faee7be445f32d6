"""Summaries as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

A summary is an AnnotationCollection with one page; an item is an Annotation of the places that carry it. Each
place has a TextQuoteSelector and a TextPositionSelector. The model counts code points, as anchors do, and the
positions are those of the article's text as it was read: in a page they may lie elsewhere, and the quote
finds them.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from summarizer._version import __version__
from summarizer.render.jsonld import dumped, known
from summarizer.store.stored_summary import Record
from summarizer.summary import Anchor, FigureItem, Framing, Party, Position, Quote
from summarizer.text.format_figure import framed, reading

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def as_annotations(record: Record, *, indent: int | None = 2) -> str:
    """The AnnotationCollection of a summary as JSON-LD; None for `indent` is one line."""
    return dumped(collection(record), indent=indent)


def collection(record: Record) -> dict[str, Any]:
    """The AnnotationCollection of a summary."""
    items = list(_annotations(record))
    made = record.summary.provenance
    when = made and made.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    version = made.package_version if made else __version__
    return {
        "@context": CONTEXT,
        "id": record.uri,
        "type": "AnnotationCollection",
        **known({"label": record.title or record.summary.headline, "generated": when}),
        "generator": {"type": "Software", "name": f"summarizer {version}"},
        "total": len(items),
        "first": {
            "id": f"{record.uri}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    summary = record.summary
    for party in summary.parties:
        if party.mentions:
            yield _annotation(record, party.id, "identifying", _of_party(party), party.mentions)
    for position in summary.positions:
        bodies = _of_position(record, position)
        yield _annotation(record, position.id, "describing", bodies, position.evidence)
    for quote in summary.quotes:
        yield _annotation(record, quote.id, "identifying", _of_quote(record, quote), [quote.anchor])
    for figure in summary.figures:
        yield _annotation(record, figure.id, "describing", _of_figure(record, figure), [figure.anchor])
    for item in summary.framing:
        yield _annotation(record, item.id, "assessing", _of_framing(item), [item.anchor, *item.others])


def _annotation(
    record: Record, item: str, motivation: str, bodies: dict[str, str | None], anchors: Sequence[Anchor]
) -> dict[str, Any]:
    targets = [_target(record, anchor) for anchor in anchors]
    return {
        "id": f"{record.uri}#{item}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
            for purpose, value in bodies.items()
            if value
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(record: Record, anchor: Anchor) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": record.article_uri,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
    }


# The words of each body by its purpose, a motivation of the model: `tagging` tells what kind of item it is.


def _of_party(party: Party) -> dict[str, str | None]:
    return {
        "tagging": "party",
        "identifying": party.name,
        "classifying": party.kind,
        "describing": party.description,
    }


def _of_position(record: Record, position: Position) -> dict[str, str | None]:
    return {
        "tagging": "position",
        "identifying": record.name(position.party),
        "classifying": position.stance,
        "describing": position.statement,
    }


def _of_quote(record: Record, quote: Quote) -> dict[str, str | None]:
    return {"tagging": "quote", "identifying": record.name(quote.speaker), "classifying": quote.verdict}


def _of_figure(record: Record, figure: FigureItem) -> dict[str, str | None]:
    value = f"{reading(figure)} {figure.measures}".strip()
    return {
        "tagging": "figure",
        "identifying": record.name(figure.claimed_by),
        "classifying": figure.comparator,
        "describing": value,
    }


def _of_framing(item: Framing) -> dict[str, str | None]:
    return {
        "tagging": "framing",
        "classifying": item.category,
        "describing": framed(item),
        "editing": item.neutral,
    }
