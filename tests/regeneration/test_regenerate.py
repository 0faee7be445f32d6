"""Regenerating: free first, each article once, the old summary until the new one is whole."""

import json
import random
import time
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from signal import SIGINT

import pytest
from misbehaving_server import MisbehavingServer
from store_samples import PLACE, keep, sample
from test_plan import MODEL, RECIPE, made, put

from summarizer.article import Article
from summarizer.batch import Done
from summarizer.client import Summarizer
from summarizer.errors import BudgetSpent
from summarizer.recipe import fingerprint
from summarizer.store import Selection, Source, Store
from summarizer.summary import Headline

OLDER = RECIPE.model_copy(
    update={"prompt": RECIPE.prompt.model_copy(update={"version": 1, "sha256": "0" * 64})}
)
TARGET = ("--prompt", "summary@2", "--model", MODEL)


def regenerated(store, server, **options):
    with Summarizer(model=MODEL, base_url=server.url, store=store, price="1/1") as redoer:
        return list(redoer.regenerate(prompt="summary@2", **options))


def asked_about(server):
    """How often each of the sample articles reached the server, by its number."""
    texts = [request["messages"][-1]["content"] for request in server.requests]
    return Counter(number for text in texts for number in range(60) if f"Xanthoria{number} disagree" in text)


def test_what_is_stale_is_asked_for_anew_and_stays_as_history(store):
    old = [put(store, made(number, OLDER)) for number in range(3)]
    with MisbehavingServer("ok") as server:
        outcomes = regenerated(store, server)
        assert sorted(one.article.id for one in outcomes) == sorted(made(n).article.id for n in range(3))
        assert server.count == 3
        assert regenerated(store, server) == []
        assert server.count == 3
    assert {one.id for one in store.history(made(0).article.id)} > {old[0]}
    assert store.count(Selection(prompt="summary@2")) == 3


def test_what_only_schema_or_analysis_changed_is_replayed_without_a_model(store):
    put(store, made(1, RECIPE.model_copy(update={"summary_schema": "summary/0"})))
    with MisbehavingServer("ok") as server:
        [done] = regenerated(store, server)
        assert server.count == 0
    assert isinstance(done, Done)
    assert not done.asked
    assert done.summary.quotes == sample(1).summary.quotes
    kept = store.current(done.article.id, fingerprint(RECIPE))
    assert kept.summary.provenance.recipe == RECIPE
    assert store.material(kept.id).replies == sample(1).replies, "it can be replayed again"
    assert store.stats().attempts["done"] == 1, "nothing was spent twice"


def test_a_reply_to_another_question_is_not_replayed(store):
    keep(
        store, made(1, RECIPE.model_copy(update={"analysis": "marking/0"}))
    )  # with another request than today's
    with MisbehavingServer("ok") as server:
        [done] = regenerated(store, server)
        assert (server.count, done.asked) == (1, True)


def test_an_edited_article_is_carried_over_for_free_if_all_that_was_said_stands(store):
    first = made(1)
    put(store, first, PLACE)
    edited = Article(text=first.article.text.replace("\n\n", "\n\n\n", 1))
    store.seen(edited, Source.of(edited, PLACE))
    with MisbehavingServer("ok") as server:
        [done] = regenerated(store, server)
        assert (server.count, done.asked) == (0, False)
    assert done.summary.article.id == edited.id


def test_an_article_that_says_something_else_now_is_asked_about(store):
    first = made(1)
    put(store, first, PLACE)
    edited = Article(text=first.article.text.replace("We will rebuild", "We shall never rebuild"))
    assert edited != first.article
    store.seen(edited, Source.of(edited, PLACE))
    with MisbehavingServer("ok") as server:
        [done] = regenerated(store, server)
        assert (server.count, done.article.id) == (1, edited.id)


def test_an_article_that_fails_keeps_its_old_summary_and_is_tried_again_if_that_may_help(store):
    old = put(store, made(1, OLDER))
    with MisbehavingServer("refusal") as server:
        [failed] = regenerated(store, server)
        assert type(failed.error).__name__ == "ReplyRefused"
        assert regenerated(store, server) == []  # it was refused for good
        [again] = regenerated(store, server, retry_failed=True)
        assert type(again.error).__name__ == "ReplyRefused"
    assert store.find(old).current


def test_a_sample_is_spread_over_sites_and_the_same_for_the_same_seed(store):
    for number in range(12):
        put(store, made(number, OLDER, site="A" if number < 9 else f"site {number}"))

    def drawn(seed):
        with Summarizer(model=MODEL, base_url="http://127.0.0.1:9/v1", store=store) as redoer:
            redo = redoer.regeneration(prompt="summary@2", sample=4, seed=seed)
            return [job.article.site for job in redo.jobs()], [job.article.id for job in redo.jobs()]

    assert Counter(drawn(0)[0]) == {"A": 1, "site 9": 1, "site 10": 1, "site 11": 1}
    assert drawn(0) == drawn(0)
    assert len({drawn(seed)[1][0] for seed in range(8)}) > 1


