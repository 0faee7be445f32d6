import json
import re

import pytest
from store_samples import days, keep, sample

from summarizer.errors import NotASummary
from summarizer.store import Review, Selection, Store


@pytest.fixture
def filled(store):
    keep(store, sample(1, title="Fire", published=days(1)))
    keep(store, sample(1, version=1))
    found = keep(store, sample(2))
    keep(store, sample(2).again())
    store.review(found, Review("wrong", item="q1", note="no", reviewer="desk"))
    return store


def bring(lines, store):
    return list(store.import_(lines, source="in.jsonl"))[-1]


def test_what_was_exported_and_imported_is_exported_the_same(filled, other_url):
    lines = list(filled.export(Selection(history=True)))
    with Store.open(other_url) as other:
        done = bring(lines, other)
        assert (done.added, done.known) == (4, 0)
        assert list(other.export(Selection(history=True))) == lines
        assert [hit.item for hit in other.search("rebuild")] == [hit.item for hit in filled.search("rebuild")]
        assert other.material(json.loads(lines[0])["id"]) == filled.material(json.loads(lines[0])["id"])


def test_importing_again_adds_nothing(filled):
    lines = list(filled.export(Selection(history=True)))
    done = bring(lines, filled)
    assert (done.added, done.known) == (0, 4)
    assert list(filled.export(Selection(history=True))) == lines


def test_an_attempt_that_two_summaries_share_is_imported_and_counted_once(store, other_url):
    first, replayed = sample(), sample(version=3)
    store.replayed(keep(store, first), replayed.summary)
    exported = list(store.export())
    with Store.open(other_url) as other:
        bring(exported[:1], other)
        bring(exported[1:], other)
        assert other.stats().attempts == store.stats().attempts
        assert other.stats().recipes == store.stats().recipes
        assert list(other.export()) == exported
        last = json.loads(exported[1])["id"]
        assert other.material(last) == store.material(last)


def test_an_imported_summary_does_not_replace_a_newer_one(store, other_url):
    with Store.open(other_url) as other:
        old = keep(other, sample())
        lines = list(other.export())
    new = keep(store, sample().again())
    bring(lines, store)
    assert {one.id: one.current for one in store.history(new)} == {new: True, old: False}


def test_an_imported_summary_replaces_an_older_one(store, other_url):
    with Store.open(other_url) as other:
        new = keep(other, sample().again())
        lines = list(other.export())
    old = keep(store, sample())
    bring(lines, store)
    assert {one.id: one.current for one in store.history(new)} == {new: True, old: False}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda line: line[:-20], "JSON"),
        (lambda _: "{}", "required"),
        (lambda line: line.replace('"format":"summarizer-store/1"', '"format":"summarizer-store/2"'), "format"),
        (lambda line: line.replace("We will rebuild", "We will destroy"), "id"),
        (lambda line: line.replace("burned. ", "burned! ", 1), "another article"),
        (lambda line: re.sub(r'"text":"The mayor', '"text":"\\\\u0000he mayor', line), "NUL"),
        (lambda _: "[" * 100_000, "recursion"),
        (lambda line: line.replace('"current":true', '"current":true,"surprise":1'), "surprise"),
    ],
)  # fmt: skip
def test_a_line_that_does_not_hold_is_refused_with_its_number(store, other_url, change, said):
    with Store.open(other_url) as other:
        keep(other, sample())
        keep(other, sample(2))
        lines = list(other.export())
    with pytest.raises(NotASummary, match=r"^in\.jsonl:2: ") as refused:
        bring([lines[0], change(lines[1])], store)
    assert said in str(refused.value)
    assert store.stats().summaries == 0


def test_only_what_is_selected_is_exported(filled):
    lines = [json.loads(line) for line in filled.export(Selection(prompt="summary@1"))]
    assert [line["summary"]["provenance"]["recipe"]["prompt"]["version"] for line in lines] == [1]
    assert len(list(filled.export())) == 3
