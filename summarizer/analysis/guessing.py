"""The language of an article that does not say it: by its script, else by the small words of every text.

py3langid was tried and left: its first answer takes a second, most of it to load its model, and this one a
millisecond; among the languages that marking has entries for, the small words decide as well.
"""

import re
from collections import Counter
from functools import cache
from itertools import chain

from summarizer.languages import KNOWN, entry
from summarizer.text.wordlists import words

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
_OTHERS = {
    "pt": words("o a os as de do da dos das em no na que não um uma para com por mais foi ao são também é"),
    "it": words(
        "il lo la gli di del della che è per un una sono nel non con dei delle al si anche da più ha"
    ),
    "nl": words("de het een van en dat niet op te zijn in is met voor aan die er om ook naar bij maar werd"),
    "sv": words("och att det som en på är av för med till den har inte om ett men var från de"),
}
"""Languages without an entry that would pass for one that has."""


def guess(text: str) -> str | None:
    """The code of the language that `text` begins in, or None if it cannot be told."""
    sample = text[:_READ]
    if sample.isascii():
        return _by_words(sample)
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    arabic, cyrillic = len(_ARABIC.findall(sample)), len(_CYRILLIC.findall(sample))
    most = max(han + kana, arabic, cyrillic)
    if 2 * most < sum(map(str.isalpha, sample)):
        return _by_words(sample)
    if most == han + kana:
        return "ja" if kana > _FEW_KANA * han else "zh"
    if most == arabic:
        return None if len(_NOT_ARABIC.findall(sample)) > _MOST_FOREIGN * arabic else "ar"
    return None if len(_NOT_RUSSIAN.findall(sample)) > _MOST_FOREIGN * cyrillic else "ru"


def _by_words(sample: str) -> str | None:
    speakers = _speakers()
    telling = filter(speakers.__contains__, _WORD.findall(sample.lower()))
    counts = Counter(chain.from_iterable(map(speakers.__getitem__, telling)))
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= _FEWEST_WORDS and most > second else None


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """Each small word with the codes of the languages that have it."""
    tables = {**{code: words(entry(code).common) for code in KNOWN}, **_OTHERS}
    every = frozenset().union(*tables.values())
    return {word: tuple(code for code, common in tables.items() if word in common) for word in every}
