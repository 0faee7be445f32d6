"""Claims: of all who want to make a summary one is let, and no run takes more than its budget."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from signal import SIGKILL
from threading import Thread

import pytest
from store_samples import keep, sample, sending

from summarizer.store import Begun, Failure, Known, Left, Store, Taken
from summarizer.summary import Tokens

HERE = Path(__file__).parent
CLAIM = """
import sys
sys.path.insert(0, sys.argv[1])
from store_samples import sample, sending
from summarizer.store import Store

with Store.open(sys.argv[2], patience=60) as store:
    print(type(store.claim(sending(sample()))).__name__, flush=True)
    sys.stdin.read()
"""
STOPPED = Failure("Interrupted", "stopped", retriable=True, stopped=True)


def claiming(url):
    """A process that claims a summary, and holds the claim until its standard input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", CLAIM, HERE, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def of_a_run(number, **facts):
    return sending(sample(number), run="night", reserved_usd=Decimal("0.4"), budget_usd=Decimal(1), **facts)


def test_a_summary_that_is_there_is_not_made_again(store):
    made = sample()
    found = keep(store, made)
    assert store.claim(sending(made)) == Known(found)


def test_what_one_process_makes_no_other_makes_at_the_same_time(url):
    with claiming(url) as first, claiming(url) as second:
        said = {process.stdout.readline().strip() for process in (first, second) if process.stdout}
        assert said == {"Begun", "Taken"}
        with Store.open(url) as store:
            assert isinstance(store.claim(sending(sample())), Taken)
            assert isinstance(store.claim(sending(sample(7))), Begun)


def test_the_claim_of_a_process_that_was_killed_holds_nobody_up(url):
    with claiming(url) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "Begun\n"
        process.send_signal(SIGKILL)
    with Store.open(url) as store:
        assert isinstance(store.claim(sending(sample())), Begun)
        assert store.stats().attempts["lost"] == 1


def test_the_claim_of_another_machine_counts_until_its_time_is_over(store, monkeypatch):
    from summarizer.store import owners

    monkeypatch.setattr(owners, "here", lambda: "elsewhere/1:999999+1")
    assert isinstance(store.claim(sending(sample(0), seconds=600)), Begun)
    assert isinstance(store.claim(sending(sample(1), seconds=-1)), Begun)
    monkeypatch.undo()
    held = store.claim(sending(sample(0)))
    assert isinstance(held, Taken)
    assert held.owner == "elsewhere/1:999999+1"
    assert isinstance(store.claim(sending(sample(1))), Begun)


def test_a_claim_that_came_to_nothing_is_free_again(store):
    first = store.claim(sending(sample()))
    store.fail(first.attempt, STOPPED)
    assert isinstance(store.claim(sending(sample())), Begun)
    assert store.stats().attempts["stopped"] == 1


def test_a_run_reserves_before_it_sends_and_gives_back_what_it_did_not_take(store):
    first, second = store.claim(of_a_run(0)), store.claim(of_a_run(1))
    assert store.taken("night")[0] == Decimal("0.8")
    assert store.claim(of_a_run(2)) == Left(Decimal("0.2"), None)
    made = sample(0)
    store.settle(first.attempt, made.summary, made.replies)
    assert store.taken("night")[0] == Decimal("0.4015")
    store.fail(second.attempt, STOPPED)
    assert store.taken("night")[0] == Decimal("0.4015"), "nobody said what was not billed"
    third = store.claim(of_a_run(2))
    unbilled = Failure(
        "KeyRefused", "no", retriable=True, stopped=True,
        tokens=Tokens(input=0, output=0, cached=0), cost_usd=Decimal(0),
    )  # fmt: skip
    store.fail(third.attempt, unbilled)
    assert store.taken("night")[0] == Decimal("0.4015")


def test_what_a_killed_process_had_reserved_stays_reserved(url, monkeypatch):
    from summarizer.store import owners

    with Store.open(url) as store:
        monkeypatch.setattr(owners, "here", lambda: owners._machine() + ":1+0")
        assert isinstance(store.claim(of_a_run(0)), Begun)
        monkeypatch.undo()
        assert isinstance(store.claim(of_a_run(0)), Begun)
        assert store.claim(of_a_run(1)) == Left(Decimal("0.2"), None)


def test_a_budget_of_tokens_is_kept_too(store):
    def claim(number):
        return store.claim(sending(sample(number), run="night", reserved_tokens=400, budget_tokens=1000))

    first = claim(0)
    assert isinstance(claim(1), Begun)
    assert claim(2) == Left(None, 200)
    made = sample(0)
    store.settle(first.attempt, made.summary, made.replies)
    assert isinstance(claim(2), Begun)
    assert store.taken("night")[1] == 920


@pytest.mark.parametrize("workers", [8])
def test_a_budget_is_not_overshot_by_many_who_claim_at_the_same_time(url, workers):
    granted = []

    def claim(number):
        with Store.open(url, patience=60) as store:
            granted.append(isinstance(store.claim(of_a_run(number)), Begun))

    Store.open(url).close()
    threads = [Thread(target=claim, args=(number,)) for number in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(granted) == [False] * (workers - 2) + [True] * 2
