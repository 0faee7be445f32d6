"""The article cut wherever a highlight begins or ends, so that they may overlap as they like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.render.report.places import MARKED, Kind, Place


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article that the same places cover throughout, `places` innermost first."""

    text: str
    places: tuple[Place, ...]
    begin: tuple[Place, ...]
    """Which of them begin here, outermost first."""

    @property
    def kinds(self) -> dict[Kind, tuple[str, ...]]:
        """The kinds of highlight it shows, each with the parties of the innermost places of that kind."""
        innermost: dict[Kind, Span] = {}
        found: dict[Kind, dict[str, None]] = {}
        for place in self.places:
            if place.kind in MARKED and innermost.setdefault(place.kind, place.span) == place.span:
                found.setdefault(place.kind, {}).update(dict.fromkeys(place.parties))
        return {kind: tuple(parties) for kind, parties in found.items()}

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items whose words these are; those that only have their cue here are not among them."""
        return tuple(dict.fromkeys(place.item for place in self.places if place.kind != "cue"))

    @property
    def cues(self) -> tuple[str, ...]:
        """Ids of the quotes that these words attribute."""
        return tuple(dict.fromkeys(place.item for place in self.places if place.kind == "cue"))

    @property
    def nearest(self) -> tuple[str, ...]:
        """Ids of the highlighted items that fit most closely: several where they have the same span."""
        marked = [place for place in self.places if place.kind in MARKED]
        return tuple(dict.fromkeys(place.item for place in marked if place.span == marked[0].span))

    @property
    def voice(self) -> tuple[str, ...] | None:
        """Ids of the parties whose quoted or reported speech this is, none if that is not known.

        None where it is no speech.
        """
        kinds = self.kinds
        return kinds.get("quote", kinds.get("position"))


@dataclass(frozen=True, slots=True)
class Run:
    """The pieces of one sentence within a paragraph; `sentence` is None between sentences.

    `first` is False where a sentence goes on in another paragraph.
    """

    sentence: str | None
    first: bool
    span: Span
    pieces: tuple[Piece, ...]


def paragraphs(text: str) -> Iterator[Span]:
    """Stretches of `text` between empty lines, without the line ends around them."""
    start, end, position = 0, 0, 0
    for line in text.split("\n"):
        if line.strip():
            start = start if end else position
            end = position + len(line)
        elif end:
            yield Span(start, end)
            end = 0
        position += len(line) + 1
    if end:
        yield Span(start, end)


def cut(text: str, sentences: Sequence[tuple[str, Span]], places: Sequence[Place]) -> list[list[Run]]:
    """Each paragraph of the article as runs of pieces; all its characters are there, in order.

    Args:
        text: of the article.
        sentences: ids and spans, in order, not overlapping.
        places: what to cut around, in any order, overlapping as they like.
    """
    waiting = sorted(places, key=lambda place: (place.span.start, -place.span.end))
    bounds = sorted({edge for place in places for edge in place.span})
    sweep = _Sweep(text, waiting, bounds)
    found, next_sentence, begun = [], 0, set[str]()
    for paragraph in paragraphs(text):
        runs, at = [], paragraph.start
        while at < paragraph.end:
            while next_sentence < len(sentences) and sentences[next_sentence][1].end <= at:
                next_sentence += 1
            name, span = sentences[next_sentence] if next_sentence < len(sentences) else (None, None)
            if span is None or span.start > at:
                name, end = None, min(paragraph.end, span.start if span else paragraph.end)
            else:
                end = min(paragraph.end, span.end)
            first = name is not None and name not in begun
            begun |= {name} if name is not None else set()
            runs.append(Run(name, first, Span(at, end), tuple(sweep.until(at, end))))
            at = end
        found.append(runs)
    return found


class _Sweep:
    """Goes through the article once, from left to right, and knows which places are open."""

    def __init__(self, text: str, waiting: Sequence[Place], bounds: Sequence[int]) -> None:
        self._text, self._waiting, self._bounds = text, waiting, bounds
        self._next_place = self._next_bound = 0
        self._open: list[Place] = []

    def until(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of `text[start:end]`."""
        at = start
        while at < end:
            begin = self._opened(at)
            while self._next_bound < len(self._bounds) and self._bounds[self._next_bound] <= at:
                self._next_bound += 1
            stop = end
            if self._next_bound < len(self._bounds):
                stop = min(end, self._bounds[self._next_bound])
            covering = sorted(self._open, key=lambda place: place.span.end - place.span.start)
            yield Piece(self._text[at:stop], tuple(covering), begin)
            at = stop

    def _opened(self, at: int) -> tuple[Place, ...]:
        """The places that begin at `at`, or since the last piece; those that have ended are let go."""
        self._open = [place for place in self._open if place.span.end > at]
        begin = []
        while self._next_place < len(self._waiting) and self._waiting[self._next_place].span.start <= at:
            place = self._waiting[self._next_place]
            self._next_place += 1
            if place.span.end > at:
                begin.append(place)
        self._open += begin
        return tuple(begin)
