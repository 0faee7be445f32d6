"""Changes over many articles: how many of each kind, and whether coverage went up."""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heappush, heappushpop
from typing import Literal

from pydantic import Field

from summarizer.comparison.changes import MEASURES, Changes, Closed, Measure
from summarizer.comparison.kinds import KINDS, WITHOUT_MEANING, ChangeKind
from summarizer.statistics import Count, Paired, difference, sign_test
from summarizer.summary import Tally

NAMED = 100
"""Articles of one side alone that are named; all are counted."""


class CoverageChange(Closed):
    """How much of the articles is reported: all that is, of all there is; and what came of it.

    The interval is the paired bootstrap's over articles (95%), the p-value the two-sided sign test's over
    those that went up and down. Null where the articles have nothing of the kind.
    """

    before: float | None
    after: float | None
    difference: float | None
    low: float | None
    high: float | None
    up: int = Field(description="Articles of which a larger share is reported than before.")
    down: int
    same: int
    p_value: float | None

    @property
    def significant(self) -> bool:
        """Whether the interval leaves 0 out."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


class Unpaired(Closed):
    """Articles that one side alone has; `named` are the first of them, by what they are called."""

    number: int
    named: list[str]


class Compared(Closed):
    """What the two sides were: their names, and how many articles each alone has."""

    before: str
    after: str
    only_before: Unpaired
    only_after: Unpaired


class Changelog(Closed):
    """What changed in meaning over all articles that both sides have, as `summarizer diff` prints it."""

    format: Literal["changelog/2"] = "changelog/2"
    sides: Compared
    articles: int = Field(description="On both sides.")
    changed: int = Field(description="Those with a change other than a wording.")
    counts: dict[ChangeKind, int]
    articles_with: dict[ChangeKind, int]
    coverage: dict[Measure, CoverageChange]
    listed: list[Changes] = Field(description="The most telling articles, most telling first.")

    @property
    def of_many(self) -> bool:
        """Whether there is more to it than one article."""
        return self.articles > 1 or self.sides.only_before.number + self.sides.only_after.number > 0


class Totals:
    """Adds up changes as they come; keeps numbers, and the `limit` most telling articles (None: all)."""

    def __init__(self, *, limit: int | None) -> None:
        self._limit = limit
        self._counts: Counter[ChangeKind] = Counter()
        self._articles: Counter[ChangeKind] = Counter()
        self._pairs: dict[Measure, list[Paired]] = {name: [] for name in MEASURES}
        self._number = self._changed = 0
        self._telling: list[tuple[float, int, Changes]] = []

    def add(self, changes: Changes) -> None:
        """Take in what changed in one article."""
        self._number += 1
        counts = changes.counts
        self._counts.update(counts)
        self._articles.update(counts.keys())
        self._changed += any(KINDS[kind].section not in WITHOUT_MEANING for kind in counts)
        for name, covered in changes.coverage.items():
            self._pairs[name].append(Paired(_count(covered.before), _count(covered.after)))
        if changes.items and self._limit != 0:
            one = (changes.weight, -self._number, changes)
            if self._limit is None or len(self._telling) < self._limit:
                heappush(self._telling, one)
            else:
                heappushpop(self._telling, one)

    def changelog(self, sides: Compared) -> Changelog:
        """All of it; the intervals take a second or so for ten thousand articles."""
        return Changelog(
            sides=sides,
            articles=self._number,
            changed=self._changed,
            counts=_ordered(self._counts),
            articles_with=_ordered(self._articles),
            coverage={name: _coverage(pairs) for name, pairs in self._pairs.items()},
            listed=[changes for _, _, changes in sorted(self._telling, reverse=True)],
        )


def _count(tally: Tally) -> Count:
    return Count(tally.reported, tally.found)


def _ordered(counts: Mapping[ChangeKind, int]) -> dict[ChangeKind, int]:
    return {kind: counts[kind] for kind in KINDS if counts.get(kind)}


def _coverage(pairs: Sequence[Paired]) -> CoverageChange:
    found = difference(pairs)
    gains = [gain for pair in pairs if (gain := _gain(pair)) is not None]
    up, down = sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains)
    return CoverageChange(
        before=_share([pair.before for pair in pairs]),
        after=_share([pair.after for pair in pairs]),
        difference=found.value,
        low=found.low,
        high=found.high,
        up=up,
        down=down,
        same=len(gains) - up - down,
        p_value=sign_test(up, down) if gains else None,
    )


def _gain(pair: Paired) -> float | None:
    before, after = pair
    return after.hits * before.of - before.hits * after.of if before.of and after.of else None


def _share(counts: Sequence[Count]) -> float | None:
    of = sum(count.of for count in counts)
    return sum(count.hits for count in counts) / of if of else None
