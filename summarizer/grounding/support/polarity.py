"""What a text says of its words: which it denies, and which it does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.analysis.cues import speech_cues
from summarizer.grounding.support.words import SupportWords, WordIndex, folded, is_ideograph
from summarizer.text.tokens import Tokens

_REACH = 8
"""Words from a negator, or from one such as refuse, within which the words stand that it turns."""
_BESIDE = 3
"""Words from a negator to what it stands beside."""
_LONGEST_ENDING = 4
"""Characters of a negation in a language without blanks: なかった."""
_STOPS = frozenset(".;:!?。；：！？，、,؛،")


@dataclass(frozen=True)
class Negation:
    """A negator, or a word such as refuse, and the places of what it turns, the nearest first."""

    word: str
    place: int
    scope: tuple[int, ...]
    turns: bool = True


class Reading:
    """A text whose units are denied or not: its words, or pairs of characters where no blanks part words."""

    def __init__(self, tokens: Tokens, language: SupportWords) -> None:
        """Read the words of a text."""
        self._tokens, self.language = tokens, language
        self.words = list(map(folded, tokens.words))
        self._idioms = language.idiom_spans(tokens.text)
        self.negations = list(self._negations())
        self.lexical = list(self._denials())

    @property
    def is_question(self) -> bool:
        """Whether it asks; a question that expects no answer denies as well."""
        return self._tokens.text.rstrip("”»\"'’」』）) ").endswith(("?", "؟", "？"))

    @property
    def is_negative(self) -> bool:
        """Whether anything in it is denied, or asked."""
        return bool(self.negations or self.lexical) or self.is_question

    def unit(self, place: int) -> str:
        """What is compared of the word there."""
        if self.language.spaced:
            return self.words[place]
        if self.words[place] in speech_cues(self.language.code):
            return self.words[place]
        behind = self.words[place + 1 : place + 2]
        is_pair = behind and is_ideograph(behind[0]) and not self._tokens.gap(place + 1)
        return self.words[place] + (behind[0] if is_pair else "")

    def asserts(self, unit: str) -> bool:
        """Whether it says a unit, in any form of it, without denying it."""
        return unit in self._asserted

    def denies(self, unit: str) -> bool:
        """Whether it says a unit behind something that turns it, or asks."""
        return unit in self._denied or (self.is_question and unit in self._asserted)

    def has(self, unit: str) -> bool:
        """Whether it says a unit at all."""
        return unit in self._asserted or unit in self._denied

    @cached_property
    def content(self) -> list[int]:
        """The places of the units that say something by themselves."""
        if self.language.spaced:
            return [place for place, word in enumerate(self.words) if self.language.is_content(word)]
        return [place for place in range(len(self.words)) if is_ideograph(self.words[place])]

    @property
    def denying_what_follows(self) -> Iterator[Negation]:
        """The negations that say of a word right beside them that it is not so; refused to go is one."""
        for one in self.negations:
            reach = _BESIDE if self.language.spaced else _REACH
            if one.scope and abs(one.scope[0] - one.place) <= reach:
                yield one
        for one in self.lexical:
            links = self.words[one.place + 1 : one.place + 2]
            if one.turns and one.scope and links and links[0] in self.language.links:
                yield one

    def is_denial(self, place: int) -> bool:
        """Whether a word such as refuse stands there."""
        return place in self._denial_places

    @cached_property
    def _denial_places(self) -> set[int]:
        return {one.place for one in self.lexical if one.turns}

    @cached_property
    def _turned(self) -> set[int]:
        """Places that are denied; what denies a denial, such as does not refuse, turns nothing but that."""
        cancelled = {one.scope[0] for one in self.negations if one.scope}
        found: set[int] = set()
        for one in self.negations:
            found.update(one.scope[:1] if one.scope and self.is_denial(one.scope[0]) else one.scope)
        for one in self.lexical:
            if one.place not in cancelled:
                found.update(one.scope if one.turns else one.scope[:1])
        return found

    @cached_property
    def _asserted(self) -> WordIndex:
        return WordIndex(self.unit(place) for place in self._places if place not in self._turned)

    @cached_property
    def _denied(self) -> WordIndex:
        return WordIndex(self.unit(place) for place in self._turned)

    @property
    def _places(self) -> Sequence[int]:
        return range(len(self.words)) if self.language.spaced else self.content

    def _negations(self) -> Iterator[Negation]:
        longest = 1 if self.language.spaced else _LONGEST_ENDING
        place = 0
        while place < len(self.words):
            size = next(
                (
                    size
                    for size in range(longest, 0, -1)
                    if "".join(self.words[place : place + size]) in self.language.negators
                ),
                0,
            )
            if size and not self._is_idiom(place):
                may_follow = "".join(self.words[place : place + size]) in self.language.before
                word = "".join(self._tokens.words[place : place + size])
                yield Negation(word, place, tuple(self._scope(place, size, may_follow=may_follow)))
            place += size or 1

    def _is_idiom(self, place: int) -> bool:
        at = self._tokens.starts[place]
        return any(start <= at < end for start, end in self._idioms)

    def _denials(self) -> Iterator[Negation]:
        language = self.language
        for place, word in enumerate(self.words):
            both = "".join(self.words[place : place + 2])
            if word in language.opposing or both in language.opposing:
                scope = tuple(self._near(place if language.spaced else place + 1, 1))
                yield Negation(self._tokens.words[place], place, scope, turns=False)
            elif word in language.negative or both in language.negative:
                step = -1 if language.verbs_last else 1
                first = place if language.spaced or language.verbs_last else place + 1
                yield Negation(self._tokens.words[place], place, tuple(self._near(first, step)))

    def _scope(self, place: int, size: int, *, may_follow: bool) -> list[int]:
        if not self.language.spaced:
            return self._run_before(place) if may_follow else self._pair_behind(place + size)
        return [*self._near(place, 1), *(self._near(place, -1) if may_follow else ())]

    def before(self, place: int) -> Iterator[int]:
        """The places of the units before one, within the clause."""
        return self._near(place, -1)

    def _near(self, place: int, step: int) -> Iterator[int]:
        """The places of the next content words on one side, within the clause."""
        for index in range(place + step, place + step * (_REACH + 1), step):
            if not 0 <= index < len(self.words):
                return
            if not _STOPS.isdisjoint(self._tokens.gap(max(index, index - step))):
                return
            word = self.words[index]
            is_content = self.language.is_content(word) if self.language.spaced else is_ideograph(word)
            if is_content and word not in self.language.negators:
                yield index

    def _pair_behind(self, place: int) -> list[int]:
        """The pair of characters behind a negator."""
        while place < len(self.words) and self.words[place] in self.language.modals:
            place += 1
        if place >= len(self.words) or not _STOPS.isdisjoint(self._tokens.gap(place)):
            return []
        return [place]

    def _run_before(self, place: int) -> list[int]:
        """The ideographs before an ending that denies: 反発 of 反発していない."""
        at = place - 1
        while at >= max(0, place - _REACH) and not is_ideograph(self.words[at]):
            if not _STOPS.isdisjoint(self._tokens.gap(at + 1)):
                return []
            at -= 1
        if at < max(0, place - _REACH):
            return []
        is_pair = at > 0 and is_ideograph(self.words[at - 1]) and not self._tokens.gap(at)
        return [at - 1 if is_pair else at]
