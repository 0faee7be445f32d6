"""The data files and their tables. TOML, as words and patterns are read and edited there by hand."""

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli  # several times quicker than tomllib; the guess of a language reads all files

from summarizer.languages.language import Language
from summarizer.languages.standard import standard_fields
from summarizer.text.wordlists import phrases, words

_FOLDER = Path(__file__).parent
_FIELDS = ("speech", "sentences", "numbers", "units", "bounds", "names")
"""The tables whose keys are the fields of `Language`."""
KNOWN = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
"""Codes of the languages that have a file."""

_WORDS = ("numbers", "before_teens", "months", "labels", "before_year")
_PHRASES = ("magnitudes", "currencies", "units", "time_units", "comparators", "ratios")
"""Fields whose words and phrases are looked up beside numbers, and may be spelled without a mark."""
_ALIASES = {"no": "nb", "nn": "nb"}


@cache
def entry(code: str) -> Language:
    """The entry of a language: its file, or what the Unicode CLDR knows of it, or nothing but its code."""
    code = _ALIASES.get(code, code)
    data = _file(code) if code in KNOWN else {}
    if wrong := faults(data):
        raise ValueError(f"{_FOLDER / code}.toml: {'; '.join(wrong)}")
    fields = {name: value for group in _FIELDS for name, value in data.get(group, {}).items()}
    if "numbers" not in data:
        return Language(code=code, **{**standard_fields(code), **fields})
    for name in (
        "numbers",
        "denominators",
        "collectives",
        "magnitudes",
        "short_magnitudes",
        "stems",
        "before_teens",
    ):
        fields[name] = {int(value): spellings for value, spellings in fields.get(name, {}).items()}
    if data.get("cldr"):
        fields.update(_with_cldr(code, fields))
    if "letters" in data:
        _add_plain_spellings(fields, str.maketrans(data["letters"]))
    return Language(code=code, spaced=data.get("spaced", True), **fields)


def _add_plain_spellings(fields: dict[str, Any], plain: dict[int, int | str | None]) -> None:
    """Add each word and phrase as those spell it who leave out a letter's mark: اكثر beside أكثر."""
    for name, joiner in (*((name, " ") for name in _WORDS), *((name, ",") for name in _PHRASES)):
        value = fields.get(name, "")
        if isinstance(value, str):
            fields[name] = f"{value}{joiner}{value.translate(plain)}" if value else value
        else:
            fields[name] = {key: f"{text}{joiner}{text.translate(plain)}" for key, text in value.items()}
    fields["ranges"] |= {key.translate(plain): openers for key, openers in fields["ranges"].items()}


def _with_cldr(code: str, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Months, money and units of the CLDR with those of the file, which counts where both know a word."""
    known = standard_fields(code)
    small = words(fields.get("common", "")) | set(phrases(fields.get("date_joints", "")))
    tables: dict[str, Any] = {"months": f"{known['months']} {fields.get('months', '')}"}
    for name in ("currencies", "units", "time_units"):
        own = fields.get(name, {})
        theirs = {
            one: ", ".join(w for w in phrases(text) if w not in small) for one, text in known[name].items()
        }
        tables[name] = {**theirs, **{one: ", ".join((theirs.get(one, ""), own[one])) for one in own}}
    return tables


def common_words(code: str) -> frozenset[str]:
    """Small words that every text of a language has; none where it has no file."""
    listed = _file(code).get("sentences", {}).get("common", "") if code in KNOWN else ""
    return words(listed)


def number_words(code: str) -> frozenset[str]:
    """Words for numbers of a language that has a file with some."""
    listed = _file(code).get("numbers", {}).get("numbers", {}) if code in KNOWN else {}
    return words(" ".join(listed.values()))


def table(code: str, name: str) -> Mapping[str, Any]:
    """A further table of a language: `attribution`, `loaded`, `support`; empty where there is none."""
    found: Mapping[str, Any] = _file(code).get(name, {}) if code in KNOWN else {}
    return found


@cache
def known_with(name: str) -> frozenset[str]:
    """The codes of the languages whose file has a table of this name."""
    return frozenset(code for code in KNOWN if name in _file(code))


def has_table(tag: str | None) -> bool:
    """Whether the file of a language says how its figures are written, and how people are quoted in it."""
    return main_language(tag) in known_with("numbers")


def main_language(tag: str | None) -> str:
    """`en` of `en-GB` or `en_US`; English where none is given."""
    return (tag or "en").replace("_", "-").split("-", 1)[0].lower()


@cache
def _file(code: str) -> Mapping[str, Any]:
    return tomli.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def faults(data: Mapping[str, Any]) -> list[str]:
    """What is wrong with the tables of a file, in words for whoever wrote it: keys that no field has."""
    known = {field.name for field in dataclasses.fields(Language)}
    keys = [(group, key) for group in _FIELDS for key in data.get(group, {}) if key not in known]
    return [f"[{group}] {key}: no such field{_nearest(key, known)}" for group, key in keys]


def _nearest(key: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(key, list(known), 1)
    return f"; did you mean {found[0]}?" if found else ""
