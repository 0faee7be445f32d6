"""Conditions under which a comparison fails, such as `quotes.lost>0`, for CI."""

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.comparison.changes import MEASURES
from summarizer.comparison.kinds import KINDS
from summarizer.comparison.totals import Changelog
from summarizer.errors import UsageError

_OPERATORS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
_GATE = re.compile(r"\s*([a-z_.]+)\s*(>=|<=|==|!=|>|<)\s*(-?[0-9]{1,12}(?:\.[0-9]{1,12})?)\s*")
_NUMBERS: dict[str, Callable[[Changelog], int]] = {
    "articles.changed": lambda found: found.changed,
    "articles.only_before": lambda found: found.sides.only_before.number,
    "articles.only_after": lambda found: found.sides.only_after.number,
}
_COVERAGE = tuple(f"coverage.{measure}" for measure in MEASURES)
NAMES: tuple[str, ...] = (*KINDS, *_COVERAGE, *_NUMBERS)
"""What a condition may be about."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition: a name of `NAMES`, an operator, a number."""

    name: str
    sign: str
    number: Decimal

    @classmethod
    def parse(cls, written: str) -> "Gate":
        """Read a condition.

        Raises:
            UsageError: if it is none.
        """
        match = _GATE.fullmatch(written)
        if match is None:
            raise UsageError(f"{written!r} is no condition; write one such as 'quotes.lost>0'")
        name, sign, number = match.groups()
        if name not in NAMES:
            raise UsageError(f"{name!r} is nothing that is counted; known: {', '.join(NAMES)}")
        return cls(name, sign, Decimal(number))

    def value(self, found: Changelog) -> int | float | None:
        """What it is about: a number of changes or articles, or the difference of a share that is covered."""
        if self.name in _NUMBERS:
            return _NUMBERS[self.name](found)
        for measure, coverage in found.coverage.items():
            if self.name == f"coverage.{measure}":
                return coverage.difference
        return next((number for kind, number in found.counts.items() if kind == self.name), 0)

    def __str__(self) -> str:
        return f"{self.name}{self.sign}{self.number}"


def failures(gates: Sequence[Gate], found: Changelog) -> list[str]:
    """A line for each condition that holds, or that cannot be told because nothing was there to count."""
    lines = []
    for gate in gates:
        value = gate.value(found)
        if value is None:
            lines.append(f"{gate}: the articles have nothing to count")
        elif _OPERATORS[gate.sign](Decimal(repr(value)), gate.number):
            shown = f"{value:+.4f}" if isinstance(value, float) else f"{value:,}"
            lines.append(f"{gate}: {gate.name} is {shown}")
    return lines
