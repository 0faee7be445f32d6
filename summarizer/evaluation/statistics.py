"""Scores with their uncertainty: ratios of sums over articles, and percentile bootstrap intervals.

The bootstrap draws whole articles, because quotes of one article stand or fall together. Method: B. Efron and
R. J. Tibshirani, An Introduction to the Bootstrap, Chapman & Hall 1993, chapter 13 (percentile interval).
Articles are drawn by a generator of its own with a fixed seed: the same counts have the same interval.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from typing import TypeVar

from summarizer.evaluation.scores import Count

RESAMPLES = 2000
SEED = 1993
_STEPS = 40
"""Quantiles in steps of 2.5%: the first and the last bound the middle 95%."""

Draw = TypeVar("Draw")


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


@dataclass(frozen=True, slots=True)
class Paired:
    """The counts of one article in two runs."""

    before: Count
    after: Count


def estimate(counts: Sequence[Count], *, seed: int = SEED, resamples: int = RESAMPLES) -> Estimate:
    """All hits over all that could be hit, with its interval; one count per article."""
    return _bootstrap(counts, ratio, seed, resamples)


def difference(pairs: Sequence[Paired], *, seed: int = SEED, resamples: int = RESAMPLES) -> Estimate:
    """By how much the score of the second run is above that of the first, with its interval.

    Both runs are drawn with the same articles, so that what makes an article hard cancels out. An interval
    that does not hold 0 is a difference that these articles show.
    """
    return _bootstrap(pairs, _gain, seed, resamples)


def ratio(counts: Sequence[Count]) -> float | None:
    """Sum of the hits over the sum of what could be hit, or None if that is nothing."""
    of = sum(count.of for count in counts)
    return sum(count.hits for count in counts) / of if of else None


def _gain(pairs: Sequence[Paired]) -> float | None:
    before = ratio([pair.before for pair in pairs])
    after = ratio([pair.after for pair in pairs])
    return None if before is None or after is None else after - before


def _bootstrap(
    drawn: Sequence[Draw], score: Callable[[Sequence[Draw]], float | None], seed: int, resamples: int
) -> Estimate:
    value = score(drawn) if drawn else None
    if value is None:
        return Estimate(None, None, None, len(drawn))
    dice = Random(seed)  # noqa: S311 - draws articles, guards no secret
    scores = [score(dice.choices(drawn, k=len(drawn))) for _ in range(resamples)]
    defined = [each for each in scores if each is not None]
    if len(defined) < 2:  # noqa: PLR2004 - quantiles need two
        return Estimate(value, value, value, len(drawn))
    cuts = quantiles(defined, n=_STEPS, method="inclusive")
    return Estimate(value, cuts[0], cuts[-1], len(drawn))
