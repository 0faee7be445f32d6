"""What the sentences that an item cites say: their words, and whom they name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis.cues import is_cue, speech_cues
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.grounding.support.polarity import Reading
from summarizer.grounding.support.words import (
    SupportWords,
    WordIndex,
    alike,
    folded,
    support_words,
    tokens_of,
)
from summarizer.summary import Anchor, Party, Quote
from summarizer.text.tokens import Tokens
from summarizer.text.wordlists import words

_NEXT = re.compile(r"[ \u00a0]?([^\W\d_]+)")
_PREVIOUS = re.compile(r"([,”»\"’』」—–-])[ \u00a0]?([^\W\d_]+)[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0])?\Z")
_CLAUSE_END = re.compile(r"(?<=[.;!?؟])(?=[\s”»\"'’\])])|(?<=[。；！？])")
_LONGEST_CUE = 40
_OF = words("of for by with at in from to and or de du des von vom mit und et y e da do dos и с от z i od")
"""Words before a name that make it part of a longer one, or no subject."""
BEFORE = 3
"""Sentences before a cited one in which somebody may have been named whom a pronoun in it means."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the article, read once for all items that cite it."""

    number: int
    span: Span
    tokens: Tokens
    language: SupportWords | None

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded."""
        return list(map(folded, self.tokens.words))

    @cached_property
    def readings(self) -> list[Reading]:
        """What it denies and what it does not: one, none in a language without tables."""
        return [] if self.language is None else [Reading(self.tokens, self.language)]

    @cached_property
    def clauses(self) -> list[Reading]:
        """The same of each of its clauses."""
        if self.language is None:
            return []
        clauses = _CLAUSE_END.split(self.tokens.text)
        return [Reading(Tokens.of(clause), self.language) for clause in clauses if clause.strip()]


class Cited:
    """The sentences that an item rests on."""

    def __init__(self, article: "CitedArticle", numbers: Iterable[int]) -> None:
        """Read the sentences `numbers`."""
        self._article = article
        self.numbers = sorted(set(numbers))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, in order."""
        return [self._article.sentence(number) for number in self.numbers]

    @cached_property
    def words(self) -> WordIndex:
        """All their words."""
        return WordIndex(word for sentence in self.sentences for word in sentence.words)

    @cached_property
    def means_a_person(self) -> bool:
        """Whether they have a pronoun for somebody."""
        return any(
            word in one.language.persons for one in self.sentences if one.language for word in one.words
        )

    @cached_property
    def parties(self) -> set[str]:
        """Ids of the parties that they name."""
        named = self._article.named
        return {party for number in self.numbers for party in named.get(number, ())}

    @cached_property
    def parties_outside_quotations(self) -> set[str]:
        """Ids of those that they name outside all quotation marks."""
        named = self._article.named_outside
        return {party for number in self.numbers for party in named.get(number, ())}

    @cached_property
    def subjects(self) -> dict[int, set[str]]:
        """By sentence, ids of the parties that stand beside a word such as said, where any does."""
        found = {number: self._article.subjects(number) for number in self.numbers}
        return {number: parties for number, parties in found.items() if parties}

    def doers(self, verb: str) -> set[str]:
        """Ids of the parties that stand right before a word."""
        return {party for number in self.numbers for party in self._article.doers(number, verb)}

    @cached_property
    def speakers(self) -> set[str]:
        """Ids of those who speak in them, by the quotes of the summary."""
        speakers = self._article.speakers
        return {party for number in self.numbers for party in speakers.get(number, ())}

    @cached_property
    def before(self) -> "Cited":
        """The sentences shortly before, and between them."""
        near = {
            number - back for number in self.numbers for back in range(1, BEFORE + 1) if number - back >= 0
        }
        return self._article.of(near.difference(self.numbers))


