"""Words of attribution, by language: the `attribution` table of its data file, read when first asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from summarizer.analysis.attribution import geography
from summarizer.languages import table
from summarizer.summary import Stance

Gender = Literal["he", "she", "they", "it"]
Frame = Literal[
    "clause",
    "that",
    "told",
    "object",
    "infinitive",
    "addressed",
    "phrase",
    "voiced",
    "named",
    "heard",
    "wished",
]
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
    frames: Mapping[Frame, Mapping[str, Stance]]
    """The stance of each verb or phrase, by what stands behind it."""
    planned: Mapping[tuple[str, ...], Stance]
    """What she plans who says that she does so: will not."""
    quoted: Mapping[tuple[str, ...], Stance]
    """The stance that words of somebody’s own tell: we demand."""
    openers_of_cues: _Words
    doings: _Words
    """Forms of verbs of attribution that are no noun: demanded, never demand."""
    pronouns: Mapping[str, Gender]
    language: str

    abbreviations: _Words
    accompanied: _Words
    according: _Words
    according_to: _Words
    affiliations: _Words
    agent: _Words
    articles: _Words
    asking: _Words
    auxiliaries: _Words
    before_days: _Words
    bodies: _Words
    calls_so: _Words
    campaigns: _Words
    circumstances: _Words
    clause_openers: _Words
    clause_subjects: _Words
    collectives: _Words
    complements: _Words
    concerning: _Words
    conditions: _Words
    conjunctions: _Words
    crowds: _Words
    days: _Words
    definite: _Words
    departments: _Words
    determiners: _Words
    directions: _Words
    divides_cue: _Words
    documents: _Words
    ends_counted: _Words
    ends_office_before: _Words
    ends_office_behind: _Words
    ends_source: _Words
    expletive: _Words
    female: _Words
    finds: _Words
    firms: _Words
    forms_of_address: _Words
    founded: _Words
    functional: _Words
    further: _Words
    given: _Words
    governing: _Words
    governments: _Words
    guessing: _Words
    he_forms: _Words
    he_nouns: _Words
    he_pronouns: _Words
    he_titles: _Words
    held_by: _Words
    impersonal: _Words
    indefinite: _Words
    infinitive: _Words
    initials: _Words
    joins_equals: _Words
    joins_names: _Words
    joints: _Words
    legislatures: _Words
    locating: _Words
    localities: _Words
    made_by: _Words
    male: _Words
    modals: _Words
    naming: _Words
    negations: _Words
    no_deeds: _Words
    nobodies: _Words
    no_persons: _Words
    of: _Words
    openers: _Words
    opens_clause: _Words
    opens_content: _Words
    opens_counted: _Words
    opens_said: _Words
    pageants: _Words
    particles: _Words
    parties: _Words
    parts_of_verbs: _Words
    passive: _Words
    passive_adverbs: _Words
    perfect: _Words
    personal: _Words
    plural_auxiliaries: _Words
    plural_bodies: _Words
    plural_subjects: _Words
    possessives: _Words
    prepositions: _Words
    purposes: _Words
    quarters: _Words
    quoting: _Words
    realms: _Words
    relatives: _Words
    roles: _Words
    rulers: _Words
    says_nothing: _Words
    she_forms: _Words
    she_nouns: _Words
    she_pronouns: _Words
    she_titles: _Words
    singular: _Words
    source_of: _Words
    studies: _Words
    subjects: _Words
    suffixes: _Words
    things: _Words
    titled: _Words
    titles: _Words
    upon: _Words
    vague: _Words
    voicing: _Words

    saying: _Words
    """Forms of verbs and phrases that say something in so many words."""
    offices: _Words
    """Roles and titles: what somebody may be."""
    persons: _Words
    """Those that one person holds: a spokesman, never a ministry."""
    same_office: Mapping[str, str]
    """For a name of an office, the first of all its names."""
    same_country: Mapping[str, str]
    """For a name of a country, the first of all its names."""
    countries: _Words
    """The names of countries, some of several words."""
    places: _Words
    """The names of other places, some of several words."""
    seats: _Words
    """Where governments sit."""
    states: _Words
    """Parts of countries."""

    def is_given(self, word: str) -> bool:
        """Whether a word, lower case, is a first name."""
        return word in self.given or word in self.male or word in self.female

    def is_demonym(self, word: str) -> bool:
        """Whether a word, lower case, tells where somebody is from: Danish, Brazilian."""
        return geography.is_demonym(word, self.language)

    def is_adverb(self, word: str) -> bool:
        """Whether a word, lower case, is built like an adverb of manner, and is no family or assembly."""
        nouns = (self.roles, self.bodies, self.governing, self.verbs)
        return (
            word.endswith("ly")
            and len(word) >= _SHORTEST_ADVERB
            and not any(word in group for group in nouns)
        )

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
    listed = table(language, "attribution")
    return _compiled(listed, language) if listed else None


def _compiled(data: Mapping[str, Any], language: str) -> Vocabulary:
    irregular = {base: (base, *forms.split()) for base, forms in data["irregular"].items()}

    def forms(base: str) -> Iterable[str]:
        return irregular.get(base) or (base, *_regular(base))

    verbs: dict[str, Stance] = {
        form: stance for base, stance in _listed(data["verbs"]) for form in forms(base)
    }

    def phrased(groups: Mapping[Stance, Iterable[str]]) -> dict[str, Stance]:
        return {
            " ".join([form, *behind]): stance
            for stance, group in groups.items()
            for base, *behind in map(str.split, group)
            for form in forms(base)
        }

    phrases = phrased(data["phrases"])
    frames: dict[Frame, Mapping[str, Stance]] = {
        frame: phrased({stance: _each(group) for stance, group in groups.items()})
        for frame, groups in data["frames"].items()
    }
    nouns: dict[str, Stance] = {
        form: stance for base, stance in _listed(data["nouns"]) for form in (base, base + "s")
    }
    groups = {group: frozenset(words.split()) for group, words in data["words"].items()}
    names = {group: _names(listed) for group, listed in data["names"].items()}
    countries = names["countries"] | geography.countries(language)
    return Vocabulary(
        verbs=verbs,
        bases=frozenset(base for base, _ in _listed(data["verbs"])),
        phrases=phrases,
        nouns=nouns,
        frames=frames,
        planned=_marked(data["planned"]),
        quoted=_marked(data["quoted"]),
        doings=frozenset(verbs) - frozenset(nouns),
        openers_of_cues=frozenset(verbs)
        | frozenset(nouns)
        | {phrase.split()[0] for phrase in phrases}
        | groups["according"],
        pronouns={form: gender for gender, forms in data["pronouns"].items() for form in forms.split()},
        language=language,
        same_office={name: group.split()[0] for group in data["same_office"] for name in group.split()},
        same_country={
            name.strip(): group.split(",")[0] for group in data["same_country"] for name in group.split(",")
        },
        saying=groups["quoting"]
        | {verb for frame in ("clause", "that", "told") for verb in frames[frame]}
        | {phrase for phrase, stance in phrases.items() if stance == "claims"},
        offices=groups["roles"] | groups["titles"],
        countries=countries,
        places=(names["states"] | names["sights"] | geography.regions(language) | geography.cities())
        - countries,
        seats=names["seats"],
        states=names["states"],
        persons=frozenset(word for word in groups["roles"] if not word.endswith("s") or word.endswith("ss"))
        .union(groups["titles"])
        .difference(*(groups[each] for each in ("bodies", "collectives", "crowds", "documents", "governing")))
        .difference(groups["no_persons"]),
        **groups,
    )


def _marked(groups: Mapping[Stance, Iterable[str]]) -> dict[tuple[str, ...], Stance]:
    return {tuple(marker.split()): stance for stance, markers in groups.items() for marker in markers}


def _each(group: str | list[str]) -> list[str]:
    """The verbs of a group, which is a list where some have more than one word."""
    return group.split() if isinstance(group, str) else group


def _names(listed: str) -> _Words:
    return frozenset(" ".join(name.split()) for name in listed.split(","))


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
