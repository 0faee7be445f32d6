"""What goes into the store and what comes out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple, Self

from summarizer.article import Article
from summarizer.review import Review
from summarizer.store.mending import location_of_path, mended
from summarizer.summary import Recipe, Summary, Tokens

Kind = Literal["summary", "party", "position", "quote", "figure"]
ItemRole = Literal["holder", "told_by", "toward", "speaker", "claimant"]
"""What a party is to a position, quote or figure."""
ReplyKind = Literal["part", "merged", "neutral", "check"]


class Said(NamedTuple):
    """What a model replied, as it came, and what it was asked for.

    A draft of the article or of a `part` of it, the words for all parts together (`merged`), other words for
    those that were not `neutral`, or verdicts of a `check`.
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
    source: Source | None
    """Where it was just read; None for an article that comes from the store itself."""
    recipe: Recipe
    messages: Sequence[Mapping[str, object]]
    """The request for the article as a whole, also where it goes in parts; those follow from it."""
    seconds: float = 900.0
    """How long it may take; after that nobody need wait for it any more."""
    run: str | None = None
    """Name of the run it belongs to; over all that bear it, the budgets hold."""
    reserved_usd: Decimal | None = None
    """The most it may cost, in US dollars."""
    budget_usd: Decimal | None = None
    """What the run may cost; None sets no bound."""
    reserved_tokens: int | None = None
    budget_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """The request may leave; `attempt` is to be settled or failed afterwards."""

    attempt: int


@dataclass(frozen=True, slots=True)
class Taken:
    """Another process is asking for the same summary, and may take until then."""

    owner: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """There is a current summary already; `id` is its."""

    id: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of the run's budgets is less than the request may take; None where there is no bound."""

    usd: Decimal | None
    tokens: int | None


Claim = Begun | Taken | Known | Left


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an attempt gave no summary: the error's class and words, and whether another one may.

    `stopped` means that the article did not fail: the run it was in has ended. Where `cost_usd` is None it is
    not known what was billed, and all that was reserved counts as spent.
    """

    fault: str
    message: str
    retriable: bool
    stopped: bool = False
    sends: int | None = None
    tokens: Tokens | None = None
    cost_usd: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A summary in the store. `id` is the sha256 over its canonical JSON, 64 hexadecimal digits."""

    id: str
    summary: Summary
    current: bool
    """Whether it is the newest of its article and recipe."""
    stored: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """The summary of what an article said before, and when that was last read at the article's place."""

    stored: Stored
    article: Article
    last_seen: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """What a store knows of an article and a recipe.

    Attributes:
        current: the newest summary of the one by the other.
        has_earlier: whether there is a summary of the text that was read at the article's place before.
        failure: why the last attempt failed, if it did; not told where there is a summary.
    """

    current: Stored | None = None
    has_earlier: bool = False
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """All that is needed to make a stored summary again from the model's replies, without the model."""

    article: Article
    summary: Summary
    replies: tuple[Said, ...]
    messages: tuple[Mapping[str, str], ...]
    source: str | None = None
    """The path or link that the article was read at last."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored summary with its article and what people said of it, oldest first."""

    id: str
    article: Article
    summary: Summary
    reviews: tuple[Review, ...]
    source: str | None = None
    """The path or link that the article was read at last."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A summary in a list."""

    id: str
    article: str
    name: str
    """What to call the article: its title, else the headline its text begins with, else its summary's."""
    headline: str
    title: str | None
    published: date | None
    prompt: str
    model: str
    created: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """An item that a search found; `parties` are the names of those who hold, say or claim it."""

    summary: str
    kind: Kind
    item: str
    parties: tuple[str, ...]
    text: str
    in_marks: bool
    """Whether a quote stands between quotation marks; true of all else."""
    title: str | None
    name: str
    """What to call the article: its title, else the headline its text begins with."""
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
class Reviewed:
    """A review mark, with the summary it is of."""

    summary: str
    name: str
    """What to call the article."""
    review: Review


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
    """By status: sent, done, failed, stopped, lost."""
    reviews: int
    recipes: tuple[RecipeStats, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: int
    known: int
    """Summaries that were there already."""


class KnownRecipe(NamedTuple):
    """A recipe that anything was made by, or tried; `key` is what the store calls it."""

    key: int
    fingerprint: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles a plan is about, and what counts as made by its target.

    All sets hold keys of recipes.
    """

    target: int | None
    """The target's own; None if nothing was ever made or tried by it."""
    same: frozenset[int]
    """Whose summaries are the target's."""
    same_undivided: frozenset[int] = frozenset()
    """Whose summaries are the target's if the article was read in one part."""
    replayable: frozenset[int] = frozenset()
    """Whose replies may serve the target."""
    recipes: frozenset[int] | None = None
    """Whose summaries count at all; None means all."""
    selection: Selection = Selection()
    """Which summaries an article must have one of. With a day alone, also articles without any."""

    @property
    def narrowed(self) -> bool:
        """Whether more than a day is asked for."""
        return replace(self.selection, since=None, history=False) != Selection()


class Standing(NamedTuple):
    """Where the newest text of an article stands; recipes are keys of the store.

    `recipe` is the one of its summary that was stored last, `earlier_recipe` the one of the last summary of
    an older text that was read at the same place.
    """

    recipe: int | None
    is_undivided: bool
    """Whether that summary was made of the article as a whole."""
    has_replies: bool
    """Whether the model's replies are kept; only told where the scope calls them replayable."""
    is_current: bool
    """Whether it has a summary by the target."""
    has_failed: bool
    """Whether the target's last attempt failed for good."""
    earlier_recipe: int | None = None
    earlier_is_current: bool = False
    """Whether an older text has a summary by the target."""


class Alike(NamedTuple):
    """Articles that stand alike: how many, how many characters they have together, and the first of them.

    `first` and `summary`, its or its older text's, are keys of the store; no summary is told of current ones.
    """

    standing: Standing
    articles: int
    characters: int
    first: int
    summary: int | None


class Titled(NamedTuple):
    """An article's id, what it is called, and the id of its summary or of its older text's."""

    article: str
    title: str | None
    summary: str | None


class Spent(NamedTuple):
    """What an attempt took: the article's characters, tokens, seconds."""

    characters: int
    tokens: Tokens
    seconds: float
