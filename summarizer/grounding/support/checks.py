"""The check of every text in a model's own words against the sentences of the article that it cites."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from summarizer.analysis import MarkedArticle, mark
from summarizer.analysis.guessing import guess
from summarizer.analysis.places import Marks
from summarizer.article import Article
from summarizer.framing import OwnWords
from summarizer.grounding.support.bids import Bids
from summarizer.grounding.support.cited import Cited, CitedArticle
from summarizer.grounding.support.holding import (
    doers_instead,
    doubtful_holders,
    names_another,
)
from summarizer.grounding.support.naming import Named, PartyNames, foreign_parties, unknown_names
from summarizer.grounding.support.negation import doubtful_negation
from summarizer.grounding.support.numbers_held import HeldNumbers
from summarizer.grounding.support.overlap import is_elsewhere
from summarizer.grounding.support.polarity import Reading
from summarizer.grounding.support.suspicious import suspicious
from summarizer.grounding.support.words import support_words, tokens_of
from summarizer.languages import entry, main_language
from summarizer.summary import (
    AbstractSentence,
    Anchor,
    FigureItem,
    Headline,
    Party,
    Position,
    Summary,
    Support,
    Wording,
)

Item = TypeVar("Item", Headline, AbstractSentence, Party, Position, FigureItem)
DoubtKind = Literal["name", "number", "negation", "holder", "loaded", "suspicious", "evidence"]


_EDGES = " .,;:!?。，；：！？،؛"
"""What may end words that are cut out of a sentence, or not."""
_PHRASE_REACH = 1
"""Sentences around a name or a number within which its description may be from."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text in the model's own words may not be true, in a sentence."""

    kind: DoubtKind
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of a text; `is_verbatim` says that it is the article's own."""

    doubts: tuple[Doubt, ...]
    is_verbatim: bool = False


def _level(text: str) -> str:
    return " ".join(text.casefold().split())


class OwnWordChecker:
    """Checks the texts of a summary one by one."""

    def __init__(self, summary: Summary, marks: Marks) -> None:
        """Nothing is checked yet."""
        self._summary, self._marks = summary, marks
        self._article = CitedArticle(marks, summary.parties, summary.quotes)
        self._names = PartyNames(summary.parties)
        self._numbers = HeldNumbers(marks)
        self._loaded = OwnWords(marks, summary.framing)
        self._bids = Bids(marks.marked)
        self._parties = {party.id: party for party in summary.parties}
        self._theirs = support_words(marks.marked.language)
        self._disputed = {
            warning.item: warning.message for warning in summary.warnings if warning.code == "disputed"
        }

    @cached_property
    def _language(self) -> str | None:
        """The language of the model's own words, which need not be the article's."""
        summary = self._summary
        statements = (position.statement for position in summary.positions if position.wording == "model")
        text = "\n".join([summary.headline.text, summary.abstract_text, *statements])
        return guess(text) or self._marks.marked.language

    @property
    def _is_same_language(self) -> bool:
        return main_language(self._language) == main_language(self._marks.marked.language)

    def all(self) -> dict[str, Checked]:
        """What was found of each text: by `headline`, `abstract1` and so on, and the ids of items."""
        summary = self._summary
        abstract = enumerate(map(self.of_sentence, summary.abstract), 1)
        return {
            "headline": self.of_sentence(summary.headline),
            **{f"abstract{number}": found for number, found in abstract},
            **{one.id: self.of_description(one) for one in summary.parties},
            **{one.id: self.of_position(one) for one in summary.positions},
            **{one.id: self.of_measures(one) for one in summary.figures},
        }

    def _suspicious(
        self, own: MarkedArticle, evidence: Sequence[Anchor], *, is_a_phrase: bool = False
    ) -> Iterator[Doubt]:
        reasons = (*suspicious(own, is_a_phrase=is_a_phrase), *self._bids.doubts(own.article.text, evidence))
        return (Doubt("suspicious", reason) for reason in reasons)

    def _marked(self, text: str) -> MarkedArticle:
        return mark(Article(text=text, language=self._language))

    def of_sentence(self, own: Headline | AbstractSentence) -> Checked:
        """What is doubtful in a headline, or in a sentence of the abstract."""
        if self._is_verbatim(own.text, own.evidence, own.wording):
            return Checked(tuple(self._suspicious(self._marked(own.text), own.evidence)), is_verbatim=True)
        doubts = self._text(own.text, own.evidence, ())
        return Checked(tuple(one for one in doubts if own.wording == "model" or one.kind != "loaded"))

    def of_position(self, position: Position) -> Checked:
        """What is doubtful in the statement of a position, and in whose it is."""
        cited = self._article.cited(position.evidence)
        reasons = list(doubtful_holders(position, cited, self._parties, self._names, self._theirs))
        # A sentence may well give what two parties want; the rules are believed where it names no other.
        outlets = {one for one in position.holders if self._parties[one].kind == "outlet"}
        named = cited.parties_outside_quotations | outlets
        if position.id in self._disputed and named.isdisjoint(position.holders):
            reasons.append(self._disputed[position.id])
        doubts = [Doubt("holder", reason) for reason in reasons]
        if self._is_verbatim(position.statement, position.evidence, position.wording):
            return Checked(
                (*self._suspicious(self._marked(position.statement), position.evidence), *doubts),
                is_verbatim=True,
            )
        own = tokens_of(position.statement)
        if main_language(self._marks.marked.language) != "ar":  # whose verbs stand before who does it
            doers = doers_instead(position, own, cited, self._parties, self._names)
            doubts.extend(Doubt("holder", reason) for reason in doers)
        if self._is_same_language and names_another(position, own, self._parties, self._names):
            doubts.append(Doubt("holder", "It does not name its holder."))
        related = [*position.holders, *position.toward, *([position.told_by] if position.told_by else [])]
        own_words = self._text(position.statement, position.evidence, related, is_of_a_party=True)
        if position.wording == "article":
            own_words = (one for one in own_words if one.kind != "loaded")
        return Checked((*own_words, *doubts))

    def of_description(self, party: Party) -> Checked:
        """What is doubtful in the description of a party."""
        return Checked(tuple(self._text(party.description, party.mentions, [party.id], is_a_phrase=True)))

    def of_measures(self, figure: FigureItem) -> Checked:
        """What is doubtful in what a figure is said to measure."""
        return Checked(
            tuple(self._text(figure.measures, [figure.anchor], figure.claimed_by, is_a_phrase=True))
        )

    def _is_verbatim(self, text: str, evidence: Sequence[Anchor], wording: Wording) -> bool:
        """Whether a text is given as the article's words, and stands in what it cites, or in the title."""
        if wording != "article":
            return False
        title = self._marks.marked.article.title or ""
        there = [_level(words) for words in (*(anchor.exact for anchor in evidence), title)]
        pieces = [_level(piece).strip(_EDGES) for piece in text.split("…")]
        return all(any(piece in words for words in there) for piece in pieces)

    def _text(
        self,
        text: str,
        evidence: Sequence[Anchor],
        related: Collection[str],
        *,
        is_of_a_party: bool = False,
        is_a_phrase: bool = False,
    ) -> Iterator[Doubt]:
        if not text:
            return
        own = self._marked(text)
        yield from self._suspicious(own, evidence, is_a_phrase=is_a_phrase)
        yield from (
            Doubt("loaded", reason) for reason in self._loaded.problems(own, is_of_a_party=is_of_a_party)
        )
        if is_a_phrase:
            cited = self._article.around(evidence, _PHRASE_REACH)
        else:
            cited = self._article.cited(evidence) if evidence else self._article.whole
        yield from self._names_and_numbers(own, cited, related)
        if is_a_phrase or not evidence:
            return
        known = support_words(self._language)
        if known is None or self._theirs is None:
            return
        mine, is_translated = Reading(tokens_of(text), known), known is not self._theirs
        yield from (
            Doubt("negation", reason)
            for reason in doubtful_negation(mine, cited, is_translated=is_translated)
        )
        if not is_translated and is_elsewhere(mine, cited, self._names):
            yield Doubt("evidence", "It has hardly a word in common with the cited sentences.")

    def _names_and_numbers(
        self, own: MarkedArticle, cited: Cited, related: Collection[str]
    ) -> Iterator[Doubt]:
        tokens = tokens_of(own.article.text)
        named = self._names.found(tokens)
        where = "The article does" if cited is self._article.whole else "The cited sentences do"
        known = {*related, *(cited.before.parties if cited.means_a_person else ())}
        for name in foreign_parties(tokens, self._names, named, cited, known):
            yield Doubt("name", f"{where} not name {name}.")
        if self._is_same_language:
            capitals = entry(main_language(self._language)).code == "de"
            counted = [tokens.within(figure.span) for figure in own.figures]
            known_words = [*named, *(Named(one.start, one.stop, frozenset()) for one in counted)]
            for name in unknown_names(tokens, known_words, self._article.words, nouns_have_capitals=capitals):
                yield Doubt("name", f"The article does not name {name}.")
        for number in self._numbers.missing(own, cited.numbers):
            yield Doubt("number", f"{where} not hold the number “{number}”.")


