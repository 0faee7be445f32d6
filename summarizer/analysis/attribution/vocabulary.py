"""Words of attribution, by language: data in `languages/`, read once, when first asked for."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from summarizer.summary import Stance

Gender = Literal["he", "she", "they", "it"]
_VOWELS = "aeiou"
_SHORTEST_ADVERB = 5
_Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What one language says of speaking, of those who speak, and of names; in lower case, but for initials.

    The groups of words are those under `[words]`, where the file says what each is for.
    """

    verbs: Mapping[str, Stance]
    bases: _Words
    phrases: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    openers_of_cues: _Words
    pronouns: Mapping[str, Gender]

    abbreviations: _Words
    according: _Words
    according_to: _Words
    agent: _Words
    articles: _Words
    auxiliaries: _Words
    before_days: _Words
    bodies: _Words
    calls_so: _Words
    circumstances: _Words
    collectives: _Words
    complements: _Words
    conjunctions: _Words
    crowds: _Words
    days: _Words
    definite: _Words
    departments: _Words
    determiners: _Words
    divides_cue: _Words
    documents: _Words
    ends_counted: _Words
    ends_office_before: _Words
    ends_office_behind: _Words
    ends_source: _Words
    female: _Words
    functional: _Words
    governing: _Words
    governments: _Words
    he_forms: _Words
    he_titles: _Words
    held_by: _Words
    infinitive: _Words
    joints: _Words
    male: _Words
    naming: _Words
    of: _Words
    openers: _Words
    opens_clause: _Words
    opens_content: _Words
    opens_counted: _Words
    particles: _Words
    passive: _Words
    passive_adverbs: _Words
    plural_subjects: _Words
    prepositions: _Words
    quoting: _Words
    realms: _Words
    relatives: _Words
    roles: _Words
    rulers: _Words
    she_forms: _Words
    she_titles: _Words
    subjects: _Words
    suffixes: _Words
    titled: _Words
    titles: _Words

    offices: _Words
    """Roles and titles: what somebody may be."""

    def is_adverb(self, word: str) -> bool:
        """Whether a word, lower case, is built like an adverb of manner."""
        return word.endswith("ly") and len(word) >= _SHORTEST_ADVERB

    def is_participle(self, word: str) -> bool:
        """Whether a verb, lower case, is a present participle: saying."""
        return word.endswith("ing")

    def is_inflected(self, word: str) -> bool:
        """Whether a verb, lower case, has an ending: says, claimed, adding."""
        return word.endswith(("ed", "ing", "s"))

    def is_plural(self, word: str) -> bool:
        """Whether a noun, lower case, is built like a plural: officials, never boss."""
        return word.endswith("s") and not word.endswith("ss")


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """The words of `language`, a code of two letters; None if attribution is not known for it."""
    if language not in known_languages():
        return None
    text = _folder().joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return _compiled(tomllib.loads(text))


@cache
def known_languages() -> frozenset[str]:
    """The codes of the languages whose words of attribution are known."""
    names = (file.name for file in _folder().iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def _folder() -> Any:
    return files("summarizer.analysis.attribution").joinpath("languages")


def _compiled(data: Mapping[str, Any]) -> Vocabulary:
    irregular = {base: (base, *forms.split()) for base, forms in data["irregular"].items()}

    def forms(base: str) -> Iterable[str]:
        return irregular.get(base) or (base, *_regular(base))

    verbs: dict[str, Stance] = {
        form: stance for base, stance in _listed(data["verbs"]) for form in forms(base)
    }
    phrases: dict[str, Stance] = {
        " ".join([form, *behind]): stance
        for stance, group in data["phrases"].items()
        for base, *behind in map(str.split, group)
        for form in forms(base)
    }
    nouns: dict[str, Stance] = {
        form: stance for base, stance in _listed(data["nouns"]) for form in (base, base + "s")
    }
    groups = {group: frozenset(words.split()) for group, words in data["words"].items()}
    return Vocabulary(
        verbs=verbs,
        bases=frozenset(base for base, _ in _listed(data["verbs"])),
        phrases=phrases,
        nouns=nouns,
        openers_of_cues=frozenset(verbs)
        | frozenset(nouns)
        | {phrase.split()[0] for phrase in phrases}
        | groups["according"],
        pronouns={form: gender for gender, forms in data["pronouns"].items() for form in forms.split()},
        offices=groups["roles"] | groups["titles"],
        **groups,
    )


def _listed(groups: Mapping[Stance, str]) -> Iterable[tuple[str, Stance]]:
    return [(base, stance) for stance, bases in groups.items() for base in bases.split()]


def _regular(base: str) -> tuple[str, str, str]:
    """The forms of a regular English verb: says-form, past, and -ing."""
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, base + "ed", base + "ing"
