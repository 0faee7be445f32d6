"""A draft format as the JSON Schema that goes into a request."""

import json
from functools import cache
from typing import Any

from summarizer.drafts import Draft

STRING_BOUNDS = frozenset({"minLength", "maxLength", "pattern"})
"""Keywords that some servers of the OpenAI protocol refuse; pydantic keeps these bounds in any case."""


@cache
def schema_of(draft: type[Draft], *, string_bounds: bool = True) -> dict[str, Any]:
    """The schema of a draft format, without pydantic's titles, which tell a model nothing; not to be changed.

    Args:
        draft: which format.
        string_bounds: whether to keep minLength, maxLength and pattern.
    """
    dropped = frozenset({"title"}) if string_bounds else STRING_BOUNDS | {"title"}
    schema: dict[str, Any] = _without(draft.model_json_schema(), dropped)
    schema.pop("description", None)  # the docstring, which speaks to programmers
    return schema


def in_words(schema: dict[str, Any]) -> str:
    """The schema as an instruction, for an endpoint that cannot be held to one."""
    return (
        "Answer with one JSON object and nothing else: no explanation, no Markdown fence. "
        "It must fit this JSON Schema:\n" + json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    )


def _without(node: Any, dropped: frozenset[str]) -> Any:
    if isinstance(node, list):
        return [_without(one, dropped) for one in node]
    if not isinstance(node, dict):
        return node
    return {
        # What stands under properties and $defs are names of ours, not keywords.
        key: {name: _without(one, dropped) for name, one in value.items()}
        if key in {"properties", "$defs"}
        else _without(value, dropped)
        for key, value in node.items()
        if key not in dropped
    }
