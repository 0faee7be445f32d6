"""Whoever paces a run holds a place for each request, and hears what came of it."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
from contextlib import asynccontextmanager

import pytest
from misbehaving_server import MisbehavingServer
from test_model_faults import MESSAGES

from summarizer.drafts import ReferenceDraft
from summarizer.errors import SummarizerError
from summarizer.llm import Endpoint, Limits, Model
from summarizer.summary import Tokens


class OneByOne:
    """Lets one request out at a time, and notes what it hears."""

    def __init__(self):
        self.place = asyncio.Semaphore(1)
        self.asked_for: list[int] = []
        self.signals = []
        self.inside = 0

    @asynccontextmanager
    async def turn(self, tokens):
        async with self.place:
            self.asked_for.append(tokens)
            self.inside += 1
            try:
                yield
            finally:
                self.inside -= 1

    def told(self, signal):
        assert self.inside == 1
        self.signals.append(signal)


def paced(*script, times=1):
    """What a pace hears while so many questions are asked together."""
    slept_inside = []

    async def ask(url):
        pace = OneByOne()

        async def sleep(_):
            slept_inside.append(pace.inside > 0 and times == 1)

        async def one(model):
            try:
                await model.ask(MESSAGES, draft=ReferenceDraft, parameters={"max_tokens": 500})
            except SummarizerError as error:
                return error
            return None

        async with Model(Endpoint("news-1", url), pace=pace, sleep=sleep) as model:
            await asyncio.gather(*(one(model) for _ in range(times)))
        return pace

    with MisbehavingServer(*script) as server:
        pace = asyncio.run(ask(server.url))
    assert not any(slept_inside)
    assert len(server.requests) == len(pace.signals) == len(pace.asked_for)
    return pace


def test_a_good_answer_is_told_with_its_tokens():
    (signal,) = paced("ok").signals
    assert (signal.busy, signal.status, signal.wait) == (False, 200, None)
    assert signal.tokens == Tokens(input=100, output=20, cached=60)
    assert signal.seconds > 0


def test_a_place_is_asked_for_with_the_tokens_of_question_and_answer():
    (tokens,) = paced("ok").asked_for
    assert 500 < tokens < 600


@pytest.mark.parametrize("fault", ["429", "503", "529", "inner_429"])
def test_a_busy_endpoint_is_told_as_busy_and_the_repeat_takes_its_turn_again(fault):
    busy, good = paced(fault, "ok").signals
    assert (busy.busy, good.busy) == (True, False)
    assert busy.status == int(fault.removeprefix("inner_"))


def test_the_wait_an_endpoint_asks_for_is_told():
    assert paced("429_seconds", "ok").signals[0].wait == 7


@pytest.mark.parametrize(
    ("fault", "status"), [("reset", None), ("html", 200), ("500", 500), ("refusal", 200)]
)
def test_what_is_no_sign_of_too_much_is_not_told_as_busy(fault, status):
    signal = paced(fault, "ok").signals[0]
    assert (signal.busy, signal.status) == (False, status)


def test_questions_asked_together_share_one_pace():
    assert len(paced("ok", times=5).signals) == 5


def test_the_wait_for_a_place_does_not_count_against_the_deadline():
    class Late(OneByOne):
        @asynccontextmanager
        async def turn(self, tokens):
            await asyncio.sleep(2.1)
            async with super().turn(tokens):
                yield

    async def ask(url):
        async with Model(Endpoint("news-1", url), limits=Limits(deadline=2.0), pace=Late()) as model:
            return await model.ask(MESSAGES, draft=ReferenceDraft)

    with MisbehavingServer("ok") as server:
        assert asyncio.run(ask(server.url)).attempts == 1
