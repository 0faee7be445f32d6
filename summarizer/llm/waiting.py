"""How long to wait before asking again."""

import math
import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from summarizer.llm.endpoint import Limits

MOST = 30 * 86_400.0
"""Seconds; nobody means more."""
_LONG = 120.0
"""Seconds from which on a time of day says more."""


def asked_for(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """The seconds that `retry-after-ms` or `retry-after` asks for, or None if they make no sense.

    A time in the past, zero, a negative number and anything that is no time make no sense; more than 30 days
    count as 30. A time of day is held against the endpoint's own clock (`date`), where it sends one: this
    machine's may be wrong.
    """
    today = now or _moment(headers.get("date")) or datetime.now(UTC)
    for seconds in (
        _number(headers.get("retry-after-ms"), 1000),
        _number(headers.get("retry-after"), 1),
        _until(headers.get("retry-after"), today),
    ):
        if seconds is not None and math.isfinite(seconds) and seconds > 0:
            return min(seconds, MOST)
    return None


def in_words(seconds: float | None, *, now: datetime | None = None) -> str:
    """A wait as a message says it; of a long one, when it is over, by this machine's clock."""
    if seconds is None:
        return "a while"
    if seconds < _LONG:
        return f"{seconds:.0f} seconds"
    over = (now or datetime.now(UTC)).astimezone() + timedelta(seconds=math.ceil(seconds))
    return f"until {over:%Y-%m-%d %H:%M:%S %z}"


def backoff(retries: int, limits: Limits) -> float:
    """Seconds to wait before retry `retries` (from 1): doubling, capped, between half and whole."""
    longest = min(limits.backoff_cap, limits.backoff * 2.0 ** (retries - 1))
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 - keeps callers apart, hides nothing


def _number(text: str | None, per_second: int) -> float | None:
    try:
        return float(text) / per_second if text else None
    except ValueError:
        return None


def _until(text: str | None, now: datetime) -> float | None:
    moment = _moment(text)
    return None if moment is None else moment.timestamp() - now.timestamp()


def _moment(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
