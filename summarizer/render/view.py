"""A summary arranged for reading: positions with the quotes that carry them, and what is left over."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.article import Article
from summarizer.errors import UsageError
from summarizer.prompts import language_name
from summarizer.review import doubtful_items, doubts_of, unchecked
from summarizer.summary import (
    UNDETERMINED,
    Anchor,
    ArticleFacts,
    Party,
    Position,
    Quote,
    Rejected,
    Summary,
    Support,
    Wording,
)
from summarizer.text.format_figure import is_narrated
from summarizer.text.headings import titled
from summarizer.text.positions import are_several, joined, position_heading

_OPENING = ("“", '"', "«", "„", "「")


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position with the quotes that stand under it; those that stand under an earlier one are named."""

    position: Position
    quotes: list[Quote]
    quoted_before: list[str]


@dataclass(frozen=True, slots=True)
class Term:
    """Words held at a distance, with every quote of the article that has them."""

    words: str
    quotes: list[Quote]


class SentenceNumbers:
    """The numbers of the sentences of an article, which is analysed when the first of them is asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def at(self, place: int) -> str:
        """The number of the sentence that has the character at `place`, or comes before it."""
        starts, ids = self._sentences
        return ids[max(bisect_right(starts, place) - 1, 0)] if ids else ""

    @cached_property
    def _sentences(self) -> tuple[list[int], list[str]]:
        from summarizer.analysis import mark

        sentences = mark(self._article).sentences
        return [sentence.span.start for sentence in sentences], [sentence.id for sentence in sentences]


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The parts of a summary in reading order."""

    summary: Summary
    title: str | None
    """The article's, else the headline that its text begins with."""
    positions: list[PositionView]
    """As in the summary: what is news first."""
    quotes: list[Quote]
    """What was said or written and stands under no position."""
    terms: list[Term]
    titles: list[Term]
    numbers: SentenceNumbers
    """For anchors without a number, as summaries of the first version have them."""
    names: dict[str, str]

    def is_narrated(self, quote: Quote) -> bool:
        """Whether the words stand in the article without quotation marks, so that they may be its own."""
        return is_narrated(self.summary, quote)

    @property
    def main(self) -> list[Party]:
        """The parties without which the news cannot be told."""
        return [party for party in self.summary.parties if party.role == "main"]

    @property
    def minor(self) -> list[Party]:
        """The other parties."""
        return [party for party in self.summary.parties if party.role == "minor"]

    @property
    def quotes_title(self) -> str:
        """What the quotes are called that stand under no position."""
        return "Other quotes" if any(view.quotes for view in self.positions) else "Quotes"

    def name(self, party_id: str | None) -> str | None:
        """The name of a party."""
        return self.names.get(party_id) if party_id else None

    def named(self, party_ids: Iterable[str]) -> list[str]:
        """The names of several parties."""
        return [name for party_id in party_ids if (name := self.name(party_id))]

    def heading(self, position: Position) -> str:
        """Whose position it is, toward whom and on what: `Hamas demands of Israel · ceasefire`."""
        return position_heading(
            self.named(position.holders),
            position.stance,
            toward=self.named(position.toward),
            topic=position.topic,
            teller=self.name(position.told_by),
            several=are_several(
                [(party.name, party.kind) for party in self.summary.parties if party.id in position.holders]
            ),
        )

    def statement(self, position: Position) -> str:
        """What the holders want or say; the article's own words stand between quotation marks."""
        is_marked = position.wording == "model" or position.statement.startswith(_OPENING)
        return position.statement if is_marked else f"“{position.statement}”"

    def speakers(self, quote: Quote, *, known: Sequence[str] = ()) -> str:
        """Who says a quote, and how, to stand before it with a colon; empty where that is all known.

        `known` are the parties that a reader takes for the speakers anyway.
        """
        nobody = "" if quote.speakers else "speaker not settled"
        who = nobody or ("" if set(quote.speakers) == set(known) else joined(self.named(quote.speakers)))
        how = "in writing" if quote.kind == "written" else ""
        marks = "not in quotation marks" if self.is_narrated(quote) else ""
        return ", ".join(filter(None, (who, how, marks)))

    def sentence(self, anchor: Anchor) -> str:
        """The number of the sentence in which `anchor` begins, such as s4."""
        return anchor.sentence or self.numbers.at(anchor.start)

    def sentences(self, anchors: Iterable[Anchor]) -> str:
        """The numbers of the sentences of several anchors."""
        return " ".join(dict.fromkeys(self.sentence(anchor) for anchor in anchors))

    def remarks(self, item: str | None = None, support: Support | None = None) -> list[str]:
        """What a reader should know right beside an item: why it is doubtful, and who reads it otherwise."""
        doubts = [] if support is None else list(doubts_of(support))
        disputes = [
            f"disputed: {warning.message}"
            for warning in self.summary.warnings
            if warning.code == "disputed" and item is not None and warning.item == item
        ]
        return doubts + disputes

    @property
    def doubtful(self) -> str:
        """The items that a reader should look at first: `Doubtful: headline, o2`; empty where none is."""
        return f"Doubtful: {', '.join(items)}" if (items := doubtful_items(self.summary)) else ""

    @property
    def unchecked(self) -> str:
        """A remark on a headline and abstract that nobody has checked, else empty."""
        return unchecked(self.summary)

    @property
    def by_rules(self) -> str:
        """A remark on a summary that no model was asked for; empty for others."""
        return "What the rules alone know: no model was asked." if self.summary.is_by_rules else ""

    @property
    def who_offers(self) -> str:
        """Who offered what was rejected: the model, or the rules where none was asked."""
        return "rules" if self.summary.is_by_rules else "model"

    @property
    def rejected(self) -> list[tuple[Rejected, str]]:
        """What the article does not hold, each once, with ` (3 times)` where it was offered so often."""
        times: dict[tuple[str, str, str], list[Rejected]] = {}
        for item in self.summary.rejected:
            times.setdefault((item.kind, item.text, item.reason), []).append(item)
        return [(same[0], f" ({len(same)} times)" if len(same) > 1 else "") for same in times.values()]

    @property
    def notes(self) -> dict[str, list[str]]:
        """The warnings that stand beside no item, each with the ids of the items that it is about."""
        quotes = [*self.quotes, *(quote for view in self.positions for quote in view.quotes)]
        beside = {item.id for item in quotes} | {item.id for item in self.summary.positions}
        distant = {quote.id for term in (*self.terms, *self.titles) for quote in term.quotes}
        notes: dict[str, list[str]] = {}
        for warning in self.summary.warnings:
            told = (warning.code in {"disputed", "no_quotation_marks"} and warning.item in beside) or (
                warning.code == "scare_quote" and warning.item in distant
            )
            if not told:
                notes.setdefault(warning.message, []).extend([warning.item] if warning.item else [])
        return notes


