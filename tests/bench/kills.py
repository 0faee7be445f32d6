"""Runs that are killed at random moments, over one store: nothing is lost or doubled, no budget overrun.

`batch` 1,000 times on SQLite and 200 times on PostgreSQL, `regenerate` 200 times on each. Each run is forked from
a process that has imported all it needs, and all at once go on where the last was cut off. Whatever does not hold
after a kill raises.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from multiprocessing import get_context
from pathlib import Path

import postgres_server
from article_server import ArticleServer, lines
from killing import Round, kill_often
from warm import Warm

from summarizer.store import Store

KILLS = 1000
"""Of `batch` on SQLite; a fifth of that of each of the others."""
TOGETHER = 25
"""Articles of one round, and kills at most: runs that share an output. Most rounds come to their last article."""
FOR_ALL = 3
"""Articles for each kill, where one round has to do for all of them, or is to come to the end of its money."""
WIDE, TIGHT = Decimal(100), Decimal("0.25")
"""US dollars: enough, and enough for thirty articles."""
PRICE = Decimal(8_020) / 1_000_000
"""US dollars for a request, as the server counts tokens."""
SPREAD = {
    "before the first request": "starting",
    "before the first was stored": "asking",
    "when one was stored and not yet written": "storing",
    "between two": "between two",
    "after the last was stored": "ending",
}


@dataclass
class Account:
    """What came of the kills of one command on one database."""

    name: str
    kills: Counter[str] = field(default_factory=Counter)
    by_killed: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    requests: int = 0
    hits: int = 0
    nearest: Decimal = Decimal(0)
    """The largest share of a tight budget that was taken."""
    seconds: float = 0.0

    def add(self, again, requests):
        self.kills += again.kills
        self.by_killed += again.by_killed
        self.articles += again.number - again.left
        self.requests += requests
        self.hits += again.hits
        if again.budget == TIGHT:
            self.nearest = max(self.nearest, max(again.taken) / TIGHT)


def measure(kills=KILLS):
    """Two kinds of runs at a time, as each waits a good deal."""
    fifth = max(1, kills // 5)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(postgres_server.serve())
        pool = stack.enter_context(ProcessPoolExecutor(os.cpu_count(), get_context("spawn")))
        coming = [
            pool.submit(go, folder / f"{command}-{database}", f"{command}, {database}", url, number)
            for command, database, url, number in (
                ("batch", "SQLite", f"sqlite:///{folder}/batch.db", kills),
                ("batch", "PostgreSQL", server.url(server.database()), fifth),
                ("regenerate", "SQLite", f"sqlite:///{folder}/regenerate.db", fifth),
                ("regenerate", "PostgreSQL", server.url(server.database()), fifth),
            )
        ]
        for one in as_completed(coming):
            yield from told(one.result())


def told(account):
    name = account.name
    spread = ", ".join(f"{count:,} {SPREAD[moment]}" for moment, count in account.kills.most_common())
    yield f"kills: {name}, runs killed", f"{account.kills.total():,}", spread
    done = f"{account.by_killed['stored']:,}, {account.by_killed['written']:,}"
    yield f"kills: {name}, stored, written by killed runs", done, f"of {account.articles:,} articles"
    yield f"kills: {name}, lost, stored twice, twice current", "0, 0, 0", "goal: 0, 0, 0"
    again = f"{account.requests:,}, {account.hits:,}"
    yield f"kills: {name}, requests, of them repeated", again, "what was under way at a kill"
    if account.nearest:
        share = f"{100 * account.nearest:.1f} %"
        yield f"kills: {name}, most taken of a budget", share, "goal: at most 100 %"
    yield f"kills: {name}, time", f"{account.seconds:.0f} s", ""


def go(folder, name, store, kills):
    """Kill so many runs, in a process of its own."""
    began = time.monotonic()
    folder.mkdir()
    Store.upgrade(store)
    account = Account(name)
    with Warm(folder) as warm, ArticleServer(delay=0.03) as server:
        server.input_tokens = 8_000
        kill = batches if name.startswith("batch") else regenerations
        kill(account, folder, warm, server, store, kills)
    account.seconds = time.monotonic() - began
    return account


def batches(account, folder, warm, server, store, kills):
    """Round after round, each with articles of its own; every fourth has too little money for all of them."""
    part = articles = 0
    while account.kills.total() < kills:
        budget = TIGHT if part % 4 == 1 else WIDE
        number = FOR_ALL * TOGETHER if budget == TIGHT else TOGETHER
        news, before = folder / f"{part}.jsonl", server.count
        news.write_text("".join(lines(range(articles, articles + number))))
        command = ["batch", news, "--concurrency", "4"]
        out = folder / f"{part}.out.jsonl"
        again = Round(warm, server, command, store, number, out, budget, run=f"night {part}")
        left = min(kills - account.kills.total(), 6 if budget == TIGHT else TOGETHER)
        kill_often(again, kills=left, seed=part)
        finish(again, 75 if budget == TIGHT else 0)
        assert (server.count - before) * PRICE <= budget, "more was billed than the budget"
        account.add(again, server.count - before)
        part, articles = part + 1, articles + number
        print(f"{account.name}: {account.kills.total():,} of {kills:,} kills", file=sys.stderr, flush=True)


def regenerations(account, folder, warm, server, store, kills):
    """One round: all articles have a summary of an older prompt."""
    number = FOR_ALL * kills
    news = folder / "news.jsonl"
    news.write_text(
        "".join(line for n in range(number) for line in lines([n], url=f"https://news.example/{n}"))
    )
    first = Round(warm, server, ["batch", news, "--prompt", "summary@2"], store, number)
    finish(first, 0)
    server.asked_about.clear()
    before = server.count
    again = Round(warm, server, ["regenerate", "--yes", "--concurrency", "4"], store, number)
    kill_often(again, kills=kills, seed=kills)
    finish(again, 0)
    assert set(again.stored) > set(first.stored), "a summary of the older prompt is gone"
    account.add(again, server.count - before)


def finish(again, expected):
    """Let the last run come to its end, which is all of the articles, or all of the money."""
    code, said = again.finish()
    assert code == expected, said
    if code == 0:
        assert again.left == 0, said
        assert again.out is None or len(again.told) == again.number, said
