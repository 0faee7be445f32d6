"""How much two short texts have in common, by the beginnings of their words, in any language."""

from collections.abc import Collection
from functools import cache, lru_cache

from summarizer.languages import KNOWN, common_words
from summarizer.text.fold import cut

_BEGINNING = 6
"""Letters by which a word is known, so that its endings do not count."""
_SHORTEST = 4
"""Letters of a word that counts, in plain Latin script."""


@lru_cache(maxsize=4096)
def beginnings(text: str) -> frozenset[str]:
    """Return the first letters of each word of `text`, without short words and those that every text has."""
    return frozenset(
        word[:_BEGINNING]
        for word in cut(text)
        if (len(word) >= _SHORTEST or not word.isascii()) and word not in _common()
    )


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Return which part of the shorter one's letters both have, from 0 to 1."""
    in_common = _letters(frozenset(one) & frozenset(other))
    return in_common / min(_letters(one), _letters(other)) if in_common else 0.0


def _letters(words: Collection[str]) -> int:
    return sum(map(len, words))


@cache
def _common() -> frozenset[str]:
    return frozenset(cut(" ".join(word for code in KNOWN for word in common_words(code))))
