"""Whose names they are: `Roe` is `Ann Roe`, if one is named."""

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.analysis.attribution.evidence import FULL, Evidence, Key, NameKind, is_place, key_of
from summarizer.analysis.attribution.names import Name
from summarizer.analysis.attribution.units import Unit
from summarizer.analysis.attribution.vocabulary import Gender, Vocabulary
from summarizer.article import Span
from summarizer.text.spelling import misspellings

_LONGEST_ACRONYM = 6
_NICKNAME = re.compile(r"[“\"]([^”\"]+)[”\"]")
_MOST_FORMS = 8
"""Longer and shorter names of one body that others are compared with."""
_MOST_NAMESAKES = 50
"""Holders that share a word, the latest, among whom a name is looked for: more are no news article."""


@dataclass(eq=False, slots=True)
class Holder:
    """Somebody with a name: the fullest, and all that the article uses.

    `person` is a guess by the form of the name, `sure` tells whether more than that form told its kind,
    `common` whether the name mostly stands for one of several; `gender` is the pronoun that may stand for it,
    if that is known.
    """

    name: str
    person: bool
    gender: Gender | None = None
    names: dict[str, None] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    kind: NameKind = "body"
    sure: bool = True
    common: bool = False


class Mention(NamedTuple):
    """A holder named at tokens `first` to `last`, `last` exclusive; the titles begin at `start`.

    `located` tells that it is named as a place, `acts` that a verb or an ’s goes on from it.
    """

    start: int
    first: int
    last: int
    span: Span
    titles: tuple[str, ...]
    holder: Holder
    located: bool = False
    acts: bool = False


def mentions(
    units: Sequence[Unit], named: Sequence[Sequence[Name]], words: Vocabulary
) -> tuple[list[Holder], list[list[Mention]]]:
    """The holders of all names, and each unit’s names with theirs.

    Full names are entered first, so that a surname finds its holder wherever it stands.
    """
    book = _Book(Evidence(units, named, words), words)
    full = iter([book.enter(name) for found in named for name in found if len(name.words) >= FULL])

    def mention(name: Name) -> Mention:
        holder = next(full) if len(name.words) >= FULL else book.enter(name)
        start = name.first - len(name.titles)
        return Mention(start, name.first, name.last, name.span, name.titles, holder, name.located, name.acts)

    found = [[mention(name) for name in found] for found in named]
    return book.holders, found


