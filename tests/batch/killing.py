"""Runs that are killed again and again, and what must hold after each time."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from article_server import ArticleServer
from sqlalchemy import create_engine, select
from sqlalchemy.pool import NullPool
from warm import Warm

from summarizer.store import Store
from summarizer.store.schema import articles, summaries


@dataclass
class Round:
    """What is done again and again: one command line, at one server, on one store."""

    warm: Warm
    server: ArticleServer
    arguments: list[object]
    store: str
    out: Path
    number: int
    """Of articles."""
    stored: Counter[str] = field(default_factory=Counter)
    written: bytes = b""
    told: set[str] = field(default_factory=set)
    """Articles that have been written."""
    hits: int = 0
    """Articles that were asked about again, as a kill had come before their answer was stored."""

    def __post_init__(self):
        Store.open(self.store).close()
        self.stored = self._in_store()
        self._others = len(self.stored)

    def start(self):
        return self.warm.start(
            "batch", *self.arguments, "-o", self.out, "--store", self.store,
            "--base-url", self.server.url, "--model", "news-1",
        )  # fmt: skip

    def kill_at(self, requests: int, seconds: float):
        """Kill a run once so many requests have come, and so long after."""
        before, begin = Counter(self.server.asked_about), self.server.count
        process = self.start()
        while self.server.count < begin + requests and not process.ended:
            self.server.hear()
        time.sleep(seconds)
        process.kill()
        self.server.settle()
        self._check(before)

    def finish(self):
        """Let a run come to its end; its exit code and what it said."""
        before = Counter(self.server.asked_about)
        process = self.start()
        code = process.wait()
        self._check(before)
        return code, process.said

    def _check(self, before: Counter[int]):
        asked = self.server.asked_about - before
        assert all(times == 1 for times in asked.values()), "an article was sent twice in one run"
        assert len(asked) <= self.left, "an article was sent that was stored before"
        self.hits += sum(before[number] > 0 for number in asked)

        now, whole = self._in_store(), self._lines()
        assert self.stored <= now, "a stored summary was lost"
        assert max(now.values(), default=1) == 1, "a summary was stored twice"
        assert whole.startswith(self.written), "a written line was lost"
        told = [json.loads(line)["article"] for line in whole[len(self.written) :].splitlines()]
        assert len({*self.told, *told}) == len(self.told) + len(told), "a summary was written twice"
        assert set(told) <= now.keys(), "a summary was written that is not stored"
        self.told.update(told)
        self.stored, self.written = now, whole

    def _in_store(self) -> Counter[str]:
        with create_engine(self.store, poolclass=NullPool).connect() as connection:
            wanted = select(articles.c.id).join(summaries, summaries.c.article == articles.c.key)
            return Counter(connection.scalars(wanted))

    def _lines(self) -> bytes:
        whole = self.out.read_bytes() if self.out.exists() else b""
        return whole[: whole.rfind(b"\n") + 1]

    @property
    def left(self) -> int:
        return self.number - (len(self.stored) - self._others)


def kill_often(again: Round, *, kills: int, seed: int, longest: float, requests: int = 3) -> int:
    """Kill so many runs at random moments, as long as there is something left; how many were killed.

    A moment is some seconds, `longest` at most, after some requests of the run, `requests` at most.
    """
    chance = random.Random(seed)
    for killed in range(kills):
        if not again.left:
            return killed
        again.kill_at(chance.randint(0, min(requests, again.left)), chance.uniform(0, longest))
    return kills
