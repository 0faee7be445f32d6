"""An article cut into words, each with its place: what offers and names are compared with."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from summarizer.article import Span
from summarizer.text.glyphs import INVISIBLE, composed

# Scripts without blanks between words: each character is a token, so that any stretch is token-aligned.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Marks that `\w` does not match although they stand inside words.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0963\u0971-\u0dff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f" + INVISIBLE
)
_SPECIAL = re.compile(f"[{_UNSPACED}{_MARKS}]")
_PLAIN_TOKEN = re.compile(r"(\w+)")
_TOKEN = re.compile(rf"([{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[{_MARKS}]+[^\W{_UNSPACED}]*)*)")


@dataclass(frozen=True)
class Tokens:
    """The words of a text, in NFC and with their case, and where each starts and ends in code points."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> "Tokens":
        """Cut `text` in time linear in its length."""
        # Without the characters that need the long pattern, the short one does the same in half the time.
        parts = (_TOKEN if _SPECIAL.search(text) else _PLAIN_TOKEN).split(text)
        places = list(accumulate(map(len, parts)))
        words = parts[1::2]
        if not text.isascii():
            foreign = (word for word in set(words) if not word.isascii())
            odd = {word: plain for word in foreign if (plain := composed(word)) != word}
            if odd:
                words = [odd.get(word, word) for word in words]
        return cls(text=text, words=words, starts=places[:-1:2], ends=places[1::2])

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self.words)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Each word in lower case."""
        return {word: word.casefold() for word in self.vocabulary}

    @cached_property
    def folded(self) -> list[str]:
        """The words in lower case."""
        return list(map(self.forms.__getitem__, self.words))

    @cached_property
    def folded_vocabulary(self) -> frozenset[str]:
        """Each word in lower case once."""
        return frozenset(self.forms.values())

    def span(self, first: int, last: int) -> Span:
        """The place of the words `first` to `last`, `last` exclusive."""
        return Span(self.starts[first], self.ends[last - 1])

    def gap(self, index: int) -> str:
        """What stands between the word at `index` and the one before it."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def within(self, span: Span) -> range:
        """The words that lie wholly inside `span`."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))
