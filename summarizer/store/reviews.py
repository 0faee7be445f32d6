"""Review marks: what people say of summaries and their items."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from summarizer.errors import UsageError
from summarizer.review import Review, by_doubt
from summarizer.store import naming, rows
from summarizer.store.mending import optional
from summarizer.store.records import Reviewed
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, reviews, summaries
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
    rows.add(connection, reviews, row)


def move(connection: Connection, before: int, after: int) -> None:
    """Hang the marks of a summary on another one that has the same items."""
    connection.execute(update(reviews).where(reviews.c.summary == before).values(summary=after))


def ensure_item(summary: Summary, item: str | None) -> None:
    """Refuse a mark for an item that the summary does not have.

    Raises:
        UsageError: if it has none of that id.
    """
    known = [found.item for found in by_doubt(summary)]
    if item is not None and item not in known:
        raise UsageError(f"the summary has no item {item!r}; it has {', '.join(known) or 'none'}")


def of(connection: Connection, key: int) -> list[Review]:
    """The marks of a summary, oldest first."""
    made = select(reviews).where(reviews.c.summary == key).order_by(reviews.c.key)
    return [_review(row) for row in connection.execute(made)]


def listed(connection: Connection, summary_ids: Sequence[str] | None) -> list[Reviewed]:
    """The marks of some summaries, or of all, those made last first."""
    wanted = (
        select(reviews, summaries.c.id.label("of"), summaries.c.headline, *naming.COLUMNS)
        .join(summaries, summaries.c.key == reviews.c.summary)
        .join(articles, articles.c.key == summaries.c.article)
        .order_by(reviews.c.key.desc())
    )
    if summary_ids is not None:
        wanted = wanted.where(summaries.c.id.in_(summary_ids))
    return [
        Reviewed(row.of, naming.name(row, headline=row.headline), _review(row))
        for row in connection.execute(wanted)
    ]


def _review(row: AnyRow) -> Review:
    return Review(verdict=row.verdict, item=row.item, note=row.note, reviewer=row.reviewer, made=row.made)
