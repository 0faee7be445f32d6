"""Summaries as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

A summary is an AnnotationCollection with one page; an item is an Annotation of the places that carry it. Each
place has a TextQuoteSelector and a TextPositionSelector. The model counts code points, as anchors do, and the
positions are those of the article's text as it was read: in a page they may lie elsewhere, and the quote
finds them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from typing import Any

from summarizer._version import __version__
from summarizer.render.jsonld import dumped, known
from summarizer.render.view import SummaryView, arrange
from summarizer.store.stored_summary import Record
from summarizer.summary import AbstractSentence, Anchor, FigureItem, Framing, Headline, Party, Position, Quote
from summarizer.text.format_figure import framed, measured

_Body = tuple[str, str | None]
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
    alone = ", the rules alone, no model" if record.summary.is_by_rules else ""
    return {
        "@context": CONTEXT,
        "id": record.uri,
        "type": "AnnotationCollection",
        **known({"label": record.title or record.summary.headline.text, "generated": when}),
        "generator": {"type": "Software", "name": f"summarizer {version}{alone}"},
        "total": len(items),
        "first": {
            "id": f"{record.uri}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def _annotations(record: Record) -> Iterator[dict[str, Any]]:
    summary, view = record.summary, arrange(record.summary, record.article)
    yield from _sentence(record, view, "headline", "headline", summary.headline)
    for number, sentence in enumerate(summary.abstract, start=1):
        yield from _sentence(record, view, "abstract", f"abstract{number}", sentence)
    for party in summary.parties:
        if party.mentions:
            remarks = view.remarks(party.id, party.support)
            yield _annotation(record, party.id, "identifying", _of_party(party), party.mentions, remarks)
    for position in summary.positions:
        remarks = view.remarks(position.id, position.support)
        bodies = _of_position(view, position)
        yield _annotation(record, position.id, "describing", bodies, position.evidence, remarks)
    for quote in summary.quotes:
        bodies, remarks = _of_quote(view, quote), view.remarks(quote.id, quote.support)
        yield _annotation(record, quote.id, "identifying", bodies, [quote.anchor], remarks)
    for figure in summary.figures:
        bodies, remarks = _of_figure(view, figure), view.remarks(figure.id, figure.support)
        yield _annotation(record, figure.id, "describing", bodies, [figure.anchor], remarks)
    for item in summary.framing:
        yield _annotation(record, item.id, "assessing", _of_framing(item), [item.anchor, *item.others])


def _sentence(
    record: Record, view: SummaryView, kind: str, item: str, sentence: Headline | AbstractSentence
) -> Iterator[dict[str, Any]]:
    if sentence.evidence:
        bodies: list[_Body] = [("tagging", kind), ("describing", sentence.text)]
        remarks = view.remarks(support=sentence.support)
        yield _annotation(record, item, "describing", bodies, sentence.evidence, remarks)


def _annotation(
    record: Record,
    item: str,
    motivation: str,
    bodies: Sequence[_Body],
    anchors: Sequence[Anchor],
    remarks: Iterable[str] = (),
) -> dict[str, Any]:
    targets = [_target(record, anchor) for anchor in anchors]
    return {
        "id": f"{record.uri}#{item}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
            for purpose, value in (*bodies, *(("assessing", remark) for remark in remarks))
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


# The words of each body by its purpose, a motivation of the model. The first tag tells the kind of item, a
# position's second is its topic. What has several speakers, holders or claimants identifies each.


def _of_party(party: Party) -> list[_Body]:
    return [
        ("tagging", "party"),
        ("identifying", party.name),
        ("classifying", party.kind),
        ("classifying", party.role),
        ("describing", party.description),
    ]


def _of_position(view: SummaryView, position: Position) -> list[_Body]:
    return [
        ("tagging", "position"),
        ("tagging", position.topic),
        *_identified(view, position.holders),
        ("classifying", position.stance),
        ("describing", position.statement),
        ("describing", view.heading(position)),
    ]


def _of_quote(view: SummaryView, quote: Quote) -> list[_Body]:
    return [
        ("tagging", "quote"),
        *_identified(view, quote.speakers),
        ("classifying", quote.kind),
        ("classifying", quote.verdict),
    ]


def _of_figure(view: SummaryView, figure: FigureItem) -> list[_Body]:
    return [
        ("tagging", "figure"),
        *_identified(view, figure.claimed_by),
        ("classifying", figure.comparator),
        ("classifying", figure.kind),
        ("describing", measured(figure)),
    ]


def _of_framing(item: Framing) -> list[_Body]:
    return [
        ("tagging", "framing"),
        ("classifying", item.category),
        ("describing", framed(item)),
        ("editing", item.neutral),
    ]


def _identified(view: SummaryView, parties: Iterable[str]) -> list[_Body]:
    return [("identifying", name) for name in view.named(parties)]
