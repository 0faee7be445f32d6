"""Who says a quote, by the words around it: the cue that attributes it, and how far off its speaker is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from summarizer.analysis import Quotation
from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.grounding.names import Place
from summarizer.grounding.parties import Member
from summarizer.grounding.vocabulary import CUES, OBJECT_CUES
from summarizer.text.tokens import Tokens

FAR = 2
"""Sentences between a quote and the nearest mention of its speaker from which on a reader is warned."""
_LONGEST_CHAIN = 40
"""Quotations that go on from one another, back from a quote, beside which its speaker is looked for."""
_REACH = 60
"""Words before and after a quote in which a cue is looked for."""
_SUBJECT_REACH = 8
_INVERTED_REACH = 4
_Named = dict[int, list[tuple[Member, Place]]]


@dataclass(frozen=True, slots=True)
class _Cue:
    first: int
    last: int
    follows_quote: bool
    takes_object: bool


class Attribution:
    """The mentions of all members around quotes."""

    def __init__(self, marks: Marks, tokens: Tokens, members: Sequence[Member]) -> None:
        """Index the mentions of `members` by word."""
        self._marks, self._tokens = marks, tokens
        self._named: _Named = {}
        for member in members:
            for place in member.places:
                self._named.setdefault(place.first, []).append((member, place))

    def is_far(self, span: Span, mark: Quotation | None, speaker: Member) -> bool:
        """Whether no mention of `speaker` is within two sentences of the quote or of what it goes on from."""
        starts = [place.span.start for place in speaker.places]
        return not any(
            self._near(stretch, starts) for stretch in islice(self._chain(span, mark), _LONGEST_CHAIN)
        )

    def _chain(self, span: Span, mark: Quotation | None) -> Iterator[Span]:
        yield span
        seen: set[str] = set()
        while mark and mark.id not in seen:
            yield mark.outer
            seen.add(mark.id)
            mark = self._marks.quotations.get(mark.continues or "")

    def _near(self, span: Span, starts: Sequence[int]) -> bool:
        number = self._marks.sentence_number
        first, last = number(span.start), number(span.end - 1)
        index = bisect_left(starts, span.start)
        around = starts[max(0, index - 1) : index + 1]
        return any(first - FAR <= number(start) <= last + FAR for start in around)

    def cue(self, span: Span, speaker: Member) -> Span | None:
        """The words that attribute the quote at `span` to `speaker`: with the name if it stands there.

        Only words outside quotation marks count, and rather none than wrong ones: if another party stands
        where the speaker should, there is no cue.
        """
        around = self._around(span)
        cues = [cue for cue in self._cues(around) if self._outside(cue.first, span)]
        pairs = sorted(pair for cue in cues for pair in self._pairs(cue, around, span, speaker))
        if pairs:
            _, _, first, last = pairs[0]
            return self._tokens.span(first, last)
        quoted = self._tokens.within(span)
        for cue in sorted(cues, key=lambda cue: _distance(cue, quoted)):
            if _distance(cue, quoted) <= _INVERTED_REACH and not self._somebody_near(cue, around):
                return self._tokens.span(cue.first, cue.last)
        return None

    def _around(self, span: Span) -> range:
        """The words of the quote's sentences; of the one before too if it ends with a colon."""
        marks, text = self._marks, self._marks.text
        mark = marks.quotation_at(span)
        outer = mark.outer if mark else span
        sentences = marks.sentence_range(outer)
        first, last = sentences.start, sentences.stop
        if (
            text[max(0, outer.start - 8) : outer.start].rstrip().endswith(":")
            and first
            and not self._opens_inside(first, outer)
        ):
            first -= 1
        follows = text[outer.end : outer.end + 2].strip()
        if follows.islower() and last < len(marks.marked.sentences):
            last += self._begins_at(last, outer.end)
        chosen = marks.marked.sentences[first:last]
        words = self._tokens.within(Span(chosen[0].span.start, chosen[-1].span.end) if chosen else outer)
        quoted = self._tokens.within(outer)
        return range(max(words.start, quoted.start - _REACH), min(words.stop, quoted.stop + _REACH))

    def _opens_inside(self, sentence: int, outer: Span) -> bool:
        """Whether the sentence has words before the quotation."""
        return self._marks.marked.sentences[sentence].span.start < outer.start

    def _begins_at(self, sentence: int, place: int) -> bool:
        return self._marks.marked.sentences[sentence].span.start <= place + 1

    def _cues(self, around: range) -> Iterator[_Cue]:
        words = self._tokens.words
        for index in around:
            word = words[index]
            if word in CUES:
                follows = index > around.start and not self._outside(index - 1)
                yield _Cue(index, index + 1, follows, word in OBJECT_CUES)
            elif word in {"according", "According"} and words[index + 1 : index + 2] == ["to"]:
                yield _Cue(index, index + 2, follows_quote=True, takes_object=False)

    def _outside(self, index: int, quote: Span | None = None) -> bool:
        """Whether the word at `index` stands outside all quotations, and outside `quote`."""
        span = self._tokens.span(index, index + 1)
        return self._marks.quotation_at(span) is None and not (quote and span.overlaps(quote))

    def _pairs(
        self, cue: _Cue, around: range, quote: Span, speaker: Member
    ) -> Iterator[tuple[int, int, int, int]]:
        """The speaker's name before the cue (`Hamas posted`), or right behind it (`said Hamas`)."""
        for start in range(max(around.start, cue.first - _SUBJECT_REACH - 4), cue.first):
            for member, place in self._named.get(start, ()):
                between = range(place.last, cue.first)
                if (
                    member is speaker
                    and len(between) <= _SUBJECT_REACH
                    and place.last <= cue.first
                    and all(self._outside(index, quote) for index in range(start, cue.first))
                    and (not self._somebody_in(between, speaker) or "," in self._tokens.gap(cue.first))
                ):
                    yield len(between), cue.first, start, cue.last
        if not cue.follows_quote or cue.takes_object:
            return
        for start in range(cue.last, min(around.stop, cue.last + _INVERTED_REACH + 1)):
            text = self._marks.text[self._tokens.ends[cue.last - 1] : self._tokens.starts[start]]
            if not text.isspace() and not all(letter.isalnum() or letter in " '’“”\"-" for letter in text):
                return
            for member, place in self._named.get(start, ()):
                if member is speaker and self._outside(start, quote):
                    yield start - cue.last, cue.first, cue.first, place.last

    def _somebody_in(self, words: range, speaker: Member) -> bool:
        return any(member is not speaker for index in words for member, _ in self._named.get(index, ()))

    def _somebody_near(self, cue: _Cue, around: range) -> bool:
        near = range(max(around.start, cue.first - 4), min(around.stop, cue.last + 3))
        return any(index in self._named and self._outside(index) for index in near)


def _distance(cue: _Cue, quoted: range) -> int:
    return max(quoted.start - cue.last, cue.first - quoted.stop, 0)
