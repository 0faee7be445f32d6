import csv
import io
import json
from dataclasses import replace

import pytest
from store_samples import keep, sample

from summarizer.review import by_doubt
from summarizer.store import Store
from summarizer.summary import Judgement, Support

HOSTILE = "\x1b[31mred\x1b[0m \u202eevil"


@pytest.fixture
def kept(sqlite_url):
    """The address of a store with a summary, and its id."""
    with Store.open(sqlite_url) as store:
        return sqlite_url, keep(store, sample(title="Fire"))


def test_a_mark_is_kept_and_listed_newest_first(command, kept):
    url, found = kept
    words = ("review", found[:8], "q1", "--reviewer", "desk", "--store", url)
    first = command(*words, "--verdict", "wrong", "--note", "said by the engineer")
    assert first.code == 0
    assert "q1 “We will rebuild this town,” marked wrong" in first.err
    command(*words, "--verdict", "right")
    listed = json.loads(command("review", "--list", "--json", "--store", url).out)
    assert [(one["summary"], one["item"], one["verdict"], one["note"]) for one in listed] == [
        (found, "q1", "right", None),
        (found, "q1", "wrong", "said by the engineer"),
    ]
    table = command("review", "--list", found[:8], "q1", "--store", url).out
    assert table.index("right") < table.index("wrong")
    assert command("review", "--list", found[:8], "q2", "--store", url).out == ""


def test_a_summary_as_a_whole_is_marked_by_the_place_of_its_article(command, kept):
    url, found = kept
    outcome = command("review", "/news/today.txt", "--verdict", "unsure", "--json", "--store", url)
    assert json.loads(outcome.out)["summary"] == found
    assert json.loads(outcome.out)["item"] is None
    assert "the summary “Fire in the harbour, day 1” marked unsure" in outcome.err


def test_marks_are_shown_with_the_summary_and_are_a_column_of_tables(command, kept):
    url, found = kept
    for verdict in ("wrong", "right"):
        command("review", found, "q1", "--verdict", verdict, "--note", HOSTILE, "--store", url)
    shown = command("show", found, "--format", "pretty", "--store", url).out
    assert "q1 wrong: [31mred[0m evil" in shown
    assert not set(shown) & {"\x1b", "\u202e"}
    table = command("export", "--format", "csv", "--store", url).out
    assert [row["review"] for row in csv.DictReader(io.StringIO(table))] == ["right"]


def test_without_marks_nothing_is_shown_of_them(command, kept):
    url, found = kept
    assert "Reviews" not in command("show", found, "--format", "pretty", "--store", url).out
    outcome = command("review", "--list", "--store", url)
    assert (outcome.code, outcome.out) == (0, "")
    assert "summarizer review ID" in outcome.err


def test_a_mark_of_an_unknown_item_is_refused_and_the_known_ones_are_named(command, kept):
    url, found = kept
    outcome = command("review", found, "q9", "--verdict", "wrong", "--store", url)
    assert outcome.code == 2
    assert "q1" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("abcd", "--note", "x"),
        ("--verdict", "right"),
        ("--list", "--verdict", "right"),
        ("--list", "--note", "x"),
    ],
)
def test_a_review_that_says_too_little_or_too_much_is_2(command, kept, words):
    outcome = command("review", *words, "--store", kept[0])
    assert (outcome.code, outcome.out) == (2, "")


def test_marks_go_with_their_article(command, kept):
    url, _ = kept
    command("review", "/news/today.txt", "--verdict", "right", "--store", url)
    command("forget", "/news/today.txt", "--yes", "--store", url)
    assert json.loads(command("review", "--list", "--json", "--store", url).out) == []


def doubted(url, **support):
    """The id of a stored summary with a quote that is doubtful."""
    made = sample(5, title="Fire")
    found = made.summary
    [quote, *others] = found.quotes
    said = Support.model_validate({"verdict": "doubtful", "reasons": [HOSTILE]} | support)
    quotes = [quote.model_copy(update={"support": said}), *others]
    with Store.open(url) as store:
        return keep(store, replace(made, summary=found.model_copy(update={"quotes": quotes})))


def test_what_is_doubtful_comes_first_with_the_reason_and_obeys_nobody(command, sqlite_url):
    found = doubted(sqlite_url)
    listed = json.loads(command("review", found, "--json", "--store", sqlite_url).out)
    assert listed[0]["item"] == "q1"
    assert listed[0]["why"] == [f"doubtful: {HOSTILE}"]
    assert {"headline", "abstract1", "q1", "p1", "f1"} <= {one["item"] for one in listed}
    outcome = command("review", found, "--store", sqlite_url)
    assert outcome.out.index("q1") < outcome.out.index("headline")
    assert not set(outcome.out) & {"\x1b", "\u202e"}
    assert "1 of" in outcome.err


def test_what_a_judge_denies_comes_before_what_is_only_doubtful():
    found = sample(5).summary
    doubt = Support(verdict="doubtful")
    denied = Support(verdict="doubtful", judgement=Judgement(model="judge-1", verdict="not"))
    quotes = [quote.model_copy(update={"support": denied}) for quote in found.quotes]
    headline = found.headline.model_copy(update={"support": doubt})
    order = [one.item for one in by_doubt(found.model_copy(update={"headline": headline, "quotes": quotes}))]
    assert order[:2] == ["q1", "headline"]


def test_the_list_says_what_was_said_of_an_item_last(command, sqlite_url):
    found = doubted(sqlite_url)
    command("review", found, "headline", "--verdict", "right", "--store", sqlite_url)
    command("review", found, "abstract1", "--verdict", "wrong", "--store", sqlite_url)
    listed = json.loads(command("review", found, "--json", "--store", sqlite_url).out)
    marks = {one["item"]: one["mark"] for one in listed}
    assert (marks["headline"], marks["abstract1"], marks["q1"]) == ("right", "wrong", None)
    table = command("export", "--format", "csv", "--table", "abstract", "--store", sqlite_url).out
    assert [row["review"] for row in csv.DictReader(io.StringIO(table))][:2] == ["right", "wrong"]
