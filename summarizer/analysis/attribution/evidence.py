"""What an article's use of a name tells of whose it is: a person's, a body's, a place's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.analysis.attribution.names import Name
from summarizer.analysis.attribution.units import Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

FULL = 2
"""Words from which on a name says more than a surname."""
_LONGEST_PERSONAL = 4
"""Words of a person’s name that holds `of` or capitals alone no more."""
_SHORTEST_ACRONYM = 3
_LONGEST_OFFICE = 6
"""Words behind the comma in which an office is looked for."""
Key = tuple[str, ...]
NameKind = Literal["person", "body", "place", "people", "unknown"]
"""Whose a name may be; `unknown` is one of a single word of which nothing tells."""


def key_of(words: Sequence[str], vocabulary: Vocabulary) -> Key:
    """The words by which a name is compared: no initials, no `Jr.`, of a country’s names the first."""
    plain = [word.casefold().replace("’", "'").strip(".,") for word in words]
    country = vocabulary.same_country.get(" ".join(plain))
    if country:
        return (country,)
    kept = [word for word in plain if word not in vocabulary.suffixes and len(word) > 1]
    return tuple(kept or plain)


def is_place(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is that of a country, a region or a large city."""
    plain = name.lower().strip(".")
    return plain in vocabulary.countries or plain in vocabulary.places


@dataclass(slots=True)
class Usage:
    """How often an article uses a name, and how."""

    total: int = 0
    definite: int = 0
    indefinite: int = 0
    """Behind `a` or `an`, or before whoever is called by it: an Acme manager, Acme managers."""
    located: int = 0
    personal: int = 0
    """With a title, an office or an age beside it, or followed by `who`."""
    bodily: int = 0
    """Behind a word for a body: the firm Acme; or before what tells of a thing: Acme, which."""
    joined: int = 0
    """Beside the name of a person, with an `and` between them."""
    pronoun: int = 0
    """In a sentence that names nobody else and goes on with `he` or `she`, less those with `it`."""


