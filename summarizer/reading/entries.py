"""What comes out of a source that holds many articles: each one read, or why it was not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.article import Article


@dataclass(frozen=True, slots=True)
class Entry:
    """An article and where it stood.

    Attributes:
        article: the article.
        source: the file or link it came from.
        place: line of JSON Lines or number of a feed's entry, from 1; None where there is but one article.
        fields: what the source says besides, under its own names, such as an `id`.
    """

    article: Article
    source: str
    place: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotRead:
    """Something that is no article: where it stood, and why not."""

    source: str
    place: int | None
    reason: str

    def __str__(self) -> str:
        where = self.source if self.place is None else f"{self.source}:{self.place}"
        return f"{where}: {self.reason}"
