"""The estimate of tokens, against counts that were really made."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json

import pytest
import yaml
from conftest import CASSETTES, ROOT

from summarizer.llm.token_estimate import tokens_at_most

COUNTED = {
    "ar-1-mina": 448, "de-1-moor": 468, "en-1-dam": 308, "en-2-mill": 343, "en-3-runway": 345, "en-4-fever": 341,
    "en-5-truce": 350, "en-6-tower": 344, "es-1-mina": 456, "fr-1-laiterie": 556, "ja-1-fusha": 421,
    "pl-1-lotnisko": 498, "ru-1-most": 499, "zh-1-river": 318, "zh-2-market": 363,
}  # fmt: skip
"""Tokens of articles under tests/golden by the tokenizer of the Qwen models (from dashscope 2.0.2, by tiktoken)."""
GOLDEN = [
    json.loads(line)
    for path in sorted((ROOT / "tests/golden").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("name", COUNTED)
def test_in_no_language_is_the_estimate_below_the_count_or_far_above(name):
    [text] = [one["article"]["text"] for one in GOLDEN if one["id"] == name]
    assert COUNTED[name] <= tokens_at_most(text) <= 1.6 * COUNTED[name]


@pytest.mark.parametrize("path", sorted(CASSETTES.glob("*/*.yaml")), ids=lambda path: path.stem)
def test_no_recorded_request_had_more_tokens_than_estimated(path):
    for recorded in yaml.safe_load(path.read_text(encoding="utf-8"))["interactions"]:
        request = json.loads(recorded["request"]["body"])
        usage = json.loads(recorded["response"]["body"]["string"])["usage"]
        text = "".join(message["content"] for message in request["messages"])
        assert usage["prompt_tokens"] <= tokens_at_most(text)


def test_an_empty_text_weighs_nothing_and_a_longer_one_more():
    assert tokens_at_most("") == 0
    assert tokens_at_most("rain") < tokens_at_most("rain and snow")
    assert tokens_at_most("🌧" * 10) >= 20
