"""`Summarizer.batch` and `abatch`."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import gc

import pytest
from article_server import TEXT, ArticleServer

import summarizer
from summarizer import Done, Failed, Summarizer
from summarizer.errors import KeyRefused, ReplyRefused, UsageError
from summarizer.store import Store


def texts(numbers):
    return [TEXT.format(number=number) for number in numbers]


def made(server, **options):
    return Summarizer(model="news-1", base_url=server.url, **options)


def test_articles_come_as_they_are_done_and_those_that_fail_come_with_their_error():
    with ArticleServer({2: "refusal"}) as server, made(server) as many:
        found = list(many.batch([*texts(range(4)), " "]))
    done = [one for one in found if isinstance(one, Done)]
    failed = [one for one in found if isinstance(one, Failed)]
    assert {one.article.text for one in done} == set(texts([0, 1, 3]))
    assert all(one.summary.headline.text == "Talks go on" for one in done)
    assert {type(one.error).__name__ for one in failed} == {"ReplyRefused", "NotAnArticle"}
    assert any(isinstance(one.error, ReplyRefused) and one.article is not None for one in failed)


def test_articles_are_read_a_few_ahead_and_no_more():
    read = 0

    def endless():
        nonlocal read
        number = 0
        while True:
            read += 1
            yield TEXT.format(number=number)
            number += 1

    with ArticleServer(hold=True) as server, made(server) as many:
        results = many.batch(endless(), concurrency=2)
        server.release()
        for _ in range(5):
            next(results)
        results.close()
        assert read < 40
        later = read
    assert read <= later + 1


def test_leaving_the_loop_early_ends_the_run_and_the_next_is_not_held_up(store):
    with ArticleServer() as server, made(server, store=store) as many:
        for _ in many.batch(texts(range(20)), concurrency=2):
            break
        assert len(list(many.batch(texts(range(20)), concurrency=4))) == 20
        assert store.count() == 20
        assert sum(server.asked_about.values()) <= 20 + 3


def test_python_looks_for_cycles_seldom_while_a_run_goes_on_and_then_as_often_as_before():
    usual = gc.get_threshold()
    with ArticleServer() as server, made(server) as many:
        results = many.batch(texts(range(20)), concurrency=2)
        next(results)
        assert gc.get_threshold()[0] > usual[0]
        assert len(list(results)) == 19
    assert gc.get_threshold() == usual


def test_it_works_inside_a_running_event_loop_and_awaited():
    async def go(server):
        async with made(server) as many:
            inside = list(many.batch(texts([1, 2])))
            awaited = [one async for one in many.abatch(texts([3, 4]))]
        return inside + awaited

    with ArticleServer() as server:
        found = asyncio.run(go(server))
    assert {one.article.text for one in found} == set(texts([1, 2, 3, 4]))


def test_what_stops_the_run_is_raised_after_what_was_done():
    with ArticleServer(otherwise="401") as server, made(server) as many, pytest.raises(KeyRefused):
        list(many.batch(texts(range(5))))


def test_summaries_that_the_store_has_are_not_asked_for(url):
    with ArticleServer() as server, made(server, store=url) as many:
        assert all(one.asked for one in many.batch(texts(range(3))))
        assert not any(one.asked for one in many.batch(texts(range(3))))
        assert sum(server.asked_about.values()) == 3


def test_a_budget_needs_a_store_and_a_price(sqlite_url):
    with ArticleServer() as server:
        with made(server, price="1/1") as many, pytest.raises(UsageError, match="store"):
            list(many.batch(texts([1]), budget=1))
        with made(server, store=sqlite_url) as many, pytest.raises(UsageError, match="--price"):
            list(many.batch(texts([1]), budget=1))
        assert server.count == 0


def test_many_at_once_never_reserve_more_than_the_budget(url):
    taken = []
    with ArticleServer() as server, Store.open(url) as kept, made(server, store=url, price="1/1") as many:
        server.look = lambda: taken.append(kept.taken("night")[0])
        done = list(many.batch(texts(range(12)), budget="0.2", run="night", concurrency=8))
        assert len(done) == 12
        assert max(taken) <= 0.2
        assert max(taken) > 0.1, "several are paid for at a time"


def test_the_names_are_public():
    assert summarizer.Done is Done
    assert summarizer.Failed is Failed
