"""A summary for programs."""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel


def as_json(summary: BaseModel, *, utf16: str | None = None) -> str:
    """Indented JSON, with a line end; given the article's text as `utf16`, with offsets for JavaScript."""
    if utf16 is not None:
        return (
            json.dumps(in_utf16(summary.model_dump(mode="json"), utf16), ensure_ascii=False, indent=2) + "\n"
        )
    return summary.model_dump_json(indent=2) + "\n"


def as_jsonl(summary: BaseModel, *, utf16: str | None = None) -> str:
    """One line of JSON, with a line end; given the article's text as `utf16`, with offsets for JavaScript."""
    if utf16 is not None:
        return json.dumps(in_utf16(summary.model_dump(mode="json"), utf16), ensure_ascii=False) + "\n"
    return summary.model_dump_json() + "\n"


def in_utf16(value: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return `value` with each `start` and `end` in UTF-16 code units of `text`, and a mark that says so.

    That is how JavaScript, Java and C# count. Nothing of ours reads it back.
    """
    beyond = [place for place, character in enumerate(text) if character > "\uffff"]

    def counted(part: Any) -> Any:
        if isinstance(part, list):
            return [counted(one) for one in part]
        if not isinstance(part, dict):
            return part
        return {
            name: one + bisect_left(beyond, one)
            if name in {"start", "end"} and isinstance(one, int)
            else counted(one)
            for name, one in part.items()
        }

    return {"offsets": "utf16", **counted(value)}


def rows_as_json(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as a JSON array."""
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def facts_as_json(facts: Mapping[str, object]) -> str:
    """One mapping as a JSON object."""
    return json.dumps(dict(facts), ensure_ascii=False, indent=2) + "\n"
