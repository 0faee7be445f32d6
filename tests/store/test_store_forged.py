"""What is forged in an export, with all ids made anew, is refused, or it is nothing that `verify` would find."""

import json
from datetime import date
from typing import Any

import pytest
import store_samples
from forging import forged, paths, renamed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import keep, sample

from summarizer.analysis import ANALYSIS_VERSION, mark
from summarizer.errors import NotASummary
from summarizer.grounding import verify
from summarizer.store import Review, Selection, Store

HOSTILE: list[Any] = [
    None, "", "x", "q9", "p2", 10**30, -1, 0, 2.5, float("nan"), float("inf"), [], {}, True, "1e999", "NaN",
    "0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00", "2024-02-02T00:00:00", "x" * 30_000,
    "\0", "\ud800", "../../etc/passwd", "\u202e<script>", [[]], "99999999999999999999.5", "verbatim",
]  # fmt: skip


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    """A line of an export, of a summary that today's analysis made."""
    with pytest.MonkeyPatch.context() as patch, Store.open(store_url(tmp_path_factory)) as filled:
        made_by = store_samples.recipe().model_copy(update={"analysis": ANALYSIS_VERSION})
        patch.setattr(store_samples, "recipe", lambda *_: made_by)
        found = keep(filled, sample(title="Fire", published=date(2024, 1, 2), url="https://a.example/x"))
        filled.review(found, Review("wrong", item="q1", note="no", reviewer="desk"))
        (text,) = filled.export()
    return json.loads(text)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    with Store.open(store_url(tmp_path_factory)) as other:
        yield other


def store_url(tmp_path_factory):
    return f"sqlite:///{tmp_path_factory.mktemp('store')}/a.db"


def bring(text, store):
    return list(store.import_([text], source="in.jsonl"))[-1]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_value_that_is_changed_is_refused_or_does_not_matter(line, elsewhere, data):
    way = data.draw(st.sampled_from([way for way in paths(line) if way]))
    text = forged(line, way, data.draw(st.sampled_from(HOSTILE)))
    refused: list[NotASummary] = []
    list(elsewhere.import_([text], source="in.jsonl", on_refused=refused.append))
    if refused:
        assert str(refused[0]).startswith("in.jsonl:1: ")
        assert "\n" not in str(refused[0])
        return
    (found,) = elsewhere.each(Selection(ids=(json.loads(text)["id"],), history=True))
    assert verify(found.summary, mark(found.article)) == []


SUMMARY, MADE = ("summary",), ("summary", "provenance")


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ((*SUMMARY, "quotes", 0, "text"), "We will flood this town,", "quotes[0].text"),
        ((*SUMMARY, "quotes", 0, "speakers"), ["p2"], "quotes[0].speakers"),
        ((*SUMMARY, "quotes", 0, "speakers"), ["p9"], "quotes[0].speakers"),
        ((*SUMMARY, "quotes", 0, "cue", "sentence"), "s9", "quotes[0].cue.sentence"),
        ((*SUMMARY, "quotes", 0, "anchor", "start"), 3, "quotes[0].anchor"),
        ((*SUMMARY, "figures", 0, "value"), "4100", "figures[0].value"),
        ((*SUMMARY, "figures", 0, "value"), "9" * 5_000, "figures.0.value"),
        ((*SUMMARY, "parties", 0, "name"), "Bo Doe", "parties[0].name"),
        ((*SUMMARY, "parties", 0, "aliases"), ["Doe"], "parties[0].aliases[0]"),
        ((*SUMMARY, "positions", 0, "statement"), "Bo Doe will flood Oslo.", "positions[0].support"),
        ((*SUMMARY, "positions", 0, "id"), "q1", "positions[0].id"),
        ((*SUMMARY, "headline", "text"), "Nobody burned 700 homes", "headline.support"),
        ((*SUMMARY, "headline", "text"), "x" * 20_000_000, "headline"),
        ((*SUMMARY, "coverage", "quotations", "found"), 7, "coverage.quotations"),
        ((*SUMMARY, "warnings"), [{"code": "disputed", "item": "q9", "message": ""}], "warnings[0].item"),
        ((*SUMMARY, "warnings"), [{"code": "no_warning", "item": None, "message": ""}], "warnings.0.code"),
        ((*SUMMARY, "article", "title"), "x" * 20_000_000, "article.title"),
        ((*SUMMARY, "article", "published"), "0001-01-01", "year 1"),
        ((*SUMMARY, "schema_version"), "summary/3", "schema_version"),
        ((*SUMMARY, "schema_version"), "summary/1", "first version"),
        ((*MADE, "tokens", "input"), 10**30, "tokens.input"),
        ((*MADE, "created"), "0001-01-01T00:00:00Z", "year 1"),
        ((*MADE, "cost_usd"), "1e999", "cost_usd"),
        ((*MADE, "cost_usd"), "NaN", "cost_usd"),
        ((*MADE, "cost_usd"), "-1", "cost_usd"),
        ((*MADE, "seconds"), float("inf"), "seconds"),
        ((*MADE, "recipe", "prompt", "version"), 10**30, "version"),
        ((*MADE, "recipe", "parameters", "temperature"), float("nan"), "temperature"),
        (("article", "title"), "x" * 20_000_000, "article.title"),
        (("article", "published"), "0001-01-01", "year 1"),
        (("stored",), "0001-01-01T00:00:00Z", "stored"),
        (("reviews", 0, "item"), "q9", "q9"),
        (("messages",), [[]] * 3, "messages"),
    ],
)  # fmt: skip
def test_what_is_forged_is_refused_in_a_line_that_says_where(line, store, way, value, said):
    with pytest.raises(NotASummary) as refused:
        bring(forged(line, way, value), store)
    assert said in str(refused.value)
    assert len(str(refused.value)) < 400
    assert store.stats().articles == 0


def test_a_quote_that_is_given_to_another_party_without_its_cue_is_refused(line, store):
    changed = json.loads(json.dumps(line))
    changed["summary"]["quotes"][0] |= {"speakers": ["p2"], "cue": None}
    with pytest.raises(NotASummary, match="gives these words to Ana Ruíz"):
        bring(renamed(changed), store)


def test_of_many_lines_those_that_hold_are_stored_and_each_other_is_named(line, store):
    second = forged(line, (*MADE, "created"), "2026-03-02T12:00:00Z")
    wrong = forged(line, (*SUMMARY, "figures", 0, "value"), "4100")
    refused: list[NotASummary] = []
    *_, done = store.import_(
        [json.dumps(line), wrong, "[" * 9_000, second], source="in", on_refused=refused.append
    )
    assert (done.added, done.known) == (2, 0)
    assert [str(error).partition(": ")[0] for error in refused] == ["in:2", "in:3"]
