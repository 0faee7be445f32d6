"""Each fault of an endpoint: what the model does, how often it asks, what it says."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import base64
import logging
import math
import time
from typing import Any

import pytest
from misbehaving_server import MisbehavingServer

from summarizer import errors
from summarizer.drafts import ReferenceDraft
from summarizer.llm import Endpoint, Limits, Model
from summarizer.prompts import Message

KEY = "sk-SENTINEL/+key?0123456789"
MESSAGES: list[Message] = [
    {"role": "system", "content": "Summarise."},
    {"role": "user", "content": "Talks go on. {{ 7 * 7 }} {% raise %}"},
]


class Asked:
    """A question put to a misbehaving server: what came of it, and what reached the server."""

    def __init__(self, *script, parameters=None, limits=None, times=1):
        self.waits: list[float] = []
        self.answer: Any = None
        self.error: Any = None
        with MisbehavingServer(*script) as server:
            asyncio.run(self._ask(server.url, parameters or {}, limits or Limits(), times))
        self.requests, self.headers = server.requests, server.headers

    async def _ask(self, url, parameters, limits, times):
        async with Model(Endpoint("news-1", url, KEY), limits=limits, sleep=self._sleep) as model:
            for _ in range(times):
                try:
                    self.answer = await model.ask(MESSAGES, draft=ReferenceDraft, parameters=parameters)
                except errors.SummarizerError as error:
                    self.error = error

    async def _sleep(self, seconds):
        self.waits.append(seconds)


@pytest.mark.parametrize(
    ("fault", "error", "requests"),
    [
        ("429", "RateLimited", 8),
        ("429_long", "RateLimited", 1),
        ("429_date", "RateLimited", 1),
        ("quota", "QuotaExhausted", 1),
        ("500", "EndpointUnreachable", 4),
        ("502", "EndpointUnreachable", 4),
        ("503", "EndpointUnreachable", 4),
        ("529", "EndpointUnreachable", 4),
        ("401", "KeyRefused", 1),
        ("403", "KeyRefused", 1),
        ("404", "UnknownModel", 1),
        ("model_not_found", "UnknownModel", 1),
        ("400", "RequestRefused", 4),
        ("418", "RequestRefused", 1),
        ("cap_too_high", "RequestRefused", 4),
        ("context", "ContextExceeded", 1),
        ("context_llama", "ContextExceeded", 1),
        ("redirect", "Redirected", 1),
        ("html", "EndpointUnreachable", 2),
        ("html_as_json", "EndpointUnreachable", 2),
        ("half_json", "EndpointUnreachable", 2),
        ("deep_json", "EndpointUnreachable", 2),
        ("array", "EndpointUnreachable", 2),
        ("null_choices", "ReplyEmpty", 2),
        ("no_choices", "ReplyEmpty", 2),
        ("strange_choices", "ReplyEmpty", 2),
        ("inner_429", "RateLimited", 8),
        ("inner_context", "ContextExceeded", 1),
        ("inner_unknown", "EndpointUnreachable", 4),
        ("length", "ReplyTruncated", 1),
        ("filter", "ReplyRefused", 1),
        ("refusal", "ReplyRefused", 1),
        ("empty", "ReplyEmpty", 2),
        ("null", "ReplyEmpty", 2),
        ("parts", "ReplyEmpty", 2),
        ("two_objects", "ReplyInvalid", 2),
        ("double_key", "ReplyInvalid", 2),
        ("nan", "ReplyInvalid", 2),
        ("nul", "ReplyInvalid", 2),
        ("wrong_shape", "ReplyInvalid", 2),
        ("unfit_items", "ReplyInvalid", 2),
        ("two_objects_in_a_list", "ReplyInvalid", 2),
        ("two_fences", "ReplyInvalid", 2),
        ("only_a_thought", "ReplyInvalid", 2),
        ("thought_without_end", "ReplyInvalid", 2),
        ("only_analysis", "ReplyInvalid", 2),
        ("thought_apart_alone", "ReplyEmpty", 2),
        ("finish_error", "EndpointUnreachable", 4),
        ("finish_abort", "EndpointUnreachable", 4),
        ("choice_error", "EndpointUnreachable", 4),
        ("choice_error_400", "EndpointUnreachable", 4),
        ("stream_broken", "EndpointUnreachable", 4),
        ("length_by_another_name", "ReplyTruncated", 1),
        ("filter_by_another_name", "ReplyRefused", 1),
        ("refusal_part", "ReplyRefused", 1),
        ("long_number", "ReplyInvalid", 1),
        ("bad_gzip", "EndpointUnreachable", 2),
        ("short", "EndpointUnreachable", 2),
        ("reset", "EndpointUnreachable", 2),
    ],
)
def test_a_fault_that_lasts_ends_in_its_error_after_so_many_requests(fault, error, requests, capfd):
    asked = Asked(fault)
    assert (type(asked.error).__name__, len(asked.requests)) == (error, requests)
    _assert_fit_to_show(str(asked.error))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "fault",
    [
        "429",
        "503",
        "html",
        "empty",
        "short",
        "reset",
        "inner_429",
        "wrong_shape",
        "unfit_items",
        "double_key",
    ],
)
def test_a_fault_that_passes_leaves_a_good_answer(fault):
    asked = Asked(fault, "ok")
    assert asked.answer is not None
    assert asked.answer.draft.headline == "Talks go on"
    assert asked.answer.attempts == len(asked.requests) == 2


def _assert_fit_to_show(message):
    assert message.isprintable()
    assert len(message) < 500
    for spelling in (KEY, base64.b64encode(KEY.encode()).decode().rstrip("="), "sk-SENTINEL%2F%2Bkey%3F"):
        assert spelling not in message


@pytest.mark.parametrize(("fault", "wait"), [("429_ms", 1.5), ("429_seconds", 7.0)])
def test_a_sane_wait_is_honoured(fault, wait):
    assert Asked(fault, "ok").waits == [wait]


@pytest.mark.parametrize("fault", ["429_past", "429_zero", "429_negative", "429_nonsense", "429"])
def test_a_senseless_wait_becomes_a_backoff(fault):
    (wait,) = Asked(fault, "ok").waits
    assert 0.25 <= wait <= 0.5


def test_a_wait_that_outlasts_the_deadline_is_not_begun():
    asked = Asked("429_seconds", limits=Limits(deadline=5))
    assert isinstance(asked.error, errors.RateLimited)
    assert asked.error.seconds == 7
    assert asked.waits == []


def test_all_retries_together_wait_a_few_seconds():
    waited = math.fsum(Asked("503").waits)
    assert waited <= 3.5


def test_a_dripped_body_does_not_outlive_the_deadline():
    started = time.monotonic()
    asked = Asked("drip", limits=Limits(deadline=0.4))
    assert isinstance(asked.error, errors.DeadlineExceeded)
    assert "0.4 seconds" in str(asked.error)
    assert time.monotonic() - started < 2


def test_a_stalled_read_is_tried_once_more():
    asked = Asked("stall", limits=Limits(read=0.2))
    assert isinstance(asked.error, errors.EndpointUnreachable)
    assert len(asked.requests) == 2


@pytest.mark.parametrize("fault", ["large", "bomb"])
def test_a_reply_over_the_cap_is_dropped_while_it_is_read(fault):
    asked = Asked(fault, limits=Limits(reply_bytes=1 << 20))
    assert isinstance(asked.error, errors.ReplyTooLarge)
    assert len(asked.requests) == 1


def test_a_truncated_answer_is_asked_for_once_more_with_twice_the_cap():
    asked = Asked("length", parameters={"max_tokens": 100})
    assert isinstance(asked.error, errors.ReplyTruncated)
    assert [request["max_tokens"] for request in asked.requests] == [100, 200]


def test_an_endpoint_that_refuses_the_higher_cap_leaves_the_answer_truncated():
    asked = Asked("length", "cap_too_high", parameters={"max_tokens": 100})
    assert isinstance(asked.error, errors.ReplyTruncated)


def test_the_key_goes_into_the_header_and_nowhere_else():
    asked = Asked("ok")
    assert asked.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(asked.requests)
    assert KEY not in repr(Endpoint("news-1", None, KEY))


def test_a_log_at_its_most_talkative_does_not_hold_the_key(caplog):
    with caplog.at_level(logging.DEBUG):
        Asked("401")
    assert KEY not in caplog.text


def test_nobody_listening_is_said_within_seconds_and_without_much_trying():
    with MisbehavingServer("ok") as server:
        url = server.url
    waits = []

    async def sleep(seconds):
        waits.append(seconds)

    async def ask():
        async with Model(Endpoint("news-1", url), sleep=sleep) as model:
            await model.ask(MESSAGES, draft=ReferenceDraft)

    with pytest.raises(errors.EndpointUnreachable, match=url):
        asyncio.run(ask())
    assert len(waits) == 1


@pytest.mark.parametrize(
    ("endpoint", "error"),
    [
        (Endpoint("gpt"), errors.KeyRefused),
        (Endpoint("gpt", None, "sk-with-line-break\n"), errors.KeyRefused),
        (Endpoint("gpt", "localhost:8080"), errors.UsageError),
        (Endpoint("gpt", "file:///etc/passwd"), errors.UsageError),
    ],
)
def test_an_endpoint_that_cannot_work_is_refused_before_anything_is_sent(endpoint, error):
    with pytest.raises(error) as raised:
        asyncio.run(Model(endpoint).ask(MESSAGES, draft=ReferenceDraft))
    assert "sk-with" not in str(raised.value)


@pytest.mark.parametrize(
    ("fault", "billed"), [("reset", 1), ("short", 1), ("429", 0), ("503", 0), ("html", 0)]
)
def test_a_request_that_broke_off_after_it_was_sent_is_counted_as_possibly_billed(fault, billed):
    assert Asked(fault, "ok").answer.possibly_billed == billed


def test_whatever_can_be_resumed_or_set_right_stops_a_run_and_a_reply_of_no_use_does_not():
    def tree(root):
        return [root, *(kind for branch in root.__subclasses__() for kind in tree(branch))]

    assert all(
        kind.stops_the_run for root in (errors.Stopped, errors.ConfigurationError) for kind in tree(root)
    )
    assert not any(kind.stops_the_run for kind in tree(errors.ReplyError))
