"""Who may send when: as many requests at a time as the endpoint bears, and as many a minute as it allows."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from summarizer.llm import allowance
from summarizer.llm.pace import Signal
from summarizer.llm.ratelimit_headers import pause_in

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]

_START = 16
"""Places to begin with. They double in each round trip, so that a hundred are reached in the third."""
_LONGEST_PAUSE = 120.0
"""Seconds; an endpoint that asks for a longer one is not waited for but ends the run."""
_MINUTE = 60.0
_ERRORS = 400
"""From this status on nothing was answered, and nothing is billed."""
_BURST = 1.0
"""Seconds of an allowance that may be used at once."""


class Bucket:
    """So much a minute, evenly; what is taken beyond that is paid for by waiting."""

    def __init__(self, per_minute: float, clock: Clock) -> None:
        """Full at first."""
        self._rate, self._clock = per_minute / _MINUTE, clock
        self._burst = max(1.0, self._rate * _BURST)
        self._level, self._at = self._burst, clock()

    def take(self, amount: float) -> float:
        """Take so much; the seconds to wait before it may be used. Those who come first wait least."""
        now = self._clock()
        self._level = min(self._burst, self._level + (now - self._at) * self._rate) - amount
        self._at = now
        # A request of more than a full bucket would else never leave.
        missing = min(amount, self._burst) - (self._level + amount)
        return max(0.0, missing / self._rate)


class Limiter:
    """The pace of a run, for all its requests together.

    The number of requests under way grows with each answer until the endpoint says that it is busy; then it
    is halved, once for all that were under way together, and grows by one in each round trip from then on
    (additive increase, multiplicative decrease: Chiu and Jain 1989; the quick start is TCP's, RFC 5681).
    Where the endpoint tells how much is left of what it allows, it is not asked for more.
    """

    def __init__(
        self,
        most: int,
        *,
        rpm: int | None = None,
        tpm: int | None = None,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Begin at a moderate pace.

        Args:
            most: requests under way at a time.
            rpm: requests a minute; None means no bound.
            tpm: tokens a minute, in and out, by estimate.
            clock: seconds that never jump.
            sleep: how to wait.
        """
        self.most = most
        self._width = float(min(most, _START))
        self._quick = True
        self._clock, self._sleep = clock, sleep
        self._requests = Bucket(rpm, clock) if rpm else None
        self._tokens = Bucket(tpm, clock) if tpm else None
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._quiet_until = self._halved = clock()

    @property
    def width(self) -> int:
        """How many requests may be under way now."""
        return max(1, int(self._width))

    def turn(self, tokens: int) -> AbstractAsyncContextManager[None]:
        """Hold one of the places for a request of about so many tokens; first come, first served."""
        return self._turn(tokens)

    @asynccontextmanager
    async def _turn(self, tokens: int) -> AsyncIterator[None]:
        paid = allowance.current.get()
        if paid is not None:
            paid.take(tokens)
        await self._enter()
        try:
            await self._wait_for_room(tokens)
            yield
        finally:
            self._inside -= 1
            self._let_in()

    def told(self, signal: Signal) -> None:
        """Go on faster, or slower, by what came of a request."""
        now = self._clock()
        paid = allowance.current.get()
        if paid is not None and signal.status is not None and signal.status >= _ERRORS:
            paid.give_back()
        if signal.busy:
            self._slow_down(now, began=now - signal.seconds)
        elif signal.status is not None:
            self._speed_up()
        pause = signal.wait if signal.busy and signal.wait is not None else pause_in(signal.limits)
        if pause:
            self._quiet_until = max(self._quiet_until, now + min(pause, _LONGEST_PAUSE))

    def _slow_down(self, now: float, *, began: float) -> None:
        if began < self._halved:
            return  # it left before the last halving and tells nothing new
        self._halved, self._quick = now, False
        self._width = max(1.0, self._width / 2)

    def _speed_up(self) -> None:
        # Answers while places stand empty do not show that more would be borne.
        if self._inside >= self.width or self._waiting:
            step = 1.0 if self._quick else 1.0 / self._width
            self._width = min(float(self.most), self._width + step)
            self._let_in()

    async def _enter(self) -> None:
        if self._inside < self.width and not self._waiting:
            self._inside += 1
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():  # the place had been given already
                self._inside -= 1
                self._let_in()
            raise

    def _let_in(self) -> None:
        while self._waiting and self._inside < self.width:
            place = self._waiting.popleft()
            if not place.done():
                self._inside += 1
                place.set_result(None)

    async def _wait_for_room(self, tokens: int) -> None:
        waits = [
            bucket.take(amount)
            for bucket, amount in ((self._requests, 1), (self._tokens, tokens))
            if bucket is not None
        ]
        wait = max(waits, default=0.0)
        if wait > 0:
            await self._sleep(wait)
        while (wait := self._quiet_until - self._clock()) > 0:
            await self._sleep(wait)