def check_support(summary: Summary, marks: Marks) -> Summary:
    """Return a summary whose own words say what of them is doubtful, beside what they say already.

    What is in the article's own words, and stands in what it cites as it is, is supported.
    """
    return _changed(summary, OwnWordChecker(summary, marks).all(), {})


def check_again(before: Summary, old: Marks, after: Summary, new: Marks) -> Summary:
    """Return a summary that was carried over from one text to another, with what became doubtful by that.

    What was doubtful and is no more is left out, and what has not changed stays as it was.
    """
    return _changed(after, OwnWordChecker(after, new).all(), OwnWordChecker(before, old).all())


def _changed(summary: Summary, found: Mapping[str, Checked], before: Mapping[str, Checked]) -> Summary:
    def checked(item: Item, key: str) -> Item:
        return item.model_copy(update={"support": _support(item.support, found[key], before.get(key))})

    abstract = [checked(one, f"abstract{number}") for number, one in enumerate(summary.abstract, 1)]
    return summary.model_copy(
        update={
            "headline": checked(summary.headline, "headline"),
            "abstract": abstract,
            "parties": [checked(one, one.id) for one in summary.parties],
            "positions": [checked(one, one.id) for one in summary.positions],
            "figures": [checked(one, one.id) for one in summary.figures],
        }
    )


def _support(now: Support, found: Checked, before: Checked | None) -> Support:
    known = {doubt.reason for doubt in before.doubts} if before else set()
    given = {doubt.reason: None for doubt in found.doubts}
    kept = [reason for reason in now.reasons if reason not in known or reason in given]
    reasons = list(dict.fromkeys([*kept, *(reason for reason in given if reason not in known)]))
    verdict = now.verdict
    if reasons:
        verdict = "doubtful"
    elif found.is_verbatim:
        verdict = "supported"
    elif now.reasons:
        verdict = "unchecked"
    return now.model_copy(update={"verdict": verdict, "reasons": reasons})
