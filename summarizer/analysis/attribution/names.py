"""Proper names in running text, and the titles before them."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from summarizer.analysis.attribution.units import DASHES, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span

_LONGEST_JOINT = 2
"""Particles between two parts of a name: Ann van der Roe."""
_FULL = 2
"""Words from which on a name is more than a first name."""
_DATELINE_MARKS = DASHES | {"-"}
_APOSTROPHES = frozenset("’'")


class Name(NamedTuple):
    """A name at a place: tokens `first` to `last`, `last` exclusive, of a unit; the titles before it apart.

    `definite` tells that it has an article before it, `numbered` that a number follows.
    """

    first: int
    last: int
    words: tuple[str, ...]
    span: Span
    text: str
    titles: tuple[str, ...] = ()
    definite: bool = False
    numbered: bool = False


def names(text: str, units: Sequence[Unit], words: Vocabulary) -> list[list[Name]]:
    """The names of each unit, from left to right.

    In a headline every word has a capital, so only names that the text below has too are names there.
    """
    reader = _Reader(text, units, words)
    plain = [[] if unit.heading else list(reader.names(unit)) for unit in units]
    known = {name.words for found in plain for name in found}
    known |= {name[-1:] for name in known}
    longest: dict[str, int] = {}
    for name in known:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return [
        list(_in_headline(unit, known, longest)) if unit.heading else found
        for unit, found in zip(units, plain, strict=True)
    ]


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
        self._common = {token.text for unit in units for token in unit.tokens if not token.capital}
        self._inside = {
            token.text for unit in units if not unit.heading for token in unit.tokens[1:] if token.capital
        }

    def names(self, unit: Unit) -> Iterator[Name]:
        """The names in a unit, from left to right."""
        taken = 0
        for at, token in enumerate(unit.tokens):
            if at < taken or not token.capital:
                continue
            taken = self._run(unit.tokens, at)
            name = self._name(unit, at, taken) if taken > at else None
            if name:
                taken = max(taken, name.last)
                yield name

    def _run(self, tokens: Sequence[Token], first: int) -> int:
        """Where the run of capitalised words that begins at `first` ends; `first` if none does."""
        at = first
        while at < len(tokens) and self._may_name(tokens[at]):
            at += 1
            if self._owns_a_body(tokens, at):
                at += 1
                continue
            if not self._is_whole(tokens, first, at):
                at = self._over_joint(tokens, at)
        return at

    def _is_whole(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether a person is named in full before an `of`: Ann Roe of Acme."""
        if at - first < _FULL or at == len(tokens) or tokens[at].lower not in self._words.of:
            return False
        given, last = tokens[first].lower, tokens[at - 1].lower
        return last not in self._words.bodies and (given in self._words.male or given in self._words.female)

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

    def _may_name(self, token: Token) -> bool:
        return token.capital and token.lower.rstrip(".") not in self._words.days

    def _name(self, unit: Unit, first: int, last: int) -> Name | None:
        """The name in a run of capitals, without what only opens a sentence; None if none is left."""
        tokens = unit.tokens
        if first == 0 or tokens[first - 1].kind != "word":
            while first < last and self._only_opens(tokens[first], alone=last - first == 1):
                first += 1
        start = self._behind_titles(tokens, first, last)
        if start == last or (first == 0 and last < len(tokens) and tokens[last].text in _DATELINE_MARKS):
            return None
        if last < len(tokens) and tokens[last].kind == "word" and tokens[last].text in self._words.bodies:
            start, last = first, last + 1  # the Roe campaign
        words = tuple(token.text for token in tokens[start:last] if token.kind == "word")
        if len(words) == 1 and (words[0].lower() in self._words.openers or len(words[0].strip(".")) == 1):
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
            numbered=last < len(tokens) and tokens[last].text[0].isdigit(),
        )

    def _only_opens(self, token: Token, *, alone: bool) -> bool:
        """Whether a word has its capital only because a sentence begins with it."""
        if token.lower in self._words.openers:
            return True
        return alone and token.lower in self._common and token.text not in self._inside

    def _behind_titles(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Where the name begins behind titles and offices: Secretary of State Ann Roe."""
        words, start = self._words, first
        for at in range(first, last):
            plain = tokens[at].lower.rstrip(".")
            of_state = at == start + 1 and tokens[start].lower in words.of and plain in words.departments
            if plain in words.titles or of_state:
                start = at + 1
        if start == last:  # King may be a surname; President, the Attorney General, is none
            start = first
            while start < last and tokens[start].lower.rstrip(".") in words.titles:
                start += 1
            return start
        keeps_titles = (
            tokens[start].lower in words.particles  # Bank of America, Justice of the Peace
            or tokens[last - 1].lower in words.bodies
        )
        return first if keeps_titles else start
