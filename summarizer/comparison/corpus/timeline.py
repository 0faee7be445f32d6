"""What a party held and said over time, and where it turned round."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from summarizer.comparison.corpus.parties import Parties
from summarizer.comparison.corpus.stems import spelled, stems
from summarizer.store import Held, Quoted, Where
from summarizer.summary import Stance
from summarizer.text.fold import folded

OPPOSED: frozenset[frozenset[Stance]] = frozenset(
    frozenset(pair)
    for pair in (
        ("supports", "opposes"),
        ("demands", "opposes"),
        ("offers", "opposes"),
        ("offers", "threatens"),
        ("claims", "denies"),
    )
)
"""Stances that contradict each other on one subject. To demand and to offer are not among them: who demands a
truce may well offer one."""
SHARED_WORDS = 2
"""Words of content that two statements share if they are of one subject …"""
SHARED_PART = 0.4
"""… and what part of the shorter one's words they must be."""
COPIES_WITHIN = timedelta(days=7)
"""How long after the first the same words in another article count as a copy of it."""
_REMEMBERED = 50  # positions for each word of content, the latest
_TOLD = 8  # places of copies that are named


@dataclass(frozen=True, slots=True)
class Reversal:
    """An earlier position of the same party on the same subject that the new one contradicts."""

    stance: Stance
    statement: str
    where: Where
    shared: tuple[str, ...]
    """The words, folded, by which both are taken to be of one subject."""
    named: tuple[str, ...] = ()
    """Parties that both statements name."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline: a position with the quotes in the passages that carry it, or a quote alone."""

    day: date
    party: str
    position: Held | None
    quotes: tuple[Quoted, ...]
    copies: int = 0
    """In how many more articles of the next seven days the same words stand."""
    also: tuple[Where, ...] = ()
    """The first eight of those."""
    reverses: Reversal | None = None

    @property
    def where(self) -> Where:
        """Where it stands first."""
        return self.position.where if self.position else self.quotes[0].where


def moments(found: Iterable[Held | Quoted], parties: Parties) -> Iterator[Moment]:
    """The entries of a timeline, oldest first, from positions and quotes in that order.

    Copies in other articles are folded into the first, and reversals marked. A reversal is a position of a
    later day, on the same subject as an earlier one, with a stance that is `OPPOSED` to the latest that took
    a side. Two statements are of one subject if they share two words of content that make up 0.4 of the
    shorter one's, or one such word and a party that both name; the party's own names do not count. Where both
    name other parties, and none together, they are of two subjects.
    """
    past = _Past()
    for moment in _folded(_paired(found, parties)):
        yield replace(moment, reverses=past.reversal(moment)) if moment.position else moment


def _paired(found: Iterable[Held | Quoted], parties: Parties) -> Iterator[Moment]:
    """The positions of each article with their quotes; a quote without one is an entry of its own."""
    for _, together in groupby(found, key=lambda one: one.where.summary):
        items = list(together)
        positions = [one for one in items if isinstance(one, Held)]
        quotes: dict[str, list[Quoted]] = defaultdict(list)
        made: list[Moment] = []
        for one in items:
            if isinstance(one, Quoted):
                carrier = next((held for held in positions if _carries(held, one)), None)
                if carrier is not None:
                    quotes[carrier.where.item].append(one)
                    continue
            made.append(_moment(one, parties))
        yield from (
            replace(one, quotes=tuple(quotes[one.position.where.item])) if one.position else one
            for one in made
        )


def _moment(one: Held | Quoted, parties: Parties) -> Moment:
    party = parties.which(one.party or "")
    if isinstance(one, Held):
        return Moment(one.where.dated, party, one, ())
    return Moment(one.where.dated, party, None, (one,))


def _carries(held: Held, quote: Quoted) -> bool:
    start, end = quote.where.start, quote.where.end
    if start is None or end is None or held.party != quote.party:
        return False
    return any(passage.start < end and start < passage.end for passage in held.evidence)


