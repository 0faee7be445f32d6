"""Attempts that the store knows of: claimed before the request leaves, settled or failed whatever happens."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from anyio import CancelScope

from summarizer.errors import ArticleClaimed, BudgetSpent, Interrupted, SummarizerError, UsageError
from summarizer.llm import Endpoint, Meter, Model, Price

if TYPE_CHECKING:
    from summarizer.store import Begun, Failure, Known, Left, Sending, Store, Taken

P = ParamSpec("P")
Result = TypeVar("Result")


class Write(Protocol):
    """How a call that writes to the store is made; what it wrote is on the disk once this returns."""

    async def __call__(self, call: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Result:
        """Make it."""


@dataclass(frozen=True, slots=True)
class Run:
    """What many requests together may cost; what is spent under one name counts over all processes.

    `requests` is how many are paid for beforehand for one article, its parts and repeats together.
    """

    name: str
    budget_usd: Decimal | None = None
    budget_tokens: int | None = None
    requests: int = 1

    @property
    def is_bounded(self) -> bool:
        """Whether there is a budget at all."""
        return self.budget_usd is not None or self.budget_tokens is not None


@dataclass(frozen=True, slots=True)
class Attempts:
    """Claims attempts of one model in a store, and notes what becomes of them."""

    store: "Store"
    model: Model
    meter: Meter
    write: Write

    async def claim(self, sending: "Sending") -> "int | Known":
        """Return the attempt that was granted, or the summary that is there already.

        Raises:
            ArticleClaimed: if another process is at it.
            BudgetSpent: if the run cannot afford it.
        """
        from summarizer.store import Known

        claim = await _taken_on(self.write(self.store.claim, sending), self.stopped)
        return claim if isinstance(claim, Known) else _granted(claim)

    async def begin(self, sending: "Sending") -> int:
        """Return an attempt, whoever else is at it."""
        return await whole(self.write(self.store.begin, sending))

    async def noted(self, attempt: int, asking: Awaitable[Result]) -> Result:
        """Return what the model gives; what it ends in otherwise is noted."""
        try:
            return await asking
        except SummarizerError as error:
            await self.failed(attempt, error)
            raise
        except asyncio.CancelledError:
            await self.stopped(attempt)
            raise

    async def failed(self, attempt: int, error: SummarizerError) -> None:
        """Note that an attempt gave nothing."""
        with suppress(SummarizerError):  # the first error is the one to tell; the attempt will count as lost
            await self.write(self.store.fail, attempt, _failure(error, self.meter, self.model))

    async def stopped(self, attempt: int) -> None:
        """Note that nobody waited for what an attempt gives."""
        with CancelScope(shield=True):
            await self.failed(attempt, Interrupted("stopped before the model had answered"))


def price_of(endpoint: Endpoint) -> Price:
    """What a model's tokens cost, for a budget in dollars.

    Raises:
        UsageError: if nobody says.
    """
    price = endpoint.known_price
    if price is None:
        raise UsageError(
            f"nobody says what {endpoint.model} costs, so a budget in dollars cannot be kept; "
            "give its price with --price, such as 0.15/0.60"
        )
    return price


def _granted(claim: "Begun | Taken | Left") -> int:
    from summarizer.store import Left, Taken

    if isinstance(claim, Taken):
        raise ArticleClaimed(
            f"process {claim.owner} is making this summary, until {claim.until:%H:%M:%S} UTC at the latest; "
            "try again when it is done",
            until=claim.until,
        )
    if isinstance(claim, Left):
        left = [f"${claim.usd:.6f}"] if claim.usd is not None else []
        left += [f"{claim.tokens:,} tokens"] if claim.tokens is not None else []
        raise BudgetSpent(
            f"{' and '.join(left)} of the budget are left, which one more request may exceed; "
            "go on with a higher one",
            usd=claim.usd,
            tokens=claim.tokens,
        )
    return claim.attempt


async def whole(writing: Awaitable[Result]) -> Result:
    """What a write gives; whoever is cancelled meanwhile still waits for its end.

    A cancel scope of anyio's cancels again at each `await`, therefore the shield.
    """
    task = asyncio.ensure_future(writing)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        with CancelScope(shield=True):
            await asyncio.wait({task})
        raise


async def _taken_on(claiming: Awaitable[Result], give_back: Callable[[int], Awaitable[None]]) -> Result:
    """What a claim gives; one that is granted to somebody who is cancelled meanwhile is given back."""
    from summarizer.store import Begun

    task = asyncio.ensure_future(claiming)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        with suppress(SummarizerError), CancelScope(shield=True):
            granted = await task
            if isinstance(granted, Begun):
                await give_back(granted.attempt)
        raise


def _failure(error: SummarizerError, meter: Meter, model: Model) -> "Failure":
    from summarizer.store import Failure

    # Where an answer broke off, or was not waited for, nobody counted its tokens.
    unknown = meter.possibly_billed or (isinstance(error, Interrupted) and meter.attempts > 0)
    price = None if unknown else model.endpoint.known_price
    return Failure(
        type(error).__name__,
        str(error),
        retriable=error.retriable,
        stopped=error.stops_the_run,
        sends=meter.attempts,
        tokens=None if unknown else meter.tokens,
        cost_usd=price.cost(meter.tokens) if price else None,
    )
