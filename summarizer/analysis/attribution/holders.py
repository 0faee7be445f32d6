"""Whose names they are: `Roe` is `Ann Roe`, if one is named."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.analysis.attribution.names import Name
from summarizer.analysis.attribution.vocabulary import Gender, Vocabulary
from summarizer.article import Span
from summarizer.text.spelling import misspellings

_FULL = 2
"""Words from which on a name says more than a surname."""
_LONGEST_PERSONAL = 4
"""Words of a person’s name that holds `of` or capitals alone no more."""
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 6
_MOST_NAMESAKES = 50
"""Holders that share a word, the latest, among whom a name is looked for: more are no news article."""
_Key = tuple[str, ...]


@dataclass(eq=False, slots=True)
class Holder:
    """Somebody with a name: the fullest, and all that the article uses.

    `person` is a guess by the form of the name, `gender` the pronoun that may stand for it, if that is known.
    """

    name: str
    person: bool
    gender: Gender | None = None
    names: dict[str, None] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)


class Mention(NamedTuple):
    """A holder named at tokens `first` to `last`, `last` exclusive; the titles begin at `start`."""

    start: int
    first: int
    last: int
    span: Span
    titles: tuple[str, ...]
    holder: Holder


def mentions(named: Sequence[Sequence[Name]], words: Vocabulary) -> tuple[list[Holder], list[list[Mention]]]:
    """The holders of all names, and each unit’s names with theirs.

    Full names are entered first, so that a surname finds its holder wherever it stands.
    """
    book = _Book(words)
    full = iter([book.enter(name) for found in named for name in found if len(name.words) >= _FULL])

    def mention(name: Name) -> Mention:
        holder = book.seen(next(full)) if len(name.words) >= _FULL else book.enter(name)
        return Mention(name.first - len(name.titles), name.first, name.last, name.span, name.titles, holder)

    return book.holders, [[mention(name) for name in found] for found in named]


class _Book:
    """Holders by their names."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self.holders: list[Holder] = []
        self._keys: dict[Holder, frozenset[str]] = {}
        self._full: dict[_Key, Holder] = {}
        self._by_word: dict[str, deque[Holder]] = {}
        self._shapes: set[tuple[str, int]] = set()
        """First letter and length of every word in the book: a slip changes neither, or the length by one."""
        self._last_seen: dict[Holder, int] = {}
        self._order = 0

    def seen(self, holder: Holder) -> Holder:
        """Note that the article has just named `holder`."""
        self._order += 1
        self._last_seen[holder] = self._order
        return holder

    def enter(self, name: Name) -> Holder:
        """Find or make the holder of a name, and note what the name says of it."""
        key = self._key(name.words)
        holder = self._find(name, key) or self._make(name, key)
        holder.names[name.text] = None
        holder.titles.update(name.titles)
        holder.gender = holder.gender or self._gender(name, holder)
        return self.seen(holder)

    def _key(self, words: Iterable[str]) -> _Key:
        plain = [word.casefold().strip(".,") for word in words]
        kept = [word for word in plain if word not in self._words.suffixes and len(word) > 1]
        return tuple(kept or plain)

    def _find(self, name: Name, key: _Key) -> Holder | None:
        if key in self._full:
            return self._full[key]
        if len(key) == 1:
            [word] = key
            namesakes = self._by_word.get(word) or self._by_word.get(self._meant(word)) or ()
            fitting = [holder for holder in namesakes if self._fits(holder, name)]
            return max(fitting, key=self._last_seen.__getitem__, default=None)
        # “Ann B. Roe” and “Ann Roe”, “Democrat Ann Roe” and “Ann Roe”: one name holds all words of the other.
        own = frozenset(key)
        for holder in self._by_word.get(key[-1], ()):
            other = self._keys[holder]
            if holder.person and len(other) >= _FULL and (own <= other or other <= own):
                return holder
        return None

    def _meant(self, word: str) -> str:
        """The known word of which `word` is a slip of the pen; else `word` itself."""
        if not any((word[:1], len(word) + more) in self._shapes for more in (-1, 0, 1)):
            return word
        return min((other for other in misspellings(word) if other in self._by_word), default=word)

    def _fits(self, holder: Holder, name: Name) -> bool:
        """Whether the title allows it: Mrs. Roe is not John Roe."""
        if holder.gender == "he":
            return self._words.she_forms.isdisjoint(name.titles)
        return holder.gender != "she" or self._words.he_forms.isdisjoint(name.titles)

    def _make(self, name: Name, key: _Key) -> Holder:
        holder = Holder(name.text, self._is_person(name))
        self.holders.append(holder)
        self._full[key] = holder
        self._keys[holder] = frozenset(key)
        for word in self._words_for(holder, name, key):
            self._by_word.setdefault(word, deque(maxlen=_MOST_NAMESAKES)).append(holder)
            self._shapes.add((word[:1], len(word)))
        return holder

    def _words_for(self, holder: Holder, name: Name, key: _Key) -> dict[str, None]:
        """The single words by which a holder may be named later: surname, first name, initials."""
        if holder.person:
            return dict.fromkeys((key[-1], key[0]))
        if len(key) == 1:
            return {}
        initials = "".join(word[0] for word in name.words if word[0].isupper()).casefold()
        telling = (initials,) if 1 < len(initials) <= _LONGEST_ACRONYM else ()
        return dict.fromkeys((*telling, key[0], key[-1]))

    def _is_person(self, name: Name) -> bool:
        words = [word.lower().strip(".") for word in name.words]
        if name.titles and not name.definite:
            return True
        if name.numbered or name.definite or "&" in name.text or not self._words.bodies.isdisjoint(words):
            return False
        acronym = any(word.isupper() and len(word) >= _SHORTEST_ACRONYM for word in name.words)
        if acronym or len(words) > _LONGEST_PERSONAL or not self._words.of.isdisjoint(words):
            return words[0] in self._words.male or words[0] in self._words.female
        return len(words) >= _FULL

    def _gender(self, name: Name, holder: Holder) -> Gender | None:
        if not holder.person:
            return "it"
        if not self._words.she_titles.isdisjoint(name.titles):
            return "she"
        if not self._words.he_titles.isdisjoint(name.titles):
            return "he"
        first = name.words[0].lower() if len(name.words) >= _FULL else ""
        if first in self._words.male:
            return "he"
        return "she" if first in self._words.female else None
