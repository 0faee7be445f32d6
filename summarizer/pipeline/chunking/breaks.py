"""Where an article may be cut: its sentences, and how much each place between two of them holds together."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from summarizer.analysis.analysis import MarkedArticle, Sentence
from summarizer.article import Span

_LONGEST_HEADING = 90
_ENDS_A_SENTENCE = tuple(".!?…:;,\"”»'’。！？」")
_ENDS_A_CLAUSE = " \t\n\u3000\u3001\u3002\uff0c\uff1b"
_SHORTEST = 2


class Break(IntEnum):
    """What lies before a unit, from the worst place to cut to the best."""

    IN_A_SENTENCE = -2
    IN_A_QUOTATION = -1
    SENTENCE = 0
    PARAGRAPH = 1
    HEADING = 2


@dataclass(slots=True)
class Grid:
    """The units an article is cut into parts by: sentences, and pieces of those that are too long.

    `spans` are the units of one stretch in order, `breaks` what lies before each.
    """

    spans: list[Span]
    breaks: list[Break]
    marked: MarkedArticle

    @classmethod
    def of(cls, marked: MarkedArticle, stretch: Span) -> "Grid":
        """The units of a stretch; a sentence that it holds only part of counts as far as it holds it."""
        first = bisect_right(marked.sentences, stretch.start, key=lambda sentence: sentence.span.end)
        last = bisect_left(marked.sentences, stretch.end, key=lambda sentence: sentence.span.start)
        sentences = marked.sentences[first:last]
        spans = [
            Span(max(one.span.start, stretch.start), min(one.span.end, stretch.end)) for one in sentences
        ]
        breaks = _breaks(marked.article.text, sentences)
        _bind_quotations(marked, spans, breaks)
        return cls(spans, breaks, marked)

    def length(self, first: int, stop: int) -> int:
        """Characters from the beginning of unit `first` to the end of the one before `stop`."""
        return self.spans[stop - 1].end - self.spans[first].start

    def after(self, first: int, characters: float) -> int:
        """The unit behind the last one that ends within so many characters from the beginning of `first`."""
        return bisect_right(
            self.spans, self.spans[first].start + characters, lo=first, key=lambda span: span.end
        )

    def weakest(self, first: int, last: int) -> int:
        """The best unit from `first` to `last` itself to begin a part with; the last among equals."""
        return max(range(first, last + 1), key=lambda index: (self.breaks[index], index))

    def split(self, index: int) -> bool:
        """Take a unit apart near its middle, rather at a space, never in a figure; False if it is tiny."""
        start, end = self.spans[index]
        if end - start < _SHORTEST:
            return False
        middle, quarter, text = (start + end) // 2, (end - start) // 4, self.marked.article.text
        spaces = [text.rfind(mark, start + quarter, end - quarter) for mark in _ENDS_A_CLAUSE]
        near = [place + 1 for place in spaces if place >= 0]
        place = min(near, key=lambda one: abs(one - middle)) if near else middle
        place = self._beside_figures(place)
        if not start < place < end:
            return False
        self.spans[index : index + 1] = [Span(start, place), Span(place, end)]
        self.breaks.insert(index + 1, Break.IN_A_SENTENCE)
        return True

    def _beside_figures(self, place: int) -> int:
        figures = self.marked.figures
        index = bisect_left(figures, place, key=lambda figure: figure.span.start) - 1
        return figures[index].span.start if index >= 0 and figures[index].span.end > place else place


def _breaks(text: str, sentences: Sequence[Sentence]) -> list[Break]:
    """What lies before each sentence, quotations left aside."""
    found: list[Break] = []
    after_heading = False
    for index, sentence in enumerate(sentences):
        if not index or "\n" not in text[sentences[index - 1].span.end : sentence.span.start]:
            found.append(Break.SENTENCE)
            after_heading = False
            continue
        following = sentences[index + 1].span.start if index + 1 < len(sentences) else len(text)
        alone = "\n" in text[sentence.span.end : following]
        heading = alone and _reads_like_a_heading(text, sentence.span)
        found.append(Break.HEADING if heading and not after_heading else Break.PARAGRAPH)
        after_heading = heading
    return found


def _reads_like_a_heading(text: str, span: Span) -> bool:
    """A short paragraph of one sentence that ends like none."""
    return span.end - span.start <= _LONGEST_HEADING and text[span.end - 1] not in _ENDS_A_SENTENCE


def _bind_quotations(marked: MarkedArticle, spans: Sequence[Span], breaks: list[Break]) -> None:
    """Keep together what one quotation holds, and what it and the one it goes on from hold."""
    starts = [span.start for span in spans]
    if not starts:
        return
    by_id = {quotation.id: quotation for quotation in marked.quotations}
    for quotation in marked.quotations:
        if quotation.within is not None or quotation.outer.end <= starts[0]:
            continue
        if quotation.outer.start >= spans[-1].end:
            break
        earlier = by_id.get(quotation.continues or "")
        start = (earlier or quotation).outer.start
        for index in range(bisect_right(starts, start), bisect_left(starts, quotation.outer.end)):
            breaks[index] = Break.IN_A_QUOTATION
