"""What a model's tokens cost, by the list that `genai-prices` carries, or as its user says."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import UsageError
from summarizer.summary import Tokens

if TYPE_CHECKING:
    from genai_prices.types import ModelPrice

_MILLION = 1_000_000
_NANO = Decimal("1e-9")


class Price(Protocol):
    """What tokens cost."""

    def cost(self, tokens: Tokens) -> Decimal:
        """US dollars, in whole billionths, rounded up."""


@dataclass(frozen=True, slots=True)
class FlatPrice:
    """US dollars for a million tokens, those from the prefix cache included."""

    input: Decimal
    output: Decimal

    @classmethod
    def parse(cls, text: str) -> "FlatPrice":
        """Read `INPUT/OUTPUT`, such as `0.15/0.60`.

        Raises:
            UsageError: if it is no such pair of amounts.
        """
        try:
            amounts = [Decimal(part.strip()) for part in text.split("/")]
        except InvalidOperation:
            amounts = []
        if len(amounts) != 2 or not all(amount.is_finite() and amount >= 0 for amount in amounts):  # noqa: PLR2004 - in and out
            raise UsageError(f"{text!r} is no price; give dollars per million tokens in and out: 0.15/0.60")
        return cls(*amounts)

    def cost(self, tokens: Tokens) -> Decimal:
        """US dollars."""
        return _whole((self.input * tokens.input + self.output * tokens.output) / _MILLION)


@dataclass(frozen=True, slots=True)
class ListedPrice:
    """A price of the list; some models cost more once a request is long, or less for what was cached."""

    listed: "ModelPrice"

    def cost(self, tokens: Tokens) -> Decimal:
        """US dollars."""
        from genai_prices import Usage

        usage = Usage(input_tokens=tokens.input, output_tokens=tokens.output, cache_read_tokens=tokens.cached)
        return _whole(self.listed.calc_price(usage)["total_price"])


FREE = FlatPrice(Decimal(0), Decimal(0))
"""A model that runs on this machine."""


@lru_cache
def listed_price(model: str, url: str) -> Price | None:
    """What a model costs today at the provider behind a URL; None where nobody says. No network is used."""
    from datetime import UTC, datetime

    from genai_prices.data_snapshot import get_snapshot  # a quarter of a second

    try:
        _, found = get_snapshot().find_provider_model(model, None, None, url)
    except LookupError:
        return None
    return ListedPrice(found.get_prices(datetime.now(UTC)))


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(_NANO, rounding="ROUND_CEILING")
