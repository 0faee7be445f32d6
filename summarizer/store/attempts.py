"""Attempts: a row before a request leaves, settled after; what a killed process leaves stays visible."""

import hashlib
import os
import socket
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, insert, select, update

from summarizer._version import __version__
from summarizer.provenance import canonical_json
from summarizer.store import rows
from summarizer.store.mending import mended
from summarizer.store.records import Failure, Said, Sending
from summarizer.store.rows import AnyRow
from summarizer.store.schema import attempts, replies, requests
from summarizer.summary import Provenance

Messages = Sequence[Mapping[str, object]]

_NANO = 1_000_000_000


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
        "owner": f"{socket.gethostname()}:{os.getpid()}",
        "run": sending.run,
        "reserved_nanousd": to_nano(sending.reserved_usd),
        "package_version": __version__,
    }
    return rows.add(connection, attempts, row)


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
    connection.execute(update(attempts).where(attempts.c.key == attempt).values(values))
    if told:
        told_rows = [
            {"attempt": attempt, "position": number, "kind": reply.kind, "body": mended(reply.raw)}
            for number, reply in enumerate(told)
        ]
        connection.execute(insert(replies), told_rows)


def fail(connection: Connection, attempt: int, failure: Failure, now: datetime) -> None:
    """An attempt gave none."""
    values = {
        "status": "failed",
        "ended": now,
        "lease_until": None,
        "fault": failure.fault,
        "message": mended(failure.message),
        "retriable": failure.retriable,
    }
    connection.execute(update(attempts).where(attempts.c.key == attempt).values(values))


def to_nano(dollars: Decimal | None) -> int | None:
    """Billionths of a US dollar, rounded up so that no sum of them is below what was spent."""
    if dollars is None:
        return None
    return int((dollars * _NANO).to_integral_value(rounding="ROUND_CEILING"))


def from_nano(amount: int | None) -> Decimal | None:
    """US dollars."""
    return None if amount is None else Decimal(amount) / _NANO
