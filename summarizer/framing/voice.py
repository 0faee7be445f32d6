"""Whose words a stretch of text is: the writer's own, or reported as somebody's."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.framing.lexicon import Lexicon
from summarizer.framing.phrases import Phrases
from summarizer.text.tokens import Tokens

_NEAR = 12
"""Words behind a cue that it still covers where quoted ones stand between: said the “old” regime had."""
_TAIL_SUBJECT = 6
_TAIL = 8
"""Words between the last comma and a cue, and from it to the end of the sentence: …, he said on Monday."""
_TAIL_INVERTED = 4
_COMMAS = ",，、،"


class Voice:
    """Tells the writer's own words from those in quotations and in reported speech.

    Cheap, and on the safe side: a sentence in which somebody said something before the words, in which a
    source is named, or which ends in “…, X said” is taken to report. “The X said” right behind the words
    makes them the writer's.
    """

    def __init__(self, marks: Marks, tokens: Tokens, lexicon: Lexicon) -> None:
        """Nothing is looked for yet."""
        self._marks, self._tokens, self._lexicon = marks, tokens, lexicon

    def is_own(self, first: int, last: int) -> bool:
        """Whether the words `first` to `last`, `last` exclusive, are the writer's own."""
        span = self._tokens.span(first, last)
        return self._marks.quotation_at(span) is None and not self._is_reported(first, last, span)

    def is_unattributed(self, first: int, last: int) -> bool:
        """The same, but that quotation marks alone do not make words somebody else's."""
        span = self._tokens.span(first, last)
        if self._marks.quotation_at(span) is None:
            return not self._is_reported(first, last, span)
        sentence = self._sentence(span)
        return not any(
            _between(places, sentence.start, sentence.stop) for places in (self._cues, self._sources)
        )

    def _is_reported(self, first: int, last: int, span: Span) -> bool:
        sentence = self._sentence(span)
        if _between(self._sources, sentence.start, sentence.stop):
            return True
        place = bisect_right(self._cues, first - 1) - 1
        if place >= 0 and self._cues[place] >= sentence.start and self._covers(self._cues[place], first):
            return True
        following = bisect_left(self._cues, last)
        return (
            following < len(self._cues)
            and self._cues[following] < sentence.stop
            and self._is_tail(last, self._cues[following], sentence.stop)
        )

    def _covers(self, cue: int, first: int) -> bool:
        if first - cue <= _NEAR:
            return True
        between = Span(self._tokens.ends[cue], self._tokens.starts[first])
        index = bisect_left(self._quotation_starts, between.start)
        return not (index < len(self._quotation_starts) and self._quotation_starts[index] < between.end)

    def _is_tail(self, last: int, cue: int, end: int) -> bool:
        """Whether the cue stands in a clause of its own behind the words."""
        if end - cue - 1 > _TAIL:
            return False
        reach = range(cue, max(last - 1, cue - _TAIL_SUBJECT - 1), -1)
        comma = next((index for index in reach if self._comma(index)), None)
        if comma == cue:  # “…, said Ana Ruiz”, and not “Ruiz, the tyrant, said that they would …”
            return end - cue <= _TAIL_INVERTED or self._tokens.words[cue + 1][:1].isupper()
        return comma is not None

    def _comma(self, index: int) -> bool:
        return any(letter in _COMMAS for letter in self._tokens.gap(index))

    def _sentence(self, span: Span) -> range:
        """The words of the sentence that `span` begins in."""
        numbers = self._marks.sentence_range(span)
        if not numbers:
            return self._tokens.within(span)
        return self._tokens.within(self._marks.marked.sentences[numbers.start].span)

    @cached_property
    def _cues(self) -> list[int]:
        return self._outside(self._lexicon.cues)

    @cached_property
    def _sources(self) -> list[int]:
        return self._outside(self._lexicon.sources)

    def _outside(self, phrases: Phrases) -> list[int]:
        """Where phrases stand outside all quotations."""
        return [
            hit.first
            for hit in phrases.find(self._tokens)
            if self._marks.quotation_at(self._tokens.span(hit.first, hit.last)) is None
        ]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.outer.start for quotation in self._marks.top_quotations()]


def _between(places: list[int], start: int, stop: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < stop
