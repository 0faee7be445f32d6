"""A summary for programs."""

import json
from collections.abc import Mapping, Sequence

from pydantic import BaseModel


def as_json(summary: BaseModel) -> str:
    """Indented JSON, with a line end."""
    return summary.model_dump_json(indent=2) + "\n"


def as_jsonl(summary: BaseModel) -> str:
    """One line of JSON, with a line end."""
    return summary.model_dump_json() + "\n"


def rows_as_json(rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as a JSON array."""
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def facts_as_json(facts: Mapping[str, object]) -> str:
    """One mapping as a JSON object."""
    return json.dumps(dict(facts), ensure_ascii=False, indent=2) + "\n"