class CitedArticle:
    """An article in which the sentences that items cite are looked up, each read once."""

    def __init__(self, marks: Marks, parties: Iterable[Party], quotes: Iterable[Quote]) -> None:
        """Note in which sentences the parties are named and speak."""
        self.marks = marks
        self._read: dict[int, Sentence] = {}
        self._cited: dict[frozenset[int], Cited] = {}
        self._subjects: dict[int, set[str]] = {}
        self.named: dict[int, set[str]] = {}
        self.named_outside: dict[int, set[str]] = {}
        self._mentions: dict[int, list[tuple[Span, str]]] = {}
        self._cues = speech_cues(marks.marked.language)
        self._language = support_words(marks.marked.language)
        self.speakers: dict[int, set[str]] = {}
        for party in parties:
            for mention in party.mentions:
                place = Span(mention.start, mention.end)
                is_outside = marks.quotation_at(place) is None
                for number in self._numbers(mention):
                    self.named.setdefault(number, set()).add(party.id)
                    if is_outside:
                        self.named_outside.setdefault(number, set()).add(party.id)
                        self._mentions.setdefault(number, []).append((place, party.id))
        for quote in quotes:
            for number in self._numbers(quote.anchor):
                self.speakers.setdefault(number, set()).update(quote.speakers)

    def cited(self, anchors: Iterable[Anchor]) -> Cited:
        """The sentences that these places touch."""
        return self.of(number for anchor in anchors for number in self._numbers(anchor))

    def of(self, numbers: Iterable[int]) -> Cited:
        """The sentences of these numbers, one object for all items that rest on the same ones."""
        chosen = frozenset(numbers)
        if chosen not in self._cited:
            self._cited[chosen] = Cited(self, chosen)
        return self._cited[chosen]

    @cached_property
    def whole(self) -> Cited:
        """All sentences."""
        return self.of(range(len(self.marks.marked.sentences)))

    def around(self, anchors: Iterable[Anchor], reach: int) -> Cited:
        """The same, with `reach` sentences before and behind."""
        last = len(self.marks.marked.sentences) - 1
        return self.of(
            near
            for anchor in anchors
            for number in self._numbers(anchor)
            for near in range(max(0, number - reach), min(last, number + reach) + 1)
        )

    def subjects(self, number: int) -> set[str]:
        """Ids of the parties right before a word such as said, or right behind it after a quotation."""
        if number not in self._subjects:
            self._subjects[number] = set(self._find_subjects(number))
        return self._subjects[number]

    def _find_subjects(self, number: int) -> Iterator[str]:
        text = self.marks.text
        for place, party in self._mentions.get(number, ()):
            behind = _NEXT.match(text, place.end)
            if behind and is_cue(behind[1], self._cues):
                yield party
                continue
            before = _PREVIOUS.search(text[max(0, place.start - _LONGEST_CUE) : place.start])
            if before and is_cue(before[2], self._cues):
                yield party

    def doers(self, number: int, verb: str) -> Iterator[str]:
        """Ids of the parties right before `verb` in a sentence, outside quotation marks."""
        sentence = self.sentence(number)
        ends = {
            sentence.tokens.within(
                Span(place.start - sentence.span.start, place.end - sentence.span.start)
            ): party
            for place, party in self._mentions.get(number, ())
        }
        for named, party in ends.items():
            if not named or (named.start and sentence.words[named.start - 1] in _OF):
                continue
            at = named.stop
            if (
                at < len(sentence.words)
                and sentence.tokens.gap(at).isspace()
                and alike(sentence.words[at], verb)
            ):
                yield party

    def sentence(self, number: int) -> Sentence:
        """The sentence of that number, from 0."""
        if number not in self._read:
            span = self.marks.marked.sentences[number].span
            tokens = tokens_of(self.marks.text[span.start : span.end])
            self._read[number] = Sentence(number, span, tokens, self._language)
        return self._read[number]

    @cached_property
    def words(self) -> WordIndex:
        """All words of the article and its title."""
        article = self.marks.marked.article
        tokens = tokens_of(f"{article.title or ''}\n{article.text}")
        return WordIndex(map(folded, tokens.vocabulary))

    def _numbers(self, anchor: Anchor) -> range:
        return self.marks.sentence_range(Span(anchor.start, anchor.end))
