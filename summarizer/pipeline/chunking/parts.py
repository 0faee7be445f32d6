"""An article too long to be read at once, in parts, and what of it each part shows.

Each mark belongs to the one part in whose own stretch it begins, so that none is asked for twice; the words
just before that stretch are shown too, as a speaker may be named there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from summarizer.analysis.analysis import MarkedArticle, Sentence
from summarizer.article import Article, Span
from summarizer.errors import ContextExceeded
from summarizer.pipeline.chunking.breaks import Break, Grid

_LEAD_SENTENCES = 3
_LEAD_CHARACTERS = 800
_LEAD_SHARE = 6
"""A part's lead-in takes at most this fraction of what a part may hold."""
_FULL = 2 / 3
"""How full a part should be before a heading or paragraph may end it."""
_UNEVEN = 1.1
"""How much longer than the mean of those to come a part may be."""
_ROUNDING = 0.95
_WORTH_GROWING = 0.8

Load = Callable[[MarkedArticle], float]
"""How full a request with these marks would be: 1.0 is as much as fits."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article: `own` is in no other part, and `shown` may begin some sentences before it.

    White space at its ends is not shown.
    """

    shown: Span
    own: Span


def whole(marked: MarkedArticle) -> Part:
    """All of an article as one part."""
    everything = Span(0, len(marked.article.text))
    return Part(everything, everything)


def parts(marked: MarkedArticle, load: Load, *, start: int = 0) -> list[Part]:
    """Cut an article from `start` on where it is weakest, into parts that `load` says are not too full.

    Whole sentences, unless one alone is too much; before headings rather than between paragraphs, between
    paragraphs rather than sentences, and inside a quotation only if it is longer than a part. Deterministic,
    and linear in the length of the article if `load` is linear in what it is shown.

    Raises:
        ContextExceeded: if not even a few characters fit.
    """
    end = len(marked.article.text)
    rest = Part(Span(start, end), Span(start, end)) if start else whole(marked)
    fullness = load(view(marked, rest))
    grid = Grid.of(marked, rest.own)
    if not grid.spans or (fullness <= 1 and not start):
        return [rest]
    return list(_Cutter(marked, load, grid, capacity=(end - start) / max(fullness, 0.01)).cut(rest.own))


def halves(marked: MarkedArticle, part: Part) -> list[Part]:
    """A part in two of about one length; itself alone if there is nothing to cut."""
    grid = Grid.of(marked, part.own)
    if not grid.spans or (len(grid.spans) == 1 and not grid.split(0)):
        return [part]
    third = grid.length(0, len(grid.spans)) / 3
    first, last = grid.after(0, third), grid.after(0, 2 * third)
    middle = grid.weakest(max(1, first), max(1, min(last, len(grid.spans) - 1)))
    place = grid.spans[middle].start
    return [
        Part(Span(part.shown.start, grid.spans[middle - 1].end), Span(part.own.start, place)),
        Part(Span(_lead(marked, place, _LEAD_CHARACTERS), part.shown.end), Span(place, part.own.end)),
    ]


def view(marked: MarkedArticle, part: Part) -> MarkedArticle:
    """The article as far as a part shows it, with the marks that are its own, under the article's numbers."""
    shown, own = part.shown, part.own
    article = marked.article
    if part == whole(marked):
        return marked
    sentences, quotations, figures = marked.sentences, marked.quotations, marked.figures
    first = bisect_right(sentences, shown.start, key=lambda sentence: sentence.span.end)
    last = bisect_left(sentences, shown.end, key=lambda sentence: sentence.span.start)
    asked = slice(*(bisect_left(quotations, place, key=lambda quote: quote.outer.start) for place in own))
    counted = slice(*(bisect_left(figures, place, key=lambda figure: figure.span.start) for place in own))
    return MarkedArticle(
        article=Article(
            text=article.slice(shown),
            title=article.title,
            published=article.published,
            url=article.url,
            site=article.site,
            language=article.language,
        ),
        sentences=tuple(Sentence(one.id, _inside(one.span, shown)) for one in sentences[first:last]),
        quotations=tuple(
            replace(quote, span=_inside(quote.span, shown), outer=_inside(quote.outer, shown))
            for quote in quotations[asked]
        ),
        figures=tuple(replace(figure, span=_inside(figure.span, shown)) for figure in figures[counted]),
        language=marked.language,
    )


