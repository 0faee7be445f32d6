"""When one question after another fails, the run stops instead of asking on."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio

import pytest
from misbehaving_server import MisbehavingServer
from test_model_faults import MESSAGES

from summarizer.drafts import ReferenceDraft
from summarizer.errors import SummarizerError
from summarizer.llm import Endpoint, Limits, Model, breaker


def ended(*script, questions, together=False, limits=None, **server):
    """How each question ended, and how many requests reached the server."""

    async def ask(url):
        async def sleep(_):
            await asyncio.sleep(0)

        async def one(model):
            try:
                await model.ask(MESSAGES, draft=ReferenceDraft)
            except SummarizerError as error:
                return type(error).__name__
            return "answer"

        async with Model(Endpoint("news-1", url), limits=limits, sleep=sleep) as model:
            if together:
                return await asyncio.gather(*(one(model) for _ in range(questions)))
            return [await one(model) for _ in range(questions)]

    with MisbehavingServer(*script, **server) as misbehaving:
        outcome = asyncio.run(ask(misbehaving.url))
    return outcome, misbehaving.count


@pytest.mark.parametrize(
    ("fault", "outcome", "requests"),
    [
        ("503", ["EndpointUnreachable", "EndpointDown", "EndpointDown"], 8),
        ("html", ["EndpointUnreachable", "EndpointDown", "EndpointDown"], 3),
        ("400", ["RequestRefused"] * 9 + ["EveryRequestRefused"], 13),
    ],
)
def test_too_many_faults_in_a_row_end_the_run_and_nothing_more_is_sent(fault, outcome, requests):
    assert ended(fault, questions=len(outcome)) == (outcome, requests)


def test_an_answer_in_between_begins_the_count_anew():
    script = ["503"] * 7 + ["ok"] + ["503"] * 4
    outcome, _ = ended(*script, questions=3)
    assert outcome == ["EndpointUnreachable", "answer", "EndpointUnreachable"]


def test_refusals_in_other_words_are_no_row():
    script = ["400"] * 3 + ["400", "418"] * 10
    outcome, requests = ended(*script, questions=20)
    assert (set(outcome), requests) == ({"RequestRefused"}, 23)


def test_a_short_disturbance_of_many_at_once_stops_nothing():
    outcome, _ = ended(*["503"] * 30, "ok", questions=30, together=True)
    assert set(outcome) == {"answer"}


def test_a_lasting_one_of_many_at_once_fails_no_article_before_the_run_stops():
    outcome, requests = ended("503", questions=30, together=True)
    assert set(outcome) == {"EndpointDown"}
    assert requests <= 120


def test_three_questions_in_a_row_without_an_answer_in_time_end_the_run():
    outcome, requests = ended("stall", questions=4, limits=Limits(deadline=1.0))
    assert outcome == ["DeadlineExceeded", "DeadlineExceeded", "EndpointDown", "EndpointDown"]
    assert requests == 3


def test_an_endpoint_that_was_given_up_is_tried_again_after_a_rest(monkeypatch):
    monkeypatch.setattr(breaker, "REST", 0.0)
    outcome, _ = ended(*["html"] * 3, "ok", questions=3)
    assert outcome == ["EndpointUnreachable", "EndpointDown", "answer"]
