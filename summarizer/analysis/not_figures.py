"""Numbers that count nothing: dates, years, times of day, pages, list marks, and parts of names."""

import re
from collections.abc import Callable
from decimal import Decimal

from summarizer.analysis.amount import Amount
from summarizer.analysis.analysis import Comparator
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.signs import MEASURED
from summarizer.analysis.surroundings import CURRENCY_BEFORE, LONGEST_CURRENCY

_LAST_WORD = re.compile(r"([^\W\d_]+)(?:\.|['’]s)?[ \u00a0\u202f]?\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;•(\"“”„«‘—–-])\s*\Z")
_LIST_MARK = re.compile(r"(?:\A|\n)[ \t(]*\Z")
_LIST_MARK_AFTER = re.compile(r"[.)](?:\s|\Z)")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f-]([^\W\d_]+)")
_POINT_AND_WORD = re.compile(r"\.[ \u00a0\u202f]([^\W\d_])")
_LABEL_SIGN = re.compile(r"[§№º°#][ \u00a0\u202f]?\Z")
_CLOCK = re.compile(r"[0-2]?\d\.[0-5]\d")
_DAY = re.compile(r"\d{1,2}\.(?:0?\d|1[0-2])")
_PHONE_AFTER = re.compile(r"\) ?\d{3}[-. ]")
_DIALLED_AFTER = re.compile(r"[- ]\(?\d{2,4}\)?[-. ]\d")
_DIALLED_BEFORE = re.compile(r"\+\d{1,3}(?:[-. ]\(?\d{1,6}\)?){0,4}[-. ]\(?$")
_IN_BRACKETS = re.compile("[(（][)）]")
_STICKING = frozenset("/=&?_#@%\\^§№*")
_SCORE = re.compile(r" [-–—−:] (?=\d{1,3}(?!\d))")
_PERCENTS = re.compile(r"\d{2}(?:[.,]\d+)?(?:[ \u00a0]?%| per ?cento\b| pour cent\b)")
_LONGEST_SCORE = 3
_LONGEST_LIST = 5
_LOOK = 24
_LONGEST_CODE = 2
"""Letters of a road: B 214, A 7."""
_CLAUSE_ENDS = re.compile(r"[.,;:)](?!\d)|\Z")
_FIRST_EARLY_YEAR = 100
_EARLIEST_YEAR, _LIKELY_YEAR, _LATEST_YEAR = 1500, 1900, 2099
_DIGITS_OF_A_YEAR = 4
_YEAR_WITH_UNIT = re.compile(r"(?:1[5-9]\d\d|20\d\d|1(?!\d00)[0-4]\d\d)(?!\d)")
_ANNIVERSARY = re.compile("[周週]年")
_ARABIC_ARTICLE = ("ـ", " ال", " وال")
"""Before a bare number it makes an ordinal."""
_TENS_OF_A_CENTURY = range(10, 100)
_HALF = Decimal("0.5")
Following = Callable[[str, int, Grammar], Amount | None]
"""Reads the amount that begins at a place."""


def sticks_to_a_name(text: str, start: int, grammar: Grammar) -> bool:
    """Whether the digits at `start` hang on a letter, sign or hyphen before them: F-16, #3, /2016, '90s."""
    before = text[start - 1 : start]
    if not before or before.isspace() or before == "ـ" or _has_code(text, start):
        return False
    if before.isalnum():
        apart = before in grammar.prefixes and _begins_a_word(text, start - 1, grammar)
        return not apart and (grammar.spaced or before.isascii())
    earlier = text[start - 2 : start - 1] if start > 1 else ""
    if before in grammar.before_names:
        return earlier.isalnum()
    if before in "-‐‑־.:":
        prefixed = (
            before in "-־" and earlier in grammar.prefixes and not text[start - 3 : start - 2].isalnum()
        )
        if not grammar.spaced and not earlier.isascii():  # 增长-0.4%
            prefixed = before not in ".:" and MEASURED.match(text, start) is not None
        return not prefixed and (earlier.isalnum() or earlier == before)
    if before in "'’‘" and earlier != before:
        elided = earlier.isalpha() and _PERCENTS.match(text, start) is not None  # l'80%
        two_digits = text[start + 1 : start + 2].isdigit() and not text[start + 2 : start + 3].isdigit()
        return two_digits and not elided
    in_brackets = before == "[" and text[start : start + 4].strip("0123456789")[:1] == "]"
    equation = before == "=" and not (earlier.isascii() and earlier.isalnum())  # 1ドル=148円, but not x=5
    return (before in _STICKING and not equation) or (before == '"' and earlier == "=") or in_brackets


