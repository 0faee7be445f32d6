"""What the Unicode CLDR knows of how a language writes figures, as Babel carries it.

Read once a language, when an article in it is read: months, magnitudes, units and currencies in all their
plural forms. It knows no words of speech, no bounds (at least) and no numbers in words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from summarizer.text.wordlists import words

Forms = Mapping[str, tuple[str, ...]]

_TIMES = words(
    """
    second minute hour day week month year decade century
    """
)
_MEASURES = words(
    """
    length-millimeter length-centimeter length-meter length-kilometer length-inch length-foot
    length-yard length-mile length-nautical-mile length-light-year area-square-meter
    area-square-kilometer area-hectare area-acre area-square-foot area-square-mile volume-liter
    volume-milliliter volume-cubic-meter volume-gallon volume-barrel mass-milligram mass-gram
    mass-kilogram mass-tonne mass-ton mass-pound mass-ounce speed-kilometer-per-hour speed-mile-per-hour
    speed-meter-per-second speed-knot temperature-celsius temperature-fahrenheit temperature-generic
    power-watt power-kilowatt power-megawatt power-gigawatt energy-kilowatt-hour frequency-megahertz
    digital-megabyte digital-gigabyte digital-terabyte concentr-percent
    """
)
"""What news measure in; the CLDR has 200 more."""
_SIGNS = {"concentr-percent": "%", "temperature-celsius": "°C", "temperature-fahrenheit": "°F"}
CURRENCIES = words(
    """
    USD EUR GBP JPY CNY INR RUB CHF CAD AUD NZD HKD SGD SEK NOK DKK ISK PLN CZK HUF RON BGN TRY ILS EGP
    SAR AED QAR KWD BHD OMR IQD IRR JOD LBP SYP MAD TND DZD PKR BDT LKR NPR THB IDR MYR PHP VND KRW TWD
    BRL MXN ARS CLP COP PEN UYU ZAR NGN KES GHS ETB XOF XAF UAH BYN KZT GEL AMD AZN UZS RSD ALL AFN MMK
    KHR LAK MNT
    """
)
_DOLLARS = ("USD", "AUD", "CAD")
_PLACE = re.compile(r"\s*\{0\}\s*")
_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e]|'(?=\\.)|(?<=\\.)'|¤")
_ZEROS = re.compile("0+")
_ATTACHING = words(
    """
    Kore Thai Laoo Khmr Mymr Hans Hant Jpan Tibt
    """
)
"""Scripts in which words hang on a number or nothing divides words."""
_LITERAL = re.compile(r"(?<![\w'])(y+|M+|L+|d+)('[^']*'|[^\sA-Za-z',./-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cldr:
    """The words of one language; `units` by their CLDR names, each form as it stands behind a number."""

    months: tuple[str, ...] = ()
    months_before: bool = False
    before_month: str = ""
    ordinal_point: bool = False
    eras: tuple[str, ...] = ()
    """How years before and after the beginning of the calendar are marked: f.Kr."""
    days: tuple[str, ...] = ()
    magnitudes: Mapping[int, tuple[str, ...]]
    units: Forms
    units_before: Forms
    """Forms that stand before the number: yüzde 25."""
    currencies: Forms
    money_before: Mapping[str, str]
    """Signs of the language's own currencies, which stand beside a number."""
    attached: bool = False
    year_behind: str = ""
    day_or_month_behind: tuple[str, ...] = ()
    hour_behind: str = ""

    def unit_name(self, unit: str) -> str:
        """What a figure calls a unit: the plural as the language writes it."""
        return _SIGNS.get(unit) or (self.units.get(unit) or self.units_before[unit])[0]

    def is_time(self, unit: str) -> bool:
        """Whether the unit is one of time."""
        return unit.startswith("duration-")


