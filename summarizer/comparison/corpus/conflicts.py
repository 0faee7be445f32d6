"""Figures that cannot both be right: the same thing counted differently by several articles or parties."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from summarizer.comparison.corpus.stems import is_anybody, spelled, stems
from summarizer.comparison.corpus.value_range import Range, reading
from summarizer.store import Counted, Surrounded
from summarizer.text.fold import folded

SHARED_MEASURE = 0.5
"""Part of all words of two figures' `measures` that both must have."""
SHARED_HEADLINE = 2
"""Words of content that the headlines of two articles share if they are of one matter."""
MOST_READINGS = 40
"""Different readings of one thing that are compared, the newest."""
_RELATIVE = frozenset(("change", "rank"))  # kinds that a number of unknown kind is not compared with
_OPEN = 50  # things counted by one word and unit that are followed at a time, the newest


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of the thing counted, and everybody who has it, newest first."""

    reading: Counted
    """The newest of them; its words are the ones to show."""
    claims: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Why two sides, by their place in `Conflict.sides`, are called conflicting."""

    sides: tuple[int, int]
    ranges: tuple[tuple[str | None, str | None], tuple[str | None, str | None]]
    """What each can mean, from and to, as decimals; None is without end."""
    shared_measure: tuple[str, ...]
    """The words that both count, folded, as the first side has them."""
    shared_context: tuple[str, ...]
    """Further words that stand around both."""
    shared_parties: tuple[str, ...]
    """What parties are called in both articles, folded."""
    shared_headline: tuple[str, ...]
    """Words that stand in the headlines of both."""
    same_article: bool
    same_claimant: bool
    """Whether somebody claims both; then the later one may be a later count."""
    days_apart: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing, counted differently."""

    measures: str
    unit: str | None
    sides: tuple[Side, ...]
    why: tuple[Contradiction, ...]


_Tells = tuple[str | None, str, str | None, frozenset[str]]


@dataclass(frozen=True)
class _Known:
    """A figure with what it is compared by; what few comparisons need is read when one does."""

    surrounded: Surrounded
    is_asked_for: bool

    @cached_property
    def counted(self) -> frozenset[str]:
        """Stems of what it counts."""
        return stems(self.figure.measures)

    @cached_property
    def context(self) -> frozenset[str]:
        """Stems of what else stands around it, names of parties left out."""
        return stems(self.surrounded.context) - self.counted - stems(" ".join(self.parties))

    @cached_property
    def headline(self) -> frozenset[str]:
        """Stems of its article's title and headline."""
        return stems(_headline(self.surrounded))

    @cached_property
    def range(self) -> Range:
        """The numbers it leaves open."""
        return reading(self.figure)

    @property
    def parties(self) -> frozenset[str]:
        """What the parties of its article are called, folded."""
        return self.surrounded.parties

    @property
    def figure(self) -> Counted:
        """The figure itself."""
        return self.surrounded.figure

    @property
    def tells(self) -> _Tells:
        """What is the same in a second copy of the same claim."""
        figure = self.figure
        return figure.value, figure.comparator, figure.upper, self.claimants

    @cached_property
    def claimants(self) -> frozenset[str]:
        """Who claims it, folded."""
        return frozenset(map(folded, self.figure.claimants))

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of the words in what it counts that are written as names are, the first word left out."""
        _, _, rest = self.figure.measures.strip().partition(" ")
        return stems(" ".join(word for word in rest.split() if word[:1].isupper()))


@dataclass(slots=True)
class _Thing:
    """Figures taken to count the same as the newest of them."""

    first: _Known
    readings: dict[_Tells, list[_Known]] = field(default_factory=dict)

    def add(self, one: _Known) -> None:
        """Take a figure, unless there are too many readings already."""
        if one.tells in self.readings or len(self.readings) < MOST_READINGS:
            self.readings.setdefault(one.tells, []).append(one)


def conflicts(found: Iterable[tuple[Surrounded, bool]], within: timedelta) -> Iterator[Conflict]:
    """The conflicts among figures that come newest first, each with whether it is one that is asked for.

    Two figures count the same thing if all of this holds: their units are the same, and their kinds, so that
    no share or change is held against a count; they share half of the words of what they count, and not each
    names something there that the other does not (dead in Rafah, dead in Jabalia); other words around them
    are shared too (unless two or more of the counted words are, and they say more than that people are
    counted); they stand in one article, or in two that name a party together or share two words of their
    headlines; and no more than `within` lies between their articles. They conflict if no number is in the
    ranges of both (see `value_range.reading`) and they are of different articles, or in one of claimants none
    of whom claims both.

    Each figure is compared with the newest ones of its unit and words, never with all: time and memory
    are linear in the figures, and memory holds those of one such span of time.
    """
    things: deque[_Thing] = deque()
    by_word: dict[tuple[str, str], deque[_Thing]] = defaultdict(lambda: deque(maxlen=_OPEN))
    for surrounded, is_asked_for in found:
        if surrounded.figure.value is None:
            continue
        one = _Known(surrounded, is_asked_for)
        oldest = one.figure.where.dated + within
        while things and things[0].first.figure.where.dated > oldest:
            yield from _judged(_close(things, by_word))
        if not one.counted:
            continue
        keys = _words(one)
        near = {id(thing): thing for key in keys for thing in by_word.get(key, ())}
        same = next((thing for thing in near.values() if _counts_same(thing.first, one)), None)
        if same is None:
            same = _Thing(one)
            things.append(same)
            for key in keys:
                by_word[key].append(same)
        same.add(one)
    while things:
        yield from _judged(_close(things, by_word))


def _close(things: deque[_Thing], by_word: dict[tuple[str, str], deque[_Thing]]) -> _Thing:
    thing = things.popleft()
    for key in _words(thing.first):
        waiting = by_word.get(key)
        if waiting and waiting[0] is thing:
            waiting.popleft()
        if not waiting:
            by_word.pop(key, None)
    return thing


def _words(one: _Known) -> list[tuple[str, str]]:
    unit = folded(one.figure.unit or "") or (one.figure.unit or "")
    return [(unit, word) for word in sorted(one.counted)]


def _counts_same(one: _Known, other: _Known) -> bool:
    shared = one.counted & other.counted
    if len(shared) < SHARED_MEASURE * len(one.counted | other.counted) or not _same_kind(one, other):
        return False
    if one.names - other.counted and other.names - one.counted:
        return False
    is_told = len(shared) > 1 and not all(map(is_anybody, shared))
    if not is_told and not one.context & other.context:
        return False
    return (
        one.figure.where.article == other.figure.where.article
        or bool(one.parties & other.parties)
        or len(one.headline & other.headline) >= SHARED_HEADLINE
    )


def _judged(thing: _Thing) -> Iterator[Conflict]:
    """The conflict that the readings of a thing make, if they make one that is asked for."""
    readings = list(thing.readings.values())
    pairs = [
        (left, right)
        for left, right in combinations(range(len(readings)), 2)
        if _contradict(readings[left][0], readings[right][0])
        and any(one.is_asked_for for at in (left, right) for one in readings[at])
    ]
    if not pairs:
        return
    places = sorted({place for pair in pairs for place in pair})
    sides = tuple(
        Side(readings[place][0].figure, tuple(one.figure for one in readings[place])) for place in places
    )
    why = tuple(
        _reasons((places.index(left), places.index(right)), readings[left][0], readings[right][0])
        for left, right in pairs
    )
    yield Conflict(thing.first.figure.measures, thing.first.figure.unit, sides, why)


def _contradict(one: _Known, other: _Known) -> bool:
    if not one.range.contradicts(other.range) or not _counts_same(one, other):
        return False
    if one.figure.where.article != other.figure.where.article:
        return True
    return one.claimants.isdisjoint(other.claimants) and one.claimants != other.claimants


def _same_kind(one: _Known, other: _Known) -> bool:
    """Whether two figures are numbers of one kind; a fifth of the homes is no other count of them than 85."""
    kinds = {one.figure.kind, other.figure.kind}
    if None not in kinds:
        return len(kinds) == 1
    return kinds.isdisjoint(_RELATIVE) and _is_share(one) == _is_share(other)


def _is_share(known: _Known) -> bool:
    """Whether a figure is a part of something rather than a count, as in “a third of the homes”."""
    return 0 < abs(Decimal(known.figure.value or 0)) < 1


def _reasons(sides: tuple[int, int], one: _Known, other: _Known) -> Contradiction:
    days = abs(one.figure.where.dated - other.figure.where.dated).days
    return Contradiction(
        sides=sides,
        ranges=(_ends(one.range), _ends(other.range)),
        shared_measure=spelled(one.counted & other.counted, one.figure.measures),
        shared_context=spelled(one.context & other.context, one.surrounded.context),
        shared_parties=tuple(sorted(one.parties & other.parties)),
        shared_headline=spelled(one.headline & other.headline, _headline(one.surrounded)),
        same_article=one.figure.where.article == other.figure.where.article,
        same_claimant=not one.claimants.isdisjoint(other.claimants),
        days_apart=days,
    )


def _headline(found: Surrounded) -> str:
    return f"{found.headline} {found.figure.where.title or ''}"


def _ends(found: Range) -> tuple[str | None, str | None]:
    low, high = (format(end.normalize(), "f") if end.is_finite() else None for end in (found.low, found.high))
    return low, high


def days_around(days: Iterable[date], within: timedelta) -> list[tuple[date, date]]:
    """The spans of days within reach of some days that come newest first, spans that touch put together."""
    spans: list[tuple[date, date]] = []
    for day in days:
        begin, end = day - within, day + within
        if spans and spans[-1][0] <= end + timedelta(days=1):
            spans[-1] = (begin, spans[-1][1])
        else:
            spans.append((begin, end))
    return spans
