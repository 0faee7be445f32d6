"""What the whole store is asked for, and the items that answer: words somebody said, held or counted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from summarizer.summary import NO_MODEL, Comparator, FigureKind, Origin, QuoteKind, Stance, Wording

SupportVerdict = Literal["supported", "unchecked", "doubtful"]
STATEMENTS: tuple[QuoteKind, ...] = ("speech", "written")
"""The kinds of quotes that somebody says; the others are terms and titles."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which items of the store, each article counted once, by the summary that stands for it."""

    party: str | None = None
    """Words of one name of who says, holds or claims it: whole words, "a phrase", or a beginn*.

    Of several speakers, holders or claimants one is enough.
    """
    toward: str | None = None
    """Of positions: words of a name of whom it is about or addressed to, as for `party`."""
    told_by: str | None = None
    """Of positions: words of a name of who tells it of its holders, as for `party`."""
    topic: str | None = None
    """Of positions: words of the topic in any form, "a phrase", or a beginn*."""
    about: str | None = None
    """Words that the item holds, its party's names included, as in a search."""
    since: date | None = None
    """The article's date: published, else first stored."""
    until: date | None = None
    """The last day, included."""
    prompt: str | None = None
    """name, or name@version: the summaries by that prompt alone, again one of each article."""
    doubtful: bool = False
    """Only what its evidence may not carry."""
    stances: tuple[Stance, ...] = ()
    """Of positions; empty means all."""
    quote_kinds: tuple[QuoteKind, ...] = STATEMENTS
    """Of quotes; empty means all."""
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
    model: str
    """Whom the summary is by; `none` where the rules alone know it."""
    item: str
    start: int | None
    end: int | None

    @property
    def is_by_rules(self) -> bool:
        """Whether no model was asked."""
        return self.model == NO_MODEL


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that an article gives as somebody's own, or as a term or title."""

    speakers: tuple[str, ...]
    """Empty where nobody says them, or it is not settled who does."""
    text: str
    kind: QuoteKind
    verdict: Literal["verbatim", "normalised"]
    in_marks: bool
    """False where the article has them without quotation marks, so that they may be its own."""
    cue: str | None
    """The article's words that attribute it."""
    origin: Origin
    """Who named its speakers."""
    support: SupportVerdict
    doubts: tuple[str, ...]
    """Why the article may not say that they are its speakers, a sentence each."""
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

    holders: tuple[str, ...]
    told_by: str | None
    """Who tells it of the holders; None if they say it themselves."""
    toward: tuple[str, ...]
    """Whom it is about or addressed to."""
    stance: Stance
    topic: str | None
    """None in summaries of the first version."""
    statement: str
    wording: Wording
    evidence: tuple[Passage, ...]
    quotes: tuple[str, ...]
    """Ids of the quotes that carry it."""
    support: SupportVerdict
    doubts: tuple[str, ...]
    """Why the evidence may not carry it, a sentence each."""
    origin: Origin
    named: tuple[str, ...]
    """Other parties of the article that the statement names."""
    where: Where


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure; numbers are decimals in plain units."""

    claimants: tuple[str, ...]
    """Who claims it; empty for the article itself."""
    text: str
    """The article's words."""
    value: str | None
    """None where it cannot be told."""
    upper: str | None
    comparator: Comparator
    unit: str | None
    kind: FigureKind | None
    """None where nobody says, as in summaries of the first version."""
    measures: str
    doubts: tuple[str, ...]
    """Why it may not count that, a sentence each; empty where nothing is known against it."""
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
    """How much of what is quoted is one party's; `party` is None where the speaker is not settled.

    Words that several say together count for each of them.
    """

    party: str | None
    quotes: int
    characters: int
