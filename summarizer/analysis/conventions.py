"""How one article writes its numerals: which mark divides tenths, and whether blanks part thousands.

Decided once from the country that its language tag names and from the numerals that can be read but one way,
as 1.234.567, 1,234.50 and 2.5% can. What may still be read two ways, as 1,250 may, is settled by what it
counts, or is no figure: a wrong value is worse than none.
"""

import copy
import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from summarizer.analysis.amount import Amount
from summarizer.analysis.comparators import before
from summarizer.analysis.grammar import Grammar
from summarizer.analysis.numerals import ARITHMETIC, SPACE
from summarizer.analysis.units import SYMBOLS
from summarizer.languages import main_language

_MARKED = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)+(?![\w]|[.,]\d)")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_POINT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})(?:\.\d{3}|(?:\.\d{3}){3,})(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
"""Not four groups without a comma, which may be an address of the internet."""
_TENTHS = re.compile(r"\d+([.,])(?:\d{1,2}|\d{4,})")
_BESIDE = re.compile(rf"{SPACE}?(?:[%°€£₹]|[$](?!\d))|{SPACE}?([^\W\d_]+)")
_MONEY_BEFORE = re.compile(rf"[$€£₹]{SPACE}?\Z")
_BLANKS = re.compile(r"(?<![\w.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}|(?: \d{3}){2}| 000)(?!\w)")
_COMMAS = re.compile(r"\d,\d{3}(?!\d)")
_THREE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\.?[ \u00a0\u202f]\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?: 000)+")
_LOOK = 24
_WORD = re.compile(rf"{SPACE}([^\W\d_]{{3,}})")
_IN_THOUSANDTHS = frozenset(("EUR", "GBP", "CHF", "%"))
"""Units that may well be counted so: the price of a litre, a rate."""
_OF_TWO_CONVENTIONS = frozenset(("es",))
"""Languages whose countries differ in it."""
_TAGS = 256


def fitted(known: Grammar, text: str, tag: str | None) -> Grammar:
    """The grammar of a language with the marks that an article uses."""
    commas, points = _evidence(text, known)
    comma = known.decimal_comma
    if bool(commas) != bool(points):
        comma = commas > 0
    elif not commas and tag:
        comma = _by_country(tag, comma=comma)
    doubtful = bool(commas and points)
    blanks = known.blanks or (True if _BLANKS.search(text) else False if _COMMAS.search(text) else None)
    settled = bool(commas or points) or comma != known.decimal_comma
    if (comma, doubtful, blanks, settled) == (known.decimal_comma, False, known.blanks, known.settled):
        return known
    own = copy.copy(known)
    own.decimal_comma, own.doubtful, own.blanks, own.settled = comma, doubtful, blanks, settled
    return own


def _evidence(text: str, known: Grammar) -> tuple[int, int]:
    """How many numerals have a comma before their tenths, and how many a point; of those that are sure."""
    commas = points = 0
    for match in _MARKED.finditer(text):
        numeral = match.group()
        if _COMMA_GROUPS.fullmatch(numeral):
            points += 1
        elif _POINT_GROUPS.fullmatch(numeral):
            commas += 1
        else:
            tenths = _TENTHS.fullmatch(numeral)
            if tenths and _is_measured(text, match, known):
                commas, points = commas + (tenths[1] == ","), points + (tenths[1] == ".")
    return commas, points


def _is_measured(text: str, match: re.Match[str], known: Grammar) -> bool:
    """Whether a percent sign, a currency, a magnitude or a unit stands beside; one of time may tell it."""
    if _MONEY_BEFORE.search(text[max(match.start() - 2, 0) : match.start()]):
        return True
    beside = _BESIDE.match(text, match.end())
    if beside is None:
        return False
    word = (beside[1] or "").lower()
    return not word or (word in known.known and known.lower_case_units.get(word) not in known.times)


@lru_cache(maxsize=_TAGS)
def _by_country(tag: str, *, comma: bool) -> bool:
    """Whether the country of a tag writes a decimal comma, as Unicode CLDR has it; English ones never do."""
    from babel import Locale, UnknownLocaleError

    if "-" not in tag.replace("_", "-") or main_language(tag) == "en":
        return comma
    try:
        locale = Locale.parse(tag.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return comma
    if locale.territory is None:
        return comma
    return bool(locale.number_symbols["latn"]["decimal"] == ",")


def is_one_number(text: str, groups: re.Match[str], grammar: Grammar) -> bool | None:
    """Whether groups of digits that a blank parts are one number: 816 000; None if nobody can tell."""
    start = groups.start()
    word = _LAST_WORD.search(text[max(start - _LOOK, 0) : start])
    if word and (
        word[1].lower() in grammar.labels
        or word[1] in grammar.capital_labels
        or grammar.month_before.search(word.group())
    ):
        return False
    if (
        grammar.blanks
        or _THOUSANDS.fullmatch(groups.group())
        or _MONEY_BEFORE.search(text[max(start - 2, 0) : start])
    ):
        return True
    if grammar.blanks is None and before(text, start, 0, grammar, unit=None)[1]:
        return True
    return grammar.blanks


def settle(text: str, amount: Amount, known: Grammar) -> Amount | None:
    """The amount as the article means it, None where 1,250 or 1.250 may be either."""
    if known.doubtful and _THREE.fullmatch(amount.digits):
        return None
    if (
        not _THREE.fullmatch(amount.digits)
        or (amount.digits[-4] == ",") != known.decimal_comma
        or amount.unit in _IN_THOUSANDTHS
    ):
        return amount
    counted = amount.bare and _is_counted(text, amount, known)
    whole = replace(amount, written=ARITHMETIC.multiply(amount.written, Decimal(1000)))
    if known.settled:
        return None if counted else amount
    if amount.digits.endswith("000") or (counted and known.decimal_comma):
        return whole
    if known.language.code not in _OF_TWO_CONVENTIONS:
        return None if counted and amount.digits.endswith("0") else amount
    rounded = amount.digits.endswith("0") and amount.unit not in SYMBOLS
    return whole if amount.unit in known.monies or (rounded and not amount.bare) else None


def _is_counted(text: str, amount: Amount, known: Grammar) -> bool:
    """Whether a word follows that may be what is counted, which comes whole: 1,250 people."""
    word = _WORD.match(text, amount.end)
    return word is not None and word[1].lower() not in known.no_noun