def _begins_a_word(text: str, place: int, grammar: Grammar) -> bool:
    """Whether nothing is before it in its word, or one more prefix: ب20, وب20."""
    earlier = text[max(place - 2, 0) : place]
    return not earlier[-1:].isalnum() or (
        earlier[-1] in grammar.prefixes and earlier[-1] != text[place] and not earlier[:-1].isalnum()
    )


def _has_code(text: str, start: int) -> bool:
    """Whether the letters that digits hang on say the money: USD34, Rs.500."""
    if not text[start - 1].isalpha() and text[start - 1] != ".":
        return False
    return CURRENCY_BEFORE.search(text[max(start - LONGEST_CURRENCY, 0) : start]) is not None


def is_time(text: str, amount: Amount, grammar: Grammar) -> bool:
    """Whether it is a time of day, a year of an era, or the other half of odds (2-to-1) follows."""
    if amount.clock or grammar.clock.match(text, amount.end) or grammar.era.match(text, amount.end):
        return True
    if amount.unit in grammar.clock_units or (amount.bare and grammar.clock_words.match(text, amount.end)):
        word = _LAST_WORD.search(text[max(amount.start - _LOOK, 0) : amount.start])
        return word is not None and word[1].lower() in grammar.before_clock
    return False


def is_one_of_dates(text: str, amount: Amount, grammar: Grammar, following: Following) -> bool:
    """Whether a date or time ends the list or range that this number begins: 8 to 11 May, с 9 до 18 часов."""
    for _ in range(_LONGEST_LIST):
        joint = grammar.date_joint.match(text, amount.end) if amount.bare else None
        further = following(text, joint.end(), grammar) if joint else None
        if further is None:
            return False
        before = text[max(further.start - _LOOK, 0) : further.start]
        if is_time(text, further, grammar):
            return True
        if further.bare and grammar.spaced and _is_date(text, further, before, grammar):
            return True
        amount = further
    return False


def score_end(text: str, amount: Amount, grammar: Grammar, following: Following) -> int | None:
    """Where a score written with blanks ends, 3 - 1, that begins with the amount."""
    joint = _SCORE.match(text, amount.end) if amount.bare and amount.digits.isdigit() else None
    other = following(text, joint.end(), grammar) if joint else None
    if other is None or not other.bare or not other.digits.isdigit() or len(other.digits) > _LONGEST_SCORE:
        return None
    is_one = other.written <= amount.written or not _noun_may_follow(text, other, grammar)
    return other.end if is_one else None


def _is_dialled(text: str, amount: Amount, before: str) -> bool:
    """Whether the number is part of a telephone number."""
    return bool(
        (before.endswith("(") and _PHONE_AFTER.match(text, amount.end))
        or (before.endswith("+") and _DIALLED_AFTER.match(text, amount.end))
        or _DIALLED_BEFORE.search(before)
    )


def is_name(text: str, amount: Amount, grammar: Grammar, comparator: Comparator | None = None) -> bool:
    """Whether a number is (part of) a date, a label, a year or a name, and counts nothing.

    `comparator` is what the words before it say, such as “at least”, which no label and no name has.
    """
    before = text[max(amount.start - _LOOK, 0) : amount.start]
    if not grammar.spaced:
        return _is_unspaced_name(text, amount, before, grammar)
    word = _LAST_WORD.search(before)
    if not amount.digits and comparator is None:
        # A capital makes a name of it: the Thirty Years’ War, la guerre de Trente Ans.
        named = (amount.bare or amount.value == _HALF) and _is_word_name(text, amount, before, word, grammar)
        capital = text[amount.start].isupper() and not _SENTENCE_START.search(before)
        return named or (capital and amount.unit != "%")
    if not amount.bare or not amount.digits:
        return may_be_year(amount) and bool(grammar.year.match(text, amount.start + _DIGITS_OF_A_YEAR))
    if _is_which(text, amount, before, word, grammar) or _is_dialled(text, amount, before):
        return True
    if comparator is not None:
        return _is_bounded_year(text, amount, word, comparator, grammar)
    return _is_labelled(text, amount, before, word, grammar) or _is_year(text, amount, word, grammar)


