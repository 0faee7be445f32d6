"""Words of attribution, by language: data in `languages/`, read once."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summarizer.summary import Stance

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What one language says of speaking, of those who speak, and of names."""

    verbs: Mapping[str, Stance]
    phrases: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    words: Mapping[str, frozenset[str]]

    def __getitem__(self, group: str) -> frozenset[str]:
        """The words of a group under `[words]`."""
        return self.words[group]


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """The words of `language`, a code of two letters; None if attribution is not known for it."""
    file = files("summarizer.attribution").joinpath("languages", f"{language}.toml")
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    irregular = {base: tuple(forms.split()) for base, forms in data["irregular"].items()}
    return Vocabulary(
        verbs={
            form: stance
            for stance, bases in data["verbs"].items()
            for base in bases.split()
            for form in (base, *irregular.get(base, _regular(base)))
        },
        phrases={
            " ".join([form, *behind]): stance
            for stance, phrases in data["phrases"].items()
            for base, *behind in map(str.split, phrases)
            for form in (base, *irregular.get(base, _regular(base)))
        },
        nouns={
            form: stance
            for stance, bases in data["nouns"].items()
            for base in bases.split()
            for form in (base, base + "s")
        },
        words={group: frozenset(_listed(words)) for group, words in data["words"].items()}
        | {"bases": frozenset(base for bases in data["verbs"].values() for base in bases.split())},
    )


def _listed(words: str | Iterable[str]) -> Iterable[str]:
    return words.split() if isinstance(words, str) else words


def _regular(base: str) -> tuple[str, str, str]:
    """The forms of a regular English verb: says-form, past, and -ing."""
    if base.endswith("e"):
        return base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, base + "ed", base + "ing"
