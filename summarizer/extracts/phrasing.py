"""The words of a language that tell whether a sentence can stand alone, compiled once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.analysis.cues import speech_cues
from summarizer.languages import entry, main_language
from summarizer.text.wordlists import alternatives, phrases, words

_SHORT = 3
"""Letters of conjunctions that stand inside sentences too: and, but, yet."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What a language says at the beginning of sentences and clauses, and before headlines.

    `connective` matches what a sentence begins with to go on from the one before, `relative` a comma and the
    word that opens a clause which only adds something, `label` what stands before a headline. `persons` are
    words for whoever speaks or is spoken to, `going_on` those that go on from what was said, wherever they
    stand; `means_earlier`, `judging` and the next three are those of `Language`, `calendar` days and months.
    Of languages `spaced` by blanks, words are compared whole, of others by how a sentence begins.
    """

    spaced: bool
    connective: re.Pattern[str]
    relative: re.Pattern[str]
    label: re.Pattern[str]
    refers_back: frozenset[str]
    persons: frozenset[str]
    going_on: frozenset[str]
    means_earlier: frozenset[str]
    judging: frozenset[str]
    pronoun_subjects: frozenset[str]
    definite: frozenset[str]
    subjectless: frozenset[str]
    calendar: frozenset[str]
    cues: frozenset[str]
    that: frozenset[str]


@cache
def phrasing(language: str | None) -> Phrasing:
    """Return the words of a language; the English ones where nothing is known of it."""
    known = entry(main_language(language))
    behind = r"(?:,\s*|،\s*|\s+)" if known.spaced else ""
    return Phrasing(
        spaced=known.spaced,
        connective=_any(phrases(known.connectives), behind=rf"{behind}(?=\S)"),
        relative=_any(words(known.relatives), before=r",\s+", behind=r"\b"),
        label=_any(
            phrases(known.title_labels), before=r"\W{0,2}", behind=r"[\])】]?\s*[:|：｜»/】]\s*(?=\S)"
        ),
        refers_back=words(known.refers_back),
        persons=words(known.first_person) | words(known.second_person),
        going_on=frozenset(
            phrase for phrase in phrases(known.connectives) if " " not in phrase and len(phrase) > _SHORT
        ),
        means_earlier=words(known.means_earlier),
        judging=words(known.judging),
        pronoun_subjects=words(known.pronoun_subjects),
        definite=words(known.definite),
        subjectless=words(known.subjectless),
        calendar=_calendar(main_language(language), known.months),
        cues=speech_cues(language),
        that=words(known.that),
    )


def _calendar(language: str, months: str) -> frozenset[str]:
    """Return the days of the week and the months of a language, in lower case."""
    from babel import Locale, UnknownLocaleError

    try:
        days = Locale(language).days["format"]["wide"].values()
    except (UnknownLocaleError, ValueError):
        days = ()
    return frozenset(word.casefold() for word in (*months.split(), *days))


def _any(table: Iterable[str], *, before: str = "", behind: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{alternatives(table)}){behind}", re.IGNORECASE)
