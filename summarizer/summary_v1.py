"""How a summary of the first version, `summary/1`, is read as one of today's."""

from collections.abc import Mapping
from typing import Any

_DEFAULTS: Mapping[str, Any] = {
    "schema_version": "summary/1",
    "wording": "model",
    "parts": 1,
    "possibly_billed": 0,
    "aliases": [],
    "diff": [],
    "framing": [],
    **dict.fromkeys(
        (
            "title", "author", "published", "site", "url", "language", "cue", "continues", "upper", "unit",
            "claimed_by", "closest", "item", "merge", "base_url", "cost_usd", "provenance",
        )
    ),
}  # fmt: skip
"""Of the fields that had a default; none of them had another one in another type."""


def is_v1(data: Any) -> bool:
    """Return whether `data` is a summary of the first version."""
    return isinstance(data, Mapping) and data.get("schema_version") == "summary/1"


def upgraded(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same summary in today's form; what the first version did not know stays at its default.

    The abstract is cut into sentences without evidence. A position in the article's own words was found by a
    rule. A party is main if it speaks, holds a position or gives a figure.

    Raises:
        ValueError: if it is none.
    """
    try:
        return _upgraded(data)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("is no summary of the first version") from error


def _upgraded(data: Mapping[str, Any]) -> dict[str, Any]:
    article = dict(data["article"])
    language = article.get("language")
    article.update(language=language or "und", language_source="declared" if language else "unknown")
    positions = [_position(item) for item in data["positions"]]
    quotes = [_with_list(item, "speaker", "speakers") for item in data["quotes"]]
    figures = [_with_list(item, "claimed_by", "claimed_by") for item in data["figures"]]
    active = {
        party
        for ids in (
            *(item["holders"] for item in positions),
            *(item["speakers"] for item in quotes),
            *(item["claimed_by"] for item in figures),
        )
        for party in ids
    }
    return {
        **data,
        "schema_version": "summary/2",
        "article": article,
        "headline": {"text": data["headline"]},
        "abstract": [{"text": text, "evidence": []} for text in _sentences(data["abstract"], language)],
        "parties": [
            {**party, "role": "main" if party["id"] in active else "minor"} for party in data["parties"]
        ],
        "positions": positions,
        "quotes": quotes,
        "figures": figures,
    }


def upgraded_recipe(data: Any) -> Any:
    """Return a recipe in today's form: the version of marking was the version of all analysis."""
    if not isinstance(data, Mapping) or "marking" not in data:
        return data
    return {"analysis" if name == "marking" else name: value for name, value in data.items()}


def without_defaults(value: Any) -> Any:
    """Return what the first version wrote without the fields that have their default values."""
    if isinstance(value, list):
        return [without_defaults(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: item if name == "parameters" else without_defaults(item)
        for name, item in value.items()
        if name not in _DEFAULTS or item != _DEFAULTS[name]
    }


def recipe_as_written(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the recipe of a summary of the first version with all fields that its fingerprint is over."""
    return {"merge": None, "language": None, **data["provenance"]["recipe"]}


def _position(item: Mapping[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in item.items() if name != "party"}
    origin = "rule" if item.get("wording") == "article" else "model"
    return {**rest, "holders": [item["party"]], "origin": origin}


def _with_list(item: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    rest = {name: value for name, value in item.items() if name != old}
    party = item.get(old)
    return {**rest, new: [] if party is None else [party]}


def _sentences(text: str, language: str | None) -> list[str]:
    from sentencex import segment

    code = (language or "en").partition("-")[0]
    return [sentence for part in segment(code, text) if (sentence := part.strip())]
