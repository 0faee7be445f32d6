"""The data of a language made ready for reading figures: tables turned round, patterns compiled."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from summarizer.analysis import ideographs, number_words
from summarizer.analysis.composed_words import ComposedWords, duals
from summarizer.analysis.numerals import CLUSTER_REST, FRACTIONS, SPACE
from summarizer.analysis.spelled_out import SpelledOut
from summarizer.analysis.units import CURRENCY_CODES, CURRENCY_SIGNS, SYMBOLS, signs_of_country
from summarizer.languages import Language, entry, main_language, writes_decimal_comma
from summarizer.text.wordlists import alternatives, phrases, words

Name = TypeVar("Name")
Pattern = re.Pattern[str]
ReadWords = Callable[[str, int], number_words.Spelled | int]

_LETTERS = re.compile(r"[^\W\d_]+")
_LISTED = 64
"""Grammars kept: tags of the same language and another region are few."""


def grammar(tag: str | None) -> "Grammar":
    """How the language of a tag such as `zh-CN` writes figures."""
    return _grammar((tag or "en").replace("_", "-").lower())


@lru_cache(maxsize=_LISTED)
def _grammar(tag: str) -> "Grammar":
    language = entry(main_language(tag))
    return Grammar(language, tag)


def turned(table: Mapping[Name, str]) -> dict[str, Name]:
    """Turn {name: "spelling, spelling"} round."""
    return {spelling: name for name, spellings in table.items() for spelling in phrases(spellings)}


def _pattern(source: str) -> Pattern:
    return re.compile(source or "(?!)")


def _ends_with(source: str) -> Pattern:
    return re.compile(rf"(?:{source or '(?!)'})\Z", re.IGNORECASE)


class Grammar:
    """How one language writes figures; `grammar` keeps those once built.

    A language without a file is read with the words and the decimal mark that the Unicode CLDR knows.
    """

    def __init__(self, language: Language, tag: str) -> None:
        self.language = language
        self.spaced = language.spaced
        self.decimal_comma = writes_decimal_comma(main_language(tag))
        # What an article says of its own; see `conventions`.
        self.doubtful = self.settled = False
        self.blanks: bool | None = self.decimal_comma or None
        self.prefixes = frozenset(language.prefixes.split())
        self._end = r"(?!\w)" if language.spaced and not language.attached else ""
        self._gap = rf"(?:{SPACE}|-)?" if language.spaced else f"{SPACE}?"
        self._read_numbers()
        self._read_magnitudes()
        self._read_units(tag)
        self._read_bounds()
        self._read_joints()
        self._read_names()

    def _read_numbers(self) -> None:
        self.read_words: ReadWords | None = None
        style = self.language.number_words
        if style == "ideographs":
            self.candidate = self.inner = re.compile(ideographs.CANDIDATE)
            return
        letters = rest = ""
        if style == "english":
            english = number_words.EnglishWords(self.language)
            self.read_words, letters, rest = english.read, english.first_letters, english.rest
        elif style == "composed":
            composed = ComposedWords(self.language)
            self.read_words, letters, rest = composed.read, composed.first_letters, composed.rest
        elif style == "phrases":
            spelled = SpelledOut(self.language, self._not_number_words())
            self.read_words, letters, rest = spelled.read, spelled.first_letters, spelled.rest
        rest = f"|{rest}" if rest else ""
        self.candidate = re.compile(rf"[\d{FRACTIONS}{letters}](?:(?<=[\d{FRACTIONS}]){CLUSTER_REST}{rest})")
        free = rest.replace(r"(?<![\w’'-].)", "(?<!\\w.)").replace(r"(?<![\w-].)", "(?<!\\w.)")
        self.inner = re.compile(rf"[\d{FRACTIONS}{letters}](?:(?<=[\d{FRACTIONS}]){CLUSTER_REST}{free})")

    def _not_number_words(self) -> frozenset[str]:
        """Words that are a unit or a month as well: năm is five and a year."""
        language = self.language
        tables = [*language.units.values(), *language.time_units.values(), *language.currencies.values()]
        named = (word for table in (*tables, *language.magnitudes.values()) for word in phrases(table))
        return frozenset(word.lower() for word in (*language.months.split(), *named))

    def _read_magnitudes(self) -> None:
        language = self.language
        self.magnitudes = {
            word.lower(): Decimal(value) for word, value in turned(language.magnitudes).items()
        }
        apart = "" if self.spaced else ideographs.NO_MAGNITUDE
        self.magnitude = re.compile(rf"{self._gap}{apart}((?i:{alternatives(self.magnitudes)})){self._end}")
        self.addend = re.compile(
            rf"{self._gap}(\d+(?:[.,]\d+)*)(?:{self._gap}((?i:{alternatives(self.magnitudes)})))?(?!\d){self._end}"
        )
        self.short_magnitudes = {
            word: Decimal(value) for word, value in turned(language.short_magnitudes).items()
        }
        letters = [word for word in self.short_magnitudes if len(word) == 1]
        longer = [word for word in self.short_magnitudes if len(word) > 1]
        either_case = [case for letter in letters for case in (letter, letter.upper())]
        self.short_magnitude = re.compile(rf"({SPACE}?)({alternatives([*longer, *either_case])})\b")
        self.not_thousands = words(language.not_thousands)
        self.half_more = _pattern(language.half_more)
        self.fraction_of = _pattern(language.fraction_of)
        self.negative = _ends_with(language.negative)
        self.negative_measured = _ends_with(language.negative_measured)
        said = "|".join(filter(None, (language.negative, language.positive)))
        self.sign_in_front = re.compile(
            rf"{said and f'(?:{said})?'}[-−–+]?(?:(?:[A-Z]{{0,2}}\$|[£€¥₹]){SPACE}?)?[-−–]?", re.IGNORECASE
        )
        self.negative_after = _pattern(language.negative_after)
        self.linked_magnitude = _pattern(
            language.links
            and rf"{language.links}(?P<magnitude>(?i:{alternatives(self.magnitudes)})){self._end}"
        )

    def _read_units(self, tag: str) -> None:
        region = tag.rpartition("-")[2]
        language, gap, end = self.language, self._gap, self._end
        currencies = {**turned(language.currencies), **turned(language.regional_currencies.get(region, {}))}
        self.currencies = {word.lower(): code for word, code in currencies.items()}
        self.signs = {**CURRENCY_SIGNS, **signs_of_country(tag)}
        self.monies = frozenset((*CURRENCY_CODES, *self.currencies.values()))
        self.units = {**turned(language.units), **turned(language.time_units)}
        symbols = {} if language.code == "en" else SYMBOLS
        self.lower_case_units = {spelling.lower(): unit for spelling, unit in self.units.items()}
        self.units = {**symbols, **self.units}
        self.lower_case_units |= duals(language)
        self.times = frozenset(language.time_units)
        word = f"(?P<word>(?i:{alternatives(self.currencies)})){end}"
        unit = (
            rf"(?:(?P<unit>(?i:{alternatives(self.lower_case_units)})){end}"
            rf"|(?P<symbol>{alternatives(symbols)})(?![^\W_]))"
        )
        space = gap.removesuffix("?") if self.spaced and not language.attached else gap
        self.currency_after = re.compile(
            rf"{space}{word}|{SPACE}?(?P<code>{alternatives(CURRENCY_CODES)})\b"
            rf"|{SPACE}?(?P<sign>[€£₹₽₪]|[$¥](?!\d))"
        )
        self.unit = re.compile(rf"{gap}{unit}(?!['’])")
        self._read_units_before(language)
        signs = rf"(?:{word}|(?P<sign>[€£₹₽₪$¥])|(?P<code>{alternatives(CURRENCY_CODES)})\b)"
        self.linked_currency = _pattern(language.links and language.links + signs)
        self.linked_unit = _pattern(language.links and language.links + unit)
        self.glued_units = tuple((re.compile(source), name) for name, source in language.glued_units.items())
        self.smaller_units = {
            name: (number, re.compile(source)) for name, (number, source) in language.smaller_units.items()
        }
        self.counter = re.compile(alternatives(phrases(language.counters)))
        self.not_numbers = re.compile(alternatives(phrases(language.not_numbers)))
        self.known = self._known()

    def _read_units_before(self, language: Language) -> None:
        self.before_names = {**turned(language.units_before), **language.money_before}
        words = alternatives(self.before_names)
        self.before_number = re.compile(
            rf"(?<!\w)(?P<word>{words}){SPACE}?\Z" if self.before_names else "(?!)"
        )
        self.money_after = re.compile(rf"{SPACE}?(?P<word>{alternatives(language.money_before)})(?!\w)")

    def _known(self) -> frozenset[str]:
        """First words of all that may follow a number; most words that do are none of them."""
        followers = (
            *self.units,
            *self.currencies,
            *self.language.money_before,
            *CURRENCY_CODES,
            *self.magnitudes,
            *self.short_magnitudes,
        )
        firsts = (_LETTERS.search(phrase) for phrase in followers)
        known = {first.group().lower() for first in firsts if first}
        joined = (self.language.links, self.language.half_more, self.language.negative_after)
        return frozenset(
            {*known, *(word for text in joined for word in _LETTERS.findall(text)), "year", "second"}
        )

    def _read_bounds(self) -> None:
        language = self.language
        tails = ("", *language.comparator_tails.split())
        bounds = turned(language.comparators)
        self.comparators = {phrase + tail: bound for phrase, bound in bounds.items() for tail in tails}
        self.longest_comparator = max((len(phrase.split()) for phrase in self.comparators), default=0)
        self.longest_phrase = max((len(phrase) for phrase in self.comparators), default=0)
        self.comparators_after = tuple(
            (re.compile(source, re.IGNORECASE), comparator)
            for comparator, source in language.comparators_after.items()
        )
        self.lasting, self.aged = frozenset(phrases(language.lasting)), _pattern(language.aged)
        self.reached, self.reaching = frozenset(phrases(language.reached)), _pattern(language.reaching)

    def _read_joints(self) -> None:
        """What stands between two numbers of one figure, or of none."""
        language = self.language
        self.ranges = {word: tuple(phrases(openers)) for word, openers in language.ranges.items()}
        self.number_articles = words(language.number_articles)
        words_between = alternatives(self.ranges)
        article = rf"(?:(?:{alternatives(self.number_articles)}) )?" if self.number_articles else ""
        if self.spaced:
            glued = "|".join(re.escape(word) for word in self.ranges if word in self.prefixes)
            apart = rf"(?P<word>{words_between}){SPACE}{article}"
            joints = (
                rf"-?{SPACE}(?:{apart}|(?P<glued>{glued or '(?!)'}){SPACE}?)|-(?P<hyphened>{words_between})-"
            )
            ahead = r"(?=[-−–+]?[\d$£€¥₹]|[^\W\d_])"
        else:
            joints, ahead = f"(?P<word>{words_between})", rf"(?=[\d$£€¥{ideographs.CHARACTERS}])"
        # English sets the dashes of its asides close.
        dash = "–-" if language.code == "en" else "—…–-"
        self.connector = re.compile(rf"(?:{joints}| ?[–-] ?|[{dash}]){ahead}")
        self.changes = _pattern(language.changes)
        between = [*(word for word in self.ranges if word[0].isalpha()), *phrases(language.date_joints)]
        space = SPACE if self.spaced else ""
        self.date_joint = re.compile(
            rf"{space}(?:{alternatives(between)}){space}{article}(?=\w)|, ?(?=\d)"
            rf"| ?[–—-] ?(?=\d)|\.? ?[–—-] ?(?=\d)"
            rf"|\.{space}(?:{alternatives(between)}){space}(?=\d)"
        )
        self.changed_by = _pattern(language.changed_by and rf"(?:{language.changed_by})\Z")
        self.changes_after = _pattern(language.changes_after)
        self.odds, self.odds_not_behind = _pattern(language.odds), _pattern(language.odds_not_behind)
        tenths = phrases(language.tenths)
        ratios = [*phrases(language.ratios), *tenths]
        space = " " if self.spaced else ""
        self.tenths = frozenset(tenths)
        noun = r"(?: [^\W\d_]+)?" if language.ratio_noun else ""
        self.ratio = re.compile(rf"{noun}{space}({alternatives(ratios)}){language.every}{space}(?=\w)")
        if language.hyphened_ratios:
            self.ratio = re.compile(rf"{self.ratio.pattern}|-({alternatives(ratios)})-(?=\w)")

    def _read_names(self) -> None:
        language = self.language
        months = alternatives(language.months.split())
        self.month_before = _pattern(
            rf"(?<!\w)(?:{months})(?!\w)\.?{SPACE}\Z" if language.months_before else ""
        )
        self.month_after = re.compile(
            rf"(?:{language.ordinal or '(?!)'}|\.)?{SPACE}(?:{language.before_month})(?:{months})(?!\w)",
            re.IGNORECASE if language.code != "en" else 0,
        )
        self.ordinal = _pattern(language.ordinal)
        self.before_ordinal = words(language.before_ordinal)
        self.clock = _pattern(language.clock)
        self.clock_words, self.era = _pattern(language.clock_words), _pattern(language.era)
        self.clock_units = frozenset(phrases(language.clock_units))
        self.before_clock = words(language.before_clock)
        self.labels, self.capital_labels = words(language.labels), words(language.capital_labels)
        self.no_noun = words(language.no_noun or language.common)
        self.plural = re.compile(rf"{SPACE}(?:{language.plural})\b")
        self.before_decade = _ends_with(language.before_decade)
        self.before_year, self.beside_year = words(language.before_year), words(language.beside_year)
        self.year = _pattern(language.year)
        self.year_nouns, self.in_a_year = words(language.year_nouns), words(language.in_a_year)
        self.not_ones, self.not_halves = words(language.not_ones), words(language.not_halves)
        self.names_before = _pattern(language.names_before and rf"(?:{language.names_before})\Z")
        self.names_after = _pattern(language.names_after)
