"""What a run has spent and reserved, in one row that every claim and every settlement keeps up."""

from decimal import Decimal

from sqlalchemy import Connection, insert, select, update

from summarizer.store.money import from_nano, to_nano
from summarizer.store.records import Left, Sending
from summarizer.store.schema import runs


def reserve(connection: Connection, sending: Sending) -> Left | None:
    """Set aside the most that a request may take of its run's budget; what is left if that is too little."""
    if sending.run is None:
        return None
    taken = connection.execute(select(runs).where(runs.c.name == sending.run)).one_or_none()
    if taken is None:
        connection.execute(insert(runs).values(name=sending.run, nanousd=0, tokens=0))
    spent_usd, spent_tokens = (_dollars(taken.nanousd), taken.tokens) if taken else (Decimal(0), 0)
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
    row = update(runs).where(runs.c.name == run)
    connection.execute(row.values(nanousd=runs.c.nanousd + nanousd, tokens=runs.c.tokens + tokens))


def taken(connection: Connection, run: str) -> tuple[Decimal, int]:
    """US dollars and tokens that a run has spent or reserved."""
    row = connection.execute(select(runs).where(runs.c.name == run)).one_or_none()
    return (_dollars(row.nanousd), row.tokens) if row else (Decimal(0), 0)


def _dollars(nanousd: int | None) -> Decimal:
    return from_nano(nanousd) or Decimal(0)
