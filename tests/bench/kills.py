"""A batch that is killed at random moments, 1,000 times on SQLite and 200 on PostgreSQL: nothing is lost or doubled.

Each run is forked from a process that has imported all it needs. It is killed up to 0.3 s after its start, or up
to 0.1 s after one of its first requests, in turns. All runs keep in one store; each 50 share articles and output.
"""

import os
import tempfile
import time
from pathlib import Path

import postgres_server
from article_server import ArticleServer, lines
from killing import Round, kill_often
from warm import Warm

from summarizer.store import Store

KILLS = int(os.environ.get("KILLS", "1000"))
"""On SQLite, and a fifth of it on PostgreSQL."""
TOGETHER = 50
EACH = 8
"""Articles for each kill."""


def measure():
    with tempfile.TemporaryDirectory() as folder:
        yield from told("SQLite", Path(folder), f"sqlite:///{folder}/store.db", KILLS)
    with tempfile.TemporaryDirectory() as folder, postgres_server.serve() as server:
        yield from told("PostgreSQL", Path(folder), server.url(server.database()), KILLS // 5)


def told(name, folder, store, kills):
    """Kill so many, and let the last of each 50 come to its end; whatever is lost or doubled raises."""
    began = time.monotonic()
    killed = by_killed = hits = articles = 0
    Store.upgrade(store)
    with Warm(folder) as warm, ArticleServer(delay=0.03) as server:
        for part in range(0, kills, TOGETHER):
            number = EACH * min(TOGETHER, kills - part)
            news = folder / f"{part}.jsonl"
            news.write_text("".join(lines(range(articles, articles + number))))
            out = folder / f"{part}.out.jsonl"
            again = Round(warm, server, [news, "--concurrency", "4"], store, out, number)
            for one in range(min(TOGETHER, kills - part)):
                longest, requests = (0.1, 3) if one % 2 else (0.3, 0)
                killed += kill_often(again, kills=1, seed=part + one, longest=longest, requests=requests)
            by_killed += number - again.left
            code, said = again.finish()
            assert (code, again.left, len(again.told)) == (0, 0, number), said
            articles, hits = articles + number, hits + again.hits
        assert server.count == articles + hits
    yield f"kills: {name}, runs killed", f"{killed:,}", ""
    yield f"kills: {name}, articles, of them stored by killed runs", f"{articles:,}, {by_killed:,}", ""
    yield f"kills: {name}, summaries lost, stored twice", "0, 0", "goal: 0, 0"
    yield f"kills: {name}, requests, of them repeated", f"{server.count:,}, {hits:,}", ""
    yield f"kills: {name}, time", f"{time.monotonic() - began:.0f} s", ""
