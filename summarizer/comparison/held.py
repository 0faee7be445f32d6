"""A position with what it is matched by, and whether two are on one matter."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.comparison.likeness import beginnings, likeness
from summarizer.comparison.matching import spans_of
from summarizer.comparison.parties import Cast
from summarizer.comparison.stances import are_neighbours
from summarizer.summary import Position
from summarizer.text.positions import stance_toward

_ALIKE = 0.5
"""Part of the shorter topic's or statement's words that two have in common if they are on one matter."""
_SOMEWHAT = 0.2
"""The same where no topic tells, or nothing else stands at the place."""
Who = int | str


@dataclass(frozen=True, slots=True)
class Held:
    """A position: who holds and tells it, where, and the beginnings of the words of its topic.

    `words` are those of its topic and statement, without words that name a holder or the stance.
    """

    position: Position
    holders: frozenset[Who]
    teller: Who | None
    toward: frozenset[Who]
    spans: tuple[Span, ...]
    topic: frozenset[str]
    words: frozenset[str]


def all_held(cast: Cast) -> Iterator[Held]:
    """The positions of a summary, in its order."""
    names = {party.id: " ".join([party.name, *party.aliases]) for party in cast.summary.parties}
    for position in cast.summary.positions:
        said_anyway = [names.get(party, "") for party in position.holders]
        said_anyway += [position.stance, stance_toward(position.stance)]
        yield Held(
            position=position,
            holders=cast.all(position.holders),
            teller=cast.same(position.told_by),
            toward=cast.all(position.toward),
            spans=spans_of(position.evidence),
            topic=beginnings(position.topic or ""),
            words=beginnings(f"{position.statement} {position.topic or ''}")
            - beginnings(" ".join(said_anyway)),
        )


@dataclass(frozen=True, slots=True)
class Matter:
    """Whether two positions are on one matter.

    `comparable` is whether both summaries are in one language; if not, place, holders and stance have to do.
    """

    comparable: bool

    def is_same(self, one: Held, other: Held) -> bool:
        """Whether their topics or their words say so."""
        if not self.comparable or one.words == other.words:
            return True
        return max(likeness(one.topic, other.topic), likeness(one.words, other.words)) >= _ALIKE

    def may_be_same(self, one: Held, other: Held) -> bool:
        """Whether no topics tell them apart: enough where place, holder and stance are the same."""
        return not (one.topic and other.topic) or self.is_same(one, other)

    def may_be_turned(self, one: Held, other: Held) -> bool:
        """Whether they are near enough for one to be the other with another stance."""
        return self.is_same(one, other) or (self.may_be_same(one, other) and self.is_near(one, other))

    def may_be_neighbours(self, one: Held, other: Held) -> bool:
        """Whether one may be the other with a stance that is as good as the same."""
        return are_neighbours(one.position.stance, other.position.stance) and self.may_be_turned(one, other)

    def is_near(self, one: Held, other: Held) -> bool:
        """Whether their statements have something in common: enough where there is no other choice."""
        return self.is_same(one, other) or likeness(one.words, other.words) >= _SOMEWHAT

    def has_same_words(self, one: Held, other: Held) -> bool:
        """Whether their statements say so."""
        return one.words == other.words or likeness(one.words, other.words) >= _ALIKE

    def weight(self, one: Held, other: Held) -> int:
        """How much topics and words have in common, from 0 to 2000."""
        return round(1000 * (likeness(one.topic, other.topic) + likeness(one.words, other.words)))
