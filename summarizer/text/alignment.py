"""Which word of an earlier text is which word of a later one, in time near-linear in their length.

Runs of five words that stand once in each text are the fixed points (as the unique lines of Bram Cohen's
patience diff), which an edit leaves alone nearly everywhere; between two of them a longest common subsequence
is worked out. Sentences would be longer fixed points, but an edit may shift where they begin.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from summarizer.text.align import runs

NOWHERE = -1
_RUN = 5
_CELLS = 4_000_000
"""Of a table for two stretches; where both are longer, they have so little in common that none is made."""


def align(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """For each word of `old` its place in `new`, ever higher; NOWHERE for those that are gone."""
    places = [NOWHERE] * len(old)
    head = _alike(zip(old, new, strict=False))
    tail = _alike(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    places[:head] = range(head)
    places[len(old) - tail :] = range(len(new) - tail, len(new))
    middle = range(head, len(old) - tail), range(head, len(new) - tail)
    _fix(places, old, new, *middle)
    for left, right in list(_gaps(places, *middle)):
        if len(left) * len(right) <= _CELLS:
            for run in runs(old[left.start : left.stop], new[right.start : right.stop]):
                if run.same:
                    for at, there in zip(run.old, run.new, strict=True):
                        places[left.start + at] = right.start + there
    return places


def inverted(places: Sequence[int], length: int) -> list[int]:
    """The same alignment seen from the other text, of so many words."""
    found = [NOWHERE] * length
    for place, there in enumerate(places):
        if there != NOWHERE:
            found[there] = place
    return found


def _alike(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for left, right in pairs:
        if left != right:
            break
        count += 1
    return count


def _fix(places: list[int], old: Sequence[str], new: Sequence[str], left: range, right: range) -> None:
    """Set the places of words in runs that stand once in each stretch, as far as they are in order."""
    there = _unique(new, right)
    pairs = [(at, there[run]) for run, at in _unique(old, left).items() if run in there]
    last_old, last_new = left.start - 1, right.start - 1
    for at, place in _rising(pairs):
        for step in range(_RUN):
            if at + step > last_old and place + step > last_new:
                last_old, last_new = at + step, place + step
                places[last_old] = last_new


def _unique(words: Sequence[str], stretch: range) -> dict[tuple[str, ...], int]:
    """Each run that stands once, with its place, in the order of the text."""
    inside = [islice(words, stretch.start + step, stretch.stop) for step in range(_RUN)]
    found: dict[tuple[str, ...], int] = {}
    for place, run in enumerate(zip(*inside, strict=False), stretch.start):
        found[run] = NOWHERE if run in found else place
    return {run: place for run, place in found.items() if place != NOWHERE}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of pairs, sorted by the first number, in which the second rises too."""
    ends: list[int] = []  # the lowest second number that a selection of each length can end with
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else NOWHERE)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    chosen: list[tuple[int, int]] = []
    number = last[-1] if last else NOWHERE
    while number != NOWHERE:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _gaps(places: Sequence[int], left: range, right: range) -> Iterator[tuple[range, range]]:
    """The stretches of both texts between words that have their place."""
    at, there = left.start, right.start
    for place in left:
        if places[place] != NOWHERE:
            if place > at and places[place] > there:
                yield range(at, place), range(there, places[place])
            at, there = place + 1, places[place] + 1
    if left.stop > at and right.stop > there:
        yield range(at, left.stop), range(there, right.stop)
