"""Where items of two summaries meet in the article: one sweep over sorted spans, never all pairs."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from summarizer.article import Span
from summarizer.grounding.coverage import Cover
from summarizer.summary import Anchor

MOST_PAIRS = 4096
"""Pairs of items under one key that are weighed one by one."""
NOWHERE = (Span(0, 1),)
"""A place for what has none, so that it meets what is equal to it."""


class Meeting(NamedTuple):
    """A stretch of the article that an item of each summary holds; items are numbered as given."""

    before: int
    after: int
    span: Span


@dataclass(frozen=True, slots=True)
class Placed:
    """An item to be matched: only with those of an equal key, by a place that they share."""

    spans: tuple[Span, ...]
    key: Hashable = None


def spans_of(anchors: Sequence[Anchor]) -> tuple[Span, ...]:
    """The places of anchors; each holds a character at least, whatever a summary from elsewhere says."""
    return tuple(Span(anchor.start, max(anchor.end, anchor.start + 1)) for anchor in anchors)


def meetings(before: Sequence[Sequence[Span]], after: Sequence[Sequence[Span]]) -> Iterator[Meeting]:
    """Go through the article once; where items of a summary overlap, the innermost one counts.

    There are at most twice as many meetings as spans, and the time is that of sorting the spans.
    """
    sides = (_Open(before), _Open(after))
    stops = sorted({stop for side in sides for span in side.spans for stop in span})
    for start, end in pairwise(stops):
        one, other = (side.innermost(start) for side in sides)
        if one is not None and other is not None:
            yield Meeting(one, other, Span(start, end))


class _Open:
    """The items of one summary that are open at a place, as it moves through the article."""

    def __init__(self, items: Sequence[Sequence[Span]]) -> None:
        self._coming = sorted(
            ((span, item) for item, spans in enumerate(items) for span in spans), reverse=True
        )
        self.spans = [span for span, _ in self._coming]
        self._open: list[tuple[int, int, int]] = []

    def innermost(self, place: int) -> int | None:
        while self._coming and self._coming[-1][0].start <= place:
            span, item = self._coming.pop()
            heappush(self._open, (-span.start, span.end, item))
        while self._open and self._open[0][1] <= place:
            heappop(self._open)
        return self._open[0][2] if self._open else None


def partners(before: Sequence[Placed], after: Sequence[Placed]) -> list[tuple[int, int]]:
    """Pairs of items with equal keys that share a place: each item once, those that share most first.

    Items that stand at exactly the same places are paired in their order. Swapping the two summaries swaps
    the pairs and changes nothing else.
    """
    weights: Counter[tuple[int, int]] = Counter()
    groups: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((before, after)):
        ranks: Counter[Placed] = Counter()
        for number, item in enumerate(items):
            groups[item.key, ranks[item]][side].append(number)
            ranks[item] += 1
    for ones, others in groups.values():
        met = meetings([before[one].spans for one in ones], [after[other].spans for other in others])
        for meeting in met:
            weights[ones[meeting.before], others[meeting.after]] += meeting.span.end - meeting.span.start
    return one_to_one(weights)


def likeliest(
    before: Sequence[Sequence[Placed]],
    after: Sequence[Sequence[Placed]],
    weigh: Callable[[int, int], int],
) -> list[tuple[int, int]]:
    """Pairs of items that have a key in common: each item once, the weightiest first, none of no weight.

    Each item is given once for each of its keys. Under a key that too many have, only those are weighed that
    share most of a place.
    """
    links: dict[tuple[int, int], int] = {}
    for one, other in dict.fromkeys(candidates(before, after)):
        if weight := weigh(one, other):
            links[one, other] = weight
    return one_to_one(links)


def candidates(
    before: Sequence[Sequence[Placed]], after: Sequence[Sequence[Placed]]
) -> Iterator[tuple[int, int]]:
    """Pairs of items that have a key in common, once for each; of too many, only some that share a place."""
    groups: defaultdict[Hashable, tuple[list[tuple[int, Placed]], list[tuple[int, Placed]]]] = defaultdict(
        lambda: ([], [])
    )
    for side, items in enumerate((before, after)):
        for number, item in enumerate(items):
            for placed in item:
                groups[placed.key][side].append((number, placed))
    for ones, others in groups.values():
        if len(ones) * len(others) <= MOST_PAIRS:
            yield from ((one, other) for one, _ in ones for other, _ in others)
        else:
            for one, other in partners([each for _, each in ones], [each for _, each in others]):
                yield ones[one][0], others[other][0]


def one_to_one(links: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """The strongest links that share no end; of equally strong ones the first in both."""
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for one, other in sorted(links, key=lambda link: (-links[link], sum(link))):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            found.append((one, other))
    return sorted(found)


def shared(ones: Sequence[Span], others: Sequence[Span]) -> int:
    """How many characters two items have in common."""
    return sum(met.span.end - met.span.start for met in meetings([ones], [others]))


def apart(items: Sequence[Placed], others: Sequence[Placed]) -> list[int]:
    """The numbers of the items that share no place with any of `others` that has an equal key."""
    places: defaultdict[Hashable, list[Span]] = defaultdict(list)
    for other in others:
        places[other.key].extend(other.spans)
    covers = {key: Cover(spans) for key, spans in places.items()}
    return [
        number
        for number, item in enumerate(items)
        if item.key not in covers or not any(map(covers[item.key].touches, item.spans))
    ]
