"""Words of two texts compared: the same but for endings, case, and what Arabic writes in front of a word."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.languages import entry, main_language, table
from summarizer.text.tokens import Tokens
from summarizer.text.wordlists import words

_SHORTEST = 4
"""Letters; a shorter word has one form."""
_ENDING = 2
"""Letters at the end of a word that another ending may replace."""
_ARABIC_FRONT = re.compile("^[وف]?(?:[بك]?ال|لل|[بلك](?=ا)|س(?=[يتن]))?(?=[\u0621-\u064a]{3})")
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_ARABIC_LETTERS = str.maketrans("أإآىة", "اااية")
_ARABIC_VERB = re.compile("^[يتنا](?=[\u0621-\u064a]{3})")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff\u30a1-\u30ff]")
_ACCENTS = re.compile("[\u0300-\u036f]")
_CONTRACTED = re.compile(r"n['’]t\b")
_LONGEST_SHORT_WORD = 2


def folded(word: str) -> str:
    """Return a word as it is compared."""
    plain = word.casefold()
    if not plain.isascii():
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))
    return _arabic(plain) if "\u0621" <= plain[:1] <= "\u064a" else plain


def _arabic(word: str) -> str:
    """A word without its marks, the particles in front of it, and the person of a verb: ترفض as رفض."""
    plain = _ARABIC_MARKS.sub("", word).translate(_ARABIC_LETTERS)
    return _ARABIC_VERB.sub("", _ARABIC_FRONT.sub("", plain))


def is_ideograph(character: str) -> bool:
    """Whether a character is one that stands for a word, or katakana."""
    return bool(_IDEOGRAPH.match(character))


def alike(one: str, other: str) -> bool:
    """Whether two folded words are the same but for their endings: Israel and Israeli, Вагнер and Вагнера."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST or one[:_SHORTEST] != other[:_SHORTEST]:
        return False
    common = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return common >= max(_SHORTEST, shorter - _ENDING)


class WordIndex:
    """A set of folded words in which words that are alike are found."""

    def __init__(self, known: Iterable[str]) -> None:
        """Index `known`."""
        self.words = frozenset(known)
        self._by_start: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) >= _SHORTEST:
                self._by_start.setdefault(word[:_SHORTEST], []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self.words or any(alike(word, one) for one in self._by_start.get(word[:_SHORTEST], ()))


@dataclass(frozen=True)
class WordTable:
    """Words, and stems of words, of a table."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "WordTable":
        """Read a table in which `*` stands for any ending."""
        listed = {word if word.endswith("*") else folded(word) for word in words(text)}
        listed = {f"{folded(word[:-1])}*" if word.endswith("*") else word for word in listed}
        return cls(
            frozenset(word for word in listed if not word.endswith("*")),
            tuple(sorted(word[:-1] for word in listed if word.endswith("*"))),
        )

    def __contains__(self, word: str) -> bool:
        return word in self.whole or (bool(self.stems) and word.startswith(self.stems))


@dataclass(frozen=True)
class SupportWords:
    """What the checks know of a language: the `support` table of its data file."""

    code: str
    spaced: bool
    negators: WordTable
    negative: WordTable
    opposing: WordTable
    pronouns: WordTable
    persons: WordTable
    before: WordTable
    modals: frozenset[str]
    drops_pronouns: bool
    idle: frozenset[str]
    links: frozenset[str]
    idioms: re.Pattern[str] | None

    def idiom_spans(self, text: str) -> list[tuple[int, int]]:
        """Where a text has negators that deny nothing: not only."""
        return [match.span() for match in self.idioms.finditer(text.casefold())] if self.idioms else []

    @property
    def verbs_last(self) -> bool:
        """Whether the verb ends a sentence."""
        return not self.spaced and bool(self.before.whole)

    def is_content(self, word: str) -> bool:
        """Whether a folded word says something by itself."""
        if not self.spaced:
            return word.isalpha()
        return (
            len(word) > _LONGEST_SHORT_WORD
            and word.isalpha()
            and word not in self.idle
            and word not in self.pronouns
        )


@cache
def support_words(language: str | None) -> SupportWords | None:
    """The tables of a language, None if there are none."""
    code = main_language(language)
    listed = table(code, "support") if language else {}
    if not listed:
        return None
    known = entry(code)
    return SupportWords(
        code=code,
        spaced=known.spaced,
        negators=WordTable.of(listed["negators"]),
        negative=WordTable.of(listed["negative"]),
        opposing=WordTable.of(listed["opposing"]),
        pronouns=WordTable.of(listed["pronouns"]),
        persons=WordTable.of(listed["persons"]),
        before=WordTable.of(listed.get("before", "")),
        modals=words(listed.get("modals", "")),
        drops_pronouns=listed.get("drops_pronouns", False),
        links=words(listed.get("links", "")),
        idioms=re.compile(listed["idioms"]) if "idioms" in listed else None,
        idle=frozenset(map(folded, words(listed.get("idle", "")) | words(known.common))),
    )


def tokens_of(text: str) -> Tokens:
    """Cut a text into words; what English contracts is written out, character by character in place."""
    return Tokens.of(_CONTRACTED.sub(lambda match: " not"[: len(match[0])].ljust(len(match[0])), text))
