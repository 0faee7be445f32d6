"""Where things stand in a drawing: numbers for the templates, in units of the drawing's view box."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.comparison.corpus.conflicts import Conflict
from summarizer.comparison.corpus.timeline import Moment
from summarizer.store import Voice
from summarizer.summary import Stance

_TOP = 14
_LANE, _STEP, _STACK = 34, 8, 3  # height of a lane; how far dots of one place stand apart, and how many do
_ORDER: tuple[Stance | None, ...] = (
    "supports", "accepts", "offers", "intends", "demands", "claims", None, "undecided", "warns", "denies",
    "accuses", "threatens", "refuses", "opposes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide a drawing is, what stands left and right of its lanes, and how many dates fit below it."""

    width: int
    left: int
    right: int
    ticks: int


WIDE, NARROW = Sheet(960, 110, 34, 7), Sheet(360, 84, 34, 3)
"""For a screen or paper, and for a phone."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A moment on the drawing; `number` is its place in the list below."""

    x: float
    y: float
    number: int
    moment: Moment


@dataclass(frozen=True, slots=True)
class Turn:
    """From the position that was, to the one that reverses it."""

    path: str
    number: int
    then: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline: lanes of stances, dots along dates, turns between them."""

    height: int
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    turns: tuple[Turn, ...]
    width: int
    left: int
    right: int


def drawn(moments: Sequence[Moment], sheet: Sheet = WIDE) -> Drawing:
    """The drawing of a timeline that has at least one moment."""
    days = [moment.day for moment in moments]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    stances = {moment.position.stance if moment.position else None for moment in moments}
    lanes = [stance for stance in _ORDER if stance in stances]
    room = sheet.width - sheet.left - sheet.right

    def across(day: date) -> float:
        middle = 0.5 if first == last else (day - first).days / span
        return round(sheet.left + 12 + (room - 24) * middle, 1)

    heights = {stance: _TOP + _LANE * place + _LANE / 2 for place, stance in enumerate(lanes)}
    stacked: Counter[tuple[Stance | None, int]] = Counter()
    dots: list[Dot] = []
    for number, moment in enumerate(moments, start=1):
        stance = moment.position.stance if moment.position else None
        x = across(moment.day)
        place = stacked[stance, round(x / _STEP)]
        stacked[stance, round(x / _STEP)] += 1
        dots.append(Dot(x, heights[stance] + _STEP * ((place + 1) % _STACK - 1), number, moment))
    return Drawing(
        height=_TOP + _LANE * len(lanes) + 34,
        lanes=tuple((stance or "said", heights[stance]) for stance in lanes),
        ticks=tuple((day.isoformat(), across(day)) for day in _ticks(first, last, sheet.ticks)),
        dots=tuple(dots),
        turns=tuple(_turns(dots)),
        width=sheet.width,
        left=sheet.left,
        right=sheet.width - sheet.right,
    )


def _ticks(first: date, last: date, most: int) -> list[date]:
    days = (last - first).days
    number = min(most, days + 1)
    places = [round(days * place / max(number - 1, 1)) for place in range(number)]
    return [first + timedelta(days=place) for place in places]


def _turns(dots: Sequence[Dot]) -> list[Turn]:
    places = {place: dot for dot in dots for place in _places(dot.moment)}
    found = []
    for dot in dots:
        then = dot.moment.reverses and places.get(
            (dot.moment.reverses.where.summary, dot.moment.reverses.where.item)
        )
        if then:
            middle = (then.x + dot.x) / 2
            path = f"M{then.x} {then.y} C{middle} {then.y} {middle} {dot.y} {dot.x} {dot.y}"
            found.append(Turn(path, dot.number, then.number))
    return found


def _places(moment: Moment) -> list[tuple[str, str]]:
    return [(where.summary, where.item) for where in (moment.where, *moment.also)]


def shares(voices: Sequence[Voice]) -> list[tuple[Voice, float]]:
    """Each voice with its share of the quoted characters, in percent."""
    total = sum(voice.characters for voice in voices) or 1
    return [(voice, round(100 * voice.characters / total, 1)) for voice in voices]


@dataclass(frozen=True, slots=True)
class Bar:
    """The range of a side on one axis of 100 units; open where it has no end."""

    x: float
    width: float
    open_left: bool
    open_right: bool


def bars(conflict: Conflict) -> list[Bar]:
    """What each side of a conflict can mean, on one axis."""
    ranges: dict[int, tuple[str | None, str | None]] = {}
    for why in conflict.why:
        ranges.update(zip(why.sides, why.ranges, strict=True))
    ends = [float(end) for one in ranges.values() for end in one if end is not None]
    low, high = min(ends), max(ends)
    room = (high - low) or 1.0
    low, room = low - room * 0.15, room * 1.3

    def across(end: str | None, missing: float) -> float:
        return missing if end is None else round(100 * (float(end) - low) / room, 2)

    found = []
    for place in range(len(conflict.sides)):
        left, right = ranges[place]
        begin, end = across(left, 0), across(right, 100)
        found.append(Bar(begin, max(round(end - begin, 2), 1.2), left is None, right is None))
    return found
