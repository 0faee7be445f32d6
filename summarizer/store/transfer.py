"""Summaries out of one store, as JSON Lines, and into another."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from summarizer.review import Review
from summarizer.store import articles, attempts, reviews, summaries
from summarizer.store.lines import FORMAT, Line, SettledAttempt
from summarizer.store.records import Kept, Source
from summarizer.store.schema import articles as article_rows
from summarizer.store.schema import attempts as attempt_rows
from summarizer.store.schema import sources
from summarizer.store.schema import summaries as summary_rows


def line(connection: Connection, key: int) -> str:
    """A stored summary as one line of JSON, its own JSON untouched in it, with a line end."""
    row = connection.execute(select(summary_rows).where(summary_rows.c.key == key)).one()
    first_seen = select(article_rows.c.first_seen).where(article_rows.c.key == row.article)
    seen = select(sources).where(sources.c.article == row.article).order_by(sources.c.key)
    head = {
        "format": FORMAT,
        "id": row.id,
        "current": row.current,
        "stored": row.stored,
        "article": articles.read(connection, row.article).model_dump(mode="json"),
        "first_seen": connection.scalar(first_seen),
        "sources": [_without(found._asdict(), "key", "article") for found in connection.execute(seen)],
        "attempt": _attempt(connection, row.attempt),
        "messages": json.loads(summaries.messages(connection, key)),
        "replies": [reply._asdict() for reply in summaries.said(connection, key)],
        "reviews": [asdict(mark) for mark in reviews.of(connection, key)],
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"), default=_iso)
    return f'{text[:-1]},"summary":{row.json}}}\n'


def kept(connection: Connection, key: int) -> Kept:
    """A stored summary with its article and its review marks."""
    found = summaries.read(connection, key)
    of = select(summary_rows.c.article).where(summary_rows.c.key == key)
    article = connection.scalars(of).one()
    return Kept(
        id=found.id,
        article=articles.read(connection, article),
        summary=found.summary,
        reviews=tuple(reviews.of(connection, key)),
        source=articles.source(connection, article),
    )


def _attempt(connection: Connection, key: int | None) -> dict[str, Any] | None:
    if key is None:
        return None
    columns = [attempt_rows.c[name] for name in SettledAttempt.model_fields]
    return connection.execute(select(*columns).where(attempt_rows.c.key == key)).one()._asdict()


def _without(row: dict[str, Any], *columns: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in columns}


def _iso(value: date) -> str:
    return value.isoformat()


def keep(connection: Connection, found: Line) -> bool:
    """Store a line; False if its summary was there already."""
    known = select(summary_rows.c.key).where(summary_rows.c.id == found.id)
    if connection.scalar(known) is not None:
        return False
    made = summaries.made(found.summary)
    article = _keep_article(connection, found)
    recipe = summaries.keep_recipe(connection, made.recipe, made.fingerprint)
    attempt = _keep_attempt(connection, found, article=article, recipe=recipe)
    newer = select(summary_rows.c.key).where(
        summary_rows.c.article == article, summary_rows.c.recipe == recipe, summary_rows.c.current,
        summary_rows.c.created >= made.created,
    )  # fmt: skip
    current = found.current and connection.scalar(newer) is None
    belongs = summaries.Belongings(article, recipe, attempt)
    written = summaries.Written(found.id, found.written)
    summaries.keep(connection, found.summary, belongs, stored=found.stored, current=current, written=written)
    for mark in found.reviews:
        reviews.keep(connection, connection.scalars(known).one(), Review(**mark.model_dump()), mark.made)
    return True


def _keep_attempt(connection: Connection, found: Line, *, article: int, recipe: int) -> int | None:
    """The row of the attempt, which a summary that was replayed shares with the one it was replayed from."""
    if found.attempt is None:
        return None
    told = found.attempt.model_dump()
    known = attempts.settled(connection, article, told)
    if known is not None:
        return known
    restored = attempts.restore(connection, told, found.messages, article=article, recipe=recipe)
    attempts.settle(connection, restored, summaries.made(found.summary), found.replies, found.attempt.ended)
    return restored.key


def _keep_article(connection: Connection, found: Line) -> int:
    key = articles.find_text(connection, found.article.id)
    if key is None:
        key = articles.add(connection, found.article, found.first_seen)
    for seen in found.sources:
        facts = seen.model_dump(exclude={"kind", "location"})
        articles.keep_source(connection, key, Source(seen.kind, seen.location), facts)
    return key
