# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

from datetime import UTC, datetime

import pytest

from summarizer.llm import Limits
from summarizer.llm.waiting import asked_for, backoff, in_words

NOW = datetime(2024, 11, 13, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "3"}, 0.25),
        ({"retry-after-ms": "-1", "retry-after": "3"}, 3.0),
        ({"retry-after": "Wed, 13 Nov 2024 12:00:10 GMT"}, 10.0),
        ({"retry-after": "Wed, 13 Nov 2024 13:00:10 +0100"}, 10.0),
        ({"retry-after": "Wed, 13 Nov 2024 11:59:59 GMT"}, None),
        ({"retry-after": "Wed, 99 Nov 2024 11:59:59 GMT"}, None),
        ({"retry-after": "9" * 12}, 30 * 86_400),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 30 * 86_400),
        ({"retry-after": "0"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "1e999"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_a_wait_is_read_where_it_makes_sense(headers, seconds):
    assert asked_for(headers, now=NOW) == seconds


def test_backoff_doubles_up_to_its_cap():
    limits = Limits(backoff=1, backoff_cap=8)
    for retries, longest in enumerate([1, 2, 4, 8, 8, 8], start=1):
        assert longest / 2 <= backoff(retries, limits) <= longest


def test_backoff_has_no_limit_it_breaks_at():
    assert backoff(900, Limits()) <= 8


def test_a_time_of_day_is_held_against_the_endpoint_s_own_clock():
    headers = {"date": "Sun, 13 Nov 2044 12:00:00 GMT", "retry-after": "Sun, 13 Nov 2044 12:00:09 GMT"}
    assert asked_for(headers) == 9


def test_a_long_wait_says_when_it_is_over():
    assert in_words(7, now=NOW) == "7 seconds"
    assert in_words(None, now=NOW) == "a while"
    assert in_words(86_400, now=NOW).startswith("until 2024-11-14 ")
