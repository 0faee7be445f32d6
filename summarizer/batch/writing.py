"""Calls of the store that wait together and are one transaction: one wait for the disk for all."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from summarizer.errors import StoreCorrupt

if TYPE_CHECKING:
    from summarizer.store import Store

P = ParamSpec("P")
Result = TypeVar("Result")
Call = Callable[[], Any]
_MOST = 200
"""Calls in one transaction, so that other processes get their turn."""


class _Group:
    """Makes calls of a store, in the order they come, in one thread.

    The calls that come meanwhile make up the next transaction.
    """

    def __init__(self, together: Callable[[list[Call]], list[Any]], *, own: type[Exception]) -> None:
        """`own` is what one call may raise while the others are all right; all else befalls them too."""
        self._together, self._own = together, own
        self._waiting: list[tuple[Call, asyncio.Future[Any]]] = []
        self._working: asyncio.Task[None] | None = None

    async def __call__(self, call: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Result:
        """Make a call, with others.

        Raises:
            SummarizerError: what the call raises, or what befell the transaction.
        """
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((partial(call, *args, **kwargs), future))
        if self._working is None:
            self._working = asyncio.create_task(self._work())
        return await future

    async def _work(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
                try:
                    results = await asyncio.to_thread(self._made, [call for call, _ in group])
                except Exception as error:  # noqa: BLE001 - handed to each who waits
                    results = [error] * len(group)
                for (_, future), result in zip(group, results, strict=True):
                    _answer(future, result)
        finally:
            self._working = None

    def _made(self, calls: list[Call]) -> list[Any]:
        try:
            return self._together(calls)
        except self._own:
            return _one_by_one(calls, self._own)


class GroupWriter(_Group):
    """Makes calls that write; each returns once what it wrote is on the disk."""

    def __init__(self, store: "Store") -> None:
        super().__init__(store.together, own=ValueError)


class GroupReader(_Group):
    """Makes calls that read."""

    def __init__(self, store: "Store") -> None:
        super().__init__(store.reading_together, own=StoreCorrupt)


def _one_by_one(calls: list[Call], own: type[Exception]) -> list[Any]:
    """What each call gives or raises, each in a transaction of its own."""
    results: list[Any] = []
    for call in calls:
        try:
            results.append(call())
        except own as error:
            results.append(error)
        except Exception as error:  # noqa: BLE001 - what befalls the store befalls all that are still to come
            return results + [error] * (len(calls) - len(results))
    return results


def _answer(future: "asyncio.Future[Any]", result: Any) -> None:
    if future.done():
        return  # nobody waits any more
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