@cache
def cldr(code: str) -> Cldr | None:
    """What is known of the language of a code such as `sv`; None if the CLDR has no such language."""
    from babel import Locale, UnknownLocaleError
    from babel.localedata import LocaleDataDict, load

    if code == "und":  # which Babel takes for English
        return None
    try:
        locale = Locale.parse(code)
        data = LocaleDataDict(cast("dict[str | int | None, Any]", load(str(locale))))
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    units, before = _units(data.get("unit_patterns", {}))
    if data["percent_formats"][None].pattern.startswith("%"):
        before["concentr-percent"] = (*before.get("concentr-percent", ()), "%")
    date = data["date_formats"]["long"].pattern
    months, month_behind = _months(data["months"])
    literals = {match[1][0]: match[2].strip("'").strip() for match in _LITERAL.finditer(date)}
    before_month = re.search(r"d(\.?)\s*'?((?:(?![ML]{3})[^\W\d_])*)'?\s?[ML]{3}", date)
    script = _likely(code, 1)
    hour = re.search(r"[hHkK]\s?([^\s\dA-Za-z'.,:/-]+)", data["time_formats"]["full"].pattern)
    behind = (month_behind, literals.get("d", ""))
    return Cldr(
        months=months,
        months_before=bool(re.search(r"[ML]{3,4}\S*\s+d", date)),
        before_month=before_month[2] if before_month else "",
        ordinal_point=bool(before_month and before_month[1]),
        eras=tuple(dict.fromkeys(era for width in data["eras"].values() for era in _values(width))),
        days=tuple(_values(data["days"]["format"]["wide"])),
        magnitudes=_magnitudes(data),
        units=units,
        units_before=before,
        currencies=_currencies(data, code),
        money_before=_own_signs(data, code),
        attached=script in _ATTACHING,
        year_behind=literals.get("y", ""),
        day_or_month_behind=tuple(filter(None, behind)),
        hour_behind=hour[1] if hour else "",
    )


@cache
def writes_decimal_comma(code: str) -> bool:
    """Whether a comma divides units from tenths in a language: 1.234,5."""
    if code == "en":
        return False
    from babel import Locale, UnknownLocaleError

    try:
        symbols = Locale.parse(code).number_symbols
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return bool(symbols.get("latn", {}).get("decimal") == ",")


def _values(table: Mapping[Any, Any]) -> Iterator[str]:
    return (_plain(str(value)) for value in table.values())


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())


