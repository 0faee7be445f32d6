"""How a language without a file writes figures, by the Unicode CLDR alone."""

import re
from collections.abc import Mapping
from typing import Any

from summarizer.languages.cldr import Cldr, cldr
from summarizer.languages.spelled import minus_words, number_phrases
from summarizer.text.wordlists import phrases, words

_HANGING = "[-‐]?"
_HUNDRED = 100
_SHORTEST_SHORT = 4
_SURELY_MINUS = words("minus miinus mínusz mínus mīnus мінус минус מינוס μείον eksi 마이너스")
"""Words for a minus that mean nothing else; ऋण is a loan as well, âm the moon."""
_LABIALS = re.compile("\u0902(?=[\u092a-\u092e])")


def standard_fields(code: str) -> dict[str, Any]:
    """The fields of `Language` that the CLDR fills in: no bounds, no labels, no words of speech."""
    known = cldr(code)
    if known is None:
        return {"has_table": False}
    return {
        "has_table": False,
        "attached": known.attached,
        "number_words": "phrases",
        "magnitudes": _magnitudes(code, known),
        "currencies": {currency: ", ".join(words) for currency, words in known.currencies.items()},
        "money_before": known.money_before,
        "negative": _negative(code),
        **_units(known),
        **_dates(known),
    }


def _negative(code: str) -> str:
    sure = "|".join(sorted(minus_words(code) & _SURELY_MINUS))
    return rf"(?<![\w-])(?:{sure})[ \u00a0]" if sure else ""


def _magnitudes(code: str, known: Cldr) -> dict[int, str]:
    """Magnitudes; where words hang on numbers, a hundred is one as well: 3백만."""
    found = {value: ", ".join(_spellings(words)) for value, words in known.magnitudes.items()}
    hundreds = [
        words for words, value in number_phrases(code).items() if value == _HUNDRED and " " not in words
    ]
    found.update(_abbreviated(found))
    if known.attached and hundreds and _HUNDRED not in found:
        found[_HUNDRED] = ", ".join(hundreds)
    return found


def _abbreviated(magnitudes: Mapping[int, str]) -> dict[int, str]:
    """The same with what is surely short for one of them: εκατ."""
    short: dict[str, set[int]] = {}
    for value, spellings in magnitudes.items():
        for word in phrases(spellings):
            for length in range(_SHORTEST_SHORT, len(word) - 1):
                short.setdefault(f"{word[:length]}.", set()).add(value)
    return {
        value: ", ".join((spellings, *(word for word, values in short.items() if values == {value})))
        for value, spellings in magnitudes.items()
    }


def _units(known: Cldr) -> dict[str, Any]:
    """Units behind and before a number; what stands behind the number of a day is none."""
    dated = known.day_or_month_behind
    forms = {
        name: [word for word in _spellings(words) if word not in dated and "," not in word]
        for name, words in known.units.items()
    }
    if known.attached:  # where it may be the fifth century as well as five of them
        forms.pop("duration-century", None)
    times = {name for name in forms if known.is_time(name)}
    before = {known.unit_name(name): ", ".join(words) for name, words in known.units_before.items()}
    return {
        "units": {known.unit_name(name): ", ".join(forms[name]) for name in forms if name not in times},
        "time_units": {known.unit_name(name): ", ".join(forms[name]) for name in forms if name in times},
        "units_before": before,
    }


def _dates(known: Cldr) -> dict[str, Any]:
    names = [name for month in _spellings(known.months) for name in month.split() if not name.isdigit()]
    behind = "|".join(map(re.escape, known.day_or_month_behind))
    eras = "|".join(
        map(re.escape, sorted((era for era in known.eras if len(era) > 1), key=len, reverse=True))
    )
    hour = re.escape(known.hour_behind)
    return {
        "era": rf"[ \u00a0]?(?:{eras})(?!\w)" if eras else "",
        "names_before": rf"(?<!\w)(?:{eras})[ \u00a0]?" if eras else "",
        "months": " ".join(names),
        "months_before": known.months_before or any(month[-1:].isdigit() for month in known.months),
        "before_month": rf"(?:{_HANGING}{known.before_month} ?)?" if known.before_month else "",
        "ordinal_point": known.ordinal_point,
        "ordinal": rf"(?:{behind})" if behind else "",
        "clock": rf"{hour}(?!\w)" if hour and known.attached else "",
        "year": rf"[ \u00a0]?{re.escape(known.year_behind)}" if known.year_behind else "",
    }


def _spellings(words: tuple[str, ...]) -> list[str]:
    """The forms, also as many Hindi texts write them: हज़ार as हजार, सितंबर as सितम्बर."""
    if not any("\u0900" <= letter <= "\u097f" for word in words for letter in word):
        return list(words)
    without = [word.replace("\u093c", "") for word in words]
    nasal = [_LABIALS.sub("\u092e\u094d", word) for word in (*words, *without)]
    return list(dict.fromkeys((*words, *without, *nasal)))
