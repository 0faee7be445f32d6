"""How long to wait before asking again."""

import math
import random
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from summarizer.llm.endpoint import Limits


def asked_for(headers: Mapping[str, str], *, now: datetime | None = None) -> float | None:
    """The seconds that `retry-after-ms` or `retry-after` asks for, or None if they make no sense.

    A time in the past, zero, a negative number and anything that is no time make no sense.
    """
    for seconds in (
        _number(headers.get("retry-after-ms"), 1000),
        _number(headers.get("retry-after"), 1),
        _until(headers.get("retry-after"), now or datetime.now(UTC)),
    ):
        if seconds is not None and math.isfinite(seconds) and seconds > 0:
            return seconds
    return None


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
    try:
        moment = parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now.timestamp()
