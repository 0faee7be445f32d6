"""The language of an article that does not say it: by its script, else by the small words of every text.

py3langid was tried and left: its first answer takes a second, most of it to load its model, and this one a
millisecond; among the languages that marking has entries for, the small words decide as well.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import chain

from summarizer.languages import KNOWN, common_words, number_words

_READ = 2000
"""Characters."""
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_NOT_ARABIC = re.compile(r"[پچژگٹڈڑںےۆێھ]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NOT_RUSSIAN = re.compile(r"[іїєґўђћљњџјѓќѕқғңөұүһІЇЄҐЎЂЋЉЊЏЈ]")
_FEW_KANA = 0.1
"""Of the ideographs; Chinese articles name Japanese things."""
_MOST_FOREIGN = 0.01
_FEWEST_WORDS = 2
_SCRIPTS = tuple(
    (code, re.compile(f"[{letters}]"))
    for code, letters in (
        ("ko", "\uac00-\ud7a3"), ("he", "\u05d0-\u05ea"), ("el", "\u0370-\u03ff\u1f00-\u1fff"),
        ("hi", "\u0904-\u0939"), ("bn", "\u0985-\u09b9"), ("pa", "\u0a05-\u0a39"), ("gu", "\u0a85-\u0ab9"),
        ("ta", "\u0b85-\u0bb9"), ("te", "\u0c05-\u0c39"), ("kn", "\u0c85-\u0cb9"), ("ml", "\u0d05-\u0d39"),
        ("si", "\u0d85-\u0dc6"), ("th", "\u0e01-\u0e2e"), ("lo", "\u0e81-\u0eae"), ("my", "\u1000-\u102a"),
        ("ka", "\u10d0-\u10ff"), ("hy", "\u0561-\u0587"), ("am", "\u1200-\u137f"), ("km", "\u1780-\u17b3"),
    )
)  # fmt: skip
"""Scripts that one language alone, or mostly one, is written in."""
_SHORT = 3
"""Letters of number words that are other words elsewhere: ten, one."""
_FEW_WORDS = 12
"""A shorter text may be English without a single word that tells so."""


def guess(text: str) -> str | None:
    """The code of the language that `text` begins in, or None if it cannot be told."""
    sample = text[:_READ]
    if sample.isascii():
        return _by_words(sample)
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    arabic, cyrillic = len(_ARABIC.findall(sample)), len(_CYRILLIC.findall(sample))
    most, letters = max(han + kana, arabic, cyrillic), sum(map(str.isalpha, sample))
    if 2 * most < letters:
        return _by_script(sample, letters) or _by_words(sample)
    if most == han + kana:
        return "ja" if kana > _FEW_KANA * han else "zh"
    if most == arabic:
        return None if len(_NOT_ARABIC.findall(sample)) > _MOST_FOREIGN * arabic else "ar"
    foreign = len(_NOT_RUSSIAN.findall(sample)) > _MOST_FOREIGN * cyrillic
    return _by_words(sample, among=("uk",)) if foreign else "ru"


def looks_english(text: str) -> bool:
    """Whether a text whose language cannot be told may be read as English: short, or with its small words."""
    sample = text[:_READ]
    found = _WORD.findall(sample)
    counts = _telling(" ".join(word for word in found if len(word) > 1))  # a means something in ten languages
    if not sample.isascii() and 2 * sum(map(str.isascii, found)) < len(found):
        return False
    behind = max(counts.values(), default=0) - counts["en"]
    return behind < _FEWEST_WORDS if len(found) < _FEW_WORDS else counts["en"] > 0 and behind <= 0


def _by_script(sample: str, letters: int) -> str | None:
    return next((code for code, script in _SCRIPTS if 2 * len(script.findall(sample)) > letters), None)


def _by_words(sample: str, among: Sequence[str] = ()) -> str | None:
    counts = _telling(sample)
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    found = best if most >= _FEWEST_WORDS and most > second else None
    return found if not among or found in among else None


def _telling(sample: str) -> Counter[str]:
    """How many small words of each language a text has."""
    speakers = _speakers()
    telling = filter(speakers.__contains__, _WORD.findall(sample.lower()))
    return Counter(chain.from_iterable(map(speakers.__getitem__, telling)))


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """Each small word and longer number word with the codes of the languages that have it."""
    longer = {code: {word for word in number_words(code) if len(word) > _SHORT} for code in KNOWN}
    tables = {code: common_words(code) | longer[code] for code in KNOWN}
    every = frozenset().union(*tables.values())
    return {word: tuple(code for code, common in tables.items() if word in common) for word in every}
