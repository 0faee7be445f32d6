"""What the whole store is asked for, and the items that answer: words somebody said, held or counted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from summarizer.summary import Comparator, Stance


@dataclass(frozen=True, slots=True)
class Query:
    """Which items of the store, each article counted once: by the summary of it that was stored last."""

    party: str | None = None
    """Words of one name of who says, holds or claims it: whole words, "a phrase", or a beginn*."""
    about: str | None = None
    """Words that the item holds, its party's names included, as in a search."""
    since: date | None = None
    """The article's date: published, else first stored."""
    until: date | None = None
    """The last day, included."""
    prompt: str | None = None
    """name, or name@version: the summaries by that prompt alone, again one of each article."""
    stances: tuple[Stance, ...] = ()
    """Of positions; empty means all."""
    unit: str | None = None
    """Of figures: a currency code, % or a unit word, as summaries have it; case does not count."""


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an item: its article, its summary, and its first characters there, in code points."""

    article: str
    name: str
    """What to call the article: its title, else the headline its text begins with, else its summary's."""
    title: str | None
    site: str | None
    url: str | None
    published: date | None
    dated: date
    """Published, else the day it was first stored."""
    summary: str
    item: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that an article gives as a party's own."""

    party: str | None
    text: str
    verdict: Literal["verbatim", "normalised"]
    in_marks: bool
    """False where the article has them without quotation marks, so that they may be its own."""
    cue: str | None
    """The article's words that attribute it."""
    where: Where


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that carries a position, in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Held:
    """A position, with the passages that carry it."""

    party: str
    stance: Stance
    statement: str
    wording: Literal["model", "article"]
    evidence: tuple[Passage, ...]
    named: tuple[str, ...]
    """Other parties of the article that the statement names."""
    where: Where


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure; numbers are decimals in plain units."""

    claimant: str | None
    """Who claims it; None for the article itself."""
    text: str
    """The article's words."""
    value: str
    upper: str | None
    comparator: Comparator
    unit: str | None
    measures: str
    where: Where


class Seed(NamedTuple):
    """A figure that others are compared with, as little of it as that takes."""

    dated: date
    measures: str
    summary: str
    item: str


@dataclass(frozen=True, slots=True)
class Surrounded:
    """A figure with what tells whether another one counts the same thing."""

    figure: Counted
    context: str
    """The characters of the article around it."""
    headline: str
    parties: frozenset[str]
    """What the parties of its article are called, folded."""


@dataclass(frozen=True, slots=True)
class Called:
    """A party that a query's words match, with all it is called, folded; most frequent name first."""

    name: str
    articles: int
    names: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Voice:
    """How much of what is quoted is one party's; `party` is None where the speaker is not settled."""

    party: str | None
    quotes: int
    characters: int
