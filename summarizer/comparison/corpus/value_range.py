"""When two figures cannot both be right: their numbers as ranges, read with some charity."""

from dataclasses import dataclass
from decimal import Decimal

from summarizer.store import Counted

ABOUT = Decimal("0.1")
"""How far off, as a part of itself, a number may be that is called about so many."""
ROUND = Decimal("0.05")
"""How far off, at most, a round number from 1,000 on may be."""
_ROUND_FROM = 1000
_INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that a figure leaves open, ends included."""

    low: Decimal
    high: Decimal

    def contradicts(self, other: "Range") -> bool:
        """Whether no number is in both."""
        return self.high < other.low or other.high < self.low


def reading(figure: Counted) -> Range:
    """What a figure can mean.

    “At least 30” is 30 or more, “more than 30” likewise, for 30 itself is no contradiction worth telling;
    “about” allows for 10 percent. A round number from 1,000 on is taken as rounded: half a unit of its last
    digit that is not zero, 5 percent at most, so that 1.5 million and 1,480,000 agree.
    """
    value = Decimal(figure.value or "NaN")
    upper = Decimal(figure.upper) if figure.upper is not None else value
    match figure.comparator:
        case "at_least" | "more_than":
            return Range(value, _INFINITE)
        case "at_most" | "less_than":
            return Range(-_INFINITE, value)
        case "about":
            low, high = sorted((value, upper))
            return Range(low - abs(low) * ABOUT, high + abs(high) * ABOUT)
        case "between":
            return Range(*sorted((value, upper)))
        case "exactly":
            return Range(value - _rounded(value), upper + _rounded(upper))


def _rounded(value: Decimal) -> Decimal:
    """By how much a number may have been rounded."""
    size = abs(value)
    if size < _ROUND_FROM or size != size.to_integral_value():
        return Decimal(0)
    digits = format(size, "f").partition(".")[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(Decimal(10) ** zeros / 2, size * ROUND) if zeros else Decimal(0)
