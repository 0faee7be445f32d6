import json
from decimal import Decimal
from pathlib import Path

import pytest
from store_samples import PLACE, Sample, days, keep, sample, sending

from summarizer.article import Article
from summarizer.errors import NotInStore, ReferenceAmbiguous, UsageError
from summarizer.pipeline import cached
from summarizer.recipe import identity
from summarizer.store import Failure, Review, Said, Selection, Source


def exported(store, *ids):
    return [json.loads(line) for line in store.export(Selection(ids=ids or None, history=True))]


def test_a_stored_summary_comes_back_byte_for_byte(store):
    made = sample()
    found = keep(store, made)
    stored = store.current(made.article.id, made.fingerprint)
    assert stored is not None
    assert (stored.id, stored.summary, stored.current) == (found, made.summary, True)
    [line] = store.export()
    assert line.endswith(f',"summary":{made.summary.model_dump_json()}}}\n')


def test_an_article_that_came_from_two_places_is_one_article_seen_at_both(store):
    made = sample(title="Fire", published=days(3))
    same_text = Article(text=made.article.text, url="https://example.org/fire", title="Big fire")
    first = keep(store, made)
    store.seen(same_text, Source.of(same_text))
    assert store.stats().articles == 1
    assert store.find(str(PLACE)).id == store.find("https://example.org/fire").id == first
    [line] = exported(store)
    assert [(seen["kind"], seen["location"], seen["title"]) for seen in line["sources"]] == [
        ("path", "/news/today.txt", "Fire"),
        ("url", "https://example.org/fire", "Big fire"),
    ]
    assert line["article"]["published"] == "2026-01-04"  # the later reading did not know better


def test_of_one_article_and_recipe_the_newest_is_current_and_the_others_are_history(store):
    made = sample()
    first, second = keep(store, made), keep(store, made.again())
    stored = store.current(made.article.id, made.fingerprint)
    assert stored is not None
    assert stored.id == second
    assert [(one.id, one.current) for one in store.history(first)] == [(second, True), (first, False)]
    assert {hit.summary for hit in store.search("rebuild")} == {second}
    assert [one.id for one in store.listing()] == [second]


def test_another_recipe_of_the_same_article_stands_beside(store):
    old, new = sample(version=1), sample(version=2)
    ids = [keep(store, old), keep(store, new)]
    assert [one.id for one in store.listing()] == ids[::-1]
    assert store.stats().articles == 1
    assert store.find(str(PLACE)).id == ids[1]


def test_storing_the_same_summary_twice_stores_it_once(store):
    made = sample()
    assert keep(store, made) == keep(store, made)
    assert (store.stats().summaries, store.stats().superseded) == (1, 0)


def test_a_stored_reply_is_grounded_again_without_a_model(store):
    made = sample()
    material = store.material(keep(store, made))
    assert (material.article, material.summary, material.replies) == (
        made.article,
        made.summary,
        made.replies,
    )
    assert cached.reground(identity(made.summary), store=store).summary == made.summary


def test_what_cannot_be_grounded_again_is_told(store):
    made = sample()
    found = store.settle(store.begin(sending(made)), made.summary, [])
    with pytest.raises(NotInStore, match=f"no replies for summary {found[:12]}"):
        cached.reground(found, store=store)


def test_what_was_sent_is_kept(store):
    made = sample()
    assert store.material(keep(store, made)).messages == ({"role": "user", "content": made.article.text},)


def test_an_attempt_is_there_before_its_answer_is(store):
    store.begin(sending(sample()))
    assert store.stats().attempts == {"sent": 1, "done": 0, "failed": 0, "stopped": 0, "lost": 0}


def test_a_failed_attempt_is_kept_and_leaves_no_summary(store):
    made = sample()
    store.fail(store.begin(sending(made)), Failure("ReplyEmpty", "it said nothing", retriable=True))
    assert store.stats().attempts["failed"] == 1
    assert store.current(made.article.id, made.fingerprint) is None
    with pytest.raises(NotInStore, match="no summary of it"):
        store.find(str(PLACE))


def test_an_attempt_whose_time_is_over_counts_as_lost_once_there_is_another(store):
    made = sample()
    store.begin(sending(made, seconds=-1.0))
    store.begin(sending(made))
    assert store.stats().attempts == {"sent": 1, "done": 0, "failed": 0, "stopped": 0, "lost": 1}


def test_an_attempt_that_was_given_up_on_may_still_be_settled(store):
    made = sample()
    slow = store.begin(sending(made, seconds=-1.0))
    store.begin(sending(made))
    assert store.settle(slow, made.summary, made.replies) is not None
    assert store.stats().attempts["done"] == 1


def test_what_attempts_took_is_added_up_by_recipe(store):
    for number in range(3):
        keep(store, sample(number))
    keep(store, sample(version=1))
    spent = {one.prompt: one for one in store.stats().recipes}
    assert spent["summary@2"].current == 3
    assert spent["summary@2"].tokens.input == 300
    assert spent["summary@2"].cost_usd == Decimal("0.0045")
    assert spent["summary@1"].seconds == 1.25


