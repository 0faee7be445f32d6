"""Lines of an export with a value of theirs changed, and every id and digest that follows from it made anew."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from summarizer.recipe import fingerprint, identity
from summarizer.summary import Summary

Path = tuple[str | int, ...]


def paths(value: Any, way: Path = ()) -> Iterator[Path]:
    """The way to every value in JSON, the lists and objects included."""
    yield way
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in steps:
        yield from paths(part, (*way, step))


def forged(line: dict[str, Any], way: Path, value: Any) -> str:
    """The line with another value at the end of the way, and new ids where it is still of a summary's form."""
    changed = copy.deepcopy(line)
    target: Any = changed
    for step in way[:-1]:
        target = target[step]
    target[way[-1]] = value
    return renamed(changed)


def renamed(line: dict[str, Any]) -> str:
    try:
        summary = Summary.model_validate_json(json.dumps(line["summary"]))
        made = summary.provenance
        if made is not None:
            line["summary"]["provenance"]["fingerprint"] = fingerprint(made.recipe)
        line["id"] = identity(Summary.model_validate_json(json.dumps(line["summary"])))
    except (ValidationError, ValueError, TypeError, KeyError):
        pass  # it is refused whatever its id
    return json.dumps(line)
