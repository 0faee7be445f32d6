"""Recognise words joined from two or more places of the article."""

from dataclasses import dataclass
from itertools import pairwise

from summarizer.article import Span
from summarizer.grounding.index import Index, Run
from summarizer.text.glyphs import DOUBLE_MARKS

_TRIED = 64
_MOST_PIECES = 4
"""Pieces beyond which words that all occur somewhere are a coincidence."""
_SHORT_GAP = 4
"""Up to this number of words left out, inside one sentence and quotation, is an alteration and no splice."""
_NEAR = 400
"""Two joined places no further apart than this many words are shown as one closest place."""
_BREAKS = frozenset(DOUBLE_MARKS + ".!?…\n")


@dataclass(frozen=True, slots=True)
class _Piece:
    offered: int
    place: int
    length: int

    @property
    def end(self) -> int:
        return self.place + self.length


def spliced_place(index: Index, run: Run, size: int, *, ellipsis: bool) -> Span | None:
    """The place of the joined pieces if `run` is nearly all made of exact pieces that are apart; else None.

    `run` must have no occurrence as a whole. The place holds all pieces if they are near each other, else it
    is that of the longest piece.
    """
    pieces = _pieces(index, run, size)
    pairs = list(pairwise(pieces))
    if not any(_apart(index, one, other, ellipsis=ellipsis) for one, other in pairs):
        return None
    first, last = min(piece.place for piece in pieces), max(piece.end for piece in pieces)
    if last - first > len(run) + _NEAR:
        longest = max(pieces, key=lambda piece: piece.length)
        first, last = longest.place, longest.end
    return index.tokens.span(first, last)


def _pieces(index: Index, run: Run, size: int) -> list[_Piece]:
    """The few exact pieces `run` can be cut into, in order; none if more than a word in twelve is in none."""
    pieces: list[_Piece] = []
    skips_left = max(1, len(run) // 12)
    at = 0
    while at < len(run):
        if len(pieces) > _MOST_PIECES:
            return []
        piece = _longest(index, run, at, size, after=pieces[-1].end if pieces else 0)
        if piece:
            pieces.append(piece)
            at += piece.length
        elif skips_left:
            skips_left -= 1
            at += 1
        else:
            return []
    return pieces


def _longest(index: Index, run: Run, at: int, size: int, *, after: int) -> _Piece | None:
    """The longest stretch of the article that `run` has from `at` on; of equals the first behind `after`."""
    best: _Piece | None = None
    numbers, start = index.numbers, run[at : at + size]
    if len(start) < size:
        return None
    for place in index.places(start)[:_TRIED]:
        length = size
        while (
            at + length < len(run)
            and place + length < len(numbers)
            and numbers[place + length] == run[at + length]
        ):
            length += 1
        if best is None or (length, place >= after) > (best.length, best.place >= after):
            best = _Piece(at, place, length)
    return best


def _apart(index: Index, one: _Piece, other: _Piece, *, ellipsis: bool) -> bool:
    gap = other.place - one.end
    if gap < 0 or gap > _SHORT_GAP:
        return True
    if not gap:
        return False
    between = index.tokens.text[index.tokens.ends[one.end - 1] : index.tokens.starts[other.place]]
    return ellipsis or not _BREAKS.isdisjoint(between)
