"""What some articles will take, from what others took.

A straight line through the articles' lengths (the prompt is the same for all, the rest grows with the text)
is fitted to resamples of the stored attempts, and the rest of each article drawn from what the line leaves
over: the bootstrap of Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 9, for the sum.
"""

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from summarizer.llm import Price
from summarizer.store import Spent
from summarizer.summary import Tokens

LEAST = 5
"""Attempts that an estimate needs."""
MOST = 200
"""Attempts that an estimate looks at, the last ones."""
SHARES = (1 / 1.5, 1 / 1.05)
"""Of an estimate by `llm.token_estimate`, what a tokenizer finds; see there."""
_RESAMPLES = 200
_TAIL = 0.05
_DRAWN_ONE_BY_ONE = 30
_SEED = 1


class Range(BaseModel):
    """From `low` to `high`: nine times in ten the total lies between."""

    model_config = ConfigDict(frozen=True)

    low: float
    high: float | None = Field(description="Null where nothing says how much it may be.")


class TokenRange(Range):
    """Tokens in and out together, and each."""

    input: Range
    output: Range


class Estimate(BaseModel):
    """What the model's work will take, in all."""

    model_config = ConfigDict(frozen=True)

    tokens: TokenRange
    cost_usd: Range | None = Field(default=None, description="US dollars; null where no price is known.")
    seconds: Range | None = Field(default=None, description="Null where nothing says how fast the model is.")
    basis: str = Field(description="What it is drawn from, in words.")


class Load(NamedTuple):
    """How many articles, and how many characters they have together."""

    articles: int = 0
    characters: int = 0

    def with_all(self, other: "Load") -> "Load":
        """Those of another, too."""
        return Load(self.articles + other.articles, self.characters + other.characters)


NOTHING = Load()


def from_attempts(
    spent: Sequence[Spent], least: Load, most: Load, *, price: Price | None, jobs: int
) -> tuple[TokenRange, Range | None, Range]:
    """Tokens, US dollars and seconds of `least` to `most` articles, by what attempts took."""

    def span(took: Callable[[Spent], float]) -> Range:
        low, high = _span([one.characters for one in spent], [took(one) for one in spent], least, most)
        return Range(low=low, high=high)

    tokens = TokenRange(
        **span(lambda one: one.tokens.input + one.tokens.output).model_dump(),
        input=span(lambda one: one.tokens.input),
        output=span(lambda one: one.tokens.output),
    )
    cost = None if price is None else span(lambda one: float(price.cost(one.tokens)))
    return tokens, cost, span(lambda one: one.seconds / jobs)


def from_bounds(
    least: float, most: float, longest: int | None, *, articles: int, price: Price | None
) -> tuple[TokenRange, Range | None]:
    """Tokens and US dollars, where only bounds are known of what one article takes.

    Args:
        least: tokens of a request.
        most: the same.
        longest: tokens of an answer, at most; None where nothing bounds it, and then nothing bounds the rest.
        articles: how many.
        price: what a token costs.
    """
    given = Range(low=articles * least, high=articles * most)
    told = Range(low=0, high=None if longest is None else articles * longest)
    high = None if longest is None else articles * (most + longest)
    tokens = TokenRange(low=given.low, high=high, input=given, output=told)
    if price is None:
        return tokens, None

    def cost(input_: float, output: int) -> float:
        return float(price.cost(Tokens(input=round(input_), output=output, cached=0)) * Decimal(articles))

    return tokens, Range(low=cost(least, 0), high=None if longest is None else cost(most, longest))


def _span(lengths: Sequence[int], took: Sequence[float], least: Load, most: Load) -> tuple[float, float]:
    chance = random.Random(_SEED)  # noqa: S311 - the same plan twice says the same
    pairs = list(zip(lengths, took, strict=True))
    lows: list[float] = []
    highs: list[float] = []
    for _ in range(_RESAMPLES):
        some = chance.choices(pairs, k=len(pairs))
        base, slope = _line(some)
        over = [value - base - slope * length for length, value in some]
        for load, totals in ((least, lows), (most, highs)):
            totals.append(base * load.articles + slope * load.characters + _rest(chance, over, load.articles))
    index = int(_TAIL * _RESAMPLES)
    return max(sorted(lows)[index], 0.0), max(sorted(highs)[-index - 1], 0.0)


def _rest(chance: random.Random, over: Sequence[float], many: int) -> float:
    """What so many articles take beyond the line; of many it is normal, by the central limit theorem."""
    if many <= _DRAWN_ONE_BY_ONE:
        return sum(chance.choices(over, k=many))
    return chance.gauss(0, sqrt(many * sum(one * one for one in over) / len(over)))


def _line(pairs: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """Base and slope by least squares; level where all lengths are the same, or longer texts took less."""
    count = len(pairs)
    length, took = sum(one for one, _ in pairs) / count, sum(one for _, one in pairs) / count
    spread = sum((one - length) ** 2 for one, _ in pairs)
    slope = sum((one - length) * (value - took) for one, value in pairs) / spread if spread else 0.0
    slope = max(slope, 0.0)
    return took - slope * length, slope
