"""A run over many articles: so many at a time, each once, and an end that leaves nothing half done."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress

from anyio import CancelScope

from summarizer.batch.collector import seldom_collecting
from summarizer.batch.feed import Feed, Read
from summarizer.batch.outcomes import Done, Failed, Job, Outcome, Work
from summarizer.errors import (
    ArticleClaimed,
    BudgetSpent,
    DeadlineReached,
    NotStored,
    SummarizerError,
    Unforeseen,
)

Take = Callable[[], Awaitable[Read | None]]
"""Gives the next job, or None at the end."""
_FIRST_LOOK, _LONGEST_LOOK = 0.2, 5.0
"""Seconds between two looks at articles that another process has in hand."""


class Run:
    """Works on the articles of an iterator, and gives what came of each as it comes.

    An article in hand is not begun a second time. One that another process has in hand is looked at again at
    the end. One that there is no money for waits until others are settled. What stops the run is raised once
    all that is in hand has ended.
    """

    def __init__(
        self,
        jobs: Iterable[Read],
        work: Work,
        *,
        width: int,
        seconds: float | None = None,
        closing: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Prepare, in the event loop that the run goes on in; nothing is read or done yet.

        Args:
            jobs: the articles, read when there is room for them.
            work: what is done for each.
            width: how many are in hand at a time.
            seconds: after which no new one is begun; None means no end.
            closing: is awaited at the end.
        """
        self.loop = asyncio.get_running_loop()
        self._closing = closing
        self._jobs, self._work, self._width, self._seconds = jobs, work, width, seconds
        self._out: asyncio.Queue[Outcome | None] = asyncio.Queue()
        self._room = asyncio.Semaphore(4 * width)  # outcomes that nobody has taken yet
        self._feed: Feed | None = None
        self._task: asyncio.Task[None] | None = None
        self._error: Exception | None = None
        self._stopping = asyncio.Event()
        self._asking: set[asyncio.Task[Outcome]] = set()
        self._parked: deque[tuple[int, asyncio.Future[None]]] = deque()  # with how many had ended by then
        self._ended = 0
        self._in_hand: set[str] = set()
        self._later: list[Job] = []

    async def some(self) -> list[Outcome]:
        """What has come since the last call, one at least; empty at the end.

        Raises:
            SummarizerError: what stopped the run, after the last outcome.
        """
        if self._task is None:
            self._task = asyncio.create_task(self._all())
        found = [await self._out.get()]
        while not self._out.empty():
            found.append(self._out.get_nowait())
        came = [one for one in found if one is not None]
        for _ in came:
            self._room.release()
        if len(came) < len(found):
            self._out.put_nowait(None)  # for the next call
            if not came:
                await self._task
                if self._error is not None:
                    raise self._error
        return came

    def stop(self, error: Exception, *, grace: float | None = None) -> None:
        """Begin no more articles, let those in hand end, and then raise `error` from `some`.

        Args:
            error: why.
            grace: seconds after which those still in hand are given up; they count as not done. None waits.
        """
        if self._error is None:
            self._error = error
        self._stopping.set()
        if self._feed is not None:
            self._feed.close()
        self._wake(len(self._parked))
        if grace is not None:
            self.loop.call_later(grace, self._give_up)

    async def aclose(self) -> None:
        """End now; what is in hand counts as not done. It ends so, too, where the caller is cancelled."""
        self._stopping.set()
        if self._feed is not None:
            self._feed.close()
        if self._task is None:
            if self._closing is not None:
                await self._closing()
        elif not self._task.done():
            self._task.cancel()
            with CancelScope(shield=True):
                await asyncio.gather(self._task, return_exceptions=True)

    async def _all(self) -> None:
        feed = self._feed = Feed(self._jobs, ahead=self._width)
        ends = self._deadline()
        try:
            with seldom_collecting():
                await self._share(feed.next, self._width)
                await self._look_again()
        finally:
            if ends is not None:
                ends.cancel()
            feed.close()
            if self._closing is not None:
                await self._closing()
            self._out.put_nowait(None)

    def _deadline(self) -> asyncio.TimerHandle | None:
        if self._seconds is None:
            return None
        late = DeadlineReached("the time given to the run is over; run the same command again to go on")
        return self.loop.call_later(self._seconds, self.stop, late)

    async def _look_again(self) -> None:
        """Work on what was in somebody's hand before, until it is in nobody's."""
        wait = _FIRST_LOOK
        while self._later and not self._stopping.is_set():
            jobs, self._later = deque(self._later), []
            left = len(jobs)

            async def take(jobs: deque[Job] = jobs) -> Job | None:
                return jobs.popleft() if jobs else None

            await self._share(take, min(self._width, left))
            if len(self._later) == left:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), wait)
                wait = min(2 * wait, _LONGEST_LOOK)

    async def _share(self, take: Take, width: int) -> None:
        """Have `width` workers take jobs until there are none, or the run is to stop."""

        async def work() -> None:
            try:
                while not self._stopping.is_set() and (job := await take()) is not None:
                    await self._settle(job)
            except Exception as error:  # noqa: BLE001 - raised again from `some`, once the others have ended
                self.stop(error)

        async with asyncio.TaskGroup() as workers:
            for _ in range(width):
                workers.create_task(work())

    async def _settle(self, job: Read) -> None:
        if not isinstance(job, Job):
            await self._tell(Failed.unread(job))
            return
        name = job.article.id
        if name in self._in_hand:
            self._later.append(job)
            return
        self._in_hand.add(name)
        try:
            outcome = await self._outcome(job)
        finally:
            self._in_hand.discard(name)
        if outcome is not None:
            await self._tell(outcome)

    async def _tell(self, outcome: Outcome) -> None:
        await self._room.acquire()
        self._out.put_nowait(outcome)

    async def _outcome(self, job: Job) -> Outcome | None:
        """What comes of an article; None if it is left for later, or for another run."""
        while not self._stopping.is_set():
            ended = self._ended
            try:
                return await self._asked(job)
            except ArticleClaimed:
                self._later.append(job)
                return None
            except BudgetSpent as error:
                if ended == self._ended:  # else there may be more by now
                    await self._park(error)
            except SummarizerError as error:
                if error.stops_the_run:
                    self.stop(error, grace=0.0)
                    # What was paid for and could not be stored may still be written elsewhere.
                    return Done(job, error.summary) if isinstance(error, NotStored) else None
                return Failed(job, error, retriable=error.retriable)
            except Exception as error:  # noqa: BLE001 - one article that trips us must not end a night's run
                return Failed(job, Unforeseen(error), retriable=True)
        return None

    async def _asked(self, job: Job) -> Outcome | None:
        """What the work gives; None if it was given up."""
        task = asyncio.create_task(self._work(job))
        self._asking.add(task)
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task})
            raise
        finally:
            self._asking.discard(task)
        # One that had no money has freed none: to wake another for that would go on for ever.
        if task.cancelled() or not isinstance(task.exception(), BudgetSpent):
            self._ended += 1
            self._wake(1)
        return None if task.cancelled() else task.result()

    async def _park(self, error: BudgetSpent) -> None:
        """Wait until an article that is in hand has ended, as that may free some money; stop if none is."""
        if not self._asking:
            if not self._parked or self._parked[0][0] == self._ended:
                self.stop(error)
                return
            self._wake(1)  # it has not tried since, and may need less
        place: asyncio.Future[None] = self.loop.create_future()
        self._parked.append((self._ended, place))
        await place

    def _wake(self, number: int) -> None:
        while number and self._parked:
            _, place = self._parked.popleft()
            if not place.done():
                place.set_result(None)
                number -= 1

    def _give_up(self) -> None:
        for task in self._asking:
            task.cancel()
