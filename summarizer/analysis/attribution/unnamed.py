"""Sources without a name: offices, bodies and groups, each once, or whoever named is meant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.offices import Offices
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.analysis.attribution.weight import Opening, Weight
from summarizer.summary import PartyKind

_SOON = 800
"""Characters within which a body that is told of without its name is named."""


@dataclass(slots=True)
class Unnamed:
    """A source that the article gives no name: its phrases, the first of which may stand for it."""

    kind: PartyKind
    phrases: dict[str, None] = field(default_factory=dict)
    told: int = 0


class UnnamedSources:
    """Sorts the phrases of sources without a name."""

    def __init__(
        self, offices: Offices, weights: Mapping[Holder, Weight], opening: Opening, words: Vocabulary
    ) -> None:
        """Begin without any; `weights` are those of everybody with a name."""
        self._offices, self._weights, self._opening, self._words = offices, weights, opening, words
        self._bodies: dict[str, list[Holder]] = {}
        for holder in weights:
            for word in set(holder.name.lower().split()) if holder.kind == "body" else ():
                self._bodies.setdefault(word, []).append(holder)
        self.found: list[Unnamed] = []
        self.meant: dict[Holder, dict[str, None]] = {}
        """The phrases that mean somebody with a name."""

    def read(self, sources: Iterable[Source]) -> None:
        """Take in all sources of an article; those of its title are what the text has already."""
        by_head: dict[str, Unnamed] = {}
        in_title = self._opening.title
        last: Holder | None = None
        for source in sorted(sources, key=lambda source: (source.span.start < in_title, source.span.start)):
            last = source.holder if source.kind == "name" else last
            if source.kind != "role" or source.holder is not None:
                continue
            phrase = source.name
            plain = self._plain(source.text)
            head = self._head(plain)
            if phrase is None or not head:
                continue
            holder = self._holder(source, plain, head) or self._called_so(plain, head, last)
            if holder is not None:
                self.meant.setdefault(holder, {})[phrase] = None
                self._weights[holder].told += 1
            elif head in by_head or self._is_somebody(source, plain, head):
                self._add(by_head, head, phrase)

    def _add(self, by_head: dict[str, Unnamed], head: str, phrase: str) -> None:
        party = by_head.get(head)
        if party is None:
            party = by_head[head] = Unnamed(self._kind(head))
            self.found.append(party)
        party.phrases[phrase] = None
        party.told += 1

    def _plain(self, phrase: str) -> list[str]:
        """The words in lower case, without the endings of a possessive."""
        return [word.removesuffix("’s").removesuffix("'s") for word in phrase.lower().split()]

    def _head(self, plain: Sequence[str]) -> str:
        """The noun that says who it is: the last before a preposition."""
        prepositions = self._words.prepositions
        until = next((at for at, word in enumerate(plain) if at and word in prepositions), len(plain))
        return next((word for word in reversed(plain[:until]) if word in self._words.roles), "")

    def _holder(self, source: Source, plain: Sequence[str], head: str) -> Holder | None:
        """Who with a name is meant, if only one can be: who holds the office, or the body of that kind."""
        if plain[0] in self._words.further or self._words.is_plural(head):
            return None
        if self._is_body(head):
            return self._body(source, plain, head)
        if plain[0] not in self._words.determiners or plain[0] in self._words.possessives:
            return None  # his lawyer need not be the lawyer who is named
        holders = [holder for holder in self._offices.holders_of(head) if holder.person]
        if plain[0] in self._words.indefinite:
            holders = [holder for holder in holders if source.span.start < self._weights[holder].first]
        if len(holders) > 1 and source.span.start < self._opening.lede:
            holders = [holder for holder in holders if self._weights[holder].first < self._opening.lede]
        return holders[0] if len(holders) == 1 else None

    def _called_so(self, plain: Sequence[str], head: str, last: Holder | None) -> Holder | None:
        """Who spoke last, if nothing else is known of what they are: Ann Roe said … [the senator] added."""
        words = self._words
        if last is None or not last.person or plain[0] not in words.definite or head not in words.roles:
            return None
        if (
            self._is_body(head)
            or words.is_plural(head)
            or head in words.documents
            or head in words.plural_bodies
        ):
            return None
        if self._offices.offices_of(last):
            return None
        other = {"he": words.she_titles, "she": words.he_titles}.get(last.gender or "", frozenset())
        return None if head in other else last

    def _body(self, source: Source, plain: Sequence[str], head: str) -> Holder | None:
        bodies = self._bodies.get(head, [])
        same = [holder for holder in bodies if holder.name.lower().split() == list(plain[-2:])]
        if len(same) == 1:
            return same[0]  # Acme’s union, the Acme union
        start = source.span.start
        if len(bodies) == 1 and plain[0] not in self._words.indefinite:
            return bodies[0]
        soon = [holder for holder in bodies if start < self._weights[holder].first < start + _SOON]
        return min(soon, key=lambda holder: self._weights[holder].first, default=None)

    def _is_body(self, head: str) -> bool:
        words = self._words
        return head in words.bodies or head in words.governing or head in words.collectives

    def _is_somebody(self, source: Source, plain: Sequence[str], head: str) -> bool:
        """Whether a phrase tells of somebody of its own: no document, and nobody told of before."""
        words = self._words
        if source.span.start < self._opening.title or plain[0] in words.possessives:
            return False
        if plain[0] in words.prepositions or plain[0] in words.clause_openers:
            return False
        if head in words.documents or not words.crowds.isdisjoint(plain):
            return False
        if words.is_plural(head) or head in words.plural_bodies or self._is_body(head):
            return not (plain[0] in words.definite and head in words.vague)
        return plain[0] in words.indefinite or plain[0] in words.definite

    def _kind(self, head: str) -> PartyKind:
        words = self._words
        if head in words.governing:
            return "government"
        if head in words.vague:
            return "group"
        if self._is_body(head):
            return "organisation"
        return "group" if words.is_plural(head) or head in words.plural_bodies else "person"
