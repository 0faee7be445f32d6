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
_PLACE = ("dated", "title", "site", "url", "article", "summary", "item", "start", "end")
_OWN = {
    Quoted: ("party", "text", "verdict", "in_marks", "cue"),
    Held: ("party", "stance", "statement", "wording", "evidence", "named"),
    Counted: ("claimant", "text", "value", "upper", "comparator", "unit", "measures"),
    Conflict: (
        "conflict", "measures", "unit", "side", "claimant", "text", "value", "upper", "comparator",
        "conflicts_with",
    ),
    Moment: ("party", "stance", "statement", "evidence", "quotes", "copies", "reverses", "reversed_on"),
}  # fmt: skip
_NUMBERS = ("value", "upper")  # decimals of ours, which may well begin with a minus
_BETWEEN = " ¶ "  # several passages in one cell


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
            "party": one.party,
            "stance": held and held.stance,
            "statement": held and held.statement,
            "evidence": [passage.text for passage in held.evidence] if held else None,
            "quotes": [quote.text for quote in one.quotes],
            "copies": one.copies,
            "reverses": turned and f"{turned.stance}: {turned.statement}",
            "reversed_on": turned and turned.where.dated,
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
    return cell(_BETWEEN.join(value) if isinstance(value, list | tuple) else value)


def _plain(value: Any) -> Any:
    """Dates as ISO text, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
