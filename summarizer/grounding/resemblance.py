"""The place of the article that comes nearest to words it does not have."""

from bisect import bisect_left, bisect_right
from collections import Counter

from summarizer.article import Span
from summarizer.grounding.index import Index, Run
from summarizer.text.glyphs import level

ALIKE = 75.0
"""Similarity, in per cent of characters by rapidfuzz, from which on words count as an alteration."""
SIMILAR = 50.0
"""Similarity below which no place is worth showing."""
_VOTES = 400
_WINDOWS = 3


def closest_place(index: Index, run: Run, size: int, core: str) -> tuple[Span, bool] | None:
    """The most similar place, and whether it is similar enough to be the same words altered."""
    # rapidfuzz takes 60 ms to import, which a draft whose words are all found need not pay.
    from rapidfuzz.fuzz import partial_ratio_alignment

    tokens = index.tokens
    wanted = level(core)
    best: tuple[float, Span] | None = None
    for first, last in _windows(index, run, size):
        start = tokens.starts[first]
        end = min(tokens.ends[last - 1], start + 4 * len(core) + 1000)
        found = partial_ratio_alignment(
            wanted, level(tokens.text[start:end]), score_cutoff=best[0] if best else SIMILAR
        )
        if found and (best is None or found.score > best[0]):
            best = found.score, _snapped(index, start + found.dest_start, start + found.dest_end)
    return best and (best[1], best[0] >= ALIKE)


def _windows(index: Index, run: Run, size: int) -> list[tuple[int, int]]:
    """Where most words of `run` stand at about the right distance from each other, as ranges of words."""
    width = max(8, len(run) // 2)
    votes: Counter[int] = Counter()
    sightings = [(index.places(run[at : at + size]), at, 2) for at in range(len(run) - size + 1)]
    sightings += [(index.rare.get(number or 0, []), at, 1) for at, number in enumerate(run)]
    left = _VOTES
    for places, at, weight in sorted(sightings, key=lambda sighting: len(sighting[0])):
        for place in places[:left]:
            votes[(place - at) // width] += weight
        left -= min(left, len(places))
    margin = max(4, len(run) // 3)
    count = len(index.numbers)
    return [
        (max(0, bucket * width - margin), min(count, (bucket + 1) * width + len(run) + margin))
        for bucket, _ in votes.most_common(_WINDOWS)
    ]


def _snapped(index: Index, start: int, end: int) -> Span:
    """`start` to `end`, widened to whole words."""
    first = bisect_right(index.tokens.ends, start)
    last = max(bisect_left(index.tokens.starts, end), first + 1)
    return index.tokens.span(first, last)
