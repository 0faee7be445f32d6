"""A figure, a loaded wording or a quote in a few words, wherever they are shown."""

import re
from decimal import Decimal
from typing import Protocol

from summarizer.summary import Comparator, FigureItem, FigureKind, Framing, Quote, Summary

SIGNS = {
    "exactly": "",
    "at_least": "≥ ",
    "at_most": "≤ ",
    "about": "≈ ",
    "more_than": "> ",
    "less_than": "< ",
    "between": "",
}

_WORDS: dict[Comparator, str] = {
    "exactly": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "about": "about ",
    "more_than": "more than ",
    "less_than": "less than ",
    "between": "between ",
}
_PLAIN_NUMBER = re.compile(r"(?<![\w.,])[0-9]{4,}(?![\w,])")
_KINDS_TO_TELL: frozenset[FigureKind] = frozenset({"rate", "age", "change", "rank"})
"""Kinds that neither the number nor its unit tells."""


class Number(Protocol):
    """What a figure says, wherever it is kept."""

    @property
    def value(self) -> str | Decimal | None: ...  # noqa: D102 - as in `FigureItem`, or as it was read
    @property
    def upper(self) -> str | Decimal | None: ...  # noqa: D102
    @property
    def comparator(self) -> Comparator: ...  # noqa: D102
    @property
    def unit(self) -> str | None: ...  # noqa: D102


def reading(figure: Number) -> str:
    """A figure's value in a few characters for programs, such as `≥ 34622` or `≈ 1500000 USD`."""
    number = (
        _plain(figure.value) if figure.upper is None else f"{_plain(figure.value)} to {_plain(figure.upper)}"
    )
    return f"{SIGNS[figure.comparator]}{number}{f' {figure.unit}' if figure.unit else ''}"


def shown(figure: Number) -> str:
    """Return a figure's value in a few characters for people, such as `≥ 34,622` or `≈ 1,500,000 USD`."""
    return with_groups(reading(figure))


def with_groups(words: str) -> str:
    """Return `words` with a comma between the thousands of each plain number in them."""
    return _PLAIN_NUMBER.sub(lambda found: grouped(found[0]), words)


def _plain(number: str | Decimal | None) -> str:
    """The digits of a number, and a question mark for one that cannot be told."""
    if number is None:
        return "?"
    return format(number, "f") if isinstance(number, Decimal) else number


def grouped(number: str | Decimal | None) -> str:
    """Return a decimal with a comma between thousands: `34,622`, `-1,500.25`."""
    whole, point, decimals = _plain(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    first = len(digits) % 3
    groups = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    return f"{sign}{','.join(filter(None, groups))}{point}{decimals}"


def in_words(figure: Number) -> str:
    """Return a figure's value as a sentence has it: `at least 34,622`, `about 1,500,000 USD`, `60%`."""
    number, unit = grouped(figure.value), figure.unit or ""
    comparator = _WORDS[figure.comparator]
    if figure.upper is not None:
        number += f" {'and' if figure.comparator == 'between' else 'to'} {grouped(figure.upper)}"
    elif figure.comparator == "between":
        comparator = ""
    return f"{comparator}{number}{'' if unit in {'', '%'} else ' '}{unit}"


def measured(figure: FigureItem) -> str:
    """Return what a number says and counts: `at least 34,622 Palestinians killed`.

    What a number with a unit measures follows a colon; its kind follows where nothing else tells it.
    """
    between = ": " if figure.unit else " "
    kind = figure.kind if figure.kind in _KINDS_TO_TELL else None
    told = kind is None or kind in figure.measures.casefold().split()
    what = f"{between}{figure.measures}" if figure.measures else ""
    return f"{in_words(figure)}{what}{'' if told else f' ({kind})'}"


def is_worded_otherwise(figure: FigureItem) -> bool:
    """Whether the article's own words for a number are not those of `in_words`, such as `1.5 million`."""
    return _bare(figure.text) not in {_bare(in_words(figure)), _bare(in_words(figure)).removesuffix("%")}


def _bare(words: str) -> str:
    return "".join(words.casefold().replace(",", "").split())


def framed(item: Framing) -> str:
    """What is loaded about a wording, such as `glorifying, 3 times; neutral: killed`."""
    times = f", {item.times} times" if item.times > 1 else ""
    neutral = f"; neutral: {item.neutral}" if item.neutral else ""
    return f"{item.category.replace('_', ' ')}{times}{neutral}"


def spoken(quote: str) -> str:
    """Return a quote as it is shown: without the comma that only leads over to who says it."""
    return quote.rstrip().removesuffix(",").removesuffix("，").removesuffix("、").removesuffix("،")


def is_narrated(summary: Summary, quote: Quote) -> bool:
    """Whether a quote stands in the article without quotation marks, so that it may be its own words."""
    return any(
        warning.code == "no_quotation_marks" and warning.item == quote.id for warning in summary.warnings
    )
