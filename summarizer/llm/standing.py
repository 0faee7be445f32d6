"""What all questions to one endpoint know together: how to word a request, and whether to go on asking."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from summarizer.drafts import Draft
from summarizer.llm.breaker import Breaker
from summarizer.llm.dialect import Dialect
from summarizer.llm.faults import Complaint
from summarizer.llm.repair import find_draft, is_draft

_PATIENCE = 30.0
"""Seconds for which other questions wait for the first one, at most."""


@dataclass(slots=True)
class Standing:
    """The dialect that an endpoint was found to take, and how it was found.

    Where a refusal names something that was sent, that is changed. Where it names nothing we know and no
    request was taken yet, the likely changes are tried one by one, each once. The first question goes alone,
    so that what it learns is paid for once, however many are asked.
    """

    dialect: Dialect
    breaker: Breaker
    quiet_until: float = 0.0
    """On the monotonic clock: the endpoint asked that nobody asks before."""
    is_taken: bool = False
    """Whether the endpoint has answered a request: what it refuses from then on is no matter of dialect."""
    has_fitted: bool = False
    """Whether an answer was such a draft as was asked for."""
    _base: Dialect | None = None
    _guesses: list[Dialect] | None = None
    _has_guessed: bool = False
    _is_open: bool = False
    _is_first_out: bool = False
    _waiting: list[asyncio.Future[None]] = field(default_factory=list, repr=False)

    @property
    def quiet(self) -> float:
        """Seconds for which nobody should ask."""
        return max(0.0, self.quiet_until - time.monotonic())

    @property
    def is_guessing(self) -> bool:
        """Whether the dialect is one that may turn out to be no better."""
        return self._base is not None

    @property
    def may_guess(self) -> bool:
        """Whether there are changes that nobody has tried."""
        return not self.is_taken and not self._has_guessed

    @asynccontextmanager
    async def alone_at_first(self) -> AsyncIterator[None]:
        """Hold back other questions until one is answered, or what holds it up is no matter of dialect."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while self._is_first_out and not self._is_open:
                    self._waiting.append(asyncio.get_running_loop().create_future())
                    await self._waiting[-1]
        is_first = not self._is_first_out and not self._is_open
        self._is_first_out |= is_first
        try:
            yield
        finally:
            if is_first:
                self._is_first_out = False
                self._wake()

    def open(self) -> None:
        """Let all questions go at once from now on."""
        self._is_open = True
        self._wake()

    def fitted(self) -> None:
        """An answer was such a draft as was asked for."""
        self.has_fitted = True
        self.open()

    def knows_better(self, complaint: Complaint, sent: Mapping[str, Any]) -> bool:
        """Whether a refusal names something that can be changed."""
        return self.dialect.learn(complaint.message, complaint.parameter, sent) is not None

    def learn(
        self, complaint: Complaint, sent: Mapping[str, Any], used: Dialect, *, is_costly: bool = False
    ) -> bool:
        """Whether the same question, worded in what is now the dialect, is worth another request.

        Args:
            complaint: what the endpoint said of the request.
            sent: the request's body.
            used: the dialect it was worded in.
            is_costly: try only the two likeliest changes.
        """
        if self.dialect != used:
            return True  # another question has learnt it meanwhile; the endpoint is not stepped down twice
        newer = used.learn(complaint.message, complaint.parameter, sent)
        if newer is not None:
            self.dialect, self._base = newer, None
            return True
        return self._guess(sent, used, is_costly=is_costly)

    def _guess(self, sent: Mapping[str, Any], used: Dialect, *, is_costly: bool) -> bool:
        if not self.may_guess:
            return False
        if self._guesses is None:
            guesses = list(used.guesses(sent))
            self._guesses = list(dict.fromkeys([guesses[0], guesses[-1]] if is_costly else guesses))
        self._base = self._base or used
        self.dialect = self._guesses.pop(0)
        self._has_guessed = not self._guesses
        return True

    def give_up_guess(self) -> None:
        """Go back to the dialect before the first guess, unless one of them was right."""
        if self._base is not None and not self.is_taken:
            self.dialect = self._base
        self._base = None

    def took(self) -> None:
        """A request was answered."""
        self.is_taken, self._base = True, None

    def met_unfit(self, text: str, draft: type[Draft]) -> None:
        """An answer was no such draft; where it has another shape, and none had it, the schema is ignored."""
        if self.has_fitted or self.dialect.level == "in_words":
            return
        if not is_draft(find_draft(text, draft).text, draft):
            self.dialect = self.dialect.in_words(is_ignored=True)

    def met_blanks(self, used: Dialect) -> bool:
        """Whether a model that the schema let write blanks without end is asked in words next."""
        if used.level != "in_words" and self.dialect == used:
            self.dialect = used.in_words(is_ignored=True)
        return used.level != "in_words"

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for place in waiting:
            if not place.done():
                place.set_result(None)
