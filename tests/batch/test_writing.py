"""Writes that are committed together: what one of them does wrong is its own."""

import asyncio

import pytest
from store_samples import sample, sending

from summarizer.batch.writing import GroupWriter
from summarizer.errors import StoreBusy
from summarizer.store import Begun, Known, Store


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
    summaries = [samples[0].summary, nobody_knows_how, samples[2].summary]
    settling = [
        (store.settle, attempt, summary, one.replies)
        for attempt, summary, one in zip(attempts, summaries, samples, strict=True)
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
