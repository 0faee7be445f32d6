"""Whether a sentence has to do with the rest of its article: which of its words stand elsewhere in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.text.stem import stem
from summarizer.text.wordlists import words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{2,}")
_KANA_ONLY = re.compile(r"[\u3041-\u309f]+")
_NAME = re.compile(r"(?<=[^.!?:“”\"\s] )[A-ZÀ-ÞА-Я][^\W\d_]{2,}")
_ARTICLE = re.compile("^(?:[وبفكل]?ال|لل|[وبفل](?=...))")
_SHORTEST = 4
_KEPT = 5
"""Letters of a word that are compared, in languages whose endings nobody cuts off here."""
_SAY_NOTHING = words(
    """
    that this with from have been were they their which would about there these those what when where whom
    whose will your could should into than then them some such only also just more most other over after
    before being because very each every many much made make like does here both between during while under
    again first following answer response reply output message write explain describe provide include word
    words sentence sentences people thing things time times year years today used using main part parts
    quién cuál cómo dónde cuándo quando quem qual quais quale quali dove come perché kiedy gdzie dlaczego jaka
    jaki która który warum welche welcher wann comment pourquoi quelle когда почему какая какой какое сколько
    """
)


def keys(text: str) -> Iterator[str]:
    """Return what is compared of the words of `text`, those that say little left out."""
    for found in _WORD.findall(text.casefold()):
        if _UNSPACED.match(found):
            pairs = (found[place : place + 2] for place in range(len(found) - 1))
            yield from (pair for pair in pairs if not _KANA_ONLY.fullmatch(pair))
        elif len(found) >= _SHORTEST and found not in _SAY_NOTHING:
            yield stem(found)[: _KEPT + 1] if found.isascii() else _ARTICLE.sub("", found)[:_KEPT]


class Vocabulary:
    """The words of an article's sentences, paragraph by paragraph."""

    def __init__(self, blocks: Iterable[Iterable[str]]) -> None:
        """Count the words of the sentences of each paragraph."""
        self._within = [Counter(key for text in texts for key in keys(text)) for texts in blocks]
        self._counts = Counter[str]()
        for counts in self._within:
            self._counts.update(counts)

    def __bool__(self) -> bool:
        """Whether there is anything that a sentence could have to do with."""
        return bool(self._counts)

    def relation(self, text: str, number: int) -> "Relation":
        """Return how the words of `text` stand to the article outside its paragraph, by its number."""
        own = set(keys(text))
        names = set(keys(" ".join(_NAME.findall(text))))
        shared = {key for key in own if self._counts[key] > self._within[number][key]}
        return Relation(len(own), len(shared), bool(names - shared))


class Relation(NamedTuple):
    """How a sentence stands to an article: its words, those that both have, and a name it has alone."""

    words: int
    shared: int
    has_new_name: bool

    @property
    def share(self) -> float:
        """The share of the words that are shared; 1 if there are none."""
        return self.shared / self.words if self.words else 1.0