def test_a_budget_that_is_too_small_for_one_article_stops_before_anything_is_sent(store):
    put(store, made(1, OLDER))
    with MisbehavingServer("ok") as server:
        with pytest.raises(BudgetSpent):
            regenerated(store, server, budget=Decimal("0.0001"))
        assert server.count == 0


def test_the_story_on_the_command_line(command, sqlite_url):
    with Store.open(sqlite_url) as store:
        for number in range(5):
            put(store, made(number, OLDER))
    at = ("--store", sqlite_url)
    with MisbehavingServer("ok") as server:
        target = (*TARGET, "--base-url", server.url)
        assert json.loads(command("plan", *target, "--json", *at).out)["stale"] == 5
        refused = command("regenerate", *target, *at)
        assert (refused.code, server.count) == (2, 0)
        assert "--yes" in refused.err
        told = json.loads(command("regenerate", *target, "--sample", "2", "--yes", "--json", *at).out)
        assert (told["done"], told["failed"]) == (2, 0)
        assert json.loads(command("plan", *target, "--json", *at).out)["current"] == 2
        changed = command("diff", "--from", "summary@1", "--to", "summary@2", "--format", "json", *at)
        assert changed.code == 0, changed.err
        assert command("regenerate", *target, "--yes", *at).code == 0
        assert "Nothing to do" in command("plan", *target, *at).out
        last = command("regenerate", *target, *at)  # nothing to ask about, so nothing to be asked
        assert (last.code, server.count) == (0, 5)


def regenerating(warm, url, server):
    """A process that regenerates all of a store."""
    return warm.start(
        "regenerate", *TARGET, "--base-url", server.url, "--yes", "--store", url, "--concurrency", "4"
    )


def fill(url, number):
    with Store.open(url) as store:
        for one in range(number):
            put(store, made(one, OLDER))


def test_eight_processes_regenerate_one_store_and_send_each_article_once(warm, url):
    fill(url, 40)
    with MisbehavingServer("ok", delay=0.05) as server:
        processes = [regenerating(warm, url, server) for _ in range(8)]
        assert [process.wait() for process in processes] == [0] * 8, [one.said for one in processes]
        assert asked_about(server) == dict.fromkeys(range(40), 1)
    with Store.open(url) as store:
        assert store.count(Selection(prompt="summary@2")) == 40
        assert store.stats().attempts["done"] == 80


def test_kills_at_random_moments_lose_nothing_and_store_nothing_twice(warm, url):
    number, chance, kills, acknowledged = 32, random.Random(7), 0, 0
    fill(url, number)
    with MisbehavingServer("ok", delay=0.02) as server:
        while True:
            target = server.count + chance.randrange(1, 9)
            process = regenerating(warm, url, server)
            while not process.ended and server.count < target:
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.05))
            if process.ended:
                assert process.wait() == 0, process.said
                break
            process.kill()
            kills += 1
            with Store.open(url) as store:
                stats = store.stats()
            assert stats.summaries == stats.attempts["done"] >= acknowledged
            acknowledged = stats.summaries
        asked = asked_about(server)
    assert kills >= 3
    assert set(asked) == set(range(number))
    assert sum(asked.values()) <= number + 5 * kills  # only what was in flight is asked again
    with Store.open(url) as store:
        stats = store.stats()
        assert (stats.summaries, stats.superseded, stats.attempts["done"]) == (2 * number, 0, 2 * number)


def test_an_interrupt_settles_what_is_in_flight_and_says_how_to_go_on(warm, sqlite_url):
    fill(sqlite_url, 12)
    with MisbehavingServer("ok", delay=0.2) as server:
        process = regenerating(warm, sqlite_url, server)
        assert server.asked.wait(120)
        process.send(SIGINT)
        assert process.wait() == 75
        assert "run the same command again" in process.said
        with Store.open(sqlite_url) as store:
            attempts = store.stats().attempts
        assert (attempts["sent"], attempts["failed"]) == (0, 0)
        assert 0 < server.count < 12
        assert regenerating(warm, sqlite_url, server).wait() == 0
        assert asked_about(server) == dict.fromkeys(range(12), 1)


def test_a_summary_that_is_there_meanwhile_is_not_stored_a_second_time_by_a_replay(store):
    found = made(1, RECIPE.model_copy(update={"summary_schema": "summary/0"}))
    old = put(store, found)
    first = store.replayed(old, made(1).summary)
    other = replace(
        made(1), summary=made(1).summary.model_copy(update={"headline": Headline(text="Another")})
    )
    assert store.replayed(old, other.summary) == first
