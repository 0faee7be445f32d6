"""Runs that are killed again and again, and what must hold after each time."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from article_server import ArticleServer
from sqlalchemy import Connection, create_engine, func, make_url, select
from sqlalchemy.pool import NullPool
from warm import Process, Warm

from summarizer.store import Store
from summarizer.store.schema import articles, recipes, runs, summaries

NANO = 1_000_000_000


@dataclass(frozen=True)
class Moment:
    """When a run is killed: once it has sent so many requests and stored so many summaries, and so long after."""

    requests: int = 0
    stored: int = 0
    seconds: float = 0.0


@dataclass
class Round:
    """What is done again and again: one command line, at one server, on one store."""

    warm: Warm
    server: ArticleServer
    command: list[object]
    store: str
    number: int
    """Of articles."""
    out: Path | None = None
    budget: Decimal | None = None
    run: str = "night"
    """What the budget is counted under."""
    stored: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles and recipes of the summaries."""
    written: bytes = b""
    told: set[str] = field(default_factory=set)
    """Articles that have been written."""
    taken: list[Decimal] = field(default_factory=list)
    """What had been taken of the budget as each request came."""
    hits: int = 0
    """Articles that were asked about again, as a kill had come before their answer was stored."""
    kills: Counter[str] = field(default_factory=Counter)
    """How many runs were killed, by how far they had come."""
    by_killed: Counter[str] = field(default_factory=Counter)
    """What runs had done that were killed then: summaries `stored` and `written`."""
    usual_start: float = 0.3
    """Seconds from a run's start to its first request, as they were the last time."""

    def __post_init__(self):
        Store.open(self.store).close()
        self.stored = self._in_store()
        self._others = len(self.stored)
        if self.budget is not None:
            self.server.look = self.look

    def start(self) -> Process:
        out = [] if self.out is None else ["-o", self.out]
        bounds = [] if self.budget is None else ["--run", self.run, "--price", "1/1", "--budget", self.budget]
        return self.warm.start(
            *self.command, *out, *bounds,
            "--store", self.store, "--base-url", self.server.url, "--model", "news-1",
        )  # fmt: skip

    def kill_at(self, moment: Moment) -> bool:
        """Kill a run at a moment; False if it had come to its end before."""
        before, begin = Counter(self.server.asked_about), self.server.count
        with self._looking() as connection:
            first = _last(connection)
            process, began = self.start(), time.monotonic()
            if moment.requests:
                self._wait_for(process, lambda: self.server.count > begin)
                self.usual_start = time.monotonic() - began
            self._wait_for(process, lambda: self.server.count >= begin + moment.requests)
            self._wait_for(process, lambda: _last(connection) >= first + moment.stored)
            time.sleep(moment.seconds)
            acknowledged = _last(connection)
            killed = process.kill() == -signal.SIGKILL
        self.server.settle()
        self._check(before, acknowledged=acknowledged, killed=killed)
        return killed

    def _wait_for(self, process: Process, reached: Callable[[], bool]):
        while not reached() and not process.ended:
            self.server.hear(0.005)

    def finish(self):
        """Let a run come to its end; its exit code and what it said."""
        before = Counter(self.server.asked_about)
        process = self.start()
        code = process.wait()
        self._check(before)
        return code, process.said

    def look(self):
        """See what is taken of the budget."""
        with self._looking() as connection:
            nanousd = connection.scalar(select(runs.c.nanousd).where(runs.c.name == self.run))
        self.taken.append(Decimal(nanousd or 0) / NANO)

    def _check(self, before: Counter[int], *, acknowledged: int = 0, killed: bool = False):
        asked = self.server.asked_about - before
        assert all(times == 1 for times in asked.values()), "an article was sent twice in one run"
        assert len(asked) <= self.left, "an article was sent that was stored before"
        self.hits += sum(before[number] > 0 for number in asked)

        now, whole = self._in_store(acknowledged), self._lines()
        assert self.stored <= now, "a stored summary was lost"
        assert max(now.values(), default=1) == 1, "a summary was stored twice"
        assert whole.startswith(self.written), "a written line was lost"
        told = [json.loads(line)["article"] for line in whole[len(self.written) :].splitlines()]
        assert len({*self.told, *told}) == len(self.told) + len(told), "a summary was written twice"
        assert set(told) <= {article for article, _ in now}, "a summary was written that is not stored"
        if self.budget is not None:
            self.look()
            assert max(self.taken) <= self.budget, "more was taken than the budget"
        if killed:
            self._count(sent=len(asked), stored=len(now) - len(self.stored), written=len(told))
        self.told.update(told)
        self.stored, self.written = now, whole

    def _count(self, *, sent: int, stored: int, written: int):
        self.by_killed += Counter(stored=stored, written=written)
        if not sent:
            self.kills["before the first request"] += 1
        elif not stored:
            self.kills["before the first was stored"] += 1
        elif stored == self.left:
            self.kills["after the last was stored"] += 1
        elif self.out is not None and written < stored:
            self.kills["when one was stored and not yet written"] += 1
        else:
            self.kills["between two"] += 1

    def _in_store(self, acknowledged: int = 0) -> Counter[tuple[str, str]]:
        """The summaries there are; one that could be seen before the kill must be among them."""
        wanted = (
            select(articles.c.id, recipes.c.fingerprint, summaries.c.current)
            .join(summaries, summaries.c.article == articles.c.key)
            .join(recipes, recipes.c.key == summaries.c.recipe)
        )
        with self._looking() as connection:
            found = connection.execute(wanted).all()
            assert _last(connection) >= acknowledged, "a summary is gone that others had seen"
        stored = Counter((article, recipe) for article, recipe, _ in found)
        current = Counter((article, recipe) for article, recipe, is_current in found if is_current)
        assert current.keys() == stored.keys(), "an article has no current summary"
        assert max(current.values(), default=1) == 1, "an article has two current summaries"
        return stored

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    @cached_property
    def _engine(self):
        # Who may only read leaves a log that was cut off by a kill to the next run, which has to mend it.
        url = make_url(self.store)
        if url.get_backend_name() == "sqlite":
            url = make_url(f"sqlite:///file:{url.database}?mode=ro&uri=true")
        return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")

    def _lines(self) -> bytes:
        whole = self.out.read_bytes() if self.out is not None and self.out.exists() else b""
        return whole[: whole.rfind(b"\n") + 1]

    @property
    def left(self) -> int:
        return self.number - (len(self.stored) - self._others)


def kill_often(again: Round, *, kills: int, seed: int, most: int = 4, longest: float = 0.05) -> int:
    """Kill so many runs at random moments, as long as there is something left; how many were killed.

    The moments lie, in turns, before the first request, after one of the first `most` requests, and after one
    of the first `most` summaries was stored; `longest` seconds after that at most.
    """
    chance = random.Random(seed)
    killed = 0
    for turn in range(kills):
        if not again.left:
            break
        which, seconds = chance.randint(1, min(most, again.left)), chance.uniform(0, longest)
        moments = (
            Moment(seconds=chance.uniform(0, again.usual_start)),
            Moment(which, 0, seconds),
            Moment(which, which, seconds),
        )
        killed += again.kill_at(moments[turn % 3])
    return killed


def _last(connection: Connection) -> int:
    """The number of the newest summary, which grows by one with each."""
    return connection.scalar(select(func.max(summaries.c.key))) or 0
