"""A plan over 100,000 stored summaries, in SQLite and in PostgreSQL: the whole command, and what memory it takes.

The rows are inserted in bulk, as an import would leave them but for the search's items, which no plan looks at.
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta

import postgres_server
from sqlalchemy import insert

from bench.store import summary
from bench.texts import words
from bench.timing import best
from summarizer import pipeline
from summarizer.article import Article
from summarizer.prompts import PromptLibrary
from summarizer.provenance import canonical_json, fingerprint
from summarizer.store import Store, schema
from summarizer.store import summaries as stored_summaries
from summarizer.summary import Provenance, Tokens

NUMBER = 100_000
_AT_ONCE = 2_000
_MEMORY = """
import resource, sys
from summarizer.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def measure():
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured("SQLite", f"sqlite:///{folder}/store.db")
    with postgres_server.serve() as server:
        url = server.url(server.database())
        Store.upgrade(url)
        yield from _measured("PostgreSQL", url)


def _measured(database, url):
    fill(url)
    for what, prompt in (
        ("nothing to do", "summary@2"),
        ("all of them stale", "summary@3"),
    ):
        seconds = best(lambda prompt=prompt: plan(url, prompt), 3)
        yield f"plan over {NUMBER:,}, {what}, {database}", f"{seconds:.2f} s", "goal: under 2 s"
    yield f"plan over {NUMBER:,}, memory, {database}", f"{plan(url, 'summary@3')} MB", ""


def plan(url, prompt):
    """Run the command; the most memory it had, in MB."""
    ran = subprocess.run(
        [sys.executable, "-c", _MEMORY, "plan", "--model", "model", "--store", url, "--prompt", prompt],
        check=True, capture_output=True, text=True, env={**os.environ, "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"},
    )  # fmt: skip
    return int(ran.stderr.splitlines()[-1])


def fill(url, number=NUMBER):
    """Store summaries of that many articles of 600 words, with their requests, attempts and replies."""
    recipe = pipeline.recipe(PromptLibrary(None).get("summary@2"), "model")
    text = words(600)
    made = Provenance(
        recipe=recipe,
        fingerprint=fingerprint(recipe),
        created=BEGAN,
        attempts=1,
        tokens=Tokens(input=1500, output=500, cached=0),
        seconds=60.0,
        package_version="0",
    )
    found = summary(Article(text=f"{text}\n\nArticle n0."), made)
    with Store.open(url) as store:
        with store._database.writing() as connection:
            key = stored_summaries.keep_recipe(connection, recipe, made.fingerprint)
        for start in range(1, number + 1, _AT_ONCE):
            with store._database.writing() as connection:
                for table, rows in _rows(range(start, start + _AT_ONCE), text, found, key).items():
                    connection.execute(insert(schema.metadata.tables[table]), rows)
        store.vacuum()


def _rows(keys, text, found, recipe):
    rows: dict[str, list[dict[str, object]]] = {
        name: [] for name in ("articles", "sources", "requests", "attempts", "replies", "summaries")
    }
    json = found.model_dump_json()
    for key in keys:
        seen, body = BEGAN + timedelta(seconds=key), f"{text[: -(key * 7919 % 2000) - 1]}\n\nArticle n{key}."
        rows["articles"].append(
            {"key": key, "id": Article(text=body).id, "dated": seen.date(), "first_seen": seen, "text": body,
             "characters": len(body), "title": f"Article {key}"}
        )  # fmt: skip
        rows["sources"].append(
            {"article": key, "kind": "path", "location": f"/news/{key:07}/article.txt", "first_seen": seen,
             "last_seen": seen}
        )  # fmt: skip
        rows["requests"].append(
            {"key": key, "article": key, "sha256": f"{key:064x}",
             "messages": canonical_json([{"role": "user", "content": body}])}
        )  # fmt: skip
        rows["attempts"].append(
            {"key": key, "article": key, "recipe": recipe, "request": key, "status": "done", "started": seen,
             "ended": seen, "owner": "bench", "sends": 1, "input_tokens": 700 + len(body) // 4,
             "output_tokens": 300 + key % 97, "cached_tokens": 0, "seconds": 40.0 + key % 31,
             "package_version": "0"}
        )  # fmt: skip
        rows["replies"].append({"attempt": key, "position": 0, "kind": "part", "body": "{}"})
        rows["summaries"].append(
            {"id": f"{key:064x}", "article": key, "recipe": recipe, "attempt": key, "current": True,
             "created": seen, "stored": seen, "headline": found.headline, "json": json, "parts": 1}
        )  # fmt: skip
    return rows
