"""Runs that are killed again and again, and what must hold after each time."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from article_server import ArticleServer
from sqlalchemy import create_engine, select
from sqlalchemy.pool import NullPool
from warm import Warm

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
    hits: int = 0
    """Articles that were asked about again, as a kill had come before their answer was stored."""

    def start(self):
        return self.warm.start(
            "batch", *self.arguments, "-o", self.out, "--store", self.store,
            "--base-url", self.server.url, "--model", "news-1",
        )  # fmt: skip

    def kill_at(self, requests: int, seconds: float):
        """Kill a run once so many requests have come, and so long after."""
        before, begin = Counter(self.server.asked_about), self.server.count
        stored = len(self.stored)
        process = self.start()
        while self.server.count < begin + requests and not process.ended:
            self.server.hear()
        time.sleep(seconds)
        process.kill()
        self.server.settle()
        self._check(before, stored)

    def finish(self):
        """Let a run come to its end; its exit code and what it said."""
        before, stored = Counter(self.server.asked_about), len(self.stored)
        process = self.start()
        code = process.wait()
        self._check(before, stored)
        return code, process.said

    def _check(self, before: Counter[int], stored: int):
        asked = self.server.asked_about - before
        assert all(times == 1 for times in asked.values()), "an article was sent twice in one run"
        assert len(asked) <= self.number - stored, "an article was sent that was stored before"
        self.hits += sum(before[number] > 0 for number in asked)

        now, whole = self._in_store(), self._lines()
        assert self.stored <= now, "a stored summary was lost"
        assert max(now.values(), default=1) == 1, "a summary was stored twice"
        assert whole.startswith(self.written), "a written line was lost"
        told = [json.loads(line)["article"] for line in whole.splitlines()]
        assert len(told) == len(set(told)), "a summary was written twice"
        assert set(told) <= now.keys(), "a summary was written that is not stored"
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
        return self.number - len(self.stored)


def kill_often(
    again: Round, *, kills: int, seed: int, longest: float, then: Callable[[], object] = lambda: None
) -> int:
    """Kill so many runs at random moments, as long as there is something left; how many were killed."""
    chance = random.Random(seed)
    for killed in range(kills):
        if not again.left:
            return killed
        again.kill_at(chance.randint(0, min(3, again.left)), chance.uniform(0, longest))
        then()
    return kills
