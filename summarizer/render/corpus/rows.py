"""Views for programs: each item as JSON, or as rows of a table."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from summarizer.comparison.corpus.conflicts import Conflict
from summarizer.comparison.corpus.timeline import Moment
from summarizer.render import cell, csv_line
from summarizer.store import Counted, Held, Quoted, Where

Answer = Quoted | Held | Counted | Conflict | Moment
_PLACE = ("dated", "title", "site", "url", "article", "summary", "model", "item", "start", "end")
_OWN = {
    Quoted: ("speakers", "text", "kind", "verdict", "in_marks", "cue", "support", "doubts"),
    Held: (
        "holders", "stance", "toward", "topic", "told_by", "statement", "wording", "support", "doubts",
        "evidence", "named",
    ),
    Counted: ("claimants", "text", "value", "upper", "comparator", "unit", "kind", "measures", "doubts"),
    Conflict: (
        "conflict", "measures", "unit", "side", "claimants", "text", "value", "upper", "comparator", "kind",
        "conflicts_with",
    ),
    Moment: (
        "parties", "stance", "toward", "topic", "told_by", "statement", "support", "evidence", "quotes",
        "copies", "reverses", "reversed_on", "reversed_by",
    ),
}  # fmt: skip
_OF_POSITION = ("stance", "toward", "topic", "told_by", "statement", "support")
_NUMBERS = ("value", "upper")  # decimals of ours, which may well begin with a minus
_TEXTS = ("evidence", "quotes", "doubts")
_BETWEEN_TEXTS, _BETWEEN = " ¶ ", "; "  # several of them in one cell


def places(answer: Answer) -> list[Where]:
    """Where an answer stands: of a conflict each of its claims."""
    if isinstance(answer, Conflict):
        return [claim.where for side in answer.sides for claim in side.claims]
    return [answer.where]


def as_object(answer: Answer) -> dict[str, Any]:
    """What JSON says of an answer."""
    plain: dict[str, Any] = _plain(asdict(answer))
    return plain


def as_json(answers: Iterable[Answer]) -> Iterator[str]:
    """A JSON array, piece by piece."""
    between = "[\n"
    for one in answers:
        yield between + json.dumps(as_object(one), ensure_ascii=False, indent=2)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def as_jsonl(answers: Iterable[Answer]) -> Iterator[str]:
    """A line of JSON for each answer."""
    for one in answers:
        yield json.dumps(as_object(one), ensure_ascii=False) + "\n"


def as_csv(kind: type[Any], answers: Iterable[Answer]) -> Iterator[str]:
    """A table with a heading, safe to open in a spreadsheet; of conflicts a row for each claim.

    `kind` is the class of the answers, for the heading.
    """
    columns = (*_OWN[kind], *_PLACE)
    yield csv_line(columns)
    for number, one in enumerate(answers, start=1):
        for row in _rows(one, number):
            yield csv_line([_cell(column, row.get(column)) for column in columns])


def _rows(one: Answer, number: int) -> Iterator[dict[str, Any]]:
    if isinstance(one, Conflict):
        yield from _conflict_rows(one, number)
    elif isinstance(one, Moment):
        held, turned = one.position, one.reverses
        yield {
            **{name: getattr(held, name) for name in _OF_POSITION if held},
            "parties": one.parties,
            "evidence": [passage.text for passage in held.evidence] if held else None,
            "quotes": [quote.text for quote in one.quotes],
            "copies": one.copies,
            "reverses": turned and f"{turned.stance}: {turned.statement}",
            "reversed_on": turned and turned.where.dated,
            "reversed_by": turned and turned.by,
        } | _place(one.where)
    else:
        row = {name: getattr(one, name) for name in _OWN[type(one)]}
        if isinstance(one, Held):
            row["evidence"] = [passage.text for passage in one.evidence]
        yield row | _place(one.where)


def _conflict_rows(one: Conflict, number: int) -> Iterator[dict[str, Any]]:
    for place, side in enumerate(one.sides):
        against = [other for why in one.why if place in why.sides for other in why.sides if other != place]
        for claim in side.claims:
            row = {name: getattr(claim, name) for name in _OWN[Counted]}
            about = {"conflict": number, "side": place + 1, "conflicts_with": [str(n + 1) for n in against]}
            yield row | about | _place(claim.where)


def _place(where: Where) -> dict[str, Any]:
    return {name: getattr(where, name) for name in _PLACE}


def _cell(column: str, value: Any) -> str:
    if column in _NUMBERS and value is not None:
        return str(value)
    between = _BETWEEN_TEXTS if column in _TEXTS else _BETWEEN
    return cell(between.join(value) if isinstance(value, list | tuple) else value)


def _plain(value: Any) -> Any:
    """Dates as ISO text, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
