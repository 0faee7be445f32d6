"""Names of parties: when two are the same, and where the article has them."""

import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from summarizer.article import Span
from summarizer.grounding.vocabulary import ARTICLES, NAME_SUFFIXES, TITLES
from summarizer.text.glyphs import DASHES, DOUBLE_MARKS, SINGLE_MARKS
from summarizer.text.tokens import Tokens

Key = tuple[str, ...]

_MARKS = DOUBLE_MARKS + SINGLE_MARKS
_POSSESSIVE = re.compile(rf"(?<=\w)[{SINGLE_MARKS}][sS]?$")
_MOST_WORDS = 60
"""Words of a name; what is longer is looked for nowhere."""
_SPACE = re.compile(r"\s+")
_GAP = {**dict.fromkeys(map(ord, _MARKS)), **dict.fromkeys(map(ord, DASHES), "-")}


def bare(name: str) -> str:
    """`name` without quotation marks around it, possessive ending and leading article."""
    plain = name.strip().strip(DOUBLE_MARKS + ",;: ").strip()
    plain = _POSSESSIVE.sub("", plain).lstrip(SINGLE_MARKS)
    first, _, rest = plain.partition(" ")
    return rest.strip() if rest and first.casefold() in ARTICLES else plain


@lru_cache(maxsize=4096)
def key(name: str) -> Key:
    """The words of `name` by which it is compared: no marks, article, possessive or case."""
    return tuple(word.casefold() for word in Tokens.of(bare(name)).words)


def untitled(name: Key) -> Key:
    """`name` without the titles it begins with, and without `Jr.`; never empty unless `name` is."""
    start, end = 0, len(name)
    while end > 1 and name[end - 1] in NAME_SUFFIXES:
        end -= 1
    while start < end - 1 and name[start] in TITLES:
        start += 1
    return name[start:end]


def has_capital(name: str) -> bool:
    """Whether `name` looks like a proper name: a capital, or a letter of a script that has no capitals."""
    return any(letter.isupper() or unicodedata.category(letter) == "Lo" for letter in name)


class Place(NamedTuple):
    """Where a name stands: its words `first` to `last`, `last` exclusive, and its span in code points."""

    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    end: str
    cased: bool

    @classmethod
    def of(cls, name: str, *, ideograph: bool) -> "_Pattern | None":
        plain = bare(name)
        if not has_capital(plain):
            # “the group” is not “group”: without a proper name in it the article stays.
            plain = _POSSESSIVE.sub("", name.strip().strip(_MARKS))
        tokens = Tokens.of(plain)
        letters = "".join(tokens.words)
        if len(tokens.words) > _MOST_WORDS:
            return None
        if len(letters) < 2 and not (ideograph and unicodedata.category(letters or " ") == "Lo"):  # noqa: PLR2004
            return None  # a single letter names nobody
        return cls(
            name=name,
            words=tuple(tokens.words),
            gaps=tuple(_gap(tokens.gap(index)) for index in range(1, len(tokens.words))),
            end="." if plain.endswith(".") else "",
            cased=has_capital(plain),
        )

    def firsts(self) -> set[str]:
        """The spellings with which this name may begin."""
        first = self.words[0]
        if not self.cased:
            return {first.lower(), first.capitalize(), first.upper()}
        return {first, first[:1].upper() + first[1:]}

    def stands_at(self, tokens: Tokens, index: int) -> Place | None:
        """Where the name stands if its first word is the one at `index`."""
        last = index + len(self.words)
        if last > len(tokens.words):
            return None
        for offset in range(1, len(self.words)):
            word, wanted = tokens.words[index + offset], self.words[offset]
            if word != wanted and (self.cased or word.lower() != wanted.lower()):
                return None
            if _gap(tokens.gap(index + offset)) != self.gaps[offset - 1]:
                return None
        start, end = tokens.span(index, last)
        text = tokens.text
        if self.end and text.startswith(self.end, end):
            end += len(self.end)
        if last > index + 1 and start and text[start - 1] in DOUBLE_MARKS:
            start -= sum(letter in DOUBLE_MARKS for letter in text[start:end]) % 2
        return Place(index, last, Span(start, end))


def find_names(
    tokens: Tokens, names: Iterable[str], ideographs: Container[str] = frozenset()
) -> dict[str, list[Place]]:
    """Where each of `names` stands as whole words, in order; one pass over the article for all.

    Names with a capital are matched with their case; quotation marks inside a name do not matter. The place
    is the name itself: no article before it, no possessive behind it. Names in `ideographs` may be a single
    one.
    """
    found: dict[str, list[Place]] = {name: [] for name in names}
    patterns: dict[str, list[_Pattern]] = {}
    for name in found:
        pattern = _Pattern.of(name, ideograph=name in ideographs)
        if pattern:
            for word in pattern.firsts():
                patterns.setdefault(word, []).append(pattern)
    for index in compress(count(), map(patterns.__contains__, tokens.words)):
        for pattern in patterns[tokens.words[index]]:
            place = pattern.stands_at(tokens, index)
            if place:
                found[pattern.name].append(place)
    return found


def _gap(text: str) -> str:
    if text == " ":
        return text
    if text.count("\n") > 1:
        return "\n\n"
    return _SPACE.sub(" ", text.translate(_GAP))
