"""A plan over 100,000 stored summaries, in SQLite and in PostgreSQL: the whole command, and what memory it takes.

So too `regenerate` where there is nothing to do.

The rows are as the program leaves them, but for two things: only some articles, requests and summaries differ in
more than their number, and the search's items, which no plan looks at, are not there.
"""

import tempfile
from datetime import UTC, datetime, timedelta

import postgres_server
from sqlalchemy import Integer, Text, cast, func, insert, literal, select, update

from bench.command import took
from bench.store import made, summary
from bench.texts import words
from summarizer import pipeline
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.prompts import PromptLibrary
from summarizer.recipe import canonical_json, fingerprint
from summarizer.store import Store, schema
from summarizer.store import summaries as stored_summaries

NUMBER = 100_000
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
_AT_ONCE = 5_000  # of one length, and of one day
_FIRST = 1_000_001  # so that all numbers have seven digits
_RUNS = 3


def measure(number=NUMBER):
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured("SQLite", f"sqlite:///{folder}/store.db", number)
    with postgres_server.serve() as server:
        url = server.url(server.database())
        Store.upgrade(url)
        yield from _measured("PostgreSQL", url, number)


def _measured(database, url, number):
    fill(url, number)
    for what, prompt, analysis in (
        ("all current", "summary@2", None),
        ("all stale by prompt", "summary@3", None),
        ("all replayable", "summary@2", "analysis/0"),
    ):
        if analysis is not None:
            _made_with(url, analysis)
        told = took("plan", *_with(url, prompt), runs=_RUNS)
        yield f"plan over {number:,}, {what}, {database}", str(told), "goal: under 2 s"
        if what == "all current":
            told = took("regenerate", "--yes", *_with(url, prompt), runs=_RUNS)
            yield f"regenerate over {number:,}, nothing to do, {database}", str(told), ""


def _with(url, prompt):
    return ["--model", "model", "--store", url, "--prompt", prompt]


def _made_with(url, analysis):
    """As if all had been made by a program that analysed otherwise."""
    with Store.open(url) as store, store._database.writing() as connection:
        connection.execute(update(schema.recipes).values(analysis=analysis, fingerprint=analysis))


def fill(url, number=NUMBER):
    """Store summaries of that many articles, with their places, requests, attempts and replies."""
    prompt = PromptLibrary(None).get("summary@2")
    recipe = pipeline.recipe(prompt, "model")
    with Store.open(url) as store:
        with store._database.writing() as connection:
            key = stored_summaries.keep_recipe(connection, recipe, fingerprint(recipe))
        for start in range(0, number, _AT_ONCE):
            with store._database.writing() as connection:
                for table, columns in _columns(start, prompt, key).items():
                    into = schema.metadata.tables[table]
                    rows = _numbers(start, min(start + _AT_ONCE, number))
                    chosen = [_value(into.c[name], value, rows.c.n) for name, value in columns.items()]
                    connection.execute(insert(into).from_select(list(columns), select(*chosen)))
        _count_on(store)
        store.vacuum()


def _numbers(start, end):
    series = select(literal(start + 1, Integer).label("n")).cte("series", recursive=True)
    return series.union_all(select(series.c.n + 1).where(series.c.n < end))


def _value(column, value, n):
    """What a row has: the same in all, or what a function makes of the row's number."""
    return value(n) if callable(value) else literal(value, column.type)


def _numbered(template):
    """A text in which the number of the template's article stands for that of each."""
    return lambda n: func.replace(literal(template, Text), str(_FIRST), cast(n + _FIRST - 1, Text))


def _columns(start, prompt, recipe):
    seen = BEGAN + timedelta(days=start // _AT_ONCE)
    body = f"{words(100 + start // 500)}\n\nArticle n{_FIRST}."
    article = Article(text=body)
    request = canonical_json(pipeline.messages(mark(article), prompt))
    found = summary(article, made())
    id_, same = _numbered(f"{0:057}{_FIRST}"), lambda n: n
    return {
        "articles": {
            "key": same, "id": _numbered(f"sha256:{0:057}{_FIRST}"), "dated": seen.date(), "first_seen": seen,
            "title": _numbered(f"Article {_FIRST}"), "text": _numbered(body), "characters": len(body),
        },
        "sources": {
            "article": same, "kind": "path", "location": _numbered(f"/news/{_FIRST}/article.txt"), "first_seen": seen,
            "last_seen": seen,
        },
        "requests": {"key": same, "article": same, "sha256": id_, "messages": _numbered(request)},
        "attempts": {
            "key": same, "article": same, "recipe": recipe, "request": same, "status": "done", "started": seen,
            "ended": seen, "owner": "bench", "sends": 1, "input_tokens": lambda n: 700 + len(body) // 4 + n % 53,
            "output_tokens": lambda n: 300 + n % 97, "cached_tokens": 0, "seconds": lambda n: 40.0 + n % 31,
            "package_version": "0",
        },
        "replies": {"attempt": same, "position": 0, "kind": "part", "body": "{}"},
        "summaries": {
            "key": same, "id": id_, "article": same, "recipe": recipe, "attempt": same, "current": True, "created": seen,
            "stored": seen, "headline": _numbered(found.headline.text), "json": _numbered(found.model_dump_json()), "parts": 1,
        },
    }  # fmt: skip


def _count_on(store):
    """Have PostgreSQL's own numbers go on after ours; SQLite's do."""
    if store._database.is_sqlite:
        return
    with store._database.writing() as connection:
        for name in ("articles", "requests", "attempts", "summaries"):
            last = select(func.max(schema.metadata.tables[name].c.key)).scalar_subquery()
            connection.execute(select(func.setval(func.pg_get_serial_sequence(name, "key"), last)))
