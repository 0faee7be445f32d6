import json
from hashlib import sha256

import pytest
from conftest import ROOT

from summarizer.drafts import CHECKS, FORMATS, PARTS
from summarizer.schemas import generate

ALLOWED = {
    "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "items", "maxItems",
    "maxLength", "minItems", "minLength", "pattern", "properties", "required", "title", "type",
}  # fmt: skip


DRAFTS = {**FORMATS, **PARTS, **CHECKS}


RELEASED = {
    "draft.abstract.v1.json": "715d3330b686cdf0243f967bdb75c8ef660c01e5f6949488ae9be38b229f18a9",
    "draft.copy.v1.json": "934ac491a5aa7496025f7febe824699481e4dcc5c755b7b2484158b2c676742f",
    "draft.reference.v1.json": "33321c6d61d32a0295912fc5a99ec4010667e6cde5471a7b60a74efe516a4ade",
    "draft.reference.v2.json": "61ee5ec63d588f20d477a1b9eaa609df3a68a160f9d2496072ff4f652ce42c16",
    "summary.v1.json": "33389544713a7da4a4931f4b8217e73e6d61d44ba58605abf1c6f476d0ef1e67",
}
"""What others hold their data against, by the hash of its bytes."""


def test_the_schema_files_are_what_the_types_give():
    files = {path.name: path.read_text() for path in (ROOT / "schemas").glob("*.json")}
    del files["summary.v1.json"]  # no type gives it any more
    assert files == generate(), "run: make schemas"


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_schema_never_changes(name):
    assert sha256((ROOT / "schemas" / name).read_bytes()).hexdigest() == RELEASED[name]


def subschemas(schema):
    yield schema
    for key in ("properties", "$defs"):
        for part in schema.get(key, {}).values():
            yield from subschemas(part)
    for part in [schema.get("items"), *schema.get("anyOf", [])]:
        if part:
            yield from subschemas(part)


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS.keys())
def test_a_draft_schema_stays_inside_the_strict_subset(draft):
    for schema in subschemas(draft.model_json_schema()):
        assert set(schema) <= ALLOWED, schema
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
            assert schema["required"] == list(schema["properties"])


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS.keys())
def test_every_list_and_string_of_a_draft_is_bounded(draft):
    for schema in subschemas(draft.model_json_schema()):
        if schema.get("type") == "array":
            assert "maxItems" in schema
        if schema.get("type") == "string" and "enum" not in schema:
            assert "maxLength" in schema


def test_every_field_a_model_fills_in_is_described():
    schema = json.loads(generate()["draft.reference.v1.json"])
    undescribed = [
        name
        for part in subschemas(schema)
        for name, field in part.get("properties", {}).items()
        if "description" not in field and field.get("type") != "array" and "enum" not in field
    ]
    assert undescribed == []
