"""Claims: what anybody says of an article, in one form, whichever draft or rule it comes from.

A draft's module turns what a model answered into claims, the rules give claims of their own, `reconcile`
makes one of both, and grounding points each claim at the article. Where something stands is a span if that is
known, else words to be searched for; a span is never turned into words and searched for again.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from summarizer.article import Span
from summarizer.summary import FigureKind, Origin, PartyKind, QuoteKind, RejectedKind, Role, Stance, Wording

Wanted = Literal["quotation", "figure", "sentence"]


@dataclass(frozen=True, slots=True)
class Copied:
    """Words that were copied from the article and have to be found in it."""

    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number that stands for nothing in the article, or not for what was wanted; else `reason` says why."""

    number: str
    wanted: Wanted
    reason: str | None = None


Where = Span | Copied | Unknown


@dataclass(frozen=True, slots=True)
class ById:
    """A party, by the id that its own claim has."""

    id: str


@dataclass(frozen=True, slots=True)
class ByName:
    """A party, by a name that the article may have for it."""

    text: str


Who = ById | ByName


@dataclass(frozen=True, slots=True)
class PartyClaim:
    """A party: its names, and who it is. `id` is None where others refer to it by name."""

    name: str
    kind: PartyKind
    description: str = ""
    aliases: tuple[str, ...] = ()
    role: Role | None = None
    id: str | None = None
    origin: Origin = "model"


@dataclass(frozen=True, slots=True)
class QuoteClaim:
    """That words of the article are somebody's own, or a term or title that nobody says.

    `kind` is None where nobody says. `certain` is False where a rule sees who speaks, but not under which
    name; `explicit` is False where it concludes who is meant: from a pronoun, an office, or who spoke before.
    `sure` is False where others may be meant.
    """

    place: Where
    speakers: tuple[Who, ...]
    kind: QuoteKind | None = None
    origin: Origin = "model"
    certain: bool = True
    explicit: bool = True
    sure: bool = True


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """What a number of the article counts, and who gives it.

    `kind` is None where nobody says, and `"none"` where the number counts nothing. `value` is what a model
    that copied the number reads it as. `within` is the quotation that the number stands in, whose speakers
    claim it. `claimant_origin` says who names the claimants.
    """

    place: Where
    measures: str
    claimed_by: tuple[Who, ...]
    kind: FigureKind | Literal["none"] | None = None
    value: Decimal | None = None
    within: Span | None = None
    claimant_origin: Origin = "model"


@dataclass(frozen=True, slots=True)
class PositionClaim:
    """That holders have a stance on a matter, and where the article says so.

    `explicit` is False where a rule concludes who is meant: from a pronoun or an office.
    """

    evidence: tuple[Where, ...]
    holders: tuple[Who, ...]
    stance: Stance
    statement: str
    told_by: Who | None = None
    toward: tuple[Who, ...] = ()
    topic: str | None = None
    wording: Wording = "model"
    origin: Origin = "model"
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """A sentence of the abstract, or the headline, with the sentences of the article that it rests on.

    `cites` is False where nobody was asked what it rests on; then it may be a whole paragraph.
    """

    text: str
    evidence: tuple[Where, ...] = ()
    wording: Wording = "model"
    cites: bool = True


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An item of an answer that does not fit its draft format: what it says, cut short, and what is wrong."""

    kind: RejectedKind
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """That the rules may mean others than the model for a quote, or for the positions of a sentence.

    `items` are the model's claims, `rules` whom the rules name; only grounding can tell whether they are the
    same.
    """

    items: tuple[QuoteClaim | PositionClaim, ...]
    rules: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that is claimed of an article, each list in the order of whoever claims it.

    `unreadable` is what of an answer could not be read.
    """

    headline: SentenceClaim
    abstract: tuple[SentenceClaim, ...]
    parties: tuple[PartyClaim, ...] = ()
    quotes: tuple[QuoteClaim, ...] = ()
    figures: tuple[FigureClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    disputes: tuple[Dispute, ...] = ()
