"""What people marked in an article: one shape for every corpus, so that one set of scores serves all."""

from dataclasses import dataclass
from decimal import Decimal

from summarizer.article import Article, Span
from summarizer.summary import Comparator, PartyKind, Stance

Names = tuple[str, ...]
"""Names that a source goes by; any of them is right."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Words the article gives as somebody's own; `speaker` is None where the corpus names nobody."""

    span: Span
    speaker: Names | None = None


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """Reported speech: where its content stands, in one piece or several, and whose it is.

    `source` are the names of all who hold it; empty where the corpus names nobody. None in the other fields
    is what the corpus does not mark: `stances` that are right, names of whoever tells it of the holders
    (empty if they say it themselves), and the names of each party that it is about or addressed to.
    """

    content: tuple[Span, ...]
    source: Names
    stances: frozenset[Stance] | None = None
    told_by: Names | None = None
    toward: tuple[Names, ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldParty:
    """Someone with a part in the news, by all names the article uses."""

    names: Names
    kind: PartyKind


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A number that counts something; `claimed_by` is None where the article itself says so."""

    span: Span
    value: Decimal
    comparator: Comparator = "exactly"
    upper: Decimal | None = None
    unit: str | None = None
    claimed_by: Names | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all that a summary of it is held against.

    `parties` and `figures` are None where the corpus does not mark them, which is not the same as none.
    `not_quotes` stand between quotation marks and are nobody's words. `undecided` is what the annotators left
    open: a quote shown from there counts neither for nor against a summary. `contents` are all stretches that
    somebody says or wants, where the corpus marks more of them than the quotes: a shown quote is precise if
    it overlaps one.
    """

    name: str
    article: Article
    quotes: tuple[GoldQuote, ...]
    positions: tuple[GoldPosition, ...]
    parties: tuple[GoldParty, ...] | None = None
    figures: tuple[GoldFigure, ...] | None = None
    not_quotes: tuple[Span, ...] = ()
    undecided: tuple[Span, ...] = ()
    contents: tuple[Span, ...] = ()
