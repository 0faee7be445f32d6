"""A corpus as it lies on disk, whichever of the known ones it is, and a choice of its articles."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import CorpusMalformed, UsageError
from summarizer.evaluation.gold import GoldArticle
from summarizer.evaluation.golden import read_golden
from summarizer.evaluation.polnear import read_polnear

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\s{_IDEOGRAPHS}\u3000-\u303f\uff00-\uffef]+")
_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")


def read_corpus(path: Path) -> list[GoldArticle]:
    """The articles of a PolNeAR split (a folder with `text/` and `attributions/`) or of golden JSON Lines.

    Raises:
        UsageError: if `path` is neither a folder nor a `.jsonl` file.
        CorpusMalformed: if a file is not as it should be.
    """
    if path.is_dir():
        found = read_polnear(path) if (path / "text").is_dir() else read_golden(path)
    elif path.suffix == ".jsonl" and path.exists():
        found = read_golden(path)
    else:
        raise UsageError(
            f"{path}: no corpus; give a folder with text/ and attributions/ (PolNeAR), or golden .jsonl"
        )
    articles = list(found)
    if not articles:
        raise CorpusMalformed(str(path), "holds no article")
    return articles


def words(text: str) -> int:
    """How many words: what white space parts, and each character of scripts that do not part words."""
    return sum(1 for _ in _WORD.finditer(text))


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles of a corpus: those of a length, and of these so many, picked by a seed.

    `least` and `most` are in words, both included. With the same seed a smaller pick is part of a larger one,
    so that raising `limit` asks about the articles that are new and no others.
    """

    least: int = 0
    most: int | None = None
    limit: int | None = None
    seed: int = 1

    @classmethod
    def of(cls, between: str | None, *, limit: int | None = None, seed: int = 1) -> "Selection":
        """Read a range of words such as `250-750`.

        Raises:
            UsageError: if it is none.
        """
        if between is None:
            return cls(limit=limit, seed=seed)
        match = _RANGE.fullmatch(between)
        if match is None or int(match[1]) > int(match[2]):
            raise UsageError(f"{between!r} is no range of words; write it as 250-750")
        return cls(int(match[1]), int(match[2]), limit, seed)

    def pick(self, path: Path) -> "Picked":
        """The articles to ask about from the corpus at `path`.

        Raises:
            UsageError: if there is none, or no corpus.
            CorpusMalformed: if a file of the corpus is not as it should be.
        """
        articles = read_corpus(path)
        fitting = [each for each in articles if self._fits(words(each.article.text))]
        if not fitting:
            raise UsageError(f"no article of {path} has {self.least} to {self.most} words; widen --words")
        drawn = {each.name for each in sorted(fitting, key=self._lot)[: self.limit]}
        picked = tuple(each for each in fitting if each.name in drawn)
        return Picked(path.resolve().name, self, len(articles), len(fitting), picked)

    def _fits(self, count: int) -> bool:
        return self.least <= count and (self.most is None or count <= self.most)

    def _lot(self, gold: GoldArticle) -> bytes:
        return hashlib.sha256(f"{self.seed}/{gold.name}".encode()).digest()


@dataclass(frozen=True, slots=True)
class Picked:
    """The articles of a corpus that are asked about, in its order, and how many there were to pick from.

    `fitting` are those of the right length.
    """

    dataset: str
    selection: Selection
    corpus: int
    fitting: int
    articles: tuple[GoldArticle, ...]
