"""What people say of a summary, or of one of its items, and which items they should look at first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from summarizer.summary import UNCHECKED, AbstractSentence, Headline, Summary, Support

Verdict = Literal["right", "wrong", "unsure"]


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on a summary; `item` is the id of one of its items, None the summary as a whole."""

    verdict: Verdict
    item: str | None = None
    note: str | None = None
    reviewer: str | None = None
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reviewable:
    """An item that a person may judge: its id, its words, and what speaks against it, a line each.

    The headline's id is `headline`, that of a sentence of the abstract `abstract1` and so on.
    """

    item: str
    text: str
    support: Support = UNCHECKED
    warnings: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """Why it is doubtful, then what else to beware of."""
        return (*doubts_of(self.support), *self.warnings)

    @property
    def rank(self) -> int:
        """How soon to look at it: what a judge denies, what else is doubtful, what is warned of, the rest."""
        judged = self.support.judgement
        is_denied = judged is not None and judged.verdict in {"not", "contradicted"}
        signs = (is_denied, self.support.verdict == "doubtful", bool(self.warnings), True)
        return signs.index(True)


def by_doubt(summary: Summary) -> list[Reviewable]:
    """Return all items of a summary, the most doubtful first; those alike as the summary has them."""
    warnings: dict[str | None, list[str]] = {}
    for warning in summary.warnings:
        warnings.setdefault(warning.item, []).append(f"{warning.code.replace('_', ' ')}: {warning.message}")
    return sorted(_items(summary, warnings), key=lambda one: one.rank)


def doubtful_items(summary: Summary) -> list[str]:
    """Return the ids of the items that are doubtful, as the summary has them."""
    return [one.item for one in _items(summary, {}) if one.support.verdict == "doubtful"]


def doubts_of(support: Support) -> Iterator[str]:
    """Yield why something is doubtful, if it is; a judge's verdict is among the reasons."""
    if support.verdict == "doubtful":
        yield ": ".join(filter(None, ("doubtful", " ".join(support.reasons))))


def _items(summary: Summary, warnings: Mapping[str | None, list[str]]) -> Iterator[Reviewable]:
    def item(name: str, text: str, support: Support = UNCHECKED) -> Reviewable:
        return Reviewable(name, text, support, tuple(warnings.get(name, ())))

    yield item("headline", summary.headline.text, summary.headline.support)
    for number, sentence in enumerate(summary.abstract, start=1):
        yield item(f"abstract{number}", sentence.text, sentence.support)
    for position in summary.positions:
        yield item(position.id, position.statement, position.support)
    for quote in summary.quotes:
        yield item(quote.id, quote.text, quote.support)
    for figure in summary.figures:
        yield item(figure.id, f"{figure.text} {figure.measures}".strip(), figure.support)
    for party in summary.parties:
        described = f"{party.name}, {party.description}" if party.description else party.name
        yield item(party.id, described, party.support)
    for framing in summary.framing:
        yield item(framing.id, framing.text)


def unchecked(summary: Summary) -> str:
    """A remark on headline and abstract in a model's words that nobody checked, else empty."""
    parts: tuple[tuple[str, list[Headline | AbstractSentence]], ...] = (
        ("headline", [summary.headline]),
        ("abstract", [*summary.abstract]),
    )
    found = [
        name
        for name, items in parts
        if any(item.wording == "model" and item.support.verdict == "unchecked" for item in items)
    ]
    return f"Unchecked, in the model's own words: {' and '.join(found)}" if found else ""
