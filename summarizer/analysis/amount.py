"""The type of one number with what belongs to it."""

from dataclasses import dataclass
from decimal import Decimal

from summarizer.analysis.analysis import Comparator
from summarizer.analysis.numerals import ARITHMETIC

_LARGE = 1000


@dataclass(slots=True)
class Amount:
    """A number as written at `start`…`end`; `written` is its value before `scale` is applied.

    `comparator` is what stands inside of it: the + of 300+. `counter` is the word behind it that counts
    things and is no unit, where there is one. `shared` is the magnitude that a number in words ends with.
    `below` tells that words behind it made it negative, `clock` that it is a time of day, and `weak` that
    it only counts as one end of a range.
    """

    start: int
    end: int
    written: Decimal
    scale: Decimal = Decimal(1)
    unit: str | None = None
    digits: str = ""
    lone: bool = False
    comparator: Comparator | None = None
    counter: str = ""
    shared: Decimal = Decimal(1)
    currency_first: bool = False
    below: bool = False
    clock: bool = False
    weak: bool = False

    @property
    def value(self) -> Decimal:
        """The number in plain units."""
        return ARITHMETIC.multiply(self.written, self.scale)

    @property
    def links(self) -> bool:
        """Whether what it counts may follow behind a preposition: millions of euros."""
        return self.scale > 1 or self.shared >= _LARGE or self.comparator == "about"

    @property
    def bare(self) -> bool:
        """Whether nothing stands beside the number that tells it from a name or a date."""
        return self.unit is None and self.scale == 1
