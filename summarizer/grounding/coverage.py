"""What of the article a summary accounts for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from summarizer.analysis.places import Marks
from summarizer.article import Span
from summarizer.summary import AbstractSentence, Anchor, Coverage, FigureItem, Position, Quote, Tally


def measure_coverage(
    marks: Marks,
    quotes: Sequence[Quote],
    figures: Sequence[FigureItem],
    positions: Sequence[Position],
    abstract: Sequence[AbstractSentence] = (),
) -> Coverage:
    """Count the quotations, figures and sentences of the article, those reported, and list the others.

    Quotations are the outermost ones; a scare quote counts only if it is reported, or where there are only
    scare quotes, so that no article with quotation marks seems to have no quotation. A sentence is reported
    if a position or the abstract says what it says, or words of it are quoted; a number is not enough.
    """
    quoted = [_span(quote.anchor) for quote in quotes]
    counted = [_span(figure.anchor) for figure in figures]
    said = [_span(quote.anchor) for quote in quotes if quote.is_statement]
    evidence = chain(*(item.evidence for item in positions), *(item.evidence for item in abstract))
    cited = list(map(_span, evidence))
    by_quotes, by_figures = Cover(quoted), Cover(counted)
    by_all = Cover(chain(said, cited))
    named = {quotation.id for span in quoted if (quotation := marks.quotation_at(span))}
    outermost = marks.top_quotations()
    told = [each for each in outermost if each.form == "statement" or each.id in named]
    quotations = [quotation.span for quotation in told or outermost]
    numbers = [figure.span for figure in marks.figures.values()]
    sentences = [
        sentence.span for sentence in marks.marked.sentences if sentence.span.end > sentence.span.start
    ]
    unquoted, uncounted, uncited = (
        [span for span in spans if not cover.touches(span)]
        for spans, cover in ((quotations, by_quotes), (numbers, by_figures), (sentences, by_all))
    )
    return Coverage(
        quotations=_tally(quotations, unquoted),
        figures=_tally(numbers, uncounted),
        sentences=_tally(sentences, uncited),
        quotations_left_out=list(map(marks.anchor, unquoted)),
        figures_left_out=list(map(marks.anchor, uncounted)),
        sentences_left_out=list(map(marks.anchor, uncited)),
    )


class Cover:
    """The characters that a set of spans covers."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Whether any character of `span` is covered."""
        index = bisect_right(self._ends, span.start)
        return index < len(self._starts) and self._starts[index] < span.end

    def gaps(self, span: Span) -> Iterator[Span]:
        """The stretches of `span` that are not covered, in order."""
        at, index = span.start, bisect_right(self._ends, span.start)
        while index < len(self._starts) and self._starts[index] < span.end:
            if at < self._starts[index]:
                yield Span(at, self._starts[index])
            at = self._ends[index]
            index += 1
        if at < span.end:
            yield Span(at, span.end)


def _span(anchor: Anchor) -> Span:
    return Span(anchor.start, anchor.end)


def _tally(spans: Sequence[Span], left_out: Sequence[Span]) -> Tally:
    return Tally(found=len(spans), reported=len(spans) - len(left_out))
