"""Article work in other processes, where this one has too much to do: Python runs on one core at a time."""

import asyncio
import os
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

from summarizer import pipeline
from summarizer.article import Article
from summarizer.batch import worker
from summarizer.batch.worker import Answer, Ground, Piece, Prepare
from summarizer.claims import Claims
from summarizer.prompts import Prompt
from summarizer.summary import Summary

_MOST = 4
"""Processes: what more than three can prepare is more than one can send."""
_LONG = 50_000
"""Characters from which on an article is marked in a thread, as it would hold all others up."""
_LOOK = 1.0
"""Seconds between two looks at how busy the event loop is."""
_BUSY = 0.6
"""The share of a core that its event loop takes from which on a run has another process help it."""
_WAITING = 128
"""Pieces that wait for one process, at most; what comes on top is done here."""
_AT_ONCE = 16
"""Pieces that are told together, at most: each message costs the event loop a turn."""
_MOST_READ = 1 << 20
"""Bytes of an answer that are read ahead."""


def _cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_Asked = tuple[Piece, asyncio.Future[Answer]]


class Workers:
    """Prepares articles and grounds claims with one prompt, here or in processes that it starts if need be.

    What a process cannot do, or does not live to do, is done here.
    """

    def __init__(self, prompt: Prompt, most: int | None = None) -> None:
        """Start nothing yet; to be made in the event loop that it is used in.

        Args:
            prompt: what articles are prepared for.
            most: processes, this one included; None means one for each core, and no more than are of use.
        """
        self._prompt = prompt
        self._most = (min(_MOST, _cores()) if most is None else most) - 1 if _has_python() else 0
        self._looked, self._used = time.monotonic(), time.thread_time()
        self._processes: list[_Process] = []
        self._number = 0

    async def prepare(self, article: Article) -> pipeline.Prepared:
        """Mark an article and word its request; see `pipeline.prepare`."""
        if len(article.text) > _LONG:
            return await asyncio.to_thread(pipeline.prepare, article, self._prompt)
        process = self._free()
        if process is not None:
            number = self._number = self._number + 1
            done = await process.do(Prepare(number, article))
            if isinstance(done, tuple):
                marked, request = done
                return _Elsewhere(marked, request, process=process, number=number)
        return pipeline.prepare(article, self._prompt)

    async def aclose(self) -> None:
        """End the processes."""
        for process in self._processes:
            await process.aclose()

    def _free(self) -> "_Process | None":
        self._look_round()
        ready = [process for process in self._processes if process.has_room]
        return min(ready, key=lambda process: process.waiting, default=None)

    def _look_round(self) -> None:
        """Have one more process if this one has been busy since the last look."""
        now, used = time.monotonic(), time.thread_time()
        if len(self._processes) >= self._most or now - self._looked < _LOOK:
            return
        if used - self._used >= _BUSY * (now - self._looked):
            self._processes.append(_Process(self._prompt))
        self._looked, self._used = now, used


@dataclass(frozen=True, slots=True, kw_only=True)
class _Elsewhere(pipeline.Prepared):
    """An article whose wording another process has read."""

    process: "_Process"
    number: int

    async def ground(self, claims: Claims) -> Summary:
        """The summary of the article that a model's claims make."""
        if self.process.has_room:
            done = await self.process.do(Ground(self.number, claims))
            if isinstance(done, Summary):
                return done
        return self.grounded(claims)


def _has_python() -> bool:
    """Whether there is an interpreter to start; a program frozen into one file has none but itself."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class _Process:
    """One process beside this one: pieces go there some at a time, in the order they come."""

    def __init__(self, prompt: Prompt) -> None:
        self._waiting: list[_Asked] = []
        self._more = asyncio.Event()
        self._under_way: deque[list[_Asked]] = deque()
        self._ahead = asyncio.Semaphore(2)  # it finds the next pieces waiting when it has done the last
        self._is_up = False
        self._task = asyncio.create_task(self._serve(prompt))

    @property
    def waiting(self) -> int:
        """How many pieces nobody has begun with."""
        return len(self._waiting)

    @property
    def has_room(self) -> bool:
        """Whether it is there and would soon come to one more piece."""
        return self._is_up and self.waiting < _WAITING

    async def do(self, piece: Piece) -> Answer:
        """What comes of a piece; None if nothing does."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((piece, future))
        self._more.set()
        return await future

    async def aclose(self) -> None:
        """End it; whoever waits for it is told that nothing comes."""
        self._task.cancel()
        await asyncio.wait({self._task})

    async def _serve(self, prompt: Prompt) -> None:
        try:
            process = await _started()
        except (OSError, NotImplementedError):
            return  # there is no room for it, or this event loop starts none
        try:
            await self._converse(process, prompt)
        except* (OSError, EOFError):
            pass  # it has ended
        finally:
            self._is_up = False
            for _, future in chain(*self._under_way, self._waiting):
                _answer(future, None)
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _converse(self, process: asyncio.subprocess.Process, prompt: Prompt) -> None:
        """Tell it the prompt and then pieces, some while it is at others; end when it does."""
        asked, answers = process.stdin, process.stdout
        if asked is None or answers is None:
            raise EOFError
        asked.write(worker.told(worker.without_templates(prompt)))
        await _understood(answers)
        self._is_up = True
        async with asyncio.TaskGroup() as both:
            both.create_task(self._ask(asked))
            both.create_task(self._hear(answers))

    async def _ask(self, asked: asyncio.StreamWriter) -> None:
        while True:
            await self._more.wait()
            await self._ahead.acquire()
            pieces, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
            if not self._waiting:
                self._more.clear()
            self._under_way.append(pieces)
            asked.write(worker.told([piece for piece, _ in pieces]))
            await asked.drain()

    async def _hear(self, answers: asyncio.StreamReader) -> None:
        while True:
            found = await _understood(answers)
            self._ahead.release()
            for (_, future), answer in zip(self._under_way.popleft(), found, strict=True):
                _answer(future, answer)


def _answer(future: asyncio.Future[Answer], answer: Answer) -> None:
    if not future.done():  # else nobody waits any more
        future.set_result(answer)


async def _started() -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-c", f"import {worker.__name__} as worker; worker.main()"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,  # an interrupt is for this process alone, which will end that one
        limit=_MOST_READ,
    )


async def _understood(answers: asyncio.StreamReader) -> list[Answer]:
    length = int.from_bytes(await answers.readexactly(worker.LENGTH))
    found: list[Answer] = worker.understood(await answers.readexactly(length))
    return found