def _months(table: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """The names of months, and what stands behind the number of one where they are numbered: 3월."""
    names = dict.fromkeys(
        name.rstrip(".")
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in _values(table[form][width])
    )
    numbered = {name.lstrip("0123456789") for name in names if name[:1].isdigit()}
    return tuple(name for name in names if not name[:1].isdigit() and len(name) > 1), min(
        numbered, default=""
    )


def _forms(patterns: Any) -> Iterator[str]:
    """The patterns of a table by plural form, those that many things go by first."""
    if isinstance(patterns, str):
        yield patterns
        return
    for form in ("many", "other", "few", "two", "one"):
        if isinstance(patterns.get(form), str):
            yield patterns[form]


def _units(table: Mapping[str, Any]) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    behind: dict[str, tuple[str, ...]] = {}
    before: dict[str, tuple[str, ...]] = {}
    for name in sorted((*_MEASURES, *(f"duration-{time}" for time in _TIMES))):
        tables = (table.get(name, {}), table.get(f"{name}-person", {}))
        found = [one.get(width, {}) for width in ("long", "short") for one in tables]
        patterns = [_plain(form) for width in found for form in _forms(width)]
        words = {pattern: _PLACE.sub("", pattern) for pattern in patterns if "{0}" in pattern}
        after = [word for pattern, word in words.items() if pattern.startswith("{0}") and _is_word(word)]
        first = [word for pattern, word in words.items() if pattern.endswith("{0}") and _is_word(word)]
        if after:
            behind[name] = tuple(dict.fromkeys(after))
        if first:
            before[name] = tuple(dict.fromkeys(first))
    return behind, before


def _is_word(word: str) -> bool:
    """Whether it tells a unit: one Latin letter means too much, and signs are known in every language."""
    return len(word) > 1 or (word.isalpha() and not word.isascii())


def _is_long(word: str) -> bool:
    """Whether it tells a magnitude: bn and Mn mean something else beside another language's words."""
    return _is_word(word.rstrip(".")) and not (word.isascii() and word.isalpha() and len(word) == 2)  # noqa: PLR2004


def _magnitudes(data: Mapping[str, Any]) -> dict[int, tuple[str, ...]]:
    found: dict[int, dict[str, None]] = {}
    widths = [data["compact_decimal_formats"].get(width, {}) for width in ("long", "short")]
    patterns = (item for width in widths for plural in width.values() for item in plural.items())
    for least, pattern in patterns:
        text = _plain(getattr(pattern, "pattern", str(pattern)))
        zeros = _ZEROS.search(text)
        word = _ZEROS.sub("", text, count=1).strip()
        if zeros and _is_long(word) and not any(sign in word for sign in "0#{}"):
            found.setdefault(int(least) // 10 ** (len(zeros.group()) - 1), {})[word] = None
    return {value: tuple(words) for value, words in sorted(found.items()) if value > 1}


def _currencies(data: Mapping[str, Any], code: str) -> dict[str, tuple[str, ...]]:
    names = {currency: tuple(_currency_names(data, currency)) for currency in sorted(CURRENCIES)}
    names = {currency: forms for currency, forms in names.items() if forms}
    own = [currency for currency in _own_currencies(code) if currency in names]
    nouns = {currency: _nouns(names, currency) for currency in dict.fromkeys((*own, "USD"))}
    taken = {form.casefold() for forms in names.values() for form in forms}
    for currency, bare in nouns.items():  # whose dollar it is where none is said
        new = [noun for noun in dict.fromkeys(bare) if noun.casefold() not in taken]
        names[currency] = (*names.get(currency, ()), *new)
        taken.update(noun.casefold() for noun in new)
    return names


def _nouns(names: Forms, currency: str) -> list[str]:
    """The forms of a currency's noun: of a dollar, what all dollars share; else by where that stands."""
    dollars = [{word.casefold() for form in names.get(one, ()) for word in form.split()} for one in _DOLLARS]
    shared = frozenset.intersection(*map(frozenset, dollars))
    australian = names.get("AUD", ("",))[0].casefold().split()
    forms = [form.split() for form in names.get(currency, ()) if " " in form]
    common = [" ".join(word for word in form if word.casefold() in shared) for form in forms]
    common = [noun for noun in common if noun]
    if common or len(australian) < 2 or not shared:  # noqa: PLR2004 - noun and country
        return common
    place = next((place for place in (0, -1) if australian[place] in shared), None)
    return [] if place is None else [form[place] for form in forms]


def _currency_names(data: Mapping[str, Any], currency: str) -> Iterable[str]:
    forms = list(_forms(data["currency_names_plural"].get(currency, {})))
    name = data["currency_names"].get(currency)
    return dict.fromkeys(
        _plain(form) for form in (*forms, name) if form and form != currency and "(" not in form
    )


def _own_signs(data: Mapping[str, Any], code: str) -> dict[str, str]:
    """Signs of the currencies of the language's own country: kr, Kč, zł; with the code of each."""
    symbols = data["currency_symbols"]
    own = ((currency, _plain(str(symbols.get(currency, "")))) for currency in _own_currencies(code))
    return {sign: currency for currency, sign in own if sign and sign not in (currency, "$", "£", "¥")}


def _own_currencies(code: str) -> list[str]:
    from babel.numbers import get_territory_currencies

    territory = _likely(code, 2)
    return [str(one) for one in get_territory_currencies(territory)] if territory else []


def _likely(code: str, part: int) -> str:
    """Script (1) or country (2) that a language most likely goes with."""
    from babel.core import get_global

    parts = str(get_global("likely_subtags").get(code, "")).split("_")
    return parts[part] if len(parts) > part else ""
