"""Calls of the store that are made together: what is wrong with one of them is its own."""

import asyncio

import pytest
from sqlalchemy import update
from store_samples import keep, sample, sending

from summarizer.batch.writing import GroupReader, GroupWriter
from summarizer.errors import StoreBusy, StoreCorrupt
from summarizer.recipe import identity
from summarizer.store import Begun, Failure, Known, Past, Source, Store
from summarizer.store.schema import summaries


async def written(store, *calls):
    """What calls that are made at the same time give or raise."""
    write = GroupWriter(store)
    return await asyncio.gather(*(write(*call) for call in calls), return_exceptions=True)


def begun(store, *samples):
    claims = asyncio.run(written(store, *((store.claim, sending(one)) for one in samples)))
    return [claim.attempt for claim in claims if isinstance(claim, Begun)]


def test_a_summary_that_cannot_be_stored_leaves_those_beside_it_as_they_are(store):
    samples = [sample(number) for number in range(3)]
    attempts = begun(store, *samples)
    nobody_knows_how = samples[1].summary.model_copy(update={"provenance": None})
    given = [samples[0].summary, nobody_knows_how, samples[2].summary]
    settling = [
        (store.settle, attempt, summary, one.replies)
        for attempt, summary, one in zip(attempts, given, samples, strict=True)
    ]
    first, error, last = asyncio.run(written(store, *settling))
    assert [store.find(first).summary, store.find(last).summary] == [samples[0].summary, samples[2].summary]
    assert isinstance(error, ValueError)
    assert store.stats().attempts == {"sent": 1, "done": 2, "failed": 0, "stopped": 0, "lost": 0}


def test_a_call_sees_what_the_one_before_it_in_the_group_has_written(store):
    one = sample()
    attempts = begun(store, one)
    found, claim = asyncio.run(
        written(store, (store.settle, attempts[0], one.summary, one.replies), (store.claim, sending(one)))
    )
    assert claim == Known(found)


def test_a_store_that_is_locked_befalls_all_who_wait(sqlite_url):
    with Store.open(sqlite_url) as other, Store.open(sqlite_url, patience=0.1) as store:
        claims = [(store.claim, sending(sample(number))) for number in range(3)]
        with other._database.writing():
            told = asyncio.run(written(store, *claims))
    assert [type(error) for error in told] == [StoreBusy] * 3


def test_what_is_made_together_is_undone_together(store):
    def fails():
        raise LookupError

    claims = [lambda one=one: store.claim(sending(sample(one))) for one in range(3)]
    with pytest.raises(LookupError):
        store.together([*claims, fails])
    assert store.stats().articles == 0
    assert len(begun(store, sample())) == 1


def test_a_damaged_summary_is_told_to_who_asks_for_it_alone(store):
    samples = [sample(number) for number in range(3)]
    for one in samples:
        keep(store, one)
    with store._database.writing() as connection:
        damaged = summaries.c.id == identity(samples[1].summary)
        connection.execute(update(summaries).where(damaged).values(json="{}"))

    async def asked():
        read = GroupReader(store)
        asking = (read(store.past, one.article, Source("text", ""), one.fingerprint) for one in samples)
        return await asyncio.gather(*asking, return_exceptions=True)

    first, error, last = asyncio.run(asked())
    assert [first.current.summary, last.current.summary] == [samples[0].summary, samples[2].summary]
    assert isinstance(error, StoreCorrupt)


def test_the_past_of_an_article_is_what_its_parts_are_asked_for_one_by_one(store):
    made, failed, revised, new = sample(1), sample(2), sample(3, text="Nobody said anything."), sample(4)
    place = Source("path", "/news/today.txt")
    keep(store, made)
    attempt = store.claim(sending(failed)).attempt
    store.fail(attempt, Failure("ContextExceeded", "too long", retriable=False, sends=2))
    for one in (made, failed, revised, new):
        for source in (place, Source("path", "/news/other.txt"), Source("text", "")):
            for fingerprint in (made.fingerprint, sample(version=3).fingerprint):
                asked = (one.article.id, fingerprint)
                earlier = store.before(one.article, source, fingerprint)
                assert store.past(one.article, source, fingerprint) == Past(
                    store.current(*asked), earlier is not None, store.failure(*asked)
                )
    assert store.past(made.article, place, made.fingerprint).current
    assert store.past(failed.article, place, made.fingerprint).failure
    assert store.past(revised.article, place, made.fingerprint).has_earlier
