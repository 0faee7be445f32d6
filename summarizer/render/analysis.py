"""Marks and findings, for programs and for people."""

import json
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from summarizer.analysis import ANALYSIS_VERSION, Figure, MarkedArticle, Quotation
from summarizer.article import Span
from summarizer.render.machine import in_utf16
from summarizer.text.format_figure import shown
from summarizer.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console


def marks_as_json(marked: MarkedArticle, *, utf16: bool = False) -> str:
    """Article facts and all marks; spans in code points or UTF-16 units, end exclusive, with their text."""
    article = marked.article
    facts = article.model_dump(mode="json", exclude={"text"})
    found = _plain(
        {
            "marking": ANALYSIS_VERSION,
            "article": {"id": article.id, **facts, "characters": len(article.text)},
            "sentences": [_mark(marked, sentence) for sentence in marked.sentences],
            "quotations": [_mark(marked, quotation) for quotation in marked.quotations],
            "figures": [_figure(marked, figure) for figure in marked.figures],
            "warnings": [{"code": "no_language_table", "message": marked.unread}] if marked.unread else [],
        }
    )
    return _dumps(in_utf16(found, article.text) if utf16 else found)


def print_marks(marked: MarkedArticle, console: "Console") -> None:
    """Tables of the sentences, the quotations and the figures."""
    from rich.table import Table

    sentences = Table("", "words", title="Sentences", title_justify="left", box=None, show_header=False)
    for sentence in marked.sentences:
        sentences.add_row(sentence.id, printable(marked.article.slice(sentence.span)))
    quotations = Table("", "sentence", "form", "words", title="Quotations", title_justify="left", box=None)
    for quotation in marked.quotations:
        linked = quotation.continues and f" (goes on from {quotation.continues})"
        words = printable(marked.article.slice(quotation.span))
        quotations.add_row(quotation.id, quotation.sentence, _form(quotation), f"{words}{linked or ''}")
    figures = Table("", "sentence", "reading", "words", title="Figures", title_justify="left", box=None)
    for figure in marked.figures:
        words = printable(marked.article.slice(figure.span))
        figures.add_row(figure.id, figure.sentence, "?" if figure.uncertain else shown(figure), words)
    for table in (sentences, quotations, figures):
        console.print(table)
        console.print()
    if marked.unread:
        console.print(printable(marked.unread))
    console.print("all places with --format json")


def findings_as_json(findings: Sequence[Any]) -> str:
    """What verification found wrong, as a JSON array."""
    return _dumps([asdict(finding) for finding in findings])


def _form(quotation: Quotation) -> str:
    return quotation.form if quotation.within is None else f"{quotation.form} within {quotation.within}"


def _mark(marked: MarkedArticle, mark: Any) -> dict[str, Any]:
    fields = {name: getattr(mark, name) for name in mark.__dataclass_fields__}
    return {
        key: value
        for name, value in fields.items()
        for key, value in (
            [(name, value), ("text", marked.article.slice(value))] if name == "span" else [(name, value)]
        )
    }


def _figure(marked: MarkedArticle, figure: Figure) -> dict[str, Any]:
    """A figure; its value is null where it is uncertain."""
    mark = _mark(marked, figure)
    return {**mark, "value": None} if figure.uncertain else mark


def _dumps(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    """Spans as objects, decimals as strings; `json` would make tuples and floats of them."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _plain(asdict(value)) if is_dataclass(value) and not isinstance(value, type) else value
