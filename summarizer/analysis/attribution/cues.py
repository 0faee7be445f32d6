"""Reported speech: where the article says that somebody says, wants or denies something."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.phrases import Phrases
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import DASHES, POSSESSIVE, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span
from summarizer.summary import Stance

_LABELS = DASHES | {":"}
_CONTRACTED = frozenset({POSSESSIVE, "’re"})
_CONTENT_ENDS = frozenset(".,;")
_MOST_ADVERBS = 12
"""Adverbs in a row that are skipped; more stand only in texts made to be slow."""


class Cue(NamedTuple):
    """Words that say that somebody says: tokens `first` to `last` of a unit, at `span`, and whom they name.

    `trails` tells that what is said stands before the cue (“…,” said Ann Roe), `noun` that the cue is none
    but a noun (Roe’s claim that …).
    """

    unit: int
    first: int
    last: int
    stance: Stance
    source: Source
    span: Span
    trails: bool = False
    noun: bool = False

    @property
    def start(self) -> int:
        """The first token of the cue or its source."""
        return min(self.first, self.source.first)

    def told_by(self, source: Source) -> "Cue":
        """The same cue with `source` for whom it names."""
        return self if source is self.source else self._replace(source=source)


def cues(text: str, number: int, unit: Unit, mentions: Sequence[Mention], words: Vocabulary) -> Iterator[Cue]:
    """The cues of unit `number`, from left to right; their sources as the phrases give them."""
    yield from _Reader(number, unit, Phrases(text, unit, mentions, words), words).cues()


class _Reader:
    """Finds the cues of one unit."""

    def __init__(self, number: int, unit: Unit, phrases: Phrases, words: Vocabulary) -> None:
        self._number, self._unit, self._tokens = number, unit, unit.tokens
        self._phrases, self._words = phrases, words
        self._latest: Source | None = None
        """The source of the last cue that may say more: Ann Roe said … and [added] …"""

    def cues(self) -> Iterator[Cue]:
        """The cues, from left to right."""
        openers = self._words.openers_of_cues
        for at, token in enumerate(self._tokens):
            if token.lower in openers:
                cue = self._worded(at)
            elif token.text in _LABELS:
                cue = self._label(at)
            else:
                continue
            if cue:
                if not cue.noun:
                    self._latest = cue.source
                yield cue

    def _worded(self, at: int) -> Cue | None:
        plain, following = self._tokens[at].lower, self._lower(at + 1)
        if plain in self._words.according and following in self._words.according_to:
            return self._cue(at, at + 2, "claims", self._phrases.after(at + 2), trails=at > 0)
        if self._is_noun(at):
            return self._noun(at, self._words.nouns[plain])
        stance = self._words.phrases.get(f"{plain} {following}")
        if stance:
            return self._verbal(at, at + 2, stance)
        stance = self._words.verbs.get(plain)
        return self._verbal(at, at + 1, stance) if stance else None

    def _cue(
        self, first: int, last: int, stance: Stance, source: Source | None, *, trails: bool = False
    ) -> Cue | None:
        if source is None:
            return None
        return Cue(self._number, first, last, stance, source, self._unit.stretch(first, last), trails)

    def _lower(self, at: int) -> str:
        """The token at `at` in lower case; nothing outside the unit."""
        return self._tokens[at].lower if 0 <= at < len(self._tokens) else ""

    def _verbal(self, at: int, last: int, stance: Stance) -> Cue | None:
        """The cue of the verb in tokens `at` to `last`, if it is one and has a source."""
        words, before = self._words, self._lower(at - 1)
        if words.is_participle(self._lower(at)):
            return None if before in words.determiners else self._participle(at, last, stance)
        if (
            before == POSSESSIVE
            or before in words.infinitive
            or before in words.prepositions
            or before in words.determiners
        ):
            return None
        if self._lower(last) in words.agent:
            source = self._phrases.after(last + 1)
            named = source if source and source.kind == "name" else None
            return self._cue(at, last + 1, stance, named, trails=True)
        return None if self._is_passive(at) else self._active(at, last, stance)

    def _active(self, at: int, last: int, stance: Stance) -> Cue | None:
        before = self._tokens[at - 1] if at else None
        if before is not None and before.kind == "quotation":
            inverted = self._inverted(at, last)
            if inverted:
                return self._cue(at, last, stance, inverted, trails=True)
        source = self._phrases.before(at)
        if source is not None:
            if not self._agrees(at, source):
                return None
        elif before is not None and (before.text == "," or before.lower in self._words.conjunctions):
            inverted = self._inverted(at, last) if before.text == "," else None
            if inverted:
                return self._cue(at, last, stance, inverted, trails=True)
            source = self._inherited(at)
        trails = source is not None and self._follows_content(source, at)
        return self._cue(at, last, stance, source, trails=trails)

    def _inverted(self, at: int, last: int) -> Source | None:
        """“…,” said Ann Roe: the source behind a verb that follows what is said."""
        return self._phrases.after(last) if self._lower(at) in self._words.quoting else None

    def _participle(self, at: int, last: int, stance: Stance) -> Cue | None:
        """“…, saying …”: whoever is spoken of before."""
        before = self._lower(at - 1)
        if before in self._words.passive or before in _CONTRACTED:
            return self._cue(at, last, stance, self._phrases.before(at))
        named = self._phrases.ending(at)
        return self._cue(at, last, stance, self._phrases.named(named) if named else self._inherited(at))

    def _inherited(self, at: int) -> Source | None:
        """The source of the cue before in this unit, else whom the unit begins with."""
        return self._latest or self._phrases.subject(at)

    def _agrees(self, at: int, source: Source) -> bool:
        """Whether a base form may be that source’s verb: `they want`, `did not say`, never `Ann Roe want`."""
        words, plain, before = self._words, self._lower(at), self._lower(at - 1)
        if (
            source.kind == "name"
            and plain in words.nouns
            and self._lower(source.first - 1) in words.prepositions
        ):
            return False  # the denials of Acme claims
        return (
            plain not in words.bases
            or before in words.auxiliaries
            or source.pronoun == "they"
            or before.endswith("s")
            or before in words.plural_subjects
        )

    def _label(self, at: int) -> Cue | None:
        """`Ann Roe: …` at the beginning of a unit, and `“…” — Ann Roe` at its end."""
        if self._tokens[at].text == ":":
            mention = self._phrases.ending(at)
            opens = mention is not None and mention.start <= 1
            return (
                self._cue(at, at + 1, "claims", self._phrases.named(mention)) if mention and opens else None
            )
        if at and self._tokens[at - 1].kind != "quotation":
            return None
        mention = self._phrases.beginning(at + 1)
        return self._cue(at, at + 1, "claims", self._phrases.named(mention), trails=True) if mention else None

    def _is_noun(self, at: int) -> bool:
        """Whether a noun stands before what is claimed: Roe’s claim that …, Roe’s demand for a talk."""
        if self._lower(at) not in self._words.nouns or self._lower(at - 1) != POSSESSIVE:
            return False
        behind = self._tokens[at + 1 : at + 2]
        return any(token.kind == "quotation" or token.lower in self._words.opens_content for token in behind)

    def _noun(self, at: int, stance: Stance) -> Cue | None:
        mention = self._phrases.ending(at - 1)
        if mention is None:
            return None
        source, span = self._phrases.named(mention), self._unit.stretch(at, at + 1)
        return Cue(self._number, at, at + 1, stance, source, span, noun=True)

    def _is_passive(self, at: int) -> bool:
        """Whether the verb is said of somebody, not by: was told, is widely seen."""
        words, before = self._words, at - 1
        while before > at - _MOST_ADVERBS and (
            words.is_adverb(self._lower(before)) or self._lower(before) in words.passive_adverbs
        ):
            before -= 1
        return self._lower(before) in words.passive

    def _follows_content(self, source: Source, at: int) -> bool:
        """Whether what is said stands before: “…,” Ann Roe said."""
        words, before = self._words, source.first - 1
        while before > source.first - _MOST_ADVERBS and (
            self._lower(before) in words.determiners or self._lower(before) in words.titles
        ):
            before -= 1
        if before < 0:
            return False
        behind = self._lower(at + 1)
        ends = not behind or behind in _CONTENT_ENDS or behind in words.days
        if self._tokens[before].kind == "quotation":
            return ends or behind in words.circumstances
        return ends and self._tokens[before].text == ","
