"""Whom a pronoun or an office means, by who was spoken of before."""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from itertools import chain, islice

from summarizer.analysis.attribution.holders import Holder, Mention
from summarizer.analysis.attribution.offices import Offices
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import Unit
from summarizer.analysis.attribution.vocabulary import Gender, Vocabulary

_MEMORY = 8
"""Units after which nobody is still `he`."""
_MOST_REMEMBERED = 200
"""Holders; more are spoken of only in texts made to be slow."""
_BARE = 2
"""Words of an office that means whoever of its kind spoke last: the group."""


class Discourse:
    """Who was spoken of, unit by unit; told in the order of the article."""

    def __init__(self, offices: Offices, words: Vocabulary) -> None:
        """Begin before the first unit."""
        self._offices, self._words = offices, words
        self._recent: deque[dict[Holder, None]] = deque(maxlen=_MEMORY)
        self._have_spoken: set[Holder] = set()
        self._last_body: Holder | None = None
        self._unit: Unit | None = None
        self._named: Sequence[Mention] = ()
        self._first: dict[Gender, Mention | None] = {}
        """The first in the unit that each pronoun agrees with."""
        self._latest: dict[Gender, Holder | None] = {}
        """Whom each pronoun means by what was said before; forgotten whenever somebody is spoken of."""

    def begin(self, unit: Unit, named: Sequence[Mention]) -> None:
        """Begin with another unit, which names these."""
        self._recent.append({})
        self._unit, self._named = unit, named
        self._first.clear()
        self._latest.clear()

    def end(self, sources: Iterable[Source]) -> None:
        """Leave the unit, in which these were found to be sources."""
        for source in sources:
            holder = source.holder
            if holder is not None:
                self._have_spoken.add(holder)
                self._last_body = self._last_body if holder.person else holder
                self._recent[-1][holder] = None
        for mention in self._named:
            self._recent[-1][mention.holder] = None

    def resolve(self, source: Source) -> Source:
        """The source with its holder, if there is one to be found."""
        if source.kind == "name":
            return source
        if source.kind == "role":
            return source.meaning(self._by_office(source))
        meant = self._by_pronoun(source.pronoun, source.first) if source.pronoun else None
        if meant is not None and meant not in self._recent[-1]:
            self._recent[-1][meant] = None
            self._latest.clear()
        return source.meaning(meant)

    def _by_pronoun(self, pronoun: Gender, before: int) -> Holder | None:
        """The first in the unit, before token `before`, that agrees; else the latest before the unit."""
        if pronoun not in self._first:
            agreeing = (mention for mention in self._named if self._may_mean(mention.holder, pronoun))
            self._first[pronoun] = next(agreeing, None)
        first = self._first[pronoun]
        if first is not None and first.first < before:
            return first.holder
        if pronoun not in self._latest:
            likely = [holder for holder in self._remembered() if self._may_mean(holder, pronoun)]
            sure = (holder for holder in likely if holder.gender is not None)
            self._latest[pronoun] = next(sure, None) or next(iter(likely), None)
        return self._latest[pronoun]

    def _remembered(self) -> Iterable[Holder]:
        """Those spoken of, the latest unit first."""
        return islice(chain.from_iterable(reversed(self._recent)), _MOST_REMEMBERED)

    def _may_mean(self, holder: Holder, pronoun: Gender) -> bool:
        return self._agrees(holder, pronoun) and self._is_somebody(holder)

    def _is_somebody(self, holder: Holder) -> bool:
        """Whether the article treats the name as a person’s: by an office, a title, or a surname alone."""
        return (
            holder.gender is not None
            or bool(holder.titles)
            or len(holder.names) > 1
            or holder in self._have_spoken
            or holder in self._offices.somebodies
        )

    def _agrees(self, holder: Holder, pronoun: Gender) -> bool:
        if pronoun in {"he", "she"}:
            return holder.person and holder.gender in {None, pronoun}
        return not holder.person and (pronoun != "it" or holder in self._have_spoken)

    def _by_office(self, source: Source) -> Holder | None:
        """The one holder of the office, the latest before if there were several."""
        words, offices = self._words, self._offices
        if self._unit is None or self._unit.tokens[source.first].lower not in words.definite:
            return None
        if any(role.endswith("s") for role in source.roles & words.roles):
            return None
        held = [holders for role in source.roles if (holders := offices.holders_of(role))]
        if not held:
            bare = len(source.roles) <= _BARE and not source.roles.isdisjoint(words.collectives)
            return self._last_body if bare else None
        recent = next((holder for holder in self._remembered() if offices.holds(holder, source.roles)), None)
        return recent or self._only(held)

    def _only(self, held: Sequence[Collection[Holder]]) -> Holder | None:
        if any(len(holders) > 1 for holders in held):
            return None
        [holder, *others] = {holder for holders in held for holder in holders}
        return None if others else holder
