"""From sync code into async code, also where an event loop runs already, as in Jupyter."""

import asyncio
import contextvars
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run `coroutine` to its end and return what it returns.

    Inside a running event loop it runs in a thread with a loop of its own, and the running loop stands still
    meanwhile. An interrupt cancels it, lets it clean up, and propagates.
    """
    if not _inside_a_loop():
        return asyncio.run(coroutine)
    started: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[T]]] = []

    async def main() -> T:
        task = asyncio.ensure_future(coroutine)
        started.append((asyncio.get_running_loop(), task))
        return await task

    with ThreadPoolExecutor(max_workers=1) as thread:
        future = thread.submit(contextvars.copy_context().run, asyncio.run, main())
        try:
            return future.result()
        except BaseException:
            for loop, task in started:
                if not future.done():
                    loop.call_soon_threadsafe(task.cancel)
            raise


def _inside_a_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
