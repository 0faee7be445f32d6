"""Questions about marks by place: in which sentence, inside which quotation, over which figure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from summarizer.analysis import Figure, MarkedArticle, Quotation
from summarizer.article import Span
from summarizer.summary import Anchor


class Marks:
    """The marks of an article, by id and by place."""

    def __init__(self, marked: MarkedArticle) -> None:
        """Index `marked`; its lists are in the order of the text."""
        self.marked = marked
        self.text = marked.article.text
        self.sentences = {sentence.id: sentence for sentence in marked.sentences if _holds(sentence.span)}
        self.quotations = {
            quotation.id: quotation for quotation in marked.quotations if _holds(quotation.span)
        }
        self.figures = {figure.id: figure for figure in marked.figures if _holds(figure.span)}
        self._sentence_starts = [sentence.span.start for sentence in marked.sentences]
        self._sentence_ends = [sentence.span.end for sentence in marked.sentences]
        self._inside: dict[str | None, list[Quotation]] = {}
        for quotation in self.quotations.values():
            self._inside.setdefault(quotation.within, []).append(quotation)
        self._inside_starts = {
            outer: [quotation.span.start for quotation in level] for outer, level in self._inside.items()
        }
        self._figure_ends = [figure.span.end for figure in self.figures.values()]
        self._figures = list(self.figures.values())

    def top_quotations(self) -> Sequence[Quotation]:
        """The quotations that are part of no other."""
        return self._inside.get(None, [])

    def sentence_range(self, span: Span) -> range:
        """The numbers, from 0, of the sentences that `span` touches; empty between two sentences."""
        return range(
            bisect_right(self._sentence_ends, span.start), bisect_left(self._sentence_starts, span.end)
        )

    def sentence_number(self, place: int) -> int:
        """The number of the sentence at `place`, or of the one before."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def quotation_at(self, span: Span) -> Quotation | None:
        """The innermost quotation whose words hold all of `span`."""
        found: Quotation | None = None
        outer: str | None = None
        while outer in self._inside:
            index = bisect_right(self._inside_starts[outer], span.start) - 1
            if index < 0 or self._inside[outer][index].span.end < span.end:
                break
            found = self._inside[outer][index]
            outer = found.id
        return found

    def quotation_of(self, span: Span) -> Quotation | None:
        """The quotation whose words stand at exactly `span`."""
        found = self.quotation_at(span)
        return found if found and found.span == span else None

    def anchor(self, span: Span) -> Anchor:
        """The anchor of `span`, with the sentence in which it begins."""
        sentences = self.marked.sentences
        sentence = sentences[self.sentence_number(span.start)].id if sentences else None
        return Anchor.at(self.text, *span, sentence)

    def figures_at(self, span: Span) -> Iterable[Figure]:
        """The figures that share a character with `span`."""
        for index in range(bisect_right(self._figure_ends, span.start), len(self._figures)):
            if self._figures[index].span.start >= span.end:
                return
            yield self._figures[index]


def _holds(span: Span) -> bool:
    return span.end > span.start
