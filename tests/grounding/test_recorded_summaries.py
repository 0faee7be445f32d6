"""Drafts of the first formats give the summaries that they gave under summary/1; see recorded/README.md."""

import json
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import FORMATS
from summarizer.pipeline import ground_draft
from summarizer.summary import Summary

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "articles"
RECORDED = [
    json.loads(line) for line in (HERE / "recorded/summaries.v1.jsonl").read_text("utf-8").split("\n") if line
]
CONTEXT = 32
OTHERWISE_NOW = {"loaded_wording", "number_not_in_article", "instruction_like_text"}
"""Warnings that are reasons for a doubt since, beside the words that they are about; the last finds more since."""


@pytest.mark.parametrize("recorded", [pytest.param(line, id=line["name"]) for line in RECORDED])
def test_a_draft_of_a_first_format_gives_the_summary_that_it_gave_before(recorded: dict[str, Any]) -> None:
    article = read_article(recorded["article"])
    draft = FORMATS[recorded["format"]].model_validate_json(recorded["reply"])
    before = spelled_out(recorded["summary"], article.text)
    before["coverage"] = {
        name: value for name, value in before["coverage"].items() if not name.startswith("sentences")
    }
    before["abstract"] = "".join(before["abstract"].split())  # cut into sentences since
    before["warnings"] = [item for item in before["warnings"] if item["code"] not in OTHERWISE_NOW]
    now = as_v1(ground_draft(mark(article), draft))
    for item in now["warnings"]:  # what no rule tells was said to be the model's silence
        item["message"] = item["message"].replace("No rule tells who says it.", "The model names nobody.")
    changes = list(unified_diff(lines(before), lines(now), "recorded", "now", n=4, lineterm=""))
    assert not changes, "\n".join(changes)


def as_v1(summary: Summary) -> dict[str, Any]:
    """What summary/1 would say of a summary, without provenance; sentences were counted otherwise then."""
    known: dict[str, Any] = summary.model_dump(mode="json", exclude={"provenance"})
    article = known["article"]
    source = article.pop("language_source")
    coverage = {name: value for name, value in known["coverage"].items() if not name.startswith("sentences")}
    first: dict[str, Any] = without_sentences(
        {
            **known,
            "schema_version": "summary/1",
            "article": {**article, "language": article["language"] if source == "declared" else None},
            "headline": summary.headline.text,
            "abstract": "".join(summary.abstract_text.split()),
            "parties": [without(item, "role", "support") for item in known["parties"]],
            "positions": [
                {
                    **without(item, "holders", "told_by", "toward", "topic", "quotes", "support", "origin"),
                    "party": one(item["holders"]),
                }
                for item in known["positions"]
            ],
            "quotes": [
                {**without(item, "speakers", "kind", "origin", "support"), "speaker": one(item["speakers"])}
                for item in known["quotes"]
            ],
            "figures": [
                {**without(item, "kind", "support"), "claimed_by": one(item["claimed_by"])}
                for item in known["figures"]
            ],
            "coverage": coverage,
            "warnings": [
                item for item in known["warnings"] if item["code"] not in {"disputed", *OTHERWISE_NOW}
            ],
        }
    )
    return first


def without(item: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in names}


def one(parties: list[str]) -> str | None:
    assert len(parties) <= 1, "summary/1 knew one party"
    return parties[0] if parties else None


def without_sentences(value: Any) -> Any:
    """A value in which anchors do not tell their sentence."""
    if isinstance(value, list):
        return [without_sentences(item) for item in value]
    if isinstance(value, dict):
        return {name: without_sentences(item) for name, item in value.items() if name != "sentence"}
    return value


def spelled_out(value: Any, text: str) -> Any:
    """A recorded value, its anchors with the words and the surroundings that they have in `text`."""
    if isinstance(value, list):
        return [spelled_out(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() != {"start", "end"}:
        return {name: spelled_out(item, text) for name, item in value.items()}
    start, end = value["start"], value["end"]
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return {"start": start, "end": end, "exact": text[start:end], "prefix": prefix, "suffix": suffix}


def read_article(recorded: dict[str, Any]) -> Article:
    """The article of a line, its text from `tests/articles` where the line names a file."""
    facts = dict(recorded)
    if file := facts.pop("file", None):
        facts["text"] = (ARTICLES / file).read_text("utf-8")
    return Article.model_validate(facts)


def lines(summary: dict[str, Any]) -> list[str]:
    return json.dumps(summary, ensure_ascii=False, indent=1, sort_keys=True).splitlines()
