"""Amounts as whole numbers, so that sums of them are exact."""

from decimal import Decimal

_NANO = 1_000_000_000


def to_nano(dollars: Decimal | None) -> int | None:
    """Billionths of a US dollar, rounded up so that no sum of them is below what was spent."""
    if dollars is None:
        return None
    return int((dollars * _NANO).to_integral_value(rounding="ROUND_CEILING"))


def from_nano(amount: int | None) -> Decimal | None:
    """US dollars."""
    return None if amount is None else Decimal(amount) / _NANO
