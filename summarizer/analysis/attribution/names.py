"""Proper names in running text, and the titles before them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from summarizer.analysis.attribution.joint_names import joint_names
from summarizer.analysis.attribution.opening_words import OPENS, OpeningWords
from summarizer.analysis.attribution.personal_titles import behind_titles
from summarizer.analysis.attribution.units import DASHES, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span

_LONGEST_JOINT = 2
"""Particles between two parts of a name: Ann van der Roe."""
_MOST_WORDS = 60
"""Words of a name among which the one that tells of a body is looked for."""
_FULL = 2
"""Words from which on a name is more than a first name."""
_DATELINE_MARKS = DASHES | {"-"}
_LONGEST_DATELINE = 14
"""Tokens."""
_BEHIND_CITY = 3
"""Tokens behind a city that tell where it is, and what goes on behind that."""
_SHORTEST_CAPITALS = 4
"""Letters of a place that a dateline begins with."""
_CONTRACTION = re.compile(r"[’'](?:ve|ll|re|d|m|t)\Z")
_COMPOUND = re.compile(r"[-‑](?:[a-z]{2,}ed|born|style|era|like|wide|run|level|friendly|made)\Z")
"""The end of a word that tells of a name what it is, and is no part of it: Acmeville-born, never Ki-moon."""
_LONGEST_NICKNAME = 14
"""Characters, with the marks."""
_APOSTROPHES = frozenset("’'")
_AFFILIATION = re.compile(r"[A-Z]{1,3}-[A-Z]")
"""How a party and a state are written behind a name: (D-N.C.)."""


class Name(NamedTuple):
    """A name at a place: tokens `first` to `last`, `last` exclusive, of a unit; the titles before it apart.

    `definite` and `indefinite` tell that it has an article before it, `numbered` that a number follows,
    `located` that it is told as a place: in Acmeville; `modifies` that an office stands behind it: an Acme
    manager; `acts` that a verb or an ’s does.
    """

    first: int
    last: int
    words: tuple[str, ...]
    span: Span
    text: str
    titles: tuple[str, ...] = ()
    definite: bool = False
    indefinite: bool = False
    numbered: bool = False
    located: bool = False
    modifies: bool = False
    acts: bool = False


def names(text: str, units: Sequence[Unit], words: Vocabulary) -> list[list[Name]]:
    """The names of each unit, from left to right.

    In a headline every word has a capital, so only names that the text below has too are names there.
    """
    reader = _Reader(text, units, words)
    plain = [[] if unit.heading else list(reader.names(unit)) for unit in units]
    known = {name.words for found in plain for name in found}
    plain = [[_without_opener(name, known, words) for name in found] for found in plain]
    known = {name.words for found in plain for name in found}
    known |= {name[-1:] for name in known}
    longest: dict[str, int] = {}
    for name in known:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return [
        list(_in_headline(unit, known, longest)) if unit.heading else found
        for unit, found in zip(units, plain, strict=True)
    ]


def _without_opener(name: Name, known: AbstractSet[tuple[str, ...]], words: Vocabulary) -> Name:
    """A known name without the verb or the adjective before it: [Hold] Ann Roe to it, [European] Roe."""
    opener, rest = name.words[0], name.words[1:]
    if not rest or rest not in known or not name.text.startswith(opener + " "):
        return name
    if words.is_given(opener.lower()):
        return name
    full = len(rest) >= _FULL and words.is_given(rest[0].lower())
    if not full and not (words.is_demonym(opener.lower()) and words.bodies.isdisjoint(map(str.lower, rest))):
        return name
    start = name.span.start + len(opener) + 1
    text = name.text.removeprefix(opener).lstrip()
    return name._replace(
        first=name.first + 1, words=rest, span=name.span._replace(start=start), text=text, definite=False
    )


def _in_headline(
    unit: Unit, known: AbstractSet[tuple[str, ...]], longest: Mapping[str, int]
) -> Iterator[Name]:
    """The known names in a headline; `longest` is how many words one has, by the first of them."""
    tokens, at = unit.tokens, 0
    while at < len(tokens):
        most = longest.get(tokens[at].text, 0)
        for last in range(min(at + most, len(tokens)), at, -1):
            words = tuple(token.text for token in tokens[at:last])
            if words in known:
                yield Name(at, last, words, unit.stretch(at, last), " ".join(words))
                at = last
                break
        else:
            at += 1


class _Reader:
    """Finds the names of units."""

    def __init__(self, text: str, units: Sequence[Unit], words: Vocabulary) -> None:
        """Learn which words the article writes in lower case, and which with a capital inside a sentence."""
        self._text, self._words = text, words
        self._joint = joint_names(units, words)
        self._opening = OpeningWords(units, words)

    def names(self, unit: Unit) -> Iterator[Name]:
        """The names in a unit, from left to right."""
        taken = self._behind_dateline(unit.tokens)
        for at, token in enumerate(unit.tokens):
            if at < taken or not token.capital or _AFFILIATION.match(token.text):
                continue
            taken = self._run(unit.tokens, at)
            name = self._name(unit, at, taken) if taken > at else None
            if name:
                taken = max(taken, name.last)
                yield name

    def _behind_dateline(self, tokens: Sequence[Token]) -> int:
        """Where the text begins behind where it was written: ACMEVILLE, N.Y. (AP) — [The bridge] fell."""
        if not (tokens and tokens[0].text.isupper() and len(tokens[0].text) >= _SHORTEST_CAPITALS):
            return 0
        for at, token in enumerate(tokens[:_LONGEST_DATELINE]):
            if token.text in _DATELINE_MARKS:
                return at + 1
            if token.kind == "quotation" or token.text[0].islower():
                return 0
        return 0

    def _run(self, tokens: Sequence[Token], first: int) -> int:
        """Where the run of capitalised words that begins at `first` ends; `first` if none does."""
        at = first
        while at < len(tokens) and self._may_name(tokens[at]):
            at += 1
            if self._owns_a_body(tokens, at) or self._goes_by(tokens, at) or self._is_joint(tokens, at):
                at += 1
                continue
            founded = self._over_purpose(tokens, first, at)
            if founded > at:
                at = founded
            elif not (self._is_whole(tokens, first, at) or self._opening.opens_with_noun(tokens, first, at)):
                at = self._over_joint(tokens, at)
        return at

    def _over_purpose(self, tokens: Sequence[Token], first: int, at: int) -> int:
        """Behind the words that say what a body is for: Commission on [the] Bridges; else `at`."""
        words = self._words
        if self._is_committee(tokens, first, at):
            return at + 1
        if at >= len(tokens) or not any(
            token.lower in words.founded for token in tokens[max(first, at - _MOST_WORDS) : at]
        ):
            return at
        plain = tokens[at].lower
        joint = at + 1
        if plain in words.purposes:
            while (
                joint < len(tokens) and joint - at <= _LONGEST_JOINT and tokens[joint].lower in words.articles
            ):
                joint += 1
        elif plain not in words.conjunctions or not self._names_subjects(tokens, first, at):
            return at
        return joint if joint < len(tokens) and self._may_name(tokens[joint]) else at

    def _is_committee(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether an `and` stands in the name of a committee: House Roads [and] Bridges Committee."""
        words = self._words
        if at >= len(tokens) or tokens[at].lower not in words.conjunctions or at - first < _FULL:
            return False
        if tokens[first].lower not in words.legislatures or tokens[at - 1].lower in words.bodies:
            return False
        behind = at + 1
        while behind < len(tokens) and self._may_name(tokens[behind]):
            behind += 1
        return behind > at + 1 and tokens[behind - 1].lower in words.founded

    def _names_subjects(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether the words before an `and` are what a body is for: Department of Roads [and Bridges]."""
        named = [token.lower for token in tokens[first:at]]
        return any(
            word in self._words.founded and not self._words.particles.isdisjoint(named[place:])
            for place, word in enumerate(named)
        )

    def _is_whole(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether a person is named in full before an `of`: Ann Roe of Acme."""
        words = self._words
        if at - first < _FULL or at == len(tokens) or tokens[at].lower not in words.of:
            return False
        start = first
        while start < at - 1 and tokens[start].lower.rstrip(".") in words.titles:
            start += 1
        given, last = tokens[start].lower, tokens[at - 1].lower
        if last in words.bodies or last in words.titles or last in words.departments:
            return False
        return start > first or words.is_given(given)

    def _over_joint(self, tokens: Sequence[Token], at: int) -> int:
        """Behind the particles at `at` if a name goes on there: Ann [van der] Roe; else `at`."""
        joint = at
        while joint < len(tokens) and joint - at <= _LONGEST_JOINT:
            token = tokens[joint]
            if token.lower not in self._words.particles and token.text not in {"&", *self._words.definite}:
                break
            joint += 1
        length = joint - at
        if not 0 < length <= _LONGEST_JOINT or joint == len(tokens) or not self._may_name(tokens[joint]):
            return at
        return at if length == 1 and tokens[at].text in self._words.definite else joint

    def _owns_a_body(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the apostrophe at `at` is part of a name: the Farmers’ Union."""
        return (
            at + 1 < len(tokens)
            and tokens[at].text in _APOSTROPHES
            and tokens[at - 1].text.endswith("s")
            and tokens[at + 1].capital
            and tokens[at + 1].lower in self._words.bodies
        )

    def _goes_by(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a nickname between quotation marks stands at `at` within a name: Robert “Bo” Roe."""
        inside = at + 1 < len(tokens) and tokens[at].kind == "quotation" and tokens[at + 1].capital
        return inside and tokens[at].end - tokens[at].start <= _LONGEST_NICKNAME

    def _is_joint(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an `and` at `at` is part of a name."""
        if at + 1 >= len(tokens) or tokens[at].lower not in self._words.joins_names:
            return False
        return (tokens[at - 1].text, tokens[at + 1].text) in self._joint

    def _may_name(self, token: Token) -> bool:
        if not token.capital or token.lower.rstrip(".") in self._words.days:
            return False
        return not (_CONTRACTION.search(token.lower) or _COMPOUND.search(token.text))

    def _name(self, unit: Unit, first: int, last: int) -> Name | None:
        """The name in a run of capitals, without what only opens a sentence; None if none is left."""
        tokens = unit.tokens
        if first == 0 or tokens[first - 1].kind != "word":
            opens = first == 0 or tokens[first - 1].kind == "quotation" or tokens[first - 1].text in OPENS
            while first < last and self._opening.only_opens(tokens, first, last, opens=opens):
                first, opens = first + 1, False
        start = behind_titles(tokens, first, last, self._words)
        if start == last or (first == 0 and last < len(tokens) and tokens[last].text in _DATELINE_MARKS):
            return None
        if last < len(tokens) and self._goes_by_body(tokens, first, last):
            start, last = first, last + 1  # the Roe campaign
        words = tuple(token.text for token in tokens[start:last] if token.kind == "word")
        if len(words) == 1 and (words[0].lower() in self._words.openers or len(words[0].strip(".")) == 1):
            return None
        if self._is_thing(words, titled=start > first):
            return None
        span = unit.stretch(start, last)
        return Name(
            start,
            last,
            words,
            span,
            text=" ".join(self._text[span.start : span.end].split()),
            titles=tuple(token.lower.rstrip(".") for token in tokens[first:start]),
            definite=first > 0 and tokens[first - 1].lower in self._words.definite,
            indefinite=start == first > 0 and self._is_one_of_several(tokens[first - 1]),
            numbered=last < len(tokens) and tokens[last].text[0].isdigit(),
            located=self._is_located(tokens, first, last),
            modifies=last < len(tokens) and tokens[last].lower in self._words.offices,
            acts=self._opening.goes_on(tokens, last),
        )

    def _goes_by_body(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a body in lower case at `last` belongs to the name: the Roe campaign, no Texas company."""
        words, body = self._words, tokens[last].text
        if body not in words.bodies:
            return False
        place = " ".join(token.lower for token in tokens[first:last]).strip(".")
        is_place = place in words.countries or place in words.places
        return not (is_place and body in words.collectives)

    def _is_thing(self, words: Sequence[str], *, titled: bool) -> bool:
        """Whether a name is that of an island, a law or a cup, which nobody bears."""
        if len(words) == 1 and words[0] in self._words.initials:
            return True
        if words[0].lower() in self._words.affiliations and words[1:2] and words[1].lower() in self._words.of:
            return True  # Ann Roe, Republican of Acmeland
        given = words[0].lower()
        personal = titled or (len(words) > 1 and self._words.is_given(given))
        return words[-1].lower() in self._words.things and not personal

    def _is_one_of_several(self, before: Token) -> bool:
        """Whether a name stands behind `a` or `his`, as no person’s does: an Acme, his Acme nomination."""
        return before.lower in self._words.indefinite or before.lower in self._words.possessives

    def _is_located(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether a name is told as a place: in Acmeville, across the Acme Valley, Acmeville, Texas."""
        words, before = self._words, first - 1
        while before >= 0 and (
            tokens[before].lower in words.articles or tokens[before].lower in words.quarters
        ):
            before -= 1
        if before >= 0 and tokens[before].lower in words.locating:
            return True
        behind = tokens[last : last + _BEHIND_CITY]
        if len(behind) < _BEHIND_CITY or behind[0].text != "," or not behind[1].capital or behind[2].capital:
            return False
        around = behind[1].lower.strip(".")
        return around in words.states or around in words.countries
