"""The published JSON Schemas, generated from the types so that they cannot drift apart."""

import json
from typing import Any

from summarizer.drafts import CHECKS, FORMATS, PARTS
from summarizer.summary import Summary


def generate() -> dict[str, str]:
    """File name to schema text, for everything under `schemas/`."""
    found = {"summary.v2.json": _summary()}
    for name, draft in {**FORMATS, **PARTS, **CHECKS}.items():
        kind, version = name.split("/")
        found[f"draft.{kind}.v{version}.json"] = draft.model_json_schema()
    return {name: _text(schema) for name, schema in found.items()}


def _summary() -> dict[str, Any]:
    """The summary's schema: with an `$id`, and no titles of fields, which tools would make types of."""
    schema = {"$id": "urn:anchored-summarizer:summary.v2", **Summary.model_json_schema(mode="serialization")}
    for part in (schema, *schema["$defs"].values()):
        for field in part.get("properties", {}).values():
            field.pop("title", None)
    return schema


def _text(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2) + "\n"
