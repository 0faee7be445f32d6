"""Drafts of the first formats give the summaries that they gave under summary/1; see recorded/README.md."""

import json
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.draft import FORMATS
from summarizer.grounding import ground
from summarizer.summary import Summary

HERE = Path(__file__).parent
ARTICLES = HERE.parent / "articles"
RECORDED = [
    json.loads(line) for line in (HERE / "recorded/summaries.v1.jsonl").read_text("utf-8").split("\n") if line
]
CONTEXT = 32
NEW_FIELDS = {"sentence", "language_source"}
FIRST_NAMES = {"holders": "party", "speakers": "speaker"}
ONE_PARTY = {"party", "speaker", "claimed_by"}
OWN_WORDS = {"headline", "abstract"}


@pytest.mark.parametrize("recorded", [pytest.param(line, id=line["name"]) for line in RECORDED])
def test_a_draft_of_a_first_format_gives_the_summary_that_it_gave_before(recorded: dict[str, Any]) -> None:
    article = read_article(recorded["article"])
    draft = FORMATS[recorded["format"]].model_validate_json(recorded["reply"])
    before = spelled_out(recorded["summary"], article.text)
    now = as_v1(ground(mark(article), draft))
    changes = list(unified_diff(lines(before), lines(now), "recorded", "now", n=4, lineterm=""))
    assert not changes, "\n".join(changes)


def as_v1(summary: Summary) -> dict[str, Any]:
    """What summary/1 would say of a summary, without provenance.

    Written for both versions: newer fields go, renamed ones have their first name, a list of one party is that
    party, own words are their text. A list of several parties stays a list, and so shows as a difference.
    """
    known: dict[str, Any] = first_shape(summary.model_dump(mode="json", exclude={"provenance"}))
    return known | {"schema_version": "summary/1"}


def first_shape(value: Any, field: str | None = None) -> Any:
    """A value of a summary's JSON, in the shape that summary/1 gave its field."""
    if field in ONE_PARTY and isinstance(value, list) and len(value) <= 1:
        return value[0] if value else None
    if field in OWN_WORDS and isinstance(value, dict):
        return value["text"]
    if isinstance(value, list):
        return [first_shape(item) for item in value]
    if isinstance(value, dict):
        names = {name: FIRST_NAMES.get(name, name) for name in value if name not in NEW_FIELDS}
        return {first: first_shape(value[name], first) for name, first in names.items()}
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
