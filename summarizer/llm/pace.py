"""Who may send when: what an engine that asks about many articles at once puts around each request."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from summarizer.summary import Tokens


@dataclass(frozen=True, slots=True)
class Signal:
    """What an endpoint showed of how busy it is."""

    busy: bool
    """It said so: 429, 503, 529 or the like, also as an error under status 200."""
    status: int | None
    """HTTP status, or the one that an error under status 200 should have had; None if no reply came."""
    wait: float | None
    """Seconds the endpoint asked for."""
    limits: Mapping[str, str]
    """Its x-ratelimit-* and ratelimit-* headers, names in lower case."""
    tokens: Tokens
    """As it counted them; zero where it did not."""
    seconds: float
    """From the request's leaving to its end."""


class Pace(Protocol):
    """Who may send when, over all questions of a run."""

    def turn(self, tokens: int) -> AbstractAsyncContextManager[None]:
        """Hold one of the places for a request of about so many tokens; repeats take their turn again."""

    def told(self, signal: Signal) -> None:
        """What came of a request that had its turn."""


class Unpaced:
    """Everybody may send at once."""

    def turn(self, tokens: int) -> AbstractAsyncContextManager[None]:
        """No wait."""
        del tokens
        return nullcontext()

    def told(self, signal: Signal) -> None:
        """Nothing depends on it."""


def limits_in(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that speak of rate limits, names in lower case."""
    named = {name.lower(): value for name, value in headers.items()}
    return {name: value for name, value in named.items() if name.startswith(("x-ratelimit-", "ratelimit"))}
