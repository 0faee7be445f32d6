"""Numbers that count nothing: dates, years, times of day, pages, list marks, and parts of names."""

import re

from summarizer.marking.amounts import Amount
from summarizer.marking.marks import Comparator
from summarizer.marking.vocabulary import CAPITAL_LABELS, LABELS, MONTHS
from summarizer.marking.wordlists import words

_MONTH_BEFORE = re.compile(rf"\b(?:{MONTHS})\b\.?[ \u00a0]\Z")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?[ \u00a0](?:of )?(?:{MONTHS})\b")
_TIME_AFTER = re.compile(r"[ \u00a0]?(?:[ap]\.m\b|[apAP][mM]\b|o[’']clock|GMT|UTC|EST|EDT|ET\b|CET|BST)")
_ODDS_AFTER = re.compile(r"-to-")
_LAST_WORD = re.compile(r"([^\W\d_]+)(?:\.|['’]s)?[ \u00a0]?\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;•(\"“”‘—–-])\s*\Z")
_LIST_MARK = re.compile(r"(?:\A|\n)[ \t(]*\Z")
_LIST_MARK_AFTER = re.compile(r"[.)](?:\s|\Z)")
_LOWER_CASE_FOLLOWS = re.compile(r"[ \u00a0-][a-z]")
_NOUN_MAY_FOLLOW = re.compile(
    r"[ \u00a0-](?!(?:in|at|on|of|to|from|and|or|for|with|by|as|is|was|has|had|will|would|that|who)\b)[a-z]"
)
_PLURAL_FOLLOWS = re.compile(r" (?:[a-z]+ )?(?:[a-z]+s|people|men|women|children)\b")
_PHONE_AFTER = re.compile(r"\) ?\d{3}[-. ]")
_DIALLED_AFTER = re.compile(r"[- ]\(?\d{2,4}\)?[-. ]\d")
_DIALLED_BEFORE = re.compile(r"\+\d{1,3}(?:[-. ]\(?\d{1,6}\)?){0,4}[-. ]\(?$")
_BEFORE_A_YEAR = words(
    """
    in since of by until till from to during after before the for early late mid his her its their
    this last and s through circa january february march april may june july august september
    october november december spring summer autumn fall winter
    """
)
_PRONOUN_BEFORE_ONE = words("no this that any every each which the another only not")
_LOOK = 24
_EARLIEST_YEAR, _LIKELY_YEAR, _LATEST_YEAR = 1500, 1900, 2099
_DIGITS_OF_A_YEAR = 4
_BESIDE_A_YEAR = ("below ", "above ")
"""Before a year these compare with its level: below 2005 emissions."""
_BEFORE_A_HALF = words("first second other latter back top bottom upper lower each this that last")


def sticks_to_a_name(text: str, start: int) -> bool:
    """Whether the digits at `start` hang on a letter, sign or hyphen before them: F-16, #3, /2016, '90s."""
    before = text[start - 1 : start]
    if not before or before.isspace():
        return False
    if before.isalnum() or before in "/=&?_#@%\\^§№*":
        return True
    earlier = text[start - 2 : start - 1] if start > 1 else ""
    if before in "-‐‑.:":
        return earlier.isalnum() or earlier == before
    if before == '"' and earlier == "=":
        return True
    if before in "'’‘" and earlier != before:
        return text[start + 1 : start + 2].isdigit() and not text[start + 2 : start + 3].isdigit()
    return before == "[" and text[start : start + 4].strip("0123456789")[:1] == "]"


def is_time(text: str, end: int) -> bool:
    """Whether a time of day or the other half of odds (2-to-1) follows."""
    return bool(_TIME_AFTER.match(text, end) or _ODDS_AFTER.match(text, end))


def _is_dialled(text: str, amount: Amount, before: str) -> bool:
    """Whether the number is part of a telephone number."""
    return bool(
        (before.endswith("(") and _PHONE_AFTER.match(text, amount.end))
        or (before.endswith("+") and _DIALLED_AFTER.match(text, amount.end))
        or _DIALLED_BEFORE.search(before)
    )


