"""What a run has spent and reserved, in one row that every claim and every settlement keeps up."""

from decimal import Decimal

from sqlalchemy import Connection, bindparam, select, update

from summarizer.store import rows
from summarizer.store.money import from_nano, to_nano
from summarizer.store.records import Left, Sending
from summarizer.store.rows import AnyRow
from summarizer.store.schema import runs

_RUN = select(runs).where(runs.c.name == bindparam("run"))
_CORRECT = (
    update(runs)
    .where(runs.c.name == bindparam("run"))
    .values(
        nanousd=runs.c.nanousd + bindparam("more_nanousd"), tokens=runs.c.tokens + bindparam("more_tokens")
    )
)


def reserve(connection: Connection, sending: Sending) -> Left | None:
    """Set aside the most that a request may take of its run's budget; what is left if that is too little."""
    if sending.run is None:
        return None
    row = _row(connection, sending.run)
    if row is None:
        rows.add(connection, runs, {"name": sending.run, "nanousd": 0, "tokens": 0})
    spent_usd, spent_tokens = _taken(row)
    usd = None if sending.budget_usd is None else sending.budget_usd - spent_usd
    tokens = None if sending.budget_tokens is None else sending.budget_tokens - spent_tokens
    too_dear = usd is not None and (sending.reserved_usd or 0) > usd
    if too_dear or (tokens is not None and (sending.reserved_tokens or 0) > tokens):
        return Left(usd, tokens)
    correct(
        connection,
        sending.run,
        nanousd=to_nano(sending.reserved_usd) or 0,
        tokens=sending.reserved_tokens or 0,
    )
    return None


def correct(connection: Connection, run: str, *, nanousd: int, tokens: int) -> None:
    """Add what was reserved, or the difference to it once it is known what was spent."""
    connection.execute(_CORRECT, {"run": run, "more_nanousd": nanousd, "more_tokens": tokens})


def taken(connection: Connection, run: str) -> tuple[Decimal, int]:
    """US dollars and tokens that a run has spent or reserved."""
    return _taken(_row(connection, run))


def _row(connection: Connection, run: str) -> AnyRow | None:
    return connection.execute(_RUN, {"run": run}).one_or_none()


def _taken(row: AnyRow | None) -> tuple[Decimal, int]:
    return (Decimal(0), 0) if row is None else (from_nano(row.nanousd) or Decimal(0), row.tokens)
