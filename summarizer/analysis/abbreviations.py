"""Full stops that end no sentence by what stands around them: initials, times of day, numbered things."""

import re
from collections.abc import Container
from functools import lru_cache

from summarizer.text.wordlists import alternatives, words

_LOOK = 24
"""Characters at the end of a piece that tell what its full stop belongs to."""
_TOKEN = re.compile(r"(?:(?P<before>[^\s.]+)[.\s]*\s|\A|[(\[“])(?P<token>[^\s(\[“]+)\.\Z")
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+(?:[-'’][^\W_]+)*)")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)*[^\W\d_]\Z")
_HYPHENED = re.compile(r"(?:[^\W\d_][\w’']*\.?[-‑])+[^\W\d_]{1,2}\Z")
_NAMED_LIKE_INITIALS = words(
    "a.d a.m b.a b.c c.e d.c e.u l.a m.a m.d n.y p.m p.s r.i.p u.a.e u.k u.n u.s u.s.a u.s.s.r v.i.p"
)
_ORDINALS = frozenset("IVX")
"""Letters behind the name of a monarch that are a number."""
_UNCASED_LETTER = re.compile(r"[\u05d0-\u05ea\u0621-\u064a]\Z")
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøőùúûüűýаеёиіоуыэюяαεηιουωάέήίόύώ")
"""A lower-case one is a word of its own in many languages."""
_VERSUS = "v"
_TIME = re.compile(r"\d[ \u00a0\u202f]?[ap]\.[ \u00a0\u202f]?m\.\Z", re.IGNORECASE)
_ZONE = re.compile(
    r"(?:[A-Z]{1,4}T|GMT|UTC|MSK|WIB|Z|Eastern|Pacific"
    r"|(?:Central|Mountain|Atlantic|Greenwich|Local)(?: \w+)? [Tt]ime)\b"
)
_SHORT_ADVERBIAL = 3
"""Words of a piece that is only a time: At 5 p.m."""
_BEFORE_NUMBERS = words("""
    approx aprox ca cca circa vol vols fig figs pp pág págs pag pagg nr nrs núm chap kap abb tab taf tel tél
    fax incl op ext ziff bd
""")
"""Words of many languages, lower case, whose full stop ends no sentence before a number."""
_NUMBER = frozenset({"No", "Nos"})


class FullStops:
    """Tells, for one language, which full stops end no sentence."""

    def __init__(self, code: str, *, before_numbers: Container[str], openers: Container[str]) -> None:
        """Take the words that a number follows, and those that open a sentence."""
        self._code, self._before_numbers, self._openers = code, before_numbers, openers

    def goes_on(self, before: str, after: str) -> bool:
        """Whether the full stop that ends `before` is part of a word, so that `after` goes on from it."""
        if after[:1] in ("-", "‑") and not before[-1:].isspace():
            return True
        before = before.rstrip()
        if not before.endswith("."):
            return False
        end = before[-_LOOK:]
        if _TIME.search(end):
            found = before.split(maxsplit=_SHORT_ADVERBIAL)
            alone = len(found) <= _SHORT_ADVERBIAL and found[0][:1].isalpha()
            return alone or bool(_ZONE.match(after) or _days(self._code).match(after))
        stop = _TOKEN.search(end)
        word = _FIRST_WORD.match(after)
        if stop is None or word is None:
            return False
        behind_number = (stop["before"] or "")[-1:].isdigit()
        return not behind_number and self._is_part_of_word(stop["token"], stop["before"] or "", word[1])

    def _is_part_of_word(self, token: str, before: str, following: str) -> bool:
        if following[0].isdigit():
            single = len(token) == 1 and token.isalpha() and token not in _VOWELS and not token.isupper()
            return (
                single
                or token.lower() in _BEFORE_NUMBERS
                or token in _NUMBER
                or token in self._before_numbers
            )
        if _UNCASED_LETTER.match(token):
            return True
        if not following[0].isupper():
            return False
        if token.islower():
            return len(token) == 1 and token not in _VOWELS and (token in _VERSUS or not token.isascii())
        return self._is_initial(token, before, following)

    def _is_initial(self, token: str, before: str, following: str) -> bool:
        """Whether a letter with a full stop abbreviates a name: J. Kern, J.-P. Kern, but not: plan B. The."""
        if token.lower() in _NAMED_LIKE_INITIALS or not token[-1].isupper():
            return False
        if _HYPHENED.match(token):
            return True
        if not _INITIALS.match(token) or following.lower() in self._openers:
            return False
        return not (token in _ORDINALS and before[:1].isupper())


@lru_cache(maxsize=64)
def _days(code: str) -> re.Pattern[str]:
    """Pattern of the names of days and months, in English where the language has none."""
    from babel import Locale, UnknownLocaleError  # takes a while, and few texts tell the time so

    try:
        locale = Locale.parse(code)
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    names = {
        name.rstrip(".").capitalize()
        for table in (locale.days, locale.months)
        for width in ("wide", "abbreviated")
        for name in table["format"][width].values()
    }
    return re.compile(rf"(?:{alternatives(names)})\b")
