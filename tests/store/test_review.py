import csv
import io
import json

import pytest
from store_samples import keep, sample

from summarizer.store import Store

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
    [(), ("abcd",), ("--verdict", "right"), ("--list", "--verdict", "right"), ("--list", "--note", "x")],
)
def test_a_review_that_says_too_little_or_too_much_is_2(command, kept, words):
    outcome = command("review", *words, "--store", kept[0])
    assert (outcome.code, outcome.out) == (2, "")


def test_marks_go_with_their_article(command, kept):
    url, _ = kept
    command("review", "/news/today.txt", "--verdict", "right", "--store", url)
    command("forget", "/news/today.txt", "--yes", "--store", url)
    assert json.loads(command("review", "--list", "--json", "--store", url).out) == []
