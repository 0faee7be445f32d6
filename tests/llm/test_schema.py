# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import pytest

from summarizer.drafts import FORMATS
from summarizer.llm.schema import STRING_BOUNDS, schema_of


def _keywords(node):
    if isinstance(node, list):
        for one in node:
            yield from _keywords(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from _keywords(list(value.values()) if key in {"properties", "$defs"} else value)


@pytest.mark.parametrize("draft", FORMATS.values())
def test_a_schema_holds_no_titles_and_keeps_its_bounds(draft):
    keywords = set(_keywords(schema_of(draft)))
    assert "title" not in keywords
    assert {"maxLength", "maxItems", "pattern"} <= keywords


@pytest.mark.parametrize("draft", FORMATS.values())
def test_string_bounds_go_and_all_else_stays(draft):
    keywords = set(_keywords(schema_of(draft)))
    assert set(_keywords(schema_of(draft, string_bounds=False))) == keywords - STRING_BOUNDS
