"""Review marks: what people say of summaries and their items."""

from datetime import datetime

from sqlalchemy import Connection, insert, select

from summarizer.errors import UsageError
from summarizer.store.mending import optional
from summarizer.store.records import Review
from summarizer.store.schema import reviews
from summarizer.summary import Summary


def keep(connection: Connection, key: int, review: Review, now: datetime) -> None:
    """Add a mark to a summary; earlier ones stay."""
    row = {
        "summary": key,
        "item": review.item,
        "verdict": review.verdict,
        "made": review.made or now,
        "reviewer": optional(review.reviewer),
        "note": optional(review.note),
    }
    connection.execute(insert(reviews).values(row))


def ensure_item(summary: Summary, item: str | None) -> None:
    """Refuse a mark for an item that the summary does not have.

    Raises:
        UsageError: if it has none of that id.
    """
    parts = (summary.parties, summary.positions, summary.quotes, summary.figures)
    if item is not None and item not in {found.id for part in parts for found in part}:
        raise UsageError(f"the summary has no item {item!r}")


def of(connection: Connection, key: int) -> list[Review]:
    """The marks of a summary, oldest first."""
    rows = connection.execute(select(reviews).where(reviews.c.summary == key).order_by(reviews.c.key))
    return [
        Review(verdict=row.verdict, item=row.item, note=row.note, reviewer=row.reviewer, made=row.made)
        for row in rows
    ]
