"""Attempts: a row before a request leaves, settled after; what a killed process leaves stays visible."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, select

from summarizer._version import __version__
from summarizer.recipe import canonical_json
from summarizer.store import budgets, owners, rows
from summarizer.store.mending import mended
from summarizer.store.money import to_nano
from summarizer.store.records import Failure, Said, Sending, Taken
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, attempts, recipes, replies, requests
from summarizer.summary import Check, Provenance

Messages = Sequence[Mapping[str, object]]


_SENT = and_(
    attempts.c.article == bindparam("article"),
    attempts.c.recipe == bindparam("recipe"),
    attempts.c.status == "sent",
)
_UNDER_WAY = select(attempts.c.key, attempts.c.owner, attempts.c.lease_until).where(_SENT)
_REQUEST = select(requests.c.key).where(
    requests.c.article == bindparam("article"), requests.c.sha256 == bindparam("sha256")
)
_SETTLED = select(attempts.c.key).where(
    attempts.c.article == bindparam("article"),
    attempts.c.status == "done",
    *(attempts.c[name] == bindparam(name) for name in ("owner", "started", "ended")),
)


class Wanted(NamedTuple):
    """The rows of an article and a recipe of which a summary is wanted, and since when.

    Of a new article, which has just got its row, nothing else is in the store.
    """

    article: int
    recipe: int
    now: datetime
    is_new: bool


class Attempt(NamedTuple):
    """An attempt: its row, what it is at, and what it has reserved of its run's budget."""

    key: int
    article: int
    recipe: int
    run: str | None
    reserved_nanousd: int | None = None
    reserved_tokens: int | None = None


_ATTEMPT = select(*(attempts.c[name] for name in Attempt._fields)).where(
    attempts.c.key == bindparam("attempt")
)


def taken(connection: Connection, wanted: Wanted) -> Taken | None:
    """Who is asking for a summary already, if anybody; of a process that has ended nothing is expected."""
    for row in _under_way(connection, wanted):
        if row.lease_until >= wanted.now and not owners.gone(row.owner):
            return Taken(row.owner, row.lease_until)
        _lose(connection, row.key, wanted.now)
    return None


def lose_overdue(connection: Connection, wanted: Wanted) -> None:
    """Those whose time is over count as lost from now on."""
    for row in _under_way(connection, wanted):
        if row.lease_until < wanted.now:
            _lose(connection, row.key, wanted.now)


def _under_way(connection: Connection, wanted: Wanted) -> Sequence[AnyRow]:
    same = {"article": wanted.article, "recipe": wanted.recipe}
    return connection.execute(_UNDER_WAY, same).all()


def _lose(connection: Connection, key: int, now: datetime) -> None:
    values = {"status": "lost", "ended": now, "lease_until": None, "retriable": True}
    rows.change(connection, attempts, key, values)


def begin(connection: Connection, sending: Sending, wanted: Wanted) -> int:
    """The row of a request that is about to leave."""
    row = {
        "article": wanted.article,
        "recipe": wanted.recipe,
        "request": _keep_request(connection, wanted.article, sending.messages, is_new=wanted.is_new),
        "status": "sent",
        "started": wanted.now,
        "lease_until": wanted.now + timedelta(seconds=sending.seconds),
        "owner": owners.here(),
        "run": sending.run,
        "reserved_nanousd": to_nano(sending.reserved_usd),
        "reserved_tokens": sending.reserved_tokens,
        "package_version": __version__,
    }
    return rows.add(connection, attempts, row)


def settled(connection: Connection, article: int, told: Mapping[str, Any]) -> int | None:
    """The row of an attempt that another store knew, if it is here: one process begins but one at a time."""
    facts = {"article": article, **{name: told[name] for name in ("owner", "started", "ended")}}
    found: int | None = connection.scalar(_SETTLED, facts)
    return found


def restore(
    connection: Connection, told: Mapping[str, Any], messages: Messages, *, article: int, recipe: int
) -> Attempt:
    """An attempt that another store knew, to be settled as that one's was."""
    request = _keep_request(connection, article, messages) if messages else None
    row = {**told, "article": article, "recipe": recipe, "request": request, "status": "sent"}
    return Attempt(rows.add(connection, attempts, row), article, recipe, told["run"])


def _keep_request(connection: Connection, article: int, sent: Messages, *, is_new: bool = False) -> int:
    messages = mended(canonical_json(list(sent)))
    digest = hashlib.sha256(messages.encode()).hexdigest()
    if not is_new:
        key: int | None = connection.scalar(_REQUEST, {"article": article, "sha256": digest})
        if key is not None:
            return key
    row = {"article": article, "sha256": digest, "messages": messages}
    return rows.add(connection, requests, row)


def find(connection: Connection, key: int) -> Attempt | None:
    """The attempt of a row, if its article is still there."""
    row = connection.execute(_ATTEMPT, {"attempt": key}).one_or_none()
    return None if row is None else Attempt(*row)


def settle(
    connection: Connection, attempt: Attempt, made: Provenance | Check, told: Sequence[Said], now: datetime
) -> None:
    """An attempt gave a summary, or checked one: what it took, and what the model replied."""
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
            {"attempt": attempt.key, "position": number, "kind": reply.kind, "body": mended(reply.raw)}
            for number, reply in enumerate(told)
        ]
        rows.add_all(connection, replies, told_rows)


def fail(connection: Connection, attempt: Attempt, failure: Failure, now: datetime) -> None:
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


_LAST_ENDED = (
    select(attempts.c.status, attempts.c.fault, attempts.c.message, attempts.c.retriable, attempts.c.sends)
    .join(articles, articles.c.key == attempts.c.article)
    .join(recipes, recipes.c.key == attempts.c.recipe)
    .where(articles.c.id == bindparam("article"), recipes.c.fingerprint == bindparam("recipe"))
    .where(attempts.c.status.in_(("done", "failed")))
    .order_by(attempts.c.key.desc())
    .limit(1)
)


def failure(connection: Connection, article_id: str, fingerprint: str) -> Failure | None:
    """Why the last attempt that came to an end of its own failed; None if it did not."""
    asked = {"article": article_id, "recipe": fingerprint}
    last = connection.execute(_LAST_ENDED, asked).one_or_none()
    if last is None or last.status != "failed":
        return None
    return Failure(last.fault, last.message, bool(last.retriable), sends=last.sends)


def _end(connection: Connection, attempt: Attempt, values: Mapping[str, Any]) -> None:
    """Write down what became of an attempt, and give back to its run what it did not take."""
    rows.change(connection, attempts, attempt.key, values)
    if attempt.run is None:
        return
    cost, spent = values.get("cost_nanousd"), values.get("input_tokens")
    reserved_usd, reserved_tokens = attempt.reserved_nanousd or 0, attempt.reserved_tokens or 0
    usd = 0 if cost is None else cost - reserved_usd
    tokens = 0 if spent is None else spent + values["output_tokens"] - reserved_tokens
    budgets.correct(connection, attempt.run, nanousd=usd, tokens=tokens)
