"""Scores with their uncertainty: ratios of sums over articles, bootstrap intervals, and the sign test.

The bootstrap draws whole articles, because quotes of one article stand or fall together. Method: B. Efron and
R. J. Tibshirani, An Introduction to the Bootstrap, Chapman & Hall 1993, chapter 13 (percentile interval).
Articles are drawn by a generator of its own with a fixed seed: the same counts have the same interval.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from typing import NamedTuple

RESAMPLES = 2000
SEED = 1993
_STEPS = 40
"""Quantiles in steps of 2.5%: the first and the last bound the middle 95%."""


class Count(NamedTuple):
    """`hits` out of `of`; for what is measured and not judged, the amount over the articles it is of."""

    hits: float
    of: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score over several articles, and the interval that holds it with 95% confidence.

    `value`, `low` and `high` are None where nothing was there to be counted. With few articles, or where
    every article scores alike, the interval is too narrow: it knows only the articles it has seen.
    """

    value: float | None
    low: float | None
    high: float | None
    articles: int


class Paired(NamedTuple):
    """The counts of one article in two runs."""

    before: Count
    after: Count


def estimate(counts: Sequence[Count], *, seed: int = SEED, resamples: int = RESAMPLES) -> Estimate:
    """All hits over all that could be hit, with its interval; one count per article."""
    return _bootstrap(counts, _ratio, seed, resamples)


def difference(pairs: Sequence[Paired], *, seed: int = SEED, resamples: int = RESAMPLES) -> Estimate:
    """By how much the score of the second run is above that of the first, with its interval.

    Both runs are drawn with the same articles, so that what makes an article hard cancels out. An interval
    that does not hold 0 is a difference that these articles show.
    """
    return _bootstrap([(*pair.before, *pair.after) for pair in pairs], _gain, seed, resamples)


def sign_test(up: int, down: int) -> float:
    """The two-sided p-value of `up` articles against `down` ones, were each as likely; ties are left out.

    Exact. Method: W. J. Dixon and A. M. Mood, The Statistical Sign Test, JASA 41 (1946).
    """
    number, ways, tail = up + down, 1, 1
    for count in range(min(up, down)):
        ways = ways * (number - count) // (count + 1)
        tail += ways
    return min(1.0, 2 * tail / (1 << number))


def _ratio(sums: Sequence[float]) -> float | None:
    """Sum of the hits over the sum of what could be hit, or None if that is nothing."""
    hits, of = sums
    return hits / of if of else None


def _gain(sums: Sequence[float]) -> float | None:
    before, after = _ratio(sums[:2]), _ratio(sums[2:])
    return None if before is None or after is None else after - before


def _bootstrap(
    rows: Sequence[tuple[float, ...]],
    score: Callable[[Sequence[float]], float | None],
    seed: int,
    resamples: int,
) -> Estimate:
    """The score of the sums of all rows, and of the sums of as many rows drawn, again and again."""
    value = score(_sums(rows)) if rows else None
    if value is None:
        return Estimate(None, None, None, len(rows))
    dice = Random(seed)  # noqa: S311 - draws articles, guards no secret
    scores = [score(_sums(dice.choices(rows, k=len(rows)))) for _ in range(resamples)]
    defined = [each for each in scores if each is not None]
    if len(defined) < 2:  # noqa: PLR2004 - quantiles need two
        return Estimate(value, value, value, len(rows))
    cuts = quantiles(defined, n=_STEPS, method="inclusive")
    return Estimate(value, cuts[0], cuts[-1], len(rows))


def _sums(rows: Sequence[tuple[float, ...]]) -> list[float]:
    return [sum(column) for column in zip(*rows, strict=True)]
