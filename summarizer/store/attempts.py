"""Attempts: a row before a request leaves, settled after; what a killed process leaves stays visible."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from summarizer._version import __version__
from summarizer.provenance import canonical_json
from summarizer.store import budgets, owners, rows
from summarizer.store.mending import mended
from summarizer.store.money import to_nano
from summarizer.store.records import Failure, Said, Sending, Taken
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, attempts, recipes, replies, requests
from summarizer.summary import Provenance

Messages = Sequence[Mapping[str, object]]


def taken(connection: Connection, *, article: int, recipe: int, now: datetime) -> Taken | None:
    """Who is asking for a summary already, if anybody; of a process that has ended nothing is expected."""
    same = (attempts.c.article == article, attempts.c.recipe == recipe, attempts.c.status == "sent")
    under_way = select(attempts.c.key, attempts.c.owner, attempts.c.lease_until).where(*same)
    for row in connection.execute(under_way).all():
        if row.lease_until >= now and not owners.gone(row.owner):
            return Taken(row.owner, row.lease_until)
        _lose(connection, row.key, now)
    return None


def _lose(connection: Connection, key: int, now: datetime) -> None:
    values = {"status": "lost", "ended": now, "lease_until": None, "retriable": True}
    connection.execute(update(attempts).where(attempts.c.key == key).values(values))


def begin(connection: Connection, sending: Sending, *, article: int, recipe: int, now: datetime) -> int:
    """The row of a request that is about to leave; those whose time is over count as lost from now on."""
    same = (attempts.c.article == article, attempts.c.recipe == recipe, attempts.c.status == "sent")
    over = update(attempts).where(*same, attempts.c.lease_until < now)
    connection.execute(over.values(status="lost", ended=now, lease_until=None, retriable=True))
    row = {
        "article": article,
        "recipe": recipe,
        "request": _keep_request(connection, article, sending.messages),
        "status": "sent",
        "started": now,
        "lease_until": now + timedelta(seconds=sending.seconds),
        "owner": owners.here(),
        "run": sending.run,
        "reserved_nanousd": to_nano(sending.reserved_usd),
        "reserved_tokens": sending.reserved_tokens,
        "package_version": __version__,
    }
    return rows.add(connection, attempts, row)


def settled(connection: Connection, article: int, told: Mapping[str, Any]) -> int | None:
    """The row of an attempt that another store knew, if it is here: one process begins but one at a time."""
    same = (attempts.c.article == article, attempts.c.status == "done")
    facts = (attempts.c[name] == told[name] for name in ("owner", "started", "ended"))
    found: int | None = connection.scalar(select(attempts.c.key).where(*same, *facts))
    return found


def restore(
    connection: Connection, told: Mapping[str, Any], messages: Messages, *, article: int, recipe: int
) -> int:
    """The row of an attempt that another store knew, to be settled as that one's was."""
    request = _keep_request(connection, article, messages) if messages else None
    row = {**told, "article": article, "recipe": recipe, "request": request, "status": "sent"}
    return rows.add(connection, attempts, row)


def _keep_request(connection: Connection, article: int, sent: Messages) -> int:
    messages = mended(canonical_json(list(sent)))
    digest = hashlib.sha256(messages.encode()).hexdigest()
    known = select(requests.c.key).where(requests.c.article == article, requests.c.sha256 == digest)
    key: int | None = connection.scalar(known)
    if key is not None:
        return key
    row = {"article": article, "sha256": digest, "messages": messages}
    return rows.add(connection, requests, row)


def owner(connection: Connection, attempt: int) -> AnyRow | None:
    """The article and recipe of an attempt, if they are still there."""
    wanted = select(attempts.c.article, attempts.c.recipe).where(attempts.c.key == attempt)
    return connection.execute(wanted).one_or_none()


def settle(
    connection: Connection, attempt: int, made: Provenance, told: Sequence[Said], now: datetime
) -> None:
    """An attempt gave a summary: what it took, and what the model replied."""
    values = {
        "status": "done",
        "ended": now,
        "lease_until": None,
        "sends": made.attempts,
        "input_tokens": made.tokens.input,
        "output_tokens": made.tokens.output,
        "cached_tokens": made.tokens.cached,
        "cost_nanousd": to_nano(made.cost_usd),
        "seconds": made.seconds,
    }
    _end(connection, attempt, values)
    if told:
        told_rows = [
            {"attempt": attempt, "position": number, "kind": reply.kind, "body": mended(reply.raw)}
            for number, reply in enumerate(told)
        ]
        connection.execute(insert(replies), told_rows)


def fail(connection: Connection, attempt: int, failure: Failure, now: datetime) -> None:
    """An attempt gave none."""
    values: dict[str, Any] = {
        "status": "stopped" if failure.stopped else "failed",
        "ended": now,
        "lease_until": None,
        "fault": failure.fault,
        "message": mended(failure.message),
        "retriable": failure.retriable,
        "sends": failure.sends,
        "cost_nanousd": to_nano(failure.cost_usd),
    }
    if failure.tokens is not None:
        values |= {f"{name}_tokens": number for name, number in failure.tokens}
    _end(connection, attempt, values)


def failure(connection: Connection, article_id: str, fingerprint: str) -> Failure | None:
    """Why the last attempt that came to an end of its own failed; None if it did not."""
    ended = (
        select(
            attempts.c.status, attempts.c.fault, attempts.c.message, attempts.c.retriable, attempts.c.sends
        )
        .join(articles, articles.c.key == attempts.c.article)
        .join(recipes, recipes.c.key == attempts.c.recipe)
        .where(articles.c.id == article_id, recipes.c.fingerprint == fingerprint)
        .where(attempts.c.status.in_(("done", "failed")))
    )
    last = connection.execute(ended.order_by(attempts.c.key.desc()).limit(1)).one_or_none()
    if last is None or last.status != "failed":
        return None
    return Failure(last.fault, last.message, bool(last.retriable), sends=last.sends)


def _end(connection: Connection, attempt: int, values: dict[str, Any]) -> None:
    """Write down what became of an attempt, and give back to its run what it did not take."""
    columns = (attempts.c.run, attempts.c.reserved_nanousd, attempts.c.reserved_tokens)
    row = connection.execute(select(*columns).where(attempts.c.key == attempt)).one_or_none()
    connection.execute(update(attempts).where(attempts.c.key == attempt).values(values))
    if row is None or row.run is None:
        return
    cost, spent = values.get("cost_nanousd"), values.get("input_tokens")
    reserved_usd, reserved_tokens = row.reserved_nanousd or 0, row.reserved_tokens or 0
    usd = 0 if cost is None else cost - reserved_usd
    tokens = 0 if spent is None else spent + values["output_tokens"] - reserved_tokens
    budgets.correct(connection, row.run, nanousd=usd, tokens=tokens)