def _is_decade(text: str, amount: Amount, before: str, grammar: Grammar) -> bool:
    """Whether it is a decade, as in los 80; los 80 heridos are people."""
    tens = amount.written % 10 == 0 and amount.written in _TENS_OF_A_CENTURY
    return tens and bool(grammar.before_decade.search(before)) and not _noun_may_follow(text, amount, grammar)


def _is_which(text: str, amount: Amount, before: str, word: re.Match[str] | None, grammar: Grammar) -> bool:
    """Whether the number says which one: a day, a place in an order, a point of a list."""
    return (
        before.endswith(_ARABIC_ARTICLE)
        or _is_date(text, amount, before, grammar)
        or _is_ordinal(text, amount, word, grammar)
        or _is_list_mark(text, amount, before)
        or _is_decade(text, amount, before, grammar)
    )


def _is_bounded_year(
    text: str, amount: Amount, word: re.Match[str] | None, comparator: Comparator, grammar: Grammar
) -> bool:
    """Whether it is the year of below 2005 levels or of over 2000, with nothing behind it to count."""
    if not may_be_year(amount) or grammar.year.match(text, amount.end):
        return may_be_year(amount)
    if word and word[1] in grammar.beside_year and not amount.digits.endswith("0"):
        return True
    if comparator == "about":
        return not grammar.plural.match(text, amount.end)
    return not _lower_case_follows(text, amount)


def _is_unspaced_name(text: str, amount: Amount, before: str, grammar: Grammar) -> bool:
    """The same in Chinese and Japanese, where also what has a unit may be a name: 2024年, 第3年."""
    if grammar.names_before.search(before) or _LABEL_SIGN.search(before):
        return True
    if _YEAR_WITH_UNIT.match(text, amount.start) and grammar.year.match(
        text, amount.start + _DIGITS_OF_A_YEAR
    ):
        return True
    in_a_title = before.rfind("《") > before.rfind("》")
    if (
        in_a_title
        or text[amount.end - 1 : amount.end + 1] == "年代"
        or _ANNIVERSARY.search(text, amount.end - 1, amount.end + 2)
    ):
        return True
    if amount.digits and grammar.names_after.match(text, amount.start + len(amount.digits)):
        return True
    if (
        may_be_year(amount)
        and amount.bare
        and _IN_BRACKETS.match(before[-1:] + text[amount.end : amount.end + 1])
    ):
        return True
    return amount.bare and (_is_list_mark(text, amount, before) or _is_dialled(text, amount, before))


def _lower_case_follows(text: str, amount: Amount) -> bool:
    following = _NEXT_WORD.match(text, amount.end)
    return following is not None and not following[1][0].isupper()


def _noun_may_follow(text: str, amount: Amount, grammar: Grammar) -> bool:
    following = _NEXT_WORD.match(text, amount.end)
    if following is None or following[1][0].isupper():
        return False
    return following[1] not in grammar.no_noun


def _is_date(text: str, amount: Amount, before: str, grammar: Grammar) -> bool:
    if grammar.decimal_comma and (_CLOCK.fullmatch(amount.digits) or _is_day(text, amount)):
        return True
    if not amount.digits.isdigit() or len(amount.digits) not in (1, 2, _DIGITS_OF_A_YEAR):
        return False
    if grammar.month_before.search(before) or grammar.names_before.search(before):
        return True
    return len(amount.digits) < _DIGITS_OF_A_YEAR and bool(grammar.month_after.match(text, amount.end))


def _is_day(text: str, amount: Amount) -> bool:
    """Whether it is a day and month, as in am 5.10. or on 13.11."""
    return bool(_DAY.fullmatch(amount.digits)) and text[amount.end : amount.end + 1] == "."


def _is_ordinal(text: str, amount: Amount, word: re.Match[str] | None, grammar: Grammar) -> bool:
    """Whether the number says which one: 5-й, 3.º, am 5. Platz."""
    if grammar.ordinal.match(text, amount.end):
        return True
    point = _POINT_AND_WORD.match(text, amount.end) if grammar.language.ordinal_point else None
    if point is None or not amount.digits.isdigit():
        return False
    return point[1].islower() or (word is not None and word[1].lower() in grammar.before_ordinal)


