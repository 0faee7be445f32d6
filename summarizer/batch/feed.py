"""Where jobs come from: an iterator that may block, read a few ahead in a thread of its own."""

import asyncio
import threading
from collections.abc import Iterable

from summarizer.batch.outcomes import Job
from summarizer.reading import NotRead

Read = Job | NotRead


class Feed:
    """Jobs for an event loop, as many read ahead as there is room for and no more.

    The thread is a daemon: one that waits for standard input would else keep the process from ending.
    """

    def __init__(self, jobs: Iterable[Read], *, ahead: int) -> None:
        self._jobs = jobs
        self._room = threading.Semaphore(ahead)
        self._read: asyncio.Queue[Read | BaseException | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._closed = False
        threading.Thread(target=self._run, name="batch sources", daemon=True).start()

    async def next(self) -> Read | None:
        """The next job; None at the end, or once the feed is closed.

        Raises:
            BaseException: what the iterator raised.
        """
        found = None if self._closed else await self._read.get()
        if found is None or self._closed:
            self.close()
            return None
        if isinstance(found, BaseException):
            self.close()
            raise found
        self._room.release()
        return found

    def close(self) -> None:
        """Give out no more, and let everybody who waits for a job know."""
        self._closed = True
        self._room.release()
        self._read.put_nowait(None)

    def _run(self) -> None:
        last: BaseException | None = None
        try:
            for job in self._jobs:
                self._room.acquire()
                if self._closed:
                    break
                self._hand_over(job)
        except BaseException as error:  # noqa: BLE001 - whoever waits for the next job has to hear of it
            last = error
        self._hand_over(last)

    def _hand_over(self, what: Read | BaseException | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._read.put_nowait, what)
        except RuntimeError:
            self._closed = True  # the loop has ended; nobody waits any more
