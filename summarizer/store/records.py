"""What goes into the store and what comes out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple, Self

from summarizer.article import Article
from summarizer.store.mending import location_of_path, mended
from summarizer.summary import Recipe, Summary, Tokens

Kind = Literal["summary", "party", "position", "quote", "figure"]
Verdict = Literal["right", "wrong", "unsure"]
ReplyKind = Literal["part", "merged", "neutral"]


class Said(NamedTuple):
    """What a model replied, as it came, and what it was asked for.

    A draft of the article or of a `part` of it, the words for all parts together (`merged`), or other words
    for those that were not `neutral`.
    """

    kind: ReplyKind
    raw: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read: the file's path, the page's URL, or text that came from nowhere."""

    kind: Literal["path", "url", "text"]
    location: str

    @classmethod
    def of(cls, article: Article, place: Path | None = None) -> Self:
        """The place an article was read at: `place`, else its own URL, else nowhere."""
        if place is not None:
            return cls("path", location_of_path(place))
        return cls("url", mended(article.url)) if article.url else cls("text", "")


@dataclass(frozen=True, slots=True)
class Sending:
    """What is about to be sent, and for what."""

    article: Article
    source: Source
    recipe: Recipe
    messages: Sequence[Mapping[str, object]]
    """The request for the article as a whole, also where it goes in parts; those follow from it."""
    seconds: float = 900.0
    """How long it may take; after that nobody need wait for it any more."""
    run: str | None = None
    reserved_usd: Decimal | None = None
    """The most it may cost, in US dollars."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an attempt gave no summary: the error's class and words, and whether another one may."""

    fault: str
    message: str
    retriable: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """A summary in the store. `id` is the sha256 over its canonical JSON, 64 hexadecimal digits."""

    id: str
    summary: Summary
    current: bool
    """Whether it is the newest of its article and recipe."""
    stored: datetime


@dataclass(frozen=True, slots=True)
class Material:
    """All that is needed to make a stored summary again from the model's replies, without the model."""

    article: Article
    summary: Summary
    replies: tuple[Said, ...]
    messages: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A summary in a list."""

    id: str
    article: str
    headline: str
    title: str | None
    published: date | None
    prompt: str
    model: str
    created: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that a search found; `party` is the name of whose item it is."""

    summary: str
    kind: Kind
    item: str
    party: str | None
    text: str
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which summaries: all current ones, unless narrowed down."""

    party: str | None = None
    """Words of a party's names or description; only current summaries are found by them."""
    since: date | None = None
    """The article's date: published, else first stored."""
    prompt: str | None = None
    """name, or name@version."""
    ids: tuple[str, ...] | None = None
    """Whole ids of summaries; None means any."""
    history: bool = False
    """Also those that a newer one of the same article and recipe has replaced."""
    model: str | None = None
    """The model, as the recipe names it."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person says of a summary, or of one of its items."""

    verdict: Verdict
    item: str | None = None
    note: str | None = None
    reviewer: str | None = None
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecipeStats:
    """What was spent on one recipe."""

    prompt: str
    model: str
    fingerprint: str
    current: int
    tokens: Tokens
    seconds: float
    cost_usd: Decimal | None


@dataclass(frozen=True, slots=True)
class Stats:
    """What a store holds; `size` in bytes."""

    address: str
    version: str
    size: int
    articles: int
    summaries: int
    superseded: int
    attempts: Mapping[str, int]
    """By status: sent, done, failed, lost."""
    reviews: int
    recipes: tuple[RecipeStats, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: int
    known: int
    """Summaries that were there already."""
