"""What goes into a run, and what comes out of it for each article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol, Self

from summarizer.article import Article
from summarizer.errors import (
    NotAnArticle,
    SummarizerError,
)
from summarizer.reading import Entry, NotRead
from summarizer.summary import Summary, Tokens


@dataclass(frozen=True, slots=True)
class Job:
    """An article to summarise, and where it stood.

    Attributes:
        article: the article.
        source: the file or link it was read from; empty for an article that was handed over.
        place: line of JSON Lines or number of a feed's entry, from 1; None where there is but one article.
        fields: what the source says besides, carried through to the output.
        path: the file that holds it alone, for the store to keep as the article's place.
    """

    article: Article
    source: str = ""
    place: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None

    @classmethod
    def of(cls, entry: Entry, path: Path | None = None) -> Self:
        """The job that an entry of a source is."""
        # A page is known by its address, wherever it was read; a file of many is the place of none of them.
        is_place = entry.place is None and not entry.article.url
        return cls(entry.article, entry.source, entry.place, entry.fields, path if is_place else None)

    @property
    def where(self) -> str:
        """Its place in words, as `file:line`, else its address, else the beginning of its id."""
        return _where(self.source, self.place) or self.article.url or self.article.id[:19]


@dataclass(frozen=True, slots=True)
class CheckTook:
    """What it took to check a summary: requests, tokens and US dollars, None where no price is known."""

    attempts: int
    tokens: Tokens
    cost_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class Done:
    """An article with its summary; `asked` is False if the store had it, and True if it was made now.

    `check` is what its check took; None where nobody was asked in this run.
    """

    job: Job
    summary: Summary
    asked: bool = True
    seconds: float = 0.0
    """From its being taken up to its summary's being kept."""
    check: CheckTook | None = None

    @property
    def article(self) -> Article:
        """The article."""
        return self.job.article


@dataclass(frozen=True, slots=True)
class Failed:
    """An article without a summary, or something that is no article, and why.

    Attributes:
        job: the article, or where it should have stood.
        error: what went wrong.
        attempts: requests that were sent for it, repeats included.
        retriable: whether another run may fare better; what is not is passed over next time.
        before: it failed in an earlier run, and was passed over in this one.
        seconds: from its being taken up to its end.
    """

    job: Job | NotRead
    error: SummarizerError
    attempts: int = 0
    retriable: bool = False
    before: bool = False
    seconds: float = 0.0

    @classmethod
    def unread(cls, place: NotRead) -> Self:
        """Something that is no article."""
        return cls(place, NotAnArticle(_where(place.source, place.place), place.reason))

    @property
    def article(self) -> Article | None:
        """The article; None if there was none to be read."""
        return self.job.article if isinstance(self.job, Job) else None

    @property
    def where(self) -> str:
        """Its place in words."""
        return self.job.where if isinstance(self.job, Job) else _where(self.job.source, self.job.place)


@dataclass(frozen=True, slots=True)
class Skipped:
    """An article that the output has already."""

    job: Job


Outcome = Done | Failed | Skipped


class Work(Protocol):
    """What is done for each article."""

    async def __call__(self, job: Job, /) -> Outcome:
        """Do it.

        Raises:
            ArticleClaimed: if another process is at it; it is looked at again at the end.
            BudgetSpent: if there is no money left for it; what others do not use may be enough.
            SummarizerError: if nothing more can be done in this run.
        """


def _where(source: str, place: int | None) -> str:
    return source if place is None else f"{source}:{place}"
