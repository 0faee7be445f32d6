"""A negation that a model's own words add to what the cited sentences say, or lose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis.cues import speech_cues
from summarizer.grounding.support.cited import Cited
from summarizer.grounding.support.words import SupportWords, WordIndex, folded, tokens_of
from summarizer.text.tokens import Tokens

_REACH = 8
"""Words from a negator within which the words stand that it turns."""
_LEXICAL_REACH = 8
"""Words behind one such as refuse that it turns."""
_LOOKED_AT = 4
"""Words that a negator turns, and words before it, that are looked for."""
_HALF = 3
_SHARED = 3
"""A clause is retold if at least one in so many of its words is."""
_LONGEST_ENDING = 4
"""Characters of a negation in a language without blanks: なかった."""
_STOPS = frozenset(".;:!?。；：！？，、,")
_CLAUSE_END = re.compile(r"(?<=[.;!?؟])(?=[\s”»\"'’\])])|(?<=[。；！？])")
_KANJI = re.compile("[\u4e00-\u9fff\u30a1-\u30ff]")


@dataclass(frozen=True)
class Negation:
    """A negator, and the words that it turns, the nearest first."""

    negator: str
    scope: tuple[str, ...]
    place: int = 0


class Polarity:
    """What a text denies, and what it does not."""

    def __init__(self, tokens: Tokens, language: SupportWords) -> None:
        """Read the words of a text."""
        self._tokens, self._language = tokens, language
        self._words = list(map(folded, tokens.words))
        self.text = tokens.text
        self.negations = list(self._negations())

    @cached_property
    def is_negative(self) -> bool:
        """Whether anything in it is denied, by a negator or a word such as refuse, or is asked."""
        return bool(self.negations or self._lexical) or self.is_question

    @property
    def is_question(self) -> bool:
        """Whether it asks; a question that expects no answer denies as well."""
        return self.text.rstrip("”»\"'’").endswith(("?", "؟", "？"))

    def has(self, head: str) -> bool:
        """Whether it says a word, in any form of it."""
        return head in (self._index if self._language.spaced else self._joined)

    def denies(self, head: str) -> bool:
        """Whether it says a word behind something that turns it."""
        if self.is_question:
            return self.has(head)
        return head in (self._denied if self._language.spaced else self._joined_denied)

    @cached_property
    def content(self) -> list[str]:
        """The words that say something by themselves."""
        return [word for word in self._words if self._language.is_content(word)]

    def shared_with(self, other: "Polarity") -> int:
        """How many of these words another text has."""
        return sum(map(other.has, self.content))

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex(self._words)

    @cached_property
    def _joined(self) -> str:
        return "".join(self._words)

    @cached_property
    def _lexical(self) -> list[int]:
        """Where words stand that deny what follows by what they mean."""
        return [
            place
            for place, word in enumerate(self._words)
            if word in self._language.negative
            or "".join(self._words[place : place + 2]) in self._language.negative
        ]

    @cached_property
    def _denied(self) -> WordIndex:
        return WordIndex((*self._turned_by_negators, *self._turned_by_meaning))

    @cached_property
    def _joined_denied(self) -> str:
        return "\n".join((*self._turned_by_negators, "".join(self._turned_by_meaning)))

    @property
    def _turned_by_negators(self) -> Iterator[str]:
        return (word for negation in self.negations for word in negation.scope)

    @property
    def _turned_by_meaning(self) -> Iterator[str]:
        """The words behind one such as refuse; before it in a language whose verbs stand last."""
        for place in self._lexical:
            first = place + 1 if not self._language.verbs_last else max(0, place - _LEXICAL_REACH)
            last = place + 1 + _LEXICAL_REACH if not self._language.verbs_last else place
            yield from self._words[first:last]
            yield "\n"

    def _negations(self) -> Iterator[Negation]:
        longest = 1 if self._language.spaced else _LONGEST_ENDING
        place = 0
        while place < len(self._words):
            size = next(
                (
                    size
                    for size in range(longest, 0, -1)
                    if "".join(self._words[place : place + size]) in self._language.negators
                ),
                0,
            )
            if size:
                words = "".join(self._words[place : place + size])
                may_follow = words in self._language.before
                scope = tuple(self._scope(place, size, may_follow=may_follow))
                yield Negation("".join(self._tokens.words[place : place + size]), scope, place)
            place += size or 1

    def _scope(self, place: int, size: int, *, may_follow: bool) -> list[str]:
        language = self._language
        if not language.spaced:
            return self._run_before(place) if may_follow else self._pair_behind(place + size)
        return [*self._near(place, 1), *(self._near(place, -1) if may_follow else ())]

    def before(self, negation: Negation) -> list[str]:
        """The content words before a negator: what it says of whom."""
        return list(self._near(negation.place, -1)) if self._language.spaced else []

    def _near(self, place: int, step: int) -> Iterator[str]:
        """The next content words on one side, within the clause."""
        for index in range(place + step, place + step * (_REACH + 1), step):
            if not 0 <= index < len(self._words):
                return
            if not _STOPS.isdisjoint(self._tokens.gap(max(index, index - step))):
                return
            word = self._words[index]
            if word not in self._language.negators and self._language.is_content(word):
                yield word

    def _pair_behind(self, place: int) -> list[str]:
        """The two characters behind a negator."""
        while place < len(self._words) and self._words[place] in self._language.modals:
            place += 1
        pair = self._words[place : place + 2]
        apart = any(
            not _STOPS.isdisjoint(self._tokens.gap(index)) for index in range(place, place + len(pair))
        )
        return [] if apart or not pair else ["".join(pair)]

    def _run_before(self, place: int) -> list[str]:
        """The ideographs before an ending that denies: 反発 of 反発していない."""
        at = place - 1
        while at >= max(0, place - _REACH) and not _KANJI.match(self._words[at]):
            if not _STOPS.isdisjoint(self._tokens.gap(at + 1)):
                return []
            at -= 1
        if at < max(0, place - _REACH):
            return []
        if at > 0 and _KANJI.match(self._words[at - 1]) and not self._tokens.gap(at):
            return ["".join(self._words[at - 1 : at + 1])]
        return ["".join(self._words[at : at + 2])]


def doubtful_negation(
    text: str, cited: Cited, own: SupportWords | None, theirs: SupportWords | None
) -> Iterator[str]:
    """Say which negation of `text` the cited sentences lack, and which of theirs it loses."""
    if own is None or theirs is None or not cited.sentences:
        return
    mine = Polarity(tokens_of(text), own)
    clauses = (clause for sentence in cited.sentences for clause in _CLAUSE_END.split(sentence.tokens.text))
    others = [Polarity(Tokens.of(clause), theirs) for clause in clauses]
    added = next((one for one in mine.negations if _is_added(one, mine, others, own, theirs)), None)
    if added:
        yield f"It says “{added.negator}”, which the cited sentences do not say there."
    if own is theirs:
        lost = next((one for other in others for one in other.negations if _is_lost(one, mine, others)), None)
        if lost:
            yield f"The cited sentences say “{lost.negator}” before “{lost.scope[0]}”, which it leaves out."


def _is_added(
    negation: Negation, mine: Polarity, others: Sequence[Polarity], own: SupportWords, theirs: SupportWords
) -> bool:
    head = negation.scope[0] if negation.scope else ""
    if own is theirs and head:
        cue = head if own.spaced else head[0]
        if cue in speech_cues(own.code):
            said = [word for word in speech_cues(own.code) if any(other.has(word) for other in others)]
            if said:
                return not any(other.denies(word) for other in others for word in said)
        holding = [other for other in others if other.has(head)]
        if head in own.negative:
            return bool(holding) and not any(other.denies(head) for other in holding)
        if holding:
            around = [*negation.scope[:_LOOKED_AT], *mine.before(negation)[:_LOOKED_AT]]
            found = [(word, other) for other in holding for word in around if other.has(word)]
            denied = sum(other.denies(word) for word, other in found)
            return not any(other.denies(head) for other in holding) and denied * _HALF < len(found)
        others = [other for other in others if any(map(other.has, negation.scope[1:_LOOKED_AT]))] or others
    return not any(other.is_negative for other in others)


def _is_lost(negation: Negation, mine: Polarity, others: Sequence[Polarity]) -> bool:
    head = negation.scope[0] if negation.scope else ""
    if not head or mine.is_negative or not mine.has(head):
        return False
    clause = next(other for other in others if negation in other.negations)
    retold = clause.shared_with(mine)
    return retold * _SHARED >= len(clause.content) and not any(
        other.has(head) and not other.denies(head) and other.shared_with(mine) >= retold for other in others
    )