def arrange(summary: Summary, article: Article) -> SummaryView:
    """Sort a summary's items into reading order, so that nothing stands in two places."""
    statements = [quote for quote in summary.quotes if quote.is_statement]
    positions = _positions(summary, statements)
    shown = {quote.id for view in positions for quote in view.quotes}
    return SummaryView(
        summary=summary,
        title=titled(summary.article.title, article.text),
        positions=positions,
        quotes=[quote for quote in statements if quote.id not in shown],
        terms=_terms(quote for quote in summary.quotes if quote.kind == "term"),
        titles=_terms(quote for quote in summary.quotes if quote.kind == "title"),
        numbers=SentenceNumbers(article),
        names={party.id: party.name for party in summary.parties},
    )


def _positions(summary: Summary, statements: list[Quote]) -> list[PositionView]:
    by_id = {quote.id: quote for quote in statements}
    under: dict[str, str] = {}
    views = []
    for position in summary.positions:
        carrying = [by_id[quote] for quote in position.quotes if quote in by_id]
        own = [quote for quote in carrying if under.setdefault(quote.id, position.id) == position.id]
        before = [quote.id for quote in carrying if under[quote.id] != position.id]
        views.append(PositionView(position, own, before))
    return views


def _terms(quotes: Iterable[Quote]) -> list[Term]:
    terms: dict[str, list[Quote]] = {}
    for quote in quotes:
        terms.setdefault(quote.text, []).append(quote)
    return [Term(words, found) for words, found in terms.items()]


def described(party: Party) -> str:
    """What kind of party it is, in words: the article's own voice is no outlet among others."""
    return "the article's own voice" if party.kind == "outlet" else party.kind


def in_brief(party: Party) -> str:
    """A party in a list of several: `Ismail Haniyeh (leader of Hamas)`."""
    about = "the article's own voice" if party.kind == "outlet" else party.description
    return f"{party.name} ({about})" if about else party.name


def own_words(wording: Wording) -> str:
    """A remark on words that are the article's own; empty for the model's."""
    return "the article's words" if wording == "article" else ""


def language(article: ArticleFacts) -> str:
    """The article's language and how that is known: `German (detected)`."""
    if article.language == UNDETERMINED:
        return "language unknown"
    try:
        name = language_name(article.language) or article.language
    except UsageError:
        name = article.language
    return f"{name} (detected)" if article.language_source == "detected" else name
