"""What articles are called, as far as the store knows; their texts are read where they have no title."""

from sqlalchemy import case, func, or_

from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles
from summarizer.text.headings import OPENING, called

COLUMNS = (
    articles.c.title,
    case(
        (or_(articles.c.title.is_(None), articles.c.title == ""), func.substr(articles.c.text, 1, OPENING)),
        else_="",
    ).label("opening"),
)
"""What `name` needs of an article."""


def name(row: AnyRow, *, headline: str | None = None, place: str | None = None, article: str = "") -> str:
    """What the article of a row with `COLUMNS` is called; see `called`."""
    return called(row.title, text=row.opening, headline=headline, place=place, article=article)
