"""Articles whose text changes at its place: what was summarised there before, and summaries carried over."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CAIRO
from misbehaving_server import MisbehavingServer
from store_samples import PLACE, TEXT, keep, sample

import summarizer
from summarizer import reading
from summarizer.article import Article
from summarizer.errors import NotInStore
from summarizer.pipeline.cached import reground, revised
from summarizer.pipeline.carry_over import reanchor
from summarizer.store import Review, Selection, Source, Store
from summarizer.summary import Headline

HERE = Path(__file__).parent
FIRST = TEXT.format(number=1, homes=41)
REFLOWED = FIRST.replace("said. ", "said.\n\n")
CHANGED = FIRST.replace("this town", "that town")
ADOPT = """
import sys
sys.path.insert(0, sys.argv[1])
from store_samples import PLACE, sample
from summarizer.pipeline.cached import revised
from summarizer.store import Store
from summarizer.article import Article

made, article = sample(), Article(text=sys.argv[3])
with Store.open(sys.argv[2], patience=60) as store:
    print(revised(article, PLACE, recipe=made.recipe, store=store).stored.id)
"""


def edited(text=REFLOWED, **facts):
    return Article(text=text, **facts)


def test_what_was_summarised_at_a_place_before_is_found_with_its_text(store):
    made = sample()
    first = keep(store, made)
    found = store.before(edited(), Source("path", str(PLACE)), made.fingerprint)
    assert found is not None
    assert (found.stored.id, found.article.text) == (first, FIRST)


@pytest.mark.parametrize(
    ("place", "version", "text"),
    [(Path("/news/other.txt"), 2, REFLOWED), (None, 2, REFLOWED), (PLACE, 1, REFLOWED), (PLACE, 2, FIRST)],
    ids=["another place", "no place", "another recipe", "the same text"],
)
def test_nothing_was_there_before_of_another_place_recipe_or_the_same_text(store, place, version, text):
    keep(store, sample())
    article = edited(text)
    assert store.before(article, Source.of(article, place), sample(version=version).fingerprint) is None


def test_of_several_earlier_texts_the_one_read_last_counts(store):
    made = sample()
    keep(store, made)
    keep(store, sample(2))
    store.seen(made.article, Source("path", str(PLACE)))
    found = store.before(edited(), Source("path", str(PLACE)), made.fingerprint)
    assert found is not None
    assert found.article.text == FIRST


def test_a_page_is_known_by_its_link(store):
    made = sample(url="https://news.example/fire")
    keep(store, made, place=None)
    article = edited(url="https://news.example/fire")
    assert store.before(article, Source.of(article), made.fingerprint) is not None


def test_a_summary_that_is_carried_over_is_stored_without_an_attempt_and_the_old_one_stays(store):
    made = sample()
    first = keep(store, made)
    found = revised(edited(), PLACE, recipe=made.recipe, store=store)
    assert found is not None
    assert found.stored is not None
    assert found.stored.current
    assert [one.id for one in store.history(str(PLACE))] == [found.stored.id, first]
    assert all(one.current for one in store.history(str(PLACE)))
    assert store.current(edited().id, made.fingerprint) == found.stored
    assert store.stats().attempts["done"] == 1
    assert {hit.summary for hit in store.search("rebuild", kinds=("quote",))} == {first, found.stored.id}
    with pytest.raises(NotInStore, match="no replies"):
        reground(found.stored.id, store=store)


def test_a_summary_that_cannot_be_carried_over_is_not_stored(store):
    made = sample()
    keep(store, made)
    found = revised(edited(CHANGED), PLACE, recipe=made.recipe, store=store)
    assert found is not None
    assert found.stored is None
    assert [item.fate for item in found.changes.stale if item.kind == "quote"] == ["changed"]
    assert store.count(Selection(history=True)) == 1


def test_review_marks_shows_and_exports_work_for_it(store, other_url):
    made = sample()
    keep(store, made)
    found = revised(edited(), PLACE, recipe=made.recipe, store=store)
    assert found is not None
    assert found.stored is not None
    store.review(found.stored.id, Review("right", item="q1", reviewer="desk"))
    assert [mark.item for mark in store.reviews(found.stored.id)] == ["q1"]
    material = store.material(found.stored.id)
    assert (material.article.text, material.replies, material.messages) == (REFLOWED, (), ())
    lines = list(store.export(Selection(history=True)))
    with Store.open(other_url) as other:
        assert [(done.added, done.known) for done in other.import_(lines)] == [(2, 0)]
        assert list(other.export(Selection(history=True))) == lines


def test_a_summary_that_is_there_already_is_not_replaced(store):
    made = sample()
    keep(store, made)
    carried = reanchor(made.summary, made.article, edited()).summary
    first = store.adopt(edited(), Source("path", str(PLACE)), carried)
    other = carried.model_copy(update={"headline": Headline(text="Another")})
    assert store.adopt(edited(), Source("path", str(PLACE)), other) == first
    with pytest.raises(ValueError, match="another article"):
        store.adopt(edited(CHANGED), Source("path", str(PLACE)), carried)


def test_processes_that_carry_it_over_at_the_same_time_store_it_once(url):
    with Store.open(url) as store:
        keep(store, sample())
    words = [sys.executable, "-c", ADOPT, str(HERE), url, REFLOWED]
    processes = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = {process.communicate(timeout=300)[0].strip() for process in processes}
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len(said) == 1
    with Store.open(url) as store:
        assert store.count(Selection(history=True)) == 2


@pytest.fixture
def ask(command, sqlite_url):
    """Summarises with a model that says what it always says, and counts how often it was asked."""
    with MisbehavingServer("ok") as server:

        def asking(*words):
            chosen = (
                "--base-url",
                server.url,
                "--model",
                "m",
                "--prompt",
                "summary@2",
                "--store",
                sqlite_url,
            )
            outcome = command("summarize", *words, *chosen)
            return outcome, len(server.requests)

        yield asking


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(CAIRO.read_text())
    return path


def rewrite(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_an_article_with_new_line_ends_is_carried_over_without_asking_and_says_so(
    ask, command, story, sqlite_url
):
    ask(story)
    rewrite(story, "Bardan cited", "\n\nBardan cited")
    outcome, requests = ask(story)
    assert (outcome.code, requests) == (0, 1)
    assert len(outcome.err.splitlines()) == 1
    assert "story.txt has changed since 20" in outcome.err
    assert "carried over" in outcome.err
    made = json.loads(outcome.out)
    assert made["article"]["id"] == reading.from_path(story).id
    assert made["warnings"][-1]["code"] == "reanchored"
    assert json.loads(command("show", story, "--store", sqlite_url).out) == made
    assert "from the store" in ask(story)[0].err
    assert len(json.loads(command("show", story, "--history", "--store", sqlite_url).out)) == 2


def test_an_article_that_says_something_else_is_asked_about_and_told(ask, story):
    ask(story)
    rewrite(story, "on Saturday", "on Sunday")
    outcome, requests = ask(story)
    assert (outcome.code, requests) == (0, 2)
    assert "story.txt has changed since 20" in outcome.err
    assert "1 sentence new or changed" in outcome.err


def test_fresh_asks_without_looking_at_what_was_there_before(ask, story):
    ask(story)
    rewrite(story, "Bardan cited", "\n\nBardan cited")
    outcome, requests = ask(story, "--fresh")
    assert requests == 2
    assert "has changed" not in outcome.err


def test_what_the_publisher_wrote_reaches_a_terminal_without_control_characters(ask, story):
    ask(story)
    rewrite(story, "on Saturday", "on “\x1b[31m \u202eSunday is a day of rest,” Badran said, on")
    outcome, _ = ask(story)
    assert "has changed" in outcome.err
    assert "\x1b" not in outcome.err
    assert "\u202e" not in outcome.err


def test_the_library_carries_summaries_over_as_well(story, sqlite_url):
    with MisbehavingServer("ok") as server:
        chosen = {"base_url": server.url, "model": "m", "prompt": "summary@2", "store": sqlite_url}
        with summarizer.Summarizer(**chosen) as made:
            made.summarize(story)
            assert made.revised(story) is None
            rewrite(story, "Bardan cited", "\n\nBardan cited")
            assert made.summarize(story).warnings[-1].code == "reanchored"
            assert made.summarize(story, fresh=True).warnings == []
        assert len(server.requests) == 2