def test_a_summary_of_an_article_that_was_forgotten_meanwhile_is_not_stored(store):
    made = sample()
    attempt = store.begin(sending(made))
    store.forget([made.article.id])
    assert store.settle(attempt, made.summary, made.replies) is None
    assert store.stats().articles == 0


def test_a_summary_is_found_by_the_beginning_of_its_id_or_its_articles_id(store):
    made = sample()
    found = keep(store, made)
    for reference in (found, found[:6], made.article.id, made.article.id[:15], made.article.id[7:15]):
        assert store.find(reference).id == found


def test_a_beginning_that_fits_several_ids_is_asked_about(store):
    seen: dict[str, Sample] = {}
    first = sample()
    for seconds in range(2000):
        one = first.again(seconds)
        beginning = identity(one.summary)[:4]
        if beginning in seen:
            break
        seen[beginning] = one
    ids = [keep(store, seen[beginning]), keep(store, one)]
    with pytest.raises(ReferenceAmbiguous):
        store.find(beginning)
    assert store.find(ids[0][:12]).id == ids[0]


@pytest.mark.parametrize(
    "reference",
    ["", "abcd", "sha256:abcd", "\udcff" * 700, "\0", "%", "/no/such/file", "' OR 1=1 --", "__________"],
)
def test_what_is_not_in_the_store_is_not_found(store, reference):
    keep(store, sample(), None)
    with pytest.raises(NotInStore):
        store.find(reference)


def test_a_path_whose_text_has_changed_means_the_newer_text_and_is_forgotten_with_both(store):
    old, new = sample(1), sample(2)
    keep(store, old)
    second = keep(store, new)
    assert store.find(str(PLACE)).id == second
    assert store.articles(str(PLACE)) == [new.article.id, old.article.id]
    store.forget(store.articles(str(PLACE)))
    assert store.stats().articles == 0


def test_a_list_is_narrowed_down_by_party_date_and_prompt(store):
    early = keep(store, sample(1, published=days(1)))
    late = keep(store, sample(2, published=days(2), version=1))
    undated = keep(store, sample(3))

    def listed(**narrowed):
        return [one.id for one in store.listing(Selection(**narrowed))]

    assert listed() == [undated, late, early]
    assert listed(since=days(2)) == [undated, late]
    assert listed(party="xanthoria1") == [early]
    assert listed(party="MAYOR Porto") == [undated, late, early]  # an alias
    assert listed(party="nobody") == []
    assert listed(prompt="summary@1") == [late]
    assert listed(prompt="summary") == [undated, late, early]
    assert listed(prompt="summary@x") == []
    assert [one.id for one in store.listing(limit=1, skip=1)] == [late]
    assert store.count(Selection(since=days(2))) == 2


def test_review_marks_are_kept_with_their_summary(store):
    found = keep(store, sample())
    store.review(found, Review("wrong", item="q1", note="somebody else said it", reviewer="desk"))
    store.review(found, Review("right"))
    marks = store.reviews(found)
    assert [(mark.verdict, mark.item, mark.note) for mark in marks] == [
        ("wrong", "q1", "somebody else said it"),
        ("right", None, None),
    ]
    with pytest.raises(UsageError, match="no item 'q9'"):
        store.review(found, Review("wrong", item="q9"))
    with pytest.raises(NotInStore):
        store.review("abcdef", Review("wrong"))


def test_what_no_database_takes_is_mended_and_stored(store):
    made = sample(title="N\0UL", url="https://example.org/\0")
    attempt = store.begin(sending(made, None))
    assert store.settle(attempt, made.summary, [Said("part", '{"a": "\0\ud800"}')]) is not None
    [line] = exported(store)
    assert line["article"]["title"] == "N\ufffdUL"
    assert line["replies"] == [{"kind": "part", "raw": '{"a": "\ufffd\ufffd"}'}]


def test_names_and_places_may_be_very_long(store):
    name = "Ω" * 5000
    made = sample()
    long_named = made.summary.parties[0].model_copy(update={"name": name, "aliases": [f"{name} {name}"]})
    summary = made.summary.model_copy(update={"parties": [long_named]})
    place = Path("/" + "/".join(["ä" * 100] * 20))
    found = store.settle(store.begin(sending(made, place)), summary, [])
    assert store.find(str(place)).id == found


def test_a_quotation_as_long_as_a_book_is_stored_and_its_beginning_is_found(store):
    words = " ".join(f"word{number}" for number in range(60_000))
    made = sample(text=f"Ana Ruíz said: “{words}.”", draft={"figures": []})
    found = keep(store, made)
    assert [hit.summary for hit in store.search("word0 word17", kinds=("quote",))] == [found]
