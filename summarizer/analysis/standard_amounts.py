"""Numbers of languages without a table, of which no more is known than the Unicode CLDR says.

A figure is uncertain where a word beside it may change what it says, and none where it may be a name.
"""

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.analysis.numerals import ARITHMETIC, SPACE, read_numeral
from summarizer.languages.spelled import minus_words

if TYPE_CHECKING:
    from summarizer.analysis.amount import Amount
    from summarizer.analysis.grammar import Grammar

_WORDS = re.compile(rf"(?:{SPACE}?[^\s\d.,;:!?()]+\.?){{1,5}}")
_WORD = re.compile(r"[^\s\d.,;:!?()]+\.?")
_LAST_WORD = re.compile(rf"(?<![\w-])([^\W\d_]+){SPACE}\Z")
_DATED = re.compile(rf"{SPACE}?\d+")
_NEXT = re.compile(rf"{SPACE}?([^\W\d_])")
_OTHER_NUMBER = re.compile(rf"(?:{SPACE}|[-‐])[^\W\d_]+(?:{SPACE}|[-‐])\d")
_NUMBER_BEFORE = re.compile(rf"\d(?:{SPACE}|[-‐])[^\W\d_]+(?:{SPACE}|[-‐])\Z")
_NAME_BEFORE = re.compile(rf"(?P<ahead>\A|.)(?:{SPACE})?\b(?P<word>[^\W\d_][\w.&-]*){SPACE}\Z", re.DOTALL)
_SENTENCE_ENDS = frozenset('.!?:;•("“”„«‘—–-\n')
_LOOK = 40
_LONGEST_LABEL = 3
_LONGEST_MILLION = 12
_MILLIONS = re.compile("(?:M|B|P|TR|[TD]TR)[YIEA]*L+[YIEJAOVW]*(?:N|R)")
"""Million, billion, milliard, trillion as most languages borrow them."""
_STEM = 4
"""Letters by which an inflected word is known: miljoona, miljoonan."""
_TEN = 10
_ADDENDS = 3
_YEARS = range(1000, 2100)
_DIGITS_OF_A_YEAR = 4


def read_smaller_magnitudes(text: str, amount: "Amount", grammar: "Grammar") -> None:
    """Take in the 5000억 of 1조 5000억, and where no space divides words the 5000 of 3만 5000."""
    total, least = amount.value, amount.scale
    for _ in range(_ADDENDS):
        match = grammar.addend.match(text, amount.end)
        numeral = read_numeral(text, match.start(1), decimal_comma=grammar.decimal_comma) if match else None
        if match is None or numeral is None or numeral[0] != match.end(1):
            break
        scale = grammar.magnitudes[match[2].lower()] if match[2] else Decimal(1)
        part = ARITHMETIC.multiply(numeral[1], scale)
        if part >= least or (scale == 1 and not _is_rest(text, match.end(), part, least, grammar)):
            break
        total, least, amount.end = ARITHMETIC.add(total, part), scale, match.end()
    amount.written = ARITHMETIC.divide(total, amount.scale)


def _is_rest(text: str, end: int, part: Decimal, least: Decimal, grammar: "Grammar") -> bool:
    """Whether digits behind a magnitude fill it up, and are no date: 3만 5000."""
    dated = grammar.ordinal.match(text, end) or grammar.year.match(text, end)
    return grammar.language.attached and part * _TEN >= least and dated is None


def is_uncertain(text: str, amount: "Amount", grammar: "Grammar") -> bool:
    """Whether a word beside the number may multiply or negate it, or make a range or a ratio of it."""
    if _may_be_negated(text, amount, grammar):
        return True
    following = _WORDS.match(text[amount.end : amount.end + _LOOK])
    if amount.scale > 1 or amount.unit == "%" or following is None:
        return False
    words = [word.lower() for word in _WORD.findall(following.group())]
    unknown = amount.unit is None and not grammar.magnitudes
    if (
        unknown
        or any(_may_be_magnitude(word, grammar) for word in words)
        or _MILLIONS.match(_sounds(words[0]))
    ):
        return True
    before = text[max(amount.start - _LOOK, 0) : amount.start]
    return amount.bare and bool(_OTHER_NUMBER.match(text, amount.end) or _NUMBER_BEFORE.search(before))


def _may_be_negated(text: str, amount: "Amount", grammar: "Grammar") -> bool:
    """Whether a word that may be a minus stands before the number, and was not read as one: âm 5."""
    before = _LAST_WORD.search(text[max(amount.start - _LOOK, 0) : amount.start])
    return before is not None and before[1].lower() in minus_words(grammar.language.code)


def _may_be_magnitude(word: str, grammar: "Grammar") -> bool:
    """Whether it is a magnitude of the language, one with another ending, or short for one: milj., mdr."""
    for known in grammar.magnitudes:
        if word == known or (len(known) > 1 and word.startswith(known)):
            return True
        stem = known[: max(_STEM, len(known) - 2)]
        if len(known) > _STEM and word.startswith(stem):
            return True
        short = word.rstrip(".")
        if (
            1 < len(short) <= _STEM
            and short[0] == known[0]
            and _is_short_for(short, known, abbreviated=word.endswith("."))
        ):
            return True
    return False


def _sounds(word: str) -> str:
    """The consonants of a word by the names of its letters, in any script: MLYN of मिलियन."""
    names = (unicodedata.name(letter, "") for letter in word[:_LONGEST_MILLION])
    return "".join(name.split()[-1][0] for name in names if " LETTER " in name or name.startswith("CJK"))


def _is_short_for(short: str, known: str, *, abbreviated: bool) -> bool:
    """Whether the letters stand in the word in their order: of few without vowels, or before a full stop."""
    if not abbreviated and any(letter in "aeiouyåäöæøáéíóúıü" for letter in short):
        return False
    rest = iter(known)
    return all(letter in rest for letter in short)


def counts_nothing(text: str, amount: "Amount", grammar: "Grammar") -> bool:
    """Whether the number may be a year, a date or a name, for all that is known."""
    before = text[max(amount.start - _LOOK, 0) : amount.start]
    dated = amount.bare or amount.unit in grammar.times
    if dated and (_is_dated(text, amount, grammar) or grammar.names_before.search(before)):
        return True
    if not amount.bare:
        return False
    following = _NEXT.match(text, amount.end)
    if following is None or following[1].isupper() or grammar.ordinal.match(text, amount.end):
        return True
    name = _NAME_BEFORE.search(before)
    if name is None:
        return False
    ahead = before[: name.start("word")].rstrip(" \u00a0")
    return _is_short_label(name["word"]) or (
        name["word"][0].isupper() and bool(ahead) and ahead[-1] not in _SENTENCE_ENDS
    )


def _is_dated(text: str, amount: "Amount", grammar: "Grammar") -> bool:
    """Whether it is a year, or what stands before the number of a month: 49년 1월."""
    timed = amount.unit in grammar.times
    year = amount.digits.isdigit() and len(amount.digits) == _DIGITS_OF_A_YEAR
    if year and int(amount.digits) in _YEARS and (amount.bare or timed):
        return True
    following = _DATED.match(text, amount.end) if grammar.language.attached and timed else None
    return following is not None and grammar.ordinal.match(text, following.end()) is not None


def _is_short_label(word: str) -> bool:
    """Whether it is short for what makes a name of a number: nr 5, kl 9."""
    return len(word) <= _LONGEST_LABEL and word.isascii() and not set("aeiouy") & set(word.lower())