def _inside(span: Span, shown: Span) -> Span:
    """`span` counted from where `shown` begins, and no longer than it."""
    start, end = (min(max(place, shown.start), shown.end) - shown.start for place in span)
    return Span(start, end)


def _lead(marked: MarkedArticle, place: int, longest: float) -> int:
    """Where to begin to show a part that owns from `place` on: up to three sentences before."""
    sentences = marked.sentences
    index = bisect_left(sentences, place, key=lambda sentence: sentence.span.start)
    start = place
    for sentence in reversed(sentences[max(0, index - _LEAD_SENTENCES) : index]):
        if place - sentence.span.start > longest:
            break
        start = sentence.span.start
    return start


@dataclass(slots=True)
class _Cutter:
    """Cuts one article; `capacity` is how many characters a part is believed to hold."""

    marked: MarkedArticle
    load: Load
    grid: Grid
    capacity: float

    def cut(self, stretch: Span) -> Iterator[Part]:
        """The parts, from the first."""
        grid, first, start = self.grid, 0, stretch.start
        while first < len(grid.spans):
            stop, shown = self._furthest(first)
            stop = self._break(first, stop)
            end = grid.spans[stop].start if stop < len(grid.spans) else stretch.end
            yield Part(Span(shown, grid.spans[stop - 1].end), Span(start, end))
            first, start = stop, end

    def _furthest(self, first: int) -> tuple[int, int]:
        """The first unit beyond a part that begins with `first`, and where its lead-in begins."""
        grid, start = self.grid, self.grid.spans[first].start
        shown = _lead(self.marked, start, min(_LEAD_CHARACTERS, self.capacity / _LEAD_SHARE))
        stop = max(first + 1, grid.after(first, self.capacity))
        grown = False
        while True:
            fullness = self._fullness(shown, start, stop)
            length = grid.length(first, stop)
            if fullness <= 1:
                larger = grid.after(first, length * min(_ROUNDING / max(fullness, 0.01), 4.0))
                if grown or fullness > _WORTH_GROWING or larger <= stop:
                    self.capacity = length / max(fullness, 0.01) * _ROUNDING
                    return stop, shown
                stop, kept, grown = larger, stop, True
                if self._fullness(shown, start, stop) > 1:
                    return kept, shown
            elif stop > first + 1:
                stop = max(first + 1, min(stop - 1, grid.after(first, length * _ROUNDING / fullness)))
                grown = True
            elif shown < start:
                shown = start
            elif not grid.split(first):
                raise ContextExceeded("the model's context has no room for the article; use a longer one")

    def _fullness(self, shown: int, start: int, stop: int) -> float:
        end = self.grid.spans[stop - 1].end
        return self.load(view(self.marked, Part(Span(shown, end), Span(start, end))))

    def _break(self, first: int, stop: int) -> int:
        """Where the part that may go as far as `stop` ends best, and parts come out about even."""
        grid, length = self.grid, self.grid.length(first, stop)
        if stop == len(grid.spans):
            return stop
        left = grid.length(first, len(grid.spans))
        even = left / ceil(left / max(length, 1))
        stop = max(first + 1, min(stop, grid.after(first, even * _UNEVEN)))
        found = grid.weakest(min(stop, grid.after(first, grid.length(first, stop) * _FULL) + 1), stop)
        return found if grid.breaks[found] >= Break.SENTENCE else grid.weakest(first + 1, stop)
