"""Loaded words, by language: what the `loaded` tables of the data files hold, ready to be looked up.

`docs/languages.md` says what belongs into a table and where the idea and its sources come from.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args

from summarizer.analysis.cues import speech_cues
from summarizer.framing.phrases import Phrases
from summarizer.languages import main_language, table
from summarizer.summary import FramingCategory
from summarizer.text.wordlists import phrases

_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
)


class LoadedWord(NamedTuple):
    """What a table says of a form; `neutral` is None where the word is best left out."""

    category: FramingCategory
    neutral: str | None


@dataclass(frozen=True)
class Lexicon:
    """The loaded words of a language, and the words that say whose view a sentence gives."""

    words: Phrases
    meanings: Mapping[str, LoadedWord]
    cues: Phrases
    """Behind these, somebody's words or view are reported."""
    sources: Phrases
    """Where one of these stands, the whole sentence is somebody's."""
    introducers: Phrases
    """So-called, and the like."""
    offices: Phrases
    places: Phrases
    works: Phrases
    """Before words in quotation marks: titles, names, and words that are spoken about."""
    nouns_have_capitals: bool


def lexicons(language: str | None, text: str) -> list[Lexicon]:
    """The tables to read `text` with: its language's, if there is one.

    Where the language is not known: the English one, as marking does, and those of the scripts in the text
    that are not Latin, which can match nothing else.
    """
    if language is not None:
        code = main_language(language)
        return [read_lexicon(code)] if table(code, "loaded") else []
    codes = ["en"]
    if not text.isascii():
        scripts = [code for pattern, code in _SCRIPTS if pattern.search(text)]
        codes += [code for code in scripts if not (code == "zh" and "ja" in scripts)]
    return [read_lexicon(code) for code in codes]


@cache
def read_lexicon(language: str) -> Lexicon:
    """The loaded words of a language that has some.

    Raises:
        ValueError: if a form or a phrase of it makes no sense.
    """
    listed = table(language, "loaded")
    context = listed["context"]
    joined = tuple(phrases(context.get("proclitics", ""))) if "proclitics" in context else ()
    meanings = _meanings(listed)
    unless = {form: phrases(longer) for form, longer in listed.get("unless", {}).items()}
    return Lexicon(
        words=Phrases.of(meanings, unless, joined),
        meanings=meanings,
        cues=Phrases.of({*phrases(context["cues"]), *speech_cues(language)}, proclitics=joined),
        nouns_have_capitals=context.get("nouns_have_capitals", False),
        **{
            name: Phrases.of(phrases(context[name]), unless, joined)
            for name in ("sources", "introducers", "offices", "places", "works")
        },
    )


def _meanings(listed: Mapping[str, Any]) -> dict[str, LoadedWord]:
    """Form to meaning.

    Raises:
        ValueError: if a form stands twice.
    """
    found: dict[str, LoadedWord] = {}
    for category in get_args(FramingCategory):
        for neutral, forms in listed.get(category, {}).items():
            for form in phrases(forms):
                if form in found:
                    raise ValueError(f"{form!r} stands twice")
                found[form] = LoadedWord(category, neutral or None)
    return found
