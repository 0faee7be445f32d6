"""Writes to the store that wait together and are committed together: one wait for the disk for all."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from summarizer.store import Store

P = ParamSpec("P")
Result = TypeVar("Result")
_MOST = 200
"""Writes in one transaction, so that other processes get their turn."""


class GroupWriter:
    """Makes calls of a store, in the order they come; each returns once what it wrote is on the disk.

    One thread writes. The calls that come meanwhile make up the next transaction.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def __call__(self, call: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Result:
        """Make a call that writes, with others.

        Raises:
            SummarizerError: what the call raises, or what befell the transaction.
        """
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((partial(call, *args, **kwargs), future))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await future

    async def _write(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
                try:
                    results = await asyncio.to_thread(self._commit, [call for call, _ in group])
                except Exception as error:  # noqa: BLE001 - handed to each who waits
                    results = [error] * len(group)
                for (_, future), result in zip(group, results, strict=True):
                    _answer(future, result)
        finally:
            self._writing = None

    def _commit(self, calls: Sequence[Callable[[], Any]]) -> list[Any]:
        try:
            return self._store.together(calls)
        except ValueError:  # of one call alone, which undid the others too
            return _one_by_one(calls)


def _one_by_one(calls: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each call gives or raises, each committed by itself."""
    results: list[Any] = []
    for call in calls:
        try:
            results.append(call())
        except ValueError as error:
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
