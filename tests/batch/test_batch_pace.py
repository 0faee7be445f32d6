"""The pace of a run, on a clock that moves only when somebody sleeps."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import heapq

import pytest

from summarizer.errors import ReplyTooDear
from summarizer.llm import Limiter, Signal, allowance
from summarizer.llm.ratelimit_headers import pause_in, seconds_in
from summarizer.summary import Tokens

NOTHING = Tokens(input=0, output=0, cached=0)


class Clock:
    """Time passes once everybody sleeps."""

    def __init__(self):
        self.now, self._sleepers, self._number = 0.0, [], 0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self._number += 1
        wake = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, self._number, wake))
        await wake

    async def run(self, *work):
        tasks = [asyncio.ensure_future(one) for one in work]
        while not all(task.done() for task in tasks):
            for _ in range(20):
                await asyncio.sleep(0)
            if self._sleepers:
                at, _, wake = heapq.heappop(self._sleepers)
                self.now = max(self.now, at)
                wake.set_result(None)
        return [task.result() for task in tasks]


def signal(*, busy=False, status=200, wait=None, limits=None, seconds=0.5):
    return Signal(busy, status, wait, limits or {}, NOTHING, seconds)


def under(limits, work, **most):
    """Runs `work(limiter, clock)` and returns the clock's time at the end, with what it gave."""

    async def go():
        clock = Clock()
        limiter = Limiter(limits, clock=clock, sleep=clock.sleep, **most)
        found = await clock.run(*work(limiter, clock))
        return clock.now, found, limiter

    return asyncio.run(go())


async def request(limiter, clock, told=None, tokens=1000):
    async with limiter.turn(tokens):
        left = clock.now
        await clock.sleep(0.5)
        limiter.told(told or signal())
    return left


def test_two_thousand_requests_take_hardly_longer_than_if_all_places_were_taken_at_once():
    seconds, _, limiter = under(100, lambda limiter, clock: [request(limiter, clock) for _ in range(2000)])
    assert limiter.width == 100
    assert seconds <= 1.15 * 2000 / 100 * 0.5


def test_never_are_more_under_way_than_was_said():
    inside = most = 0

    async def counted(limiter, clock):
        nonlocal inside, most
        async with limiter.turn(1):
            inside += 1
            most = max(most, inside)
            await clock.sleep(0.5)
            limiter.told(signal())
            inside -= 1

    under(7, lambda limiter, clock: [counted(limiter, clock) for _ in range(100)])
    assert most == 7


def test_a_busy_endpoint_halves_the_pace_once_for_all_that_were_under_way():
    async def go(limiter, clock):
        for width in (100.0, 50.0):
            assert limiter.width == width
            clock.now += 10
            for _ in range(40):
                limiter.told(signal(busy=True, status=429, seconds=1.0))

    def work(limiter, clock):
        limiter._width = 100.0
        return [go(limiter, clock)]

    _, _, limiter = under(100, work)
    assert limiter.width == 25


def test_after_a_halving_the_pace_grows_by_one_in_a_round_trip():
    def work(limiter, clock):
        clock.now = 10.0
        limiter.told(signal(busy=True, status=429))
        assert limiter.width == 8
        return [request(limiter, clock) for _ in range(8 + 9 + 10)]

    _, _, limiter = under(100, work)
    assert 9 <= limiter.width <= 11


def test_nobody_sends_before_the_time_that_the_endpoint_asked_for():
    def work(limiter, clock):
        limiter.told(signal(busy=True, status=429, wait=7.0))
        return [request(limiter, clock) for _ in range(3)]

    _, left, _ = under(4, work)
    assert min(left) >= 7.0


def test_an_endpoint_that_allows_nothing_more_is_left_alone_until_it_does():
    def work(limiter, clock):
        limiter.told(signal(limits={"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "1m2s"}))
        return [request(limiter, clock)]

    _, left, _ = under(4, work)
    assert left == [62.0]


def test_requests_a_minute_are_kept_to():
    _, left, _ = under(50, lambda limiter, clock: [request(limiter, clock) for _ in range(30)], rpm=60)
    assert left[-1] == pytest.approx(29.0)
    assert all(sum(start <= one < start + 60 for one in left) <= 61 for start in left)


def test_tokens_a_minute_are_kept_to_also_by_requests_of_more_than_a_second_s_worth():
    _, left, _ = under(50, lambda limiter, clock: [request(limiter, clock) for _ in range(7)], tpm=6000)
    assert left[-1] - left[0] == pytest.approx(60.0)


def test_a_place_is_free_again_after_somebody_gives_up_waiting_for_it():
    async def go():
        limiter = Limiter(1)
        async with limiter.turn(1):
            waiting = asyncio.ensure_future(limiter.turn(1).__aenter__())
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        async with asyncio.timeout(5), limiter.turn(1):
            return True

    assert asyncio.run(go())


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("1s", 1.0), ("6m0s", 360.0), ("20ms", 0.02), ("7", 7.0), ("0.5", 0.5), ("1767225600", None),
     ("2026-01-01T00:00:00Z", None), ("", None), ("-3", None), ("9" * 500, None), ("1s!", None)],
)  # fmt: skip
def test_times_of_reset_are_understood_or_left_alone(text, seconds):
    assert seconds_in(text) == seconds


def test_only_what_is_used_up_makes_a_pause():
    assert pause_in({"ratelimit-remaining": "3", "ratelimit-reset": "9"}) is None
    assert pause_in({"ratelimit-remaining": "0", "ratelimit-reset": "9"}) == 9.0
    assert pause_in({"ratelimit-remaining": "0"}) is None


def test_an_article_sends_no_more_than_was_set_aside_for_it_and_refusals_cost_nothing():
    async def go():
        limiter = Limiter(4)
        allowance.current.set(allowance.Allowance(2))
        for _ in range(5):
            async with limiter.turn(1000):
                limiter.told(signal(busy=True, status=503))
        for _ in range(2):
            async with limiter.turn(1000):
                limiter.told(signal())
        with pytest.raises(ReplyTooDear):
            async with limiter.turn(1000):
                pass

    asyncio.run(go())


def test_a_request_with_twice_the_cap_counts_as_two():
    allowed = allowance.Allowance(2)
    allowed.take(1000)
    with pytest.raises(ReplyTooDear):
        allowed.take(1600)
