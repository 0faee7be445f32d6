"""Reported speech: where the article says that somebody says, wants or denies something."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.phrases import Phrases
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import DASHES, POSSESSIVE, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span
from summarizer.summary import Stance

Rule = Literal[
    "according",
    "active",
    "agent",
    "inherited",
    "inverted",
    "label",
    "noun",
    "participle",
    "signed",
    "trailing",
]
_LABELS = DASHES | {":"}
_CONTRACTED = frozenset({POSSESSIVE, "’re"})
_CONTENT_ENDS = frozenset(".,;")
_LONGEST_LABEL = 4
"""Words of a label that nothing but its capitals tells to be a name."""
_LEAST_CLAUSE = 4
"""Tokens that may be a clause before a comma."""
_LONGEST_CIRCUMSTANCE = 10
_MOST_BEHIND_VERB = 2
"""Words of an attribution behind a verb that is not known for one: shot back, shot back angrily."""
_LONGEST_OFFICE = 6
"""Words of an office before a name."""
_MOST_ADVERBS = 12
"""Adverbs in a row that are skipped; more stand only in texts made to be slow."""


class Cue(NamedTuple):
    """Words that say that somebody says: tokens `first` to `last` of a unit, at `span`, and whom they name.

    `rule` tells how the words name a source, `trails` that what is said stands before the cue (“…,” said Ann
    Roe).
    """

    unit: int
    first: int
    last: int
    stance: Stance
    source: Source
    span: Span
    rule: Rule
    trails: bool = False
    joint: tuple[Source, ...] = ()
    """Those who say it with the source: [Ann Roe] and Bo Doe said."""

    @property
    def noun(self) -> bool:
        """Whether the cue is no verb but a noun: Roe’s claim."""
        return self.rule == "noun"

    @property
    def start(self) -> int:
        """The first token of the cue or its source."""
        return min(self.first, self.source.first, *(source.first for source in self.joint))

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
            elif token.kind == "quotation":
                cue = self._plain_clause(at + 1)
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
            return self._cue(at, at + 2, "claims", self._phrases.after(at + 2), "according", trails=at > 0)
        if self._is_noun(at):
            return self._noun(at, self._words.nouns[plain])
        stance = self._words.phrases.get(f"{plain} {following}")
        if stance:
            return self._verbal(at, at + 2, stance)
        stance = self._words.verbs.get(plain)
        return self._verbal(at, at + 1, stance) if stance else None

    def _cue(
        self,
        first: int,
        last: int,
        stance: Stance,
        source: Source | None,
        rule: Rule,
        *,
        trails: bool = False,
    ) -> Cue | None:
        if source is None:
            return None
        return Cue(self._number, first, last, stance, source, self._unit.stretch(first, last), rule, trails)

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
            return self._cue(at, last + 1, stance, named, "agent", trails=True)
        return None if self._is_passive(at) else self._active(at, last, stance)

    def _active(self, at: int, last: int, stance: Stance) -> Cue | None:
        before = self._tokens[at - 1] if at else None
        if before is not None and before.kind == "quotation":
            inverted = self._inverted(at, last)
            if inverted:
                cue = self._cue(at, last, stance, inverted, "inverted", trails=True)
                return cue and cue._replace(joint=self._phrases.joined_behind(inverted))
        source = self._phrases.before(at)
        if source is not None:
            joint = self._phrases.joined(source)
            disagrees = not joint and not self._agrees(at, source)
            if disagrees or self._is_no_subject(source, self._lower(at)):
                return None
            trails = self._follows_content([*joint, source][0], at)
            cue = self._cue(at, last, stance, source, "trailing" if trails else "active", trails=trails)
            return cue and cue._replace(joint=joint)
        if before is not None and (before.text == "," or before.lower in self._words.conjunctions):
            inverted = self._inverted(at, last) if before.text == "," else None
            if inverted:
                return self._cue(at, last, stance, inverted, "inverted", trails=True)
            return self._cue(at, last, stance, self._inherited(at), "inherited")
        return None

    def _is_no_subject(self, source: Source, verb: str) -> bool:
        """Whether a place stands before what may be a noun: the Paris attacks, unlike “Paris said”."""
        words, holder = self._words, source.holder
        if holder is None or holder.kind != "place" or verb in words.quoting or not words.is_plural(verb):
            return False
        return holder.name.lower() not in words.countries

    def _plain_clause(self, at: int) -> Cue | None:
        """The cue of a clause where an attribution stands, whatever its verb: “Never,” Roe shot back."""
        if not self._phrases.is_interrupted(at - 1):
            return None
        mention = self._phrases.opening(at)
        pronoun = (
            self._phrases.after(at) if self._words.pronouns.get(self._lower(at)) in {"he", "she"} else None
        )
        if mention or pronoun:
            verb, source = (mention.last, self._phrases.named(mention)) if mention else (at + 1, pronoun)
            return (
                self._cue(verb, verb + 1, "claims", source, "trailing", trails=True)
                if self._is_all(verb)
                else None
            )
        inverted = self._phrases.opening(at + 1) if self._lower(at).endswith("ed") else None
        if inverted is None or self._lower(at) in self._words.openers_of_cues or not inverted.holder.person:
            return None
        return self._cue(at, at + 1, "claims", self._phrases.named(inverted), "inverted", trails=True)

    def _is_all(self, verb: int) -> bool:
        """Whether an unknown verb at token `verb`, with a word or two, ends a clause."""
        words, plain = self._words, self._lower(verb)
        others = (
            words.openers_of_cues,
            words.prepositions,
            words.auxiliaries,
            words.relatives,
            words.conjunctions,
        )
        if not plain.isalpha() or self._tokens[verb].capital or any(plain in group for group in others):
            return False
        behind = self._tokens[verb + 1 : verb + 2 + _MOST_BEHIND_VERB]
        ends = next((at for at, token in enumerate(behind) if token.text in _CONTENT_ENDS), None)
        return (
            len(behind) <= _MOST_BEHIND_VERB
            if ends is None
            else all(token.kind == "word" for token in behind[:ends])
        )

    def _inverted(self, at: int, last: int) -> Source | None:
        """“…,” said Ann Roe: the source behind a verb that follows what is said."""
        quoting = self._lower(at) in self._words.quoting or self._phrases.is_interrupted(at - 1)
        return self._phrases.after(last) if quoting else None

    def _participle(self, at: int, last: int, stance: Stance) -> Cue | None:
        """“…, saying …”: whoever is spoken of before."""
        before = self._lower(at - 1)
        if before in self._words.passive or before in _CONTRACTED:
            subject = self._phrases.before(at)
            cue = self._cue(at, last, stance, subject, "active")
            return cue._replace(joint=self._phrases.joined(subject)) if cue and subject else None
        named = self._phrases.ending(at)
        is_role = before in self._words.roles and before not in self._words.documents
        if named is None and is_role:  # with one shopkeeper writing
            return self._cue(at, last, stance, self._phrases.before(at), "participle")
        own = named is not None and not self._phrases.is_governed(named)
        source = self._phrases.named(named) if named and own else self._inherited(at)
        return self._cue(at, last, stance, source, "participle")

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
            if mention is None or mention.start > 1:
                return None
            if mention.last - mention.first > _LONGEST_LABEL and not mention.holder.sure:
                return None  # a heading: Old Bridges Impede Road Work: …
            return self._cue(at, at + 1, "claims", self._phrases.named(mention), "label")
        if at and self._tokens[at - 1].kind != "quotation":
            return None
        mention = self._phrases.beginning(at + 1)
        source = self._phrases.named(mention) if mention else None
        return self._cue(at, at + 1, "claims", source, "signed", trails=True)

    def _is_noun(self, at: int) -> bool:
        """Whether a noun stands before what is claimed: Roe’s claim that …, Roe’s demand for a talk."""
        if self._lower(at) not in self._words.nouns or self._possessor(at) is None:
            return False
        behind = self._tokens[at + 1 : at + 2]
        return any(token.kind == "quotation" or token.lower in self._words.opens_content for token in behind)

    def _possessor(self, at: int) -> int | None:
        """The token of the 's before a noun, or before it and an adjective: Roe’s earlier claim."""
        if self._lower(at - 1) == POSSESSIVE:
            return at - 1
        adjective = (
            at > 1 and self._tokens[at - 1].kind == "word" and self._lower(at - 1) not in self._words.verbs
        )
        return at - 2 if adjective and self._lower(at - 2) == POSSESSIVE else None

    def _noun(self, at: int, stance: Stance) -> Cue | None:
        possessor = self._possessor(at)
        source = None if possessor is None else self._phrases.possessor(possessor)
        if source is None:
            return None
        span = self._unit.stretch(at, at + 1)
        return Cue(self._number, at, at + 1, stance, source, span, "noun")

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
            self._lower(before) in words.determiners or self._lower(before).rstrip(".") in words.titles
        ):
            before -= 1
        if before < 0:
            return False
        before = self._before_office(before)
        behind = self._lower(at + 1)
        is_day = behind in words.days and self._lower(at + 2) != POSSESSIVE
        ends = not behind or behind in _CONTENT_ENDS or is_day
        if self._tokens[before].kind == "quotation":
            return ends or behind in words.circumstances
        return self._tokens[before].text == "," and (ends or self._ends_clause(before, at + 1))

    def _before_office(self, at: int) -> int:
        """Where a mark may stand before an office that ends at token `at`: …, union leader [Roe] said."""
        words, first = self._words, at
        while first > max(0, at - _LONGEST_OFFICE) and self._tokens[first].kind == "word":
            plain = self._tokens[first].lower
            if plain in words.verbs or any(
                plain in group
                for group in (words.auxiliaries, words.prepositions, words.conjunctions, words.relatives)
            ):
                return at
            first -= 1
        return first if self._tokens[first].text == "," and at - first <= _LONGEST_OFFICE else at

    def _ends_clause(self, comma: int, at: int) -> bool:
        """Whether how or when it is said is all that follows, up to a mark: Ann Roe said [on Monday]."""
        words = self._words
        opens = self._lower(0)
        if comma < _LEAST_CLAUSE or opens in words.prepositions or opens in words.conjunctions:
            return False
        if opens in words.conditions or self._lower(at) not in words.circumstances:
            return False
        for further in range(at + 1, min(at + _LONGEST_CIRCUMSTANCE, len(self._tokens))):
            token = self._tokens[further]
            if token.text in _CONTENT_ENDS:
                return True
            if (
                token.kind == "quotation"
                or token.lower in words.clause_subjects
                or token.lower in words.verbs
            ):
                return False
        return False
