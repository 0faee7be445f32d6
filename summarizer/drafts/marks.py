"""The numbers by which drafts refer to an article, and the claims that they make of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.analysis import MarkedArticle
from summarizer.claims import ByName, Unknown, Wanted, Where, Who

if TYPE_CHECKING:
    from summarizer.article import Span


class MarkIndex:
    """Where the numbered sentences, quotations and figures of an article stand."""

    def __init__(self, marked: MarkedArticle) -> None:
        """Index `marked`; a mark without a character stands nowhere."""
        lists: dict[Wanted, Iterable[tuple[str, Span]]] = {
            "sentence": ((mark.id, mark.span) for mark in marked.sentences),
            "quotation": ((mark.id, mark.span) for mark in marked.quotations),
            "figure": ((mark.id, mark.span) for mark in marked.figures),
        }
        self._spans = {
            wanted: {number: span for number, span in pairs if span.end > span.start}
            for wanted, pairs in lists.items()
        }

    def place(self, number: str, wanted: Wanted) -> Where:
        """Return the span of a mark, or say that the article has no such mark."""
        return self._spans[wanted].get(number) or Unknown(number, wanted)

    def sentences(self, numbers: Iterable[str]) -> tuple[Where, ...]:
        """Return the places of the sentences of these numbers."""
        return tuple(self.place(number, "sentence") for number in numbers)


def named(name: str | None) -> tuple[Who, ...]:
    """Return whom a name of a draft means; nobody for None."""
    return () if name is None else (ByName(name),)