class _Book:
    """Holders by their names."""

    def __init__(self, evidence: Evidence, words: Vocabulary) -> None:
        self._evidence, self._words = evidence, words
        self.holders: list[Holder] = []
        self._keys: dict[Holder, frozenset[str]] = {}
        self._full: dict[Key, Holder] = {}
        self._by_word: dict[str, deque[Holder]] = {}
        self._bodies: dict[str, deque[Holder]] = {}
        """Bodies by the first and the last words of their names."""
        self._body_keys: dict[Holder, list[Key]] = {}
        self._shapes: set[tuple[str, int]] = set()
        """First letter and length of every word in the book: a slip changes neither, or the length by one."""
        self._times: Counter[Holder] = Counter()
        """How often each is named in full."""

    def enter(self, name: Name) -> Holder:
        """Find or make the holder of a name, and note what the name says of it."""
        key = key_of(name.words, self._words)
        holder = self._find(name, key) or self._make(name, key)
        holder.names[name.text] = None
        holder.titles.update(name.titles)
        holder.gender = holder.gender or self._gender(name, holder)
        self._times[holder] += len(key) >= FULL
        return holder

    def _find(self, name: Name, key: Key) -> Holder | None:
        known = self._full.get(key) or self._full.get(self._nicknamed(name, key))
        if known:
            return known
        if len(key) == 1:
            return self._by_single_word(name, key[0])
        # “Ann B. Roe” and “Ann Roe”, “Democrat Ann Roe” and “Ann Roe”: one name holds all words of the other.
        own = frozenset(key)
        for holder in self._by_word.get(key[-1], ()):
            other = self._keys[holder]
            if holder.person and len(other) >= FULL and (own <= other or other <= own):
                return holder
        return self._longer_or_shorter(name, key) if self._evidence.kind(name) == "body" else None

    def _nicknamed(self, name: Name, key: Key) -> Key:
        """The key of a name with the nickname that it holds in the place of the first: Robert “[Bo] Roe”."""
        nickname = _NICKNAME.search(name.text)
        return (nickname[1].casefold(), key[-1]) if nickname else key

    def _longer_or_shorter(self, name: Name, key: Key) -> Holder | None:
        """The only body whose name goes on, or begins before, where this one does not, or the reverse.

        The Acme Institute is the Acme Institute for Bridges, the Bridge Court the Acme Bridge Court.
        """
        found: dict[Holder, None] = {}
        for holder in (*self._bodies.get(key[0], ()), *self._bodies.get(key[-1], ())):
            for other in self._body_keys[holder]:
                short, full = sorted((key, other), key=len)
                if len(short) >= FULL and (self._is_end(short, full) or self._is_beginning(short, full)):
                    found[holder] = None
        if len(found) != 1:
            return None
        [holder] = found
        if len(key) > len(self._keys[holder]):
            holder.name = name.text
        if len(self._body_keys[holder]) < _MOST_FORMS:
            self._body_keys[holder].append(key)
        return holder

    def _is_end(self, short: Key, full: Key) -> bool:
        before = full[: -len(short)]
        told = (*self._words.of, *self._words.purposes)
        return full[-len(short) :] == short and not any(word in told for word in before)

    def _is_beginning(self, short: Key, full: Key) -> bool:
        joints = (*self._words.of, *self._words.purposes)
        return full[: len(short)] == short and len(full) > len(short) and full[len(short)] in joints

    def _by_single_word(self, name: Name, word: str) -> Holder | None:
        """Whom a single word means: rather a person; of several, who is named most often, or first."""
        if self._evidence.kind(name) in {"place", "people"}:
            return None
        namesakes = self._by_word.get(word) or self._by_word.get(self._meant(word)) or ()
        fitting = [holder for holder in namesakes if self._fits(holder, name)]
        fitting = [holder for holder in fitting if holder.person] or fitting
        return max(fitting, key=lambda holder: self._likeliness(holder, word), default=None) or self._body_of(
            word
        )

    def _likeliness(self, holder: Holder, word: str) -> tuple[bool, bool, int]:
        """What sorts those whom a bare surname may mean: rather not whom the article calls by the first name.

        Then it is whose full name stands most often, of several the first: others keep theirs.
        """
        times = self._times[holder]
        called = self._evidence.goes_by_given_name(holder.name, times)
        return self._is_surname(holder, word), not called, times

    def _body_of(self, word: str) -> Holder | None:
        """The only body whose name a word for its kind ends or, before an `of`, begins.

        The [Institute] is the Acme Institute, the [Bank] the Bank of Acme.
        """
        words = self._words
        found: dict[Holder, None] = {}
        for holder in self._bodies.get(word, ()):
            key = self._body_keys[holder][0]
            begins = key[0] == word and key[1] in words.of and word in words.bodies
            ends = key[-1] == word and word in words.founded and word not in words.departments
            if begins or ends:
                found[holder] = None
        return next(iter(found)) if len(found) == 1 else None

    def _is_surname(self, holder: Holder, word: str) -> bool:
        """Whether a single word ends the name, rather than being a first name."""
        return holder.name.casefold().endswith(word)

    def _meant(self, word: str) -> str:
        """The known word of which `word` is a slip of the pen; else `word` itself."""
        if not any((word[:1], len(word) + more) in self._shapes for more in (-1, 0, 1)):
            return word
        return min((other for other in misspellings(word) if other in self._by_word), default=word)

    def _fits(self, holder: Holder, name: Name) -> bool:
        """Whether the title allows it: Mrs. Roe is not John Roe."""
        if name.titles and not name.definite and not holder.person:
            return False
        if holder.gender == "he":
            return self._words.she_forms.isdisjoint(name.titles)
        return holder.gender != "she" or self._words.he_forms.isdisjoint(name.titles)

    def _make(self, name: Name, key: Key) -> Holder:
        kind = self._evidence.kind(name)
        sure, common = self._evidence.is_sure(name, kind), self._evidence.is_common(name)
        holder = Holder(name.text, kind == "person", kind=kind, sure=sure, common=common)
        self.holders.append(holder)
        self._full[key] = holder
        self._full.setdefault(self._nicknamed(name, key), holder)
        self._keys[holder] = frozenset(key)
        if kind == "body" and len(key) >= FULL:
            self._body_keys[holder] = [key]
            for word in {key[0], key[-1]}:
                self._bodies.setdefault(word, deque(maxlen=_MOST_NAMESAKES)).append(holder)
        for word in self._words_for(holder, name, key):
            self._by_word.setdefault(word, deque(maxlen=_MOST_NAMESAKES)).append(holder)
            self._shapes.add((word[:1], len(word)))
        return holder

    def _words_for(self, holder: Holder, name: Name, key: Key) -> dict[str, None]:
        """The single words by which a holder may be named later: surname, first name, initials."""
        if holder.person:
            return dict.fromkeys((key[-1], key[0]))
        if len(key) == 1 or holder.kind in {"place", "people"}:
            return {}
        initials = "".join(word[0] for word in name.words if word[0].isupper()).casefold()
        telling = (initials,) if 1 < len(initials) <= _LONGEST_ACRONYM else ()
        if name.words[-1].islower():
            return dict.fromkeys(telling)  # the Roe campaign is not Roe
        ends = (key[-1],) if not self._words.governing.isdisjoint(key) else (key[0], key[-1])
        return dict.fromkeys((*telling, *filter(self._tells_body, ends)))

    def _tells_body(self, word: str) -> bool:
        """Whether a word of the name of a body may stand for it: Acme, never American or Republican."""
        words = self._words
        return not (
            is_place(word, words)
            or words.is_demonym(word)
            or word in words.affiliations
            or word in words.directions
            or word in words.offices
            or (word in words.firms and word not in words.bodies)
        )

    def _gender(self, name: Name, holder: Holder) -> Gender | None:
        if not holder.person:
            return "it"
        if not self._words.she_titles.isdisjoint(name.titles):
            return "she"
        if not self._words.he_titles.isdisjoint(name.titles):
            return "he"
        return None