def is_name(text: str, amount: Amount, comparator: Comparator | None = None) -> bool:
    """Whether a number with nothing beside it is (part of) a date, a label, a year or a name.

    `comparator` is what the words before it say, such as “at least”, which no label and no name has.
    """
    before = text[max(amount.start - _LOOK, 0) : amount.start]
    word = _LAST_WORD.search(before)
    if not amount.digits:
        return comparator is None and _is_word_name(text, amount, before, word)
    if _is_date(text, amount, before) or _is_list_mark(text, amount, before):
        return True
    if _is_dialled(text, amount, before):
        return True
    if comparator is not None:
        if before.endswith(_BESIDE_A_YEAR) and not amount.digits.endswith("0"):
            return may_be_year(amount)
        counted = _PLURAL_FOLLOWS if comparator == "about" else _LOWER_CASE_FOLLOWS
        return may_be_year(amount) and not counted.match(text, amount.end)
    return _is_labelled(text, amount, before, word) or _is_year(text, amount, word)


def _is_date(text: str, amount: Amount, before: str) -> bool:
    if not amount.digits.isdigit() or len(amount.digits) not in (1, 2, _DIGITS_OF_A_YEAR):
        return False
    if _MONTH_BEFORE.search(before):
        return True
    return len(amount.digits) < _DIGITS_OF_A_YEAR and bool(_MONTH_AFTER.match(text, amount.end))


def _is_list_mark(text: str, amount: Amount, before: str) -> bool:
    """Whether the number begins its line and a full stop or bracket follows: 1. or 2)."""
    if not _LIST_MARK_AFTER.match(text, amount.end) or not (amount.start < _LOOK or "\n" in before):
        return False
    return bool(_LIST_MARK.search(before))


def _is_labelled(text: str, amount: Amount, before: str, word: re.Match[str] | None) -> bool:
    """Whether the word before makes a name of the number: Article 5, Boeing 747, Windmill 7."""
    if word is None or "'" in word.group() or "’" in word.group():
        return False
    label = word[1]
    if label == "no" and "." not in word.group():
        return False
    if label.lower() in LABELS or label in CAPITAL_LABELS:
        return True
    if not amount.digits.isdigit() or not label[0].isupper() or _NOUN_MAY_FOLLOW.match(text, amount.end):
        return False
    return not _SENTENCE_START.search(before[: word.start()])


def _is_year(text: str, amount: Amount, word: re.Match[str] | None) -> bool:
    if not may_be_year(amount):
        return False
    if word is not None and word[1].lower() in _BEFORE_A_YEAR:
        return True
    as_a_count = amount.digits.endswith("00") or amount.written < _LIKELY_YEAR
    return not (as_a_count and _PLURAL_FOLLOWS.match(text, amount.end))


def may_be_year(amount: Amount) -> bool:
    """Whether a number looks like a year of modern times, if nothing around it says otherwise."""
    digits = amount.digits
    return (
        digits.isdigit()
        and len(digits) == _DIGITS_OF_A_YEAR
        and _EARLIEST_YEAR <= amount.written <= _LATEST_YEAR
    )


def _is_word_name(text: str, amount: Amount, before: str, word: re.Match[str] | None) -> bool:
    if _MONTH_AFTER.match(text, amount.end):
        return True
    if word is not None:
        label = word[1]
        if label.lower() != "no" and (label.lower() in LABELS or label in CAPITAL_LABELS):
            return True
        if label.lower() in _BEFORE_A_HALF and text[amount.start : amount.end] == "half":
            return True
    return text[amount.start].isupper() and not _SENTENCE_START.search(before)


def is_pronoun(text: str, amount: Amount) -> bool:
    """Whether the word one does not count: one day, no one month, one of them."""
    if amount.bare or amount.unit == "days":
        return True
    word = _LAST_WORD.search(text[max(amount.start - _LOOK, 0) : amount.start])
    return word is not None and word[1].lower() in _PRONOUN_BEFORE_ONE
