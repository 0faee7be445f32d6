"""Names in a model's own words that the cited sentences do not have."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from summarizer.article import Span
from summarizer.grounding.names import bare, has_capital
from summarizer.grounding.support.cited import Cited
from summarizer.grounding.support.words import WordIndex, alike, folded
from summarizer.summary import Party
from summarizer.text.tokens import Tokens

_KEY = 4
_SHORTEST_NAME = 2
_LONGEST_ACRONYM = 5
_MOSTLY = 0.6
_MOST = 0.66
_RUNS = ((re.compile("[\u4e00-\u9fff]+"), 3), (re.compile("[\u30a1-\u30ff]+"), 3))


@dataclass(frozen=True)
class Named:
    """A name of parties at the words `first` to `last`, `last` exclusive."""

    first: int
    last: int
    parties: frozenset[str]


class PartyNames:
    """The names of all parties of a summary, to be found in its own words."""

    def __init__(self, parties: Iterable[Party]) -> None:
        """Index the names that are proper ones."""
        self.all: dict[str, list[tuple[str, ...]]] = {}
        self.words: dict[str, set[str]] = {}
        self._names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for party in parties:
            for name in (party.name, *party.aliases):
                words = tuple(map(folded, Tokens.of(bare(name)).words))
                telling = tuple(word for word in words if len(word) > _SHORTEST_NAME) or words
                self.all.setdefault(party.id, []).append(telling)
                self.words.setdefault(party.id, set()).update(words)
                if words and has_capital(bare(name)) and len("".join(words)) >= _SHORTEST_NAME:
                    self._names.setdefault(words[0][:_KEY], []).append((words, party.id))

    @cached_property
    def every_word(self) -> frozenset[str]:
        """The words of all names."""
        return frozenset().union(*self.words.values())

    def is_described(self, party: str, known: WordIndex, *, fewest: int = 2) -> bool:
        """Whether `known` has most words of a name that has at least `fewest`, in whatever order."""
        return any(
            len(name) >= fewest and sum(word in known for word in name) >= _MOST * len(name)
            for name in self.all.get(party, ())
        )

    def found(self, tokens: Tokens) -> list[Named]:
        """Where a text names parties, the longest names first, none overlapping another."""
        words = list(map(folded, tokens.words))
        found: list[Named] = []
        place = 0
        while place < len(words):
            fitting = [
                (len(name), party)
                for name, party in self._names.get(words[place][:_KEY], ())
                if _stands_at(name, words, place)
            ]
            longest = max((size for size, _ in fitting), default=0)
            if longest and has_capital(tokens.words[place]):
                parties = frozenset(party for size, party in fitting if size == longest)
                found.append(Named(place, place + longest, parties))
                place += longest
            else:
                place += 1
        return found


def _stands_at(name: tuple[str, ...], words: list[str], place: int) -> bool:
    if place + len(name) > len(words):
        return False
    return all(alike(word, words[place + at]) for at, word in enumerate(name))


def foreign_parties(
    tokens: Tokens, names: PartyNames, named: Iterable[Named], cited: Cited, known: Collection[str]
) -> Iterator[str]:
    """The parties that a text names and the cited sentences neither name nor may mean.

    `known` are ids of those that the item itself is said to be about.
    """
    allowed = cited.parties.union(known)
    spelt = WordIndex(
        {*cited.words.words, *(word for party in allowed for word in names.words.get(party, ()))}
    )
    for name in named:
        if name.parties.isdisjoint(allowed) and not all(
            folded(word) in spelt for word in tokens.words[name.first : name.last]
        ):
            yield tokens.text[slice(*tokens.span(name.first, name.last))]


def unknown_names(
    tokens: Tokens, named: Iterable[Named], known: WordIndex, *, nouns_have_capitals: bool
) -> Iterator[str]:
    """The names in a text that the article does not have: words that have a capital for nothing else."""
    covered = {place for name in named for place in range(name.first, name.last)}
    if not has_case(tokens.text):
        yield from _unwritten(tokens, covered, known)
        return
    capitals = [place for place, word in enumerate(tokens.words) if word[0].isupper()]
    if len(capitals) > _MOSTLY * len(tokens.words):
        return
    for place in capitals:
        word = tokens.words[place]
        if (
            place in covered
            or len(word) < _SHORTEST_NAME
            or (word.isupper() and len(word) <= _LONGEST_ACRONYM)
            or (nouns_have_capitals and not _is_full_name(tokens, place))
            or (not nouns_have_capitals and _opens(tokens, place) and not _is_full_name(tokens, place))
            or folded(word) in known
        ):
            continue
        yield word


def _opens(tokens: Tokens, place: int) -> bool:
    """Whether a sentence, a quotation or what a colon leads in begins there."""
    gap = tokens.gap(place)
    return place == 0 or any(letter not in " -'’,()/" for letter in gap)


def _is_full_name(tokens: Tokens, place: int) -> bool:
    """Whether another word with a capital stands beside it."""
    words = tokens.words
    behind = place + 1 < len(words) and words[place + 1][0].isupper() and tokens.gap(place + 1) == " "
    before = place > 0 and words[place - 1][0].isupper() and tokens.gap(place) == " "
    return behind or before


def has_case(text: str) -> bool:
    """Whether most letters of a text may be capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(unicodedata.category(letter) != "Lo" for letter in letters) > len(letters) / 2


def _unwritten(tokens: Tokens, covered: Collection[int], known: WordIndex) -> Iterator[str]:
    """Runs of ideographs, or words in katakana, of characters that the article lacks: other names."""
    for pattern, shortest in _RUNS:
        for match in pattern.finditer(tokens.text):
            words = tokens.within(Span(*match.span()))
            strange: list[int] = []
            for place in (*words, -1):
                if place >= 0 and place not in covered and tokens.words[place] not in known.words:
                    strange.append(place)
                    continue
                if len(strange) >= shortest:
                    yield tokens.text[slice(*tokens.span(strange[0], strange[-1] + 1))]
                strange = []
