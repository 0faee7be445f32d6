"""Where a sentence goes on though the splitter ended it: z. B., “Who pays?” Lind asked, 「…」と述べた."""

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.analysis.abbreviations import FullStops
from summarizer.analysis.speech import speech
from summarizer.languages import Language, entry
from summarizer.text.wordlists import alternatives, phrases, words

_ENDS = (".", "!", "?", "…", "”")
_CALLS_OUT = re.compile(r"[!?؟][ \u00a0\u202f]?”\Z")
_LONGEST_TAIL = 3
"""Characters at the end of a piece by which a call is known."""
_FIRST_LETTER = re.compile(r"[\W_]{0,4}([^\W\d_])")
_END = 64
"""Characters of a sentence by whose end it is known whether it goes on."""
_LOOK = 12
_CLAUSE = 30


class Joints:
    """The ends of sentences that are none in one language. `joints_of` keeps those once built."""

    def __init__(self, language: Language, code: str) -> None:
        self._spaced = language.spaced
        self._speech = speech(language.code)
        abbreviations = alternatives(phrases(language.abbreviations))
        self._abbreviated = re.compile(rf"(?:\A|[^\w.])(?:{abbreviations})\Z", re.IGNORECASE)

        self._stops = FullStops(
            code,
            before_numbers=frozenset(phrases(language.numbered_abbreviations)),
            openers=words(language.common) | words(language.refers_back) | _openers(language),
        )
        point = r"(?:\A|[^\w.])([^\W\d_]*)[ \u00a0]?\d{1,2}\.\Z" if language.ordinal_point else "(?!)"
        self._ordinal = re.compile(point)
        self._month = re.compile(rf"(?:{alternatives(language.months.split())})\b")
        self._before_ordinal = words(language.before_ordinal)

    def joined(self, pieces: Iterable[str]) -> list[str]:
        """The pieces of a text, those joined that are one sentence."""
        sentences: list[list[str]] = []
        before = end = ""
        for piece in pieces:
            if sentences and (self._stops.goes_on(end, piece) or self._goes_on(before.rstrip(), piece)):
                sentences[-1].append(piece)
                end += piece
            else:
                sentences.append([piece])
                end = piece
            before, end = piece, end[-_END:]
        return ["".join(parts) for parts in sentences]

    def _goes_on(self, before: str, after: str) -> bool:
        if not self._spaced:
            quoted = before[:1] == "“" and before[-1:] == "”"
            return quoted and self._speech.surrounds("", after[:_CLAUSE])
        if self._abbreviated.search(before[-_LOOK:]) or self._is_ordinal(before, after):
            return True
        letter = _FIRST_LETTER.match(after)
        if before.endswith(_ENDS) and letter is not None and letter[1].islower():
            return True
        # A quotation that something before it leads in has its attribution already.
        called = before[:1] == "“" and _CALLS_OUT.search(before[-_LONGEST_TAIL:])
        return bool(called) and self._speech.goes_with_quotation(after)

    def _is_ordinal(self, before: str, after: str) -> bool:
        """Whether the sentence seems to end behind the number of a day: am 5. Oktober."""
        number = self._ordinal.search(before[-_LOOK:])
        month = self._month.match(after)
        return number is not None and (month is not None or number[1].lower() in self._before_ordinal)


@lru_cache(maxsize=64)
def joints_of(code: str) -> Joints:
    """The joints of a language."""
    return Joints(entry(code), code)


def _openers(language: Language) -> frozenset[str]:
    """The first words of phrases that open a sentence."""
    return frozenset(phrase.split()[0] for phrase in phrases(language.connectives))