def _folded(found: Iterable[Moment]) -> Iterator[Moment]:
    """Entries with their copies, held back until no more copies can come."""
    waiting: deque[list[str]] = deque()  # keys of each entry, the oldest first
    held: dict[int, Moment] = {}
    known: dict[str, int] = {}
    first = 0
    for moment in found:
        while waiting and held[first].day + COPIES_WITHIN < moment.day:
            yield _released(waiting, held, known, first)
            first += 1
        keys = _keys(moment)
        before = next((known[key] for key in keys if key in known), None)
        if before is not None and held[before].where.article != moment.where.article:
            held[before] = _with_copy(held[before], moment)
            continue
        place = first + len(waiting)
        keys += [_said(moment, quote) for quote in moment.quotes if moment.position]
        waiting.append(keys)
        held[place] = moment
        for key in keys:
            known.setdefault(key, place)
    while waiting:
        yield _released(waiting, held, known, first)
        first += 1


def _released(
    waiting: deque[list[str]], held: dict[int, Moment], known: dict[str, int], place: int
) -> Moment:
    for key in waiting.popleft():
        if known.get(key) == place:
            del known[key]
    return held.pop(place)


def _keys(moment: Moment) -> list[str]:
    """What is the same in copies: party, stance and either the statement or the passages that carry it."""
    if moment.position is None:
        return [_said(moment, moment.quotes[0])]
    held = moment.position
    carried = folded(*(passage.text for passage in held.evidence))
    return [f"{moment.party}\n{held.stance}\n{words}" for words in (folded(held.statement), carried)]


def _said(moment: Moment, quote: Quoted) -> str:
    return f"{moment.party}\n{folded(quote.text)}"


def _with_copy(moment: Moment, copy: Moment) -> Moment:
    places = moment.also if len(moment.also) >= _TOLD else (*moment.also, copy.where)
    return replace(moment, copies=moment.copies + 1, also=places)


@dataclass(frozen=True, slots=True)
class _Taken:
    """A position that was taken, with the stems of its subject."""

    day: date
    held: Held
    words: frozenset[str]


class _Past:
    """Remembers a party's positions by their words of content, for a later one to be compared with."""

    def __init__(self) -> None:
        self._by_stem: dict[tuple[str, str], deque[tuple[int, _Taken]]] = defaultdict(
            lambda: deque(maxlen=_REMEMBERED)
        )
        self._number = 0

    def reversal(self, moment: Moment) -> Reversal | None:
        """What a position contradicts, if anything; it is remembered itself."""
        held = moment.position
        if held is None:
            return None
        words = _subject(moment, held)
        earlier = {number: before for stem in words for number, before in self._by_stem[moment.party, stem]}
        self._number += 1
        taken = _Taken(moment.day, held, words)
        for stem in words:
            self._by_stem[moment.party, stem].append((self._number, taken))
        for number in sorted(earlier, reverse=True):
            before = earlier[number]
            if before.day >= moment.day:
                continue
            then, shared = before.held, words & before.words
            also = set(map(folded, then.named))
            named = tuple(name for name in held.named if folded(name) in also)
            if held.named and then.named and not named:
                continue  # of others, however alike the words
            if not _same_subject(words, before.words, shared, named):
                continue
            if opposed(held.stance, then.stance):
                words_shared = spelled(shared, held.statement)
                return Reversal(then.stance, then.statement, then.where, words_shared, named)
            if _same_side(held.stance, then.stance):
                return None
        return None


def opposed(one: Stance, other: Stance) -> bool:
    """Whether two stances on one subject contradict each other."""
    return frozenset((one, other)) in OPPOSED


def _same_side(one: Stance, other: Stance) -> bool:
    """Whether two stances are the same, or contradict a third one together."""
    return one == other or any(one in pair and (pair - {one}) | {other} in OPPOSED for pair in OPPOSED)


def _subject(moment: Moment, held: Held) -> frozenset[str]:
    return stems(held.statement) - stems(f"{moment.party} {held.party}")


def _same_subject(
    one: frozenset[str], other: frozenset[str], shared: frozenset[str], named: tuple[str, ...]
) -> bool:
    if len(shared) >= SHARED_WORDS and len(shared) >= SHARED_PART * min(len(one), len(other)):
        return True
    return bool(named) and bool(shared - stems(" ".join(named)))
