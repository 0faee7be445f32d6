import json

import pytest
from conftest import ROOT

from summarizer.draft import FORMATS
from summarizer.schemas import generate

ALLOWED = {
    "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "items", "maxItems",
    "maxLength", "minItems", "minLength", "pattern", "properties", "required", "title", "type",
}  # fmt: skip


def test_the_schema_files_are_what_the_types_give():
    files = {path.name: path.read_text() for path in (ROOT / "schemas").glob("*.json")}
    assert files == generate(), "run: make schemas"


def subschemas(schema):
    yield schema
    for key in ("properties", "$defs"):
        for part in schema.get(key, {}).values():
            yield from subschemas(part)
    for part in [schema.get("items"), *schema.get("anyOf", [])]:
        if part:
            yield from subschemas(part)


@pytest.mark.parametrize("draft", FORMATS.values(), ids=FORMATS.keys())
def test_a_draft_schema_stays_inside_the_strict_subset(draft):
    for schema in subschemas(draft.model_json_schema()):
        assert set(schema) <= ALLOWED, schema
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
            assert schema["required"] == list(schema["properties"])


@pytest.mark.parametrize("draft", FORMATS.values(), ids=FORMATS.keys())
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
