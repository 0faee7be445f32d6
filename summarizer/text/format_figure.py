"""A figure, a loaded wording or a quote in a few words, wherever they are shown."""

from typing import Protocol

from summarizer.summary import Comparator, Framing, Quote, Summary

SIGNS = {
    "exactly": "",
    "at_least": "≥ ",
    "at_most": "≤ ",
    "about": "≈ ",
    "more_than": "> ",
    "less_than": "< ",
    "between": "",
}


class Number(Protocol):
    """What a figure says, wherever it is kept."""

    @property
    def value(self) -> str: ...  # noqa: D102 - as in `FigureItem`
    @property
    def upper(self) -> str | None: ...  # noqa: D102
    @property
    def comparator(self) -> Comparator: ...  # noqa: D102
    @property
    def unit(self) -> str | None: ...  # noqa: D102


def reading(figure: Number) -> str:
    """A figure's value in a few characters, such as `≥ 34622` or `≈ 1500000 USD`."""
    number = figure.value if figure.upper is None else f"{figure.value} to {figure.upper}"
    return f"{SIGNS[figure.comparator]}{number}{f' {figure.unit}' if figure.unit else ''}"


def framed(item: Framing) -> str:
    """What is loaded about a wording, such as `glorifying, 3 times; neutral: killed`."""
    times = f", {item.times} times" if item.times > 1 else ""
    neutral = f"; neutral: {item.neutral}" if item.neutral else ""
    return f"{item.category.replace('_', ' ')}{times}{neutral}"


def is_narrated(summary: Summary, quote: Quote) -> bool:
    """Whether a quote stands in the article without quotation marks, so that it may be its own words."""
    return any(
        warning.code == "no_quotation_marks" and warning.item == quote.id for warning in summary.warnings
    )