class Evidence:
    """How the names of an article are used."""

    def __init__(self, units: Sequence[Unit], named: Sequence[Sequence[Name]], words: Vocabulary) -> None:
        """Count the uses of all names."""
        self._words = words
        self._usage: dict[Key, Usage] = {}
        self._single: dict[str, int] = {}
        self._common = {token.text for unit in units for token in unit.tokens if not token.capital}
        self._begins: dict[str, set[str]] = {}
        """Which of the words that tell of a place or a person the names that begin with a word go on with."""
        self._telling = words.localities | words.campaigns
        self._surnames = {name.words[-1] for found in named for name in found if self._is_full(name)}
        for unit, found in zip(units, named, strict=True):
            if unit.heading:
                continue
            for name in found:
                self._count(unit.tokens, name)
            for name, other in pairwise(found):
                self._join(unit.tokens, name, other)
            if len({name.text for name in found}) == 1:
                self._usage[key_of(found[0].words, words)].pronoun += self._votes(unit.tokens, found[0])

    def _count(self, tokens: Sequence[Token], name: Name) -> None:
        usage = self._usage.setdefault(key_of(name.words, self._words), Usage())
        usage.total += 1
        usage.definite += name.definite
        usage.indefinite += name.indefinite or name.modifies
        usage.located += name.located
        usage.personal += self._is_personal(tokens, name)
        usage.bodily += self._is_bodily(tokens, name)
        if len(name.words) == 1:
            word = name.words[0].casefold()
            self._single[word] = self._single.get(word, 0) + 1
        else:
            first, *others = map(str.casefold, name.words)
            self._begins.setdefault(first, set()).update(self._telling.intersection(others))

    def _is_full(self, name: Name) -> bool:
        """Whether this is the full name of a person, as its first word tells."""
        words = self._words
        given = len(name.words) >= FULL and words.is_given(name.words[0].lower())
        return given and words.bodies.isdisjoint(map(str.lower, name.words))

    def _join(self, tokens: Sequence[Token], one: Name, other: Name) -> None:
        """Count two names with nothing but an `and` or `or` between them, one of which is a person’s."""
        between = tokens[one.last : other.first]
        if len(between) != 1 or between[0].lower not in self._words.joins_equals:
            return
        for name, beside in ((one, other), (other, one)):
            if self._is_full(beside) or beside.text in self._surnames:
                usage = self._usage[key_of(name.words, self._words)]
                usage.joined += 1

    def _votes(self, tokens: Sequence[Token], name: Name) -> int:
        """1 if the sentence of its only name goes on with `he` or `she`, -1 with `it`, else 0."""
        plain = {token.lower for token in tokens[name.last :]}
        personal = not self._words.personal.isdisjoint(plain)
        return personal - (not self._words.impersonal.isdisjoint(plain))

    def _is_personal(self, tokens: Sequence[Token], name: Name) -> bool:
        if name.titles:
            return not name.definite or len(name.words) >= FULL
        before = tokens[name.first - 1] if name.first else None
        if before and before.text.islower() and self._is_office(before.lower):
            return True
        return self._is_described(
            [token.lower for token in tokens[name.last : name.last + 2 + _LONGEST_OFFICE]]
        )

    def _is_bodily(self, tokens: Sequence[Token], name: Name) -> bool:
        before = tokens[name.first - 1] if name.first else None
        if before and before.text.islower() and before.lower in self._words.collectives:
            return True
        behind = [token.lower for token in tokens[name.last : name.last + 2]]
        return behind == [",", "which"]

    def _is_described(self, behind: Sequence[str]) -> bool:
        """Whether the words behind a name say who a person is: an age, an office, a clause with `who`."""
        mark, aside = behind[:1], behind[1:]
        if mark == ["who"] or behind[:2] == [",", "who"]:
            return True
        if mark != [","] or not aside:
            return False
        if aside[0][0].isdigit():
            return aside[0].isdigit() and aside[1:2] == [","]
        if aside[0] not in self._words.articles:
            return self._is_office(aside[0])
        return any(map(self._is_office, self._head(aside[1:])))

    def _is_office(self, plain: str) -> bool:
        words = self._words
        is_body = plain in words.bodies or plain in words.collectives or plain in words.documents
        return plain in words.offices and not is_body and plain != "states"

    def _head(self, plain: Sequence[str]) -> Iterator[str]:
        """The words of an apposition before its first preposition or mark."""
        for word in plain:
            if not word[0].isalnum() or word in self._words.prepositions or word in self._words.relatives:
                return
            yield word

    def _used(self, name: Name) -> Usage:
        return self._usage.get(key_of(name.words, self._words)) or Usage()

    def kind(self, name: Name) -> NameKind:
        """Whose a name is; of two words or more without anything else to tell, a person’s."""
        words = self._words
        lower, usage = _lower(name), self._used(name)
        if is_place(name.text, words):
            is_person = len(lower) == 1 and (
                (usage.personal and words.is_given(lower[0]))
                or (name.text in self._surnames and not usage.located)  # Ann Jordan … Jordan said
            )
            return "person" if is_person else "place"
        if len(lower) == 1 and not usage.personal and self._is_town(lower[0], usage):
            return "place"
        if all(map(words.is_demonym, lower)) or lower[-1].removesuffix("s") in words.affiliations:
            return "people"
        return self._by_words(name, lower, usage) or self._by_usage(name, lower, usage)

    def is_sure(self, name: Name, kind: NameKind) -> bool:
        """Whether more than the form of a name tells that it is one of a person, or one of a body."""
        words = self._words
        lower, usage = _lower(name), self._used(name)
        if kind == "person":
            given = words.is_given(lower[0])
            return bool(
                given or name.titles or usage.personal or usage.pronoun > 0 or self._goes_by_last(name)
            )
        if kind != "body":
            return kind != "unknown"
        return self._is_body(lower) or name.text.isupper()

    def is_common(self, name: Name) -> bool:
        """Whether a name mostly stands as the word for one of several: an Acme Star mother."""
        lower, usage = _lower(name), self._used(name)
        return usage.indefinite * 2 > usage.total and not self._is_body(lower)

    def _is_body(self, lower: Sequence[str]) -> bool:
        """Whether the words of a name tell that it is a body’s."""
        return not self._words.bodies.isdisjoint(lower) or lower[-1] in self._words.firms

    def _is_town(self, word: str, usage: Usage) -> bool:
        """Whether a single word is the name of a place: it is told as one, or has a police or a mayor."""
        told = usage.located + bool(self._begins.get(word, set()) & self._words.localities)
        return told > 0 and usage.pronoun <= 0 and (self._words.is_given(word) or told * 2 > usage.total)

    def _by_words(self, name: Name, lower: Sequence[str], usage: Usage) -> NameKind | None:
        """What the words of a name and those beside it say; None where they say nothing."""
        words = self._words
        given, titled = words.is_given(lower[0]), bool(name.titles) and not name.definite
        body = self._is_body(lower)
        if body and not given and not titled:
            return "body"
        if usage.personal or titled:
            return "person"
        if (
            body
            or usage.bodily
            or name.numbered
            or "&" in name.text
            or not words.joins_names.isdisjoint(lower)
        ):
            return "body"
        if not given or (len(lower) == 1 and usage.located * 2 > usage.total):
            return None
        return "person" if not usage.definite or self._goes_by_last(name) else None

    def _by_usage(self, name: Name, lower: Sequence[str], usage: Usage) -> NameKind:
        """What the form of a name and its use suggest."""
        words = self._words
        if usage.located * 2 > usage.total:
            return "place"
        if len(lower) == 1 and usage.definite:
            return "people" if words.is_plural(lower[0]) else "body"
        if len(lower) == 1:
            return self._by_single_word(name, usage)
        if self._goes_by_last(name) and not usage.definite:
            return "person"
        is_body = (
            usage.definite
            or usage.indefinite * 2 > usage.total
            or not self._common.isdisjoint(lower)
            or lower[0] in words.definite
            or any(word.isupper() and len(word) >= _SHORTEST_ACRONYM for word in name.words)
            or len(lower) > _LONGEST_PERSONAL
            or not words.of.isdisjoint(lower)
            or words.is_demonym(lower[0])
            or lower[0] in words.directions
            or self._goes_by_first(name)
        )
        return "body" if is_body else "person"

    def _by_single_word(self, name: Name, usage: Usage) -> NameKind:
        """What the use of a single word suggests."""
        [word] = name.words
        if (
            usage.pronoun > 0
            or usage.joined
            or self._begins.get(word.casefold(), set()) & self._words.campaigns
        ):
            return "person"
        is_plain = word[0].isupper() and word[1:].islower()
        return "unknown" if is_plain and usage.pronoun == 0 else "body"

    def goes_by_given_name(self, name: str, times: int) -> bool:
        """Whether the article calls somebody by the first name more often than the `times` in full."""
        return self._single.get(name.partition(" ")[0].casefold(), 0) > times

    def _goes_by_last(self, name: Name) -> bool:
        """Whether the article shortens a name to its last word: Ann Roe, Roe."""
        first, last = name.words[0].casefold(), name.words[-1].casefold()
        return self._single.get(last, 0) > self._single.get(first, 0)

    def _goes_by_first(self, name: Name) -> bool:
        """Whether the article shortens a name to its first word rather than its last: Acme Energy, Acme."""
        first, last = name.words[0].casefold(), name.words[-1].casefold()
        return self._single.get(first, 0) > self._single.get(last, 0)


def _lower(name: Name) -> list[str]:
    return [word.lower().strip(".") for word in name.words]
