"""Two texts of one article, and where a stretch of the one stands in the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from summarizer.article import Span
from summarizer.text.alignment import NOWHERE, align, inverted
from summarizer.text.glyphs import canonical
from summarizer.text.tokens import Tokens

Standing = Literal["same", "corrected", "changed"]
"""Of a sentence: there but for white space and glyphs, there but for a typing error, or neither."""

_MOST_TYPOS = 2
_SHORTEST = 5
"""Letters of a word in which one of them may be an error; in shorter ones it makes another word."""
_TELLING = 4
"""Words in a row that two texts do not share by chance."""
_LOOSE = str.maketrans("", "", " ,;:.-")


@dataclass(frozen=True)
class Texts:
    """The words of an earlier text, and where each stands in a later one."""

    old: Tokens
    new: Tokens
    places: Sequence[int]

    @classmethod
    def of(cls, old: str, new: str) -> "Texts":
        """Align two texts, in time near-linear in their length."""
        before, after = Tokens.of(old), Tokens.of(new)
        return cls(before, after, align(before.words, after.words))

    def turned(self) -> "Texts":
        """The same seen from the later text."""
        return Texts(self.new, self.old, inverted(self.places, len(self.new.words)))

    def words(self, span: Span) -> range:
        """The words of the earlier text that `span` touches."""
        return range(bisect_right(self.old.ends, span.start), bisect_left(self.old.starts, span.end))

    def image(self, span: Span) -> Span | None:
        """Where all of `span` stands in the later text, but for white space and glyphs; None if nowhere."""
        words = self.words(span)
        first = self._first_in_a_row(words)
        if first is None:
            return None
        last = first + len(words) - 1
        exact = self.old.text[span.start : span.end]
        before = span.start - self.old.starts[words.start]
        after = span.end - self.old.ends[words.stop - 1]
        start, end = self.new.starts[first] + before, self.new.ends[last] + after
        if start >= 0 and self.new.text[start:end] == exact:
            return Span(start, end)
        if before > 0 or after < 0:
            return None
        return self._loose_image(exact, first, last, -before, after)

    def _loose_image(self, exact: str, first: int, last: int, lead: int, trail: int) -> Span | None:
        text, start, end = self.new.text, self.new.starts[first], self.new.ends[last]
        wanted, closing = canonical(exact[:lead]), canonical(exact[len(exact) - trail :])
        starts = (
            at for at in range(start, max(-1, start - lead - 3), -1) if canonical(text[at:start]) == wanted
        )
        ends = (at for at in range(end, end + trail + 3) if canonical(text[end:at]) == closing)
        found = next(starts, None), next(ends, None)
        if found[0] is None or found[1] is None:
            return None
        span = Span(found[0], min(found[1], len(text)))
        return span if canonical(text[span.start : span.end]) == canonical(exact) else None

    def _first_in_a_row(self, words: range) -> int | None:
        """The place of the first of these words, if all of them stand there with nothing between."""
        first = self.places[words.start] if words else NOWHERE
        if first == NOWHERE:
            return None
        in_a_row = all(self.places[word] == first + step for step, word in enumerate(words))
        return first if in_a_row else None

    def region(self, span: Span) -> Span:
        """What stands in the later text between the words around `span`, from the end of the one before."""
        words = self.words(span)
        index = bisect_left(self._placed, words.start)
        following = bisect_left(self._placed, words.stop)
        start = self.new.ends[self.places[self._placed[index - 1]]] if index else 0
        is_last = following == len(self._placed)
        end = len(self.new.text) if is_last else self.new.starts[self.places[self._placed[following]]]
        return Span(start, max(start, end))

    def in_runs(self) -> set[int]:
        """The words of the earlier text that have their place in a row of four or more."""
        found: set[int] = set()
        start = 0
        for word in range(1, len(self.places) + 1):
            if word < len(self.places) and self.places[word] == self.places[word - 1] + 1 > 0:
                continue
            if self.places[start] != NOWHERE and word - start >= _TELLING:
                found.update(range(start, word))
            start = word
        return found

    @cached_property
    def _placed(self) -> list[int]:
        return [word for word, place in enumerate(self.places) if place != NOWHERE]

    def standing(self, sentence: Span, cited: "Cited") -> Standing:
        """What has become of a sentence.

        A sentence that no item cites may have up to two words corrected by a letter (in lower case, of five
        letters or more, beginning alike) and its commas, colons and full stops moved; the summary says
        nothing that hangs on them. Anything else is a change, a single name or number above all.
        """
        words = self.words(sentence)
        if not words or self.image(sentence) is not None:
            return "same"
        there = self._opposite(words)
        if there is None or cited.touches(words, there):
            return "changed"
        pairs = [(self.old.words[a], self.new.words[b]) for a, b in zip(words, there, strict=True)]
        differing = [pair for pair in pairs if pair[0] != pair[1]]
        if len(differing) > _MOST_TYPOS or not all(is_typo(*pair) for pair in differing):
            return "changed"
        return "corrected" if self._is_set_alike(sentence, words, there) else "changed"

    def _opposite(self, words: range) -> range | None:
        """The words that stand where `words` stood, if they are as many."""
        for step, word in enumerate(words):
            if self.places[word] != NOWHERE:
                first = self.places[word] - step
                there = range(first, first + len(words))
                fits = first >= 0 and there.stop <= len(self.new.words)
                alike = all(self.places[a] in (b, NOWHERE) for a, b in zip(words, there, strict=True))
                return there if fits and alike else None
        return None

    def _is_set_alike(self, sentence: Span, words: range, there: range) -> bool:
        """Whether what stands between the words, and beside them, differs in loose punctuation alone."""
        old, new = self.old, self.new
        steps = range(1, len(words))
        if any(_tight(old.gap(words[step])) != _tight(new.gap(there[step])) for step in steps):
            return False
        lead = _tight(old.text[sentence.start : old.starts[words[0]]])
        trail = _tight(old.text[old.ends[words[-1]] : sentence.end])
        behind = new.starts[there.stop] if there.stop < len(new.starts) else len(new.text)
        after = _tight(new.text[new.ends[there[-1]] : behind])
        return _tight(new.gap(there[0])).endswith(lead) and after.startswith(trail)


@dataclass(frozen=True)
class Cited:
    """The words that items cite, one flag a word, in the text that is looked from and in the other."""

    here: Collection[int]
    there: Collection[int]

    def touches(self, here: range, there: range) -> bool:
        """Whether one of these words is cited."""
        return any(word in self.here for word in here) or any(word in self.there for word in there)

    def turned(self) -> "Cited":
        """The same seen from the other text."""
        return Cited(self.there, self.here)


def is_typo(old: str, new: str) -> bool:
    """Whether one word is the other with one letter wrong, missing, added, or two of them exchanged."""
    from rapidfuzz.distance import OSA

    plain = all(word.isalpha() and word.islower() and len(word) >= _SHORTEST for word in (old, new))
    return plain and old[0] == new[0] and OSA.distance(old, new, score_cutoff=1) <= 1


def _tight(gap: str) -> str:
    return canonical(gap).translate(_LOOSE)