def _is_list_mark(text: str, amount: Amount, before: str) -> bool:
    """Whether the number begins its line and a full stop or bracket follows: 1. or 2)."""
    if not _LIST_MARK_AFTER.match(text, amount.end) or not (amount.start < _LOOK or "\n" in before):
        return False
    return bool(_LIST_MARK.search(before))


def _is_labelled(
    text: str, amount: Amount, before: str, word: re.Match[str] | None, grammar: Grammar
) -> bool:
    """Whether the word before makes a name of the number: Article 5, Boeing 747, Windmill 7."""
    if _LABEL_SIGN.search(before):
        return True
    if word is None or "'" in word.group() or "’" in word.group() or _is_denial(word, grammar):
        return False
    label = word[1]
    if _names(label, grammar):
        return True
    if not amount.digits.isdigit() or not label[0].isupper():
        return False
    code = label.isascii() and label.isupper() and len(label) <= _LONGEST_CODE
    if not code and (not grammar.language.capitals_name or _noun_may_follow(text, amount, grammar)):
        return False
    return not _SENTENCE_START.search(before[: word.start()])


def _is_denial(word: re.Match[str], grammar: Grammar) -> bool:
    """Whether it is the no of no 5 rather than of no. 5; in French it is always a label."""
    return word.group().strip() == "no" and "no" in grammar.not_ones


def _names(label: str, grammar: Grammar) -> bool:
    """Whether the number behind this word is a name; a word may have a letter before it, as والقرار has."""
    if label.lower() in grammar.labels or label in grammar.capital_labels:
        return True
    return label[0] in grammar.prefixes and label[1:] in grammar.labels


def _is_year(text: str, amount: Amount, word: re.Match[str] | None, grammar: Grammar) -> bool:
    if not may_be_year(amount):
        return _is_early_year(text, amount, word, grammar)
    if grammar.year.match(text, amount.end) or (word and word[1].lower() in grammar.before_year):
        return True
    as_a_count = amount.digits.endswith("00") or amount.written < _LIKELY_YEAR
    return not (as_a_count and grammar.plural.match(text, amount.end))


def _is_early_year(text: str, amount: Amount, word: re.Match[str] | None, grammar: Grammar) -> bool:
    """Whether it is a year before modern times: in 833, …; l’an 800; w 966 roku."""
    if not amount.digits.isdigit() or not _FIRST_EARLY_YEAR <= amount.written < _EARLIEST_YEAR:
        return False
    if grammar.language.has_table and grammar.year.match(text, amount.end):
        return True
    label = word[1].lower() if word else ""
    following = _NEXT_WORD.match(text, amount.end)
    counted = following is not None and (
        _noun_may_follow(text, amount, grammar)
        if grammar.language.capitals_name
        else following[1][0].isupper()
    )
    if label in grammar.year_nouns or (
        label in grammar.before_year and len(amount.digits) == _DIGITS_OF_A_YEAR
    ):
        return not counted
    return label in grammar.in_a_year and _CLAUSE_ENDS.match(text, amount.end) is not None


def may_be_year(amount: Amount) -> bool:
    """Whether a number looks like a year of modern times, if nothing around it says otherwise."""
    digits = amount.digits
    return (
        digits.isdigit()
        and len(digits) == _DIGITS_OF_A_YEAR
        and _EARLIEST_YEAR <= amount.written <= _LATEST_YEAR
    )


def _is_word_name(
    text: str, amount: Amount, before: str, word: re.Match[str] | None, grammar: Grammar
) -> bool:
    if (
        grammar.month_after.match(text, amount.end)
        or grammar.names_before.search(before)
        or _is_decade(text, amount, before, grammar)
    ):
        return True
    if word is not None:
        label = word[1]
        if label.lower() != "no" and _names(label, grammar):
            return True
        if label.lower() in grammar.not_halves and amount.written == _HALF:
            return True
    return False


def is_pronoun(text: str, amount: Amount, grammar: Grammar) -> bool:
    """Whether the word one does not count: one day, no one month, one of them; or is an article."""
    if grammar.language.articles and amount.scale == 1:
        return amount.unit != "%"
    if amount.bare or amount.unit == "days":
        return True
    word = _LAST_WORD.search(text[max(amount.start - _LOOK, 0) : amount.start])
    return word is not None and word[1].lower() in grammar.not_ones
