"""A question's time, by the clock that nobody sets."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self


class Deadline:
    """So many seconds for what is done inside; a `TimeoutError` ends it. They stand still while it is paused.

    An HTTP timeout is no deadline: a reply that drips outlives it.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._timeout = asyncio.timeout(seconds)

    @property
    def left(self) -> float:
        """Seconds until it is over."""
        when = self._timeout.when()
        return self.seconds if when is None else when - asyncio.get_running_loop().time()

    @property
    def is_over(self) -> bool:
        """Whether a `TimeoutError` that came out of it is its own."""
        return self._timeout.expired()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Stop the clock, while a question waits for its turn and nothing is asked."""
        left = self.left
        self._timeout.reschedule(None)
        try:
            yield
        finally:
            self._timeout.reschedule(asyncio.get_running_loop().time() + left)

    async def __aenter__(self) -> Self:
        await self._timeout.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._timeout.__aexit__(kind, error, trace)
