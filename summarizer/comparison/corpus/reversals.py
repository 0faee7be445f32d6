"""Where a party turned round: a position that contradicts an earlier one of its own on the same matter."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from summarizer.comparison.corpus.stems import spelled, stems
from summarizer.store import Held, Where
from summarizer.summary import Stance
from summarizer.text.fold import folded

OPPOSED: frozenset[frozenset[Stance]] = frozenset(
    frozenset(pair)
    for pair in (
        ("supports", "opposes"),
        ("supports", "refuses"),
        ("accepts", "opposes"),
        ("accepts", "refuses"),
        ("intends", "refuses"),
        ("offers", "refuses"),
        ("offers", "threatens"),
        ("claims", "denies"),
    )
)
"""Stances that contradict each other on one matter. A demand contradicts none: who demands a truce may well
offer or refuse one."""
_UNSURE: frozenset[frozenset[Stance]] = frozenset({frozenset({"offers", "threatens"})})
"""Of those the ones that say little where no topic says what is offered or threatened with."""
_ASSERTED: frozenset[frozenset[Stance]] = frozenset({frozenset({"claims", "denies"})})
"""Of those the ones that need alike statements too: on one topic one thing may be claimed, another denied."""
SHARED_TOPIC = 0.5
"""More than this part of the shorter topic's words of content is shared if both are of one matter."""
SHARED_WORDS = 2
"""Words of content that two statements share if they are alike …"""
SHARED_PART = 0.4
"""… and what part of the shorter one's words they must be."""
_REMEMBERED = 50  # positions for each word of content, the latest


@dataclass(frozen=True, slots=True)
class Reversal:
    """An earlier position of the same holder on the same matter that the new one contradicts."""

    stance: Stance
    toward: tuple[str, ...]
    topic: str | None
    statement: str
    told_by: str | None
    where: Where
    by: Literal["topic", "words"]
    """By what both are taken to be of one matter; the words of statements alone may mislead."""
    shared: tuple[str, ...]
    """Those words, of the topics or the statements, folded."""
    named: tuple[str, ...] = ()
    """Parties that both are toward, or that both statements name."""


class _Matter(NamedTuple):
    """By what two positions are of one matter; `alike` is whether their statements are, too."""

    by: Literal["topic", "words"]
    shared: tuple[str, ...]
    named: tuple[str, ...]
    alike: bool


@dataclass(frozen=True, slots=True)
class _Taken:
    """A position that was taken, with the stems of its statement and of its topic."""

    day: date
    held: Held
    words: frozenset[str]
    topic: frozenset[str]

    @classmethod
    def of(cls, day: date, held: Held, holders: Sequence[str]) -> "_Taken":
        """Leave the names of the holders out, and those of others where a topic says more than them."""
        own = stems(" ".join((*holders, *held.holders)))
        topic = stems(held.topic or "") - own
        return cls(day, held, stems(held.statement) - own, topic - stems(" ".join(held.toward)) or topic)


class Past:
    """Remembers positions by their holders and words of content, for later ones to be compared with."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._by_stem: dict[tuple[str, str], deque[tuple[int, _Taken]]] = defaultdict(
            lambda: deque(maxlen=_REMEMBERED)
        )
        self._number = 0

    def reversal(self, day: date, held: Held, holders: Sequence[str]) -> Reversal | None:
        """Return what a position of some holders contradicts, if anything; it is remembered itself.

        A reversal is of a later day, on the same matter as an earlier position of one of the holders, toward
        somebody whom that is toward too, unless one of them is toward nobody in particular; its stance is
        `OPPOSED` to the latest on that matter that took a side. Positions are of one matter if they share
        more than half of the words of the shorter topic, or some of them and much of their statements. Where
        one has no topic, as in summaries of the first version, the words of the statements decide, and
        `Reversal.by` says so.
        """
        new = _Taken.of(day, held, holders)
        keys = [(holder, stem) for holder in holders for stem in new.words | new.topic]
        earlier = {number: before for key in keys for number, before in self._by_stem.get(key, ())}
        self._number += 1
        for key in keys:
            self._by_stem[key].append((self._number, new))
        for number in sorted(earlier, reverse=True):
            before = earlier[number]
            matter = _matter(new, before) if before.day < day else None
            if matter is None:
                continue
            if _contradict(held.stance, before.held.stance, matter):
                then = before.held
                return Reversal(
                    then.stance, then.toward, then.topic, then.statement, then.told_by, then.where,
                    matter.by, matter.shared, matter.named,
                )  # fmt: skip
            if _same_side(held.stance, before.held.stance):
                return None
        return None


def _matter(new: _Taken, then: _Taken) -> _Matter | None:
    return _by_topic(new, then) if new.topic and then.topic else _by_words(new, then)


def _by_topic(new: _Taken, then: _Taken) -> _Matter | None:
    toward = tuple(
        name for name in new.held.toward if any(_same_name(name, other) for other in then.held.toward)
    )
    if new.held.toward and then.held.toward and not toward:
        return None
    shared = new.topic & then.topic
    alike = _alike(new, then)
    if not shared or not (alike or len(shared) > SHARED_TOPIC * min(len(new.topic), len(then.topic))):
        return None
    return _Matter("topic", spelled(shared, new.held.topic or ""), toward, alike)


def _by_words(new: _Taken, then: _Taken) -> _Matter | None:
    """Return that two statements are of one matter: alike, or of one word and a party that both name.

    Where both name other parties, and none together, they are of two.
    """
    also = set(map(folded, then.held.named))
    named = tuple(name for name in new.held.named if folded(name) in also)
    if new.held.named and then.held.named and not named:
        return None
    shared = new.words & then.words
    alike = _alike(new, then)
    if not alike and not (named and shared - stems(" ".join(named))):
        return None
    return _Matter("words", spelled(shared, new.held.statement), named, alike)


def _alike(new: _Taken, then: _Taken) -> bool:
    shared = len(new.words & then.words)
    return shared >= SHARED_WORDS and shared >= SHARED_PART * min(len(new.words), len(then.words))


def _same_name(one: str, other: str) -> bool:
    """Whether all words of one name are in the other."""
    words, others = set(folded(one).split()), set(folded(other).split())
    return bool(words) and bool(others) and (words <= others or others <= words)


def _contradict(one: Stance, other: Stance, matter: _Matter) -> bool:
    pair = frozenset((one, other))
    if pair not in OPPOSED or (pair in _ASSERTED and not matter.alike):
        return False
    return matter.by == "topic" or pair not in _UNSURE


def _same_side(one: Stance, other: Stance) -> bool:
    """Whether two stances are the same, or contradict a third one together."""
    return one == other or any(one in pair and (pair - {one}) | {other} in OPPOSED for pair in OPPOSED)
