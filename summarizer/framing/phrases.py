"""Where the phrases of a table stand in a text: one pass for all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count
from typing import NamedTuple

from summarizer.text.tokens import Tokens

_BETWEEN = " \t\n\u00a0\u2009\u202f-‐‑'’"
"""What may stand between the words of a phrase: blanks, hyphens, apostrophes."""
_WIDEST_GAP = 3
_SHORTEST_STEM = 3
"""Letters that must be left of a word once a joined one (Arabic “and”, “the”) is taken off."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form as a table writes it, and its words in lower case; True beside a word that is a stem."""

    form: str
    words: tuple[tuple[str, bool], ...]

    @classmethod
    def of(cls, form: str) -> "Phrase":
        """Read `form`, in which `*` behind a word stands for any ending.

        Raises:
            ValueError: if it has no word.
        """
        tokens = Tokens.of(form)
        if not tokens.words:
            raise ValueError(f"{form!r} has no word")
        return cls(
            form,
            tuple(
                (word.casefold(), form[end : end + 1] == "*")
                for word, end in zip(tokens.words, tokens.ends, strict=True)
            ),
        )

    def inside(self, longer: "Phrase", proclitics: tuple[str, ...] = ()) -> int:
        """At which word of `longer` this one begins; `proclitics` may be joined to its words there.

        Raises:
            ValueError: if it does not stand in it.
        """
        size = len(self.words)
        for start in range(len(longer.words) - size + 1):
            stretch = longer.words[start : start + size]
            if all(
                any(fits(mine, spelt) for spelt in spellings(other, proclitics))
                for mine, (other, _) in zip(self.words, stretch, strict=True)
            ):
                return start
        raise ValueError(f"{self.form!r} does not stand in {longer.form!r}")


class Hit(NamedTuple):
    """A phrase at the words `first` to `last`, `last` exclusive."""

    first: int
    last: int
    phrase: Phrase


def fits(pattern: tuple[str, bool], word: str) -> bool:
    """Whether `word`, in lower case, is the pattern's word or begins with its stem."""
    return word.startswith(pattern[0]) if pattern[1] else word == pattern[0]


def spellings(word: str, proclitics: tuple[str, ...]) -> list[str]:
    """`word` in lower case, and what is left of it behind a letter that is joined to it."""
    plain = word.casefold()
    return [
        plain,
        *(
            plain.removeprefix(letters)
            for letters in proclitics
            if plain.startswith(letters) and len(plain) - len(letters) >= _SHORTEST_STEM
        ),
    ]


@dataclass(frozen=True)
class Phrases:
    """A table of phrases, some with longer phrases in which they do not count.

    `proclitics` are letters that may be joined to the front of any word.
    """

    phrases: tuple[Phrase, ...]
    unless: Mapping[str, tuple[tuple[int, Phrase], ...]]
    proclitics: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        forms: Iterable[str],
        unless: Mapping[str, Iterable[str]] | None = None,
        proclitics: tuple[str, ...] = (),
    ) -> "Phrases":
        """Read a table.

        Raises:
            ValueError: if a form has no word, or is not part of a phrase in which it should not count.
        """
        phrases = tuple(Phrase.of(form) for form in forms)
        harmless = {
            phrase.form: tuple(
                (phrase.inside(longer, proclitics), longer) for longer in map(Phrase.of, longer_forms)
            )
            for phrase in phrases
            if (longer_forms := (unless or {}).get(phrase.form))
        }
        return cls(phrases, harmless, proclitics)

    def find(self, tokens: Tokens) -> Iterator[Hit]:
        """Each phrase in `tokens`, in order, the longest at each place; none overlaps another.

        Linear in the text: each word is looked up once, and a phrase has few words.
        """
        begins = self._begins(tokens)
        if not begins:
            return
        end = 0
        for place in compress(count(), map(begins.__contains__, tokens.folded)):
            if place < end:
                continue
            hit = self._longest(tokens, place, begins[tokens.folded[place]])
            if hit is not None:
                end = hit.last
                if not self._is_harmless(tokens, hit):
                    yield hit

    def _begins(self, tokens: Tokens) -> Mapping[str, Sequence[Phrase]]:
        """The phrases that may begin with a word of the text, by that word in lower case, longest first."""
        words = tokens.folded_vocabulary
        if self.proclitics:
            return {word: found for word in words if (found := self._beginning(word))}
        begins = {word: self._by_word[word] for word in self._by_word.keys() & words}
        if self._by_stem:
            shortest, heads = self._stem_heads
            likely = (word for word in words if word[:shortest] in heads)
            begins |= {word: found for word in likely if (found := self._beginning(word))}
        return begins

    def _beginning(self, word: str) -> list[Phrase]:
        """The phrases whose first word `word`, in lower case, may be, the longest first."""
        found: list[Phrase] = []
        for spelling in spellings(word, self.proclitics):
            found += self._by_word.get(spelling, ())
            for length in self._stem_lengths:
                found += self._by_stem.get(spelling[:length], ()) if length <= len(spelling) else ()
        return sorted(found, key=_longest_first)

    def _longest(self, tokens: Tokens, place: int, candidates: Iterable[Phrase]) -> Hit | None:
        """The first of `candidates`, all of which begin with the word at `place`, that stands there."""
        matches = self._fits if self.proclitics else fits
        following = tokens.folded[place + 1] if place + 1 < len(tokens.folded) else ""
        for phrase in candidates:
            words = phrase.words
            if len(words) == 1 or (matches(words[1], following) and self._stands(tokens, place, phrase)):
                return Hit(place, place + len(words), phrase)
        return None

    def _stands(self, tokens: Tokens, place: int, phrase: Phrase) -> bool:
        if place < 0 or place + len(phrase.words) > len(tokens.words):
            return False
        matches = self._fits if self.proclitics else fits
        for at, pattern in enumerate(phrase.words, place):
            if not matches(pattern, tokens.folded[at]) or (at > place and not joined(tokens, at)):
                return False
        return True

    def _fits(self, pattern: tuple[str, bool], word: str) -> bool:
        return any(fits(pattern, spelt) for spelt in spellings(word, self.proclitics))

    def _is_harmless(self, tokens: Tokens, hit: Hit) -> bool:
        return any(
            self._stands(tokens, hit.first - offset, longer)
            for offset, longer in self.unless.get(hit.phrase.form, ())
        )

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase]]:
        return self._by_first(stem=False)

    @cached_property
    def _by_stem(self) -> dict[str, list[Phrase]]:
        return self._by_first(stem=True)

    def _by_first(self, *, stem: bool) -> dict[str, list[Phrase]]:
        table: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            if phrase.words[0][1] is stem:
                table.setdefault(phrase.words[0][0], []).append(phrase)
        return {word: sorted(found, key=_longest_first) for word, found in table.items()}

    @cached_property
    def _stem_lengths(self) -> list[int]:
        return sorted({len(stem) for stem in self._by_stem})

    @cached_property
    def _stem_heads(self) -> tuple[int, frozenset[str]]:
        """How many letters the shortest stem has, and what stems begin with, so many letters each."""
        shortest = min(self._stem_lengths)
        return shortest, frozenset(stem[:shortest] for stem in self._by_stem)


def _longest_first(phrase: Phrase) -> int:
    return -len(phrase.words)


def joined(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` goes on from the one before it: no punctuation or paragraph between."""
    gap = tokens.gap(index)
    return len(gap) <= _WIDEST_GAP and not gap.strip(_BETWEEN) and gap.count("\n") <= 1
