"""Which position of one summary is which of another: those that agree in most are paired first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from summarizer.comparison.held import Held, Matter, Who, all_held
from summarizer.comparison.knowledge import are_words_comparable
from summarizer.comparison.matching import NOWHERE, Placed, candidates, likeliest, partners, shared
from summarizer.comparison.parties import Casts
from summarizer.text.fold import folded

_Keys = Callable[[Held], Iterable[Hashable]]
_Fits = Callable[[Held, Held], bool]
_MOST_COUNTED = 999
"""Characters in common that count where topics and words decide nothing."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A position of both summaries.

    `holders_before` and `holders_after` count those of positions that were joined into it or split from it.
    """

    before: Held
    after: Held
    holders_before: frozenset[Who]
    holders_after: frozenset[Who]

    @property
    def is_reassigned(self) -> bool:
        """Whether none of its holders stayed."""
        return self.before.holders.isdisjoint(self.after.holders)

    @property
    def is_elsewhere(self) -> bool:
        """Whether its evidence is all other sentences."""
        return not shared(self.before.spans, self.after.spans)


@dataclass(frozen=True, slots=True)
class MatchedPositions:
    """All positions of two summaries: those in both, and those in one alone."""

    pairs: list[Matched]
    lost: list[Held]
    found: list[Held]


def match_positions(casts: Casts) -> MatchedPositions:
    """Pair the positions of two summaries.

    First those of the same holders and stance, at one place or on one topic; what is left over and agrees
    with one of these was joined with it, or split from it. Then those whose stance changed, and last those on
    one matter that are held by others, or of which the teller and the holder were taken for each other.
    """
    matter = Matter(are_words_comparable(casts.before.summary, casts.after.summary))
    pairing = _Pairing(list(all_held(casts.before)), list(all_held(casts.after)), matter)
    pairing.take_equal()
    pairing.take(lambda held: [(*_head(held), held.position.statement)])
    pairing.take(lambda held: [_head(held)], matter.may_be_same)
    pairing.take_only_ones(lambda held: (*_head(held), held.spans))
    pairing.take(_each_holder_with_stance, matter.may_be_same)
    pairing.take_elsewhere()
    pairing.drop_joined(_each_holder_with_stance, matter.may_be_same)
    pairing.take(lambda held: held.holders, matter.may_be_turned)
    pairing.drop_joined(lambda held: held.holders, matter.may_be_neighbours)
    pairing.take(lambda held: [held.position.stance], matter.is_same)
    pairing.take(_holders_and_teller, matter.is_same)
    return pairing.result()


def _head(held: Held) -> tuple[Hashable, ...]:
    return held.holders, held.position.stance


def _each_holder_with_stance(held: Held) -> Iterable[Hashable]:
    return [(holder, held.position.stance) for holder in held.holders]


def _holders_and_teller(held: Held) -> Iterable[Hashable]:
    return held.holders if held.teller is None else held.holders | {held.teller}


def _same_matter_anywhere(held: Held) -> Iterable[Hashable]:
    topic = [("topic", folded(held.position.topic))] if held.position.topic else []
    return [(*_head(held), *key) for key in [*topic, ("statement", held.position.statement)]]


class _Pairing:
    """The positions of two summaries by their numbers: all, those without a counterpart yet, the pairs."""

    def __init__(self, ones: list[Held], others: list[Held], matter: Matter) -> None:
        self._all = ones, others
        self._left = dict(enumerate(ones)), dict(enumerate(others))
        self._matter = matter
        self._pairs: list[tuple[int, int]] = []
        self._joined: tuple[_Holders, _Holders] = defaultdict(frozenset), defaultdict(frozenset)

    def take_equal(self) -> None:
        """Pair those of which all is equal; those that are equal to each other, in their order."""

        def placed(side: Mapping[int, Held]) -> list[Placed]:
            return [Placed(NOWHERE, _everything(held)) for held in side.values()]

        before, after = self._left
        self._keep(partners(placed(before), placed(after)))

    def take(self, keys: _Keys, fits: _Fits = lambda _one, _other: True, *, anywhere: bool = False) -> None:
        """Pair those that have a key in common and fit, and share evidence, or else may stand `anywhere`."""
        numbers = [list(side) for side in self._left]
        before, after = (list(side.values()) for side in self._left)

        def weight(number: int, counterpart: int) -> int:
            one, other = before[number], after[counterpart]
            in_common = 1 if anywhere else shared(one.spans, other.spans)
            if not in_common or not fits(one, other):
                return 0
            return self._matter.weight(one, other) * (_MOST_COUNTED + 1) + min(in_common, _MOST_COUNTED)

        ours, theirs = (_keyed(side, keys, anywhere=anywhere) for side in (before, after))
        found = likeliest(ours, theirs, weight)
        self._keep([(numbers[0][one], numbers[1][other]) for one, other in found])

    def take_only_ones(self, key: Callable[[Held], Hashable]) -> None:
        """Pair those with an equal key that no third one has, though their topics are called otherwise."""
        times = [Counter(map(key, side.values())) for side in self._left]

        def keys(held: Held) -> list[Hashable]:
            return [key(held)] if all(counts[key(held)] == 1 for counts in times) else []

        self.take(keys, self._matter.is_near)

    def take_elsewhere(self) -> None:
        """Pair those of one matter, and the same holders and stance, that rest on other sentences."""
        self.take(_same_matter_anywhere, self._matter.has_same_words, anywhere=True)

    def drop_joined(self, keys: _Keys, fits: _Fits) -> None:
        """Take out those that fit a paired one of the other summary; it has their holders too."""
        gone: list[list[int]] = []
        for side in (0, 1):
            left, counterparts = self._left[side], self._all[1 - side]
            paired = [number for number in range(len(counterparts)) if number not in self._left[1 - side]]
            numbers, dropped = list(left), set[int]()
            ours = _keyed(left.values(), keys)
            theirs = _keyed([counterparts[number] for number in paired], keys)
            for place, counterpart in candidates(ours, theirs):
                one, other = left[numbers[place]], counterparts[paired[counterpart]]
                if shared(one.spans, other.spans) and fits(one, other):
                    self._joined[side][paired[counterpart]] |= one.holders
                    dropped.add(numbers[place])
            gone.append(sorted(dropped))
        for side, numbers in enumerate(gone):
            for number in numbers:
                del self._left[side][number]

    def result(self) -> MatchedPositions:
        """The pairs, and what is left over."""
        ones, others = self._all
        pairs = [
            Matched(
                ones[one],
                others[other],
                ones[one].holders | self._joined[0][other],
                others[other].holders | self._joined[1][one],
            )
            for one, other in self._pairs
        ]
        lost, found = (list(side.values()) for side in self._left)
        return MatchedPositions(pairs, lost, found)

    def _keep(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in pairs:
            self._pairs.append((one, other))
            del self._left[0][one], self._left[1][other]


_Holders = defaultdict[int, frozenset[Who]]
"""Holders of positions that were joined with one of the other summary, by that one's number."""


def _everything(held: Held) -> Hashable:
    position = held.position
    return *_head(held), held.spans, position.statement, position.topic, held.teller, held.toward


def _keyed(side: Iterable[Held], keys: _Keys, *, anywhere: bool = False) -> list[list[Placed]]:
    return [[Placed(NOWHERE if anywhere else held.spans, key) for key in keys(held)] for held in side]
