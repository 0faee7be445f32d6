"""The cue that attributes a quotation: the nearest, by what stands between the two.

Costs were set on news articles with annotated attributions (PolNeAR’s development part); they are compared
with one another alone, so only their order and their rough distances matter.
"""

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.units import Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_LEADING = 3.0
"""Ann Roe said “…”"""
_WORD_BETWEEN, _QUOTATION_BETWEEN, _SEMICOLON_BETWEEN = 0.5, 2.0, 20.0
_TRAILING_BEFORE = 14.0
"""“…,” Ann Roe said. “…”: the cue has its content already."""
_FOLLOWING = 6.0
"""“…” Ann Roe said that …: the cue goes with what is behind it."""
_WORD_BEFORE_CUE, _APART = 2.0, 30.0
_CLOSE = 2
"""Words between a quotation and a cue behind it that still goes with it."""
_NOUN = 8.0
_TOLD = 12.0
"""Ann Roe said Acme pushed for “…”: a cue inside what another tells, unless it says something itself."""


class Nearest(NamedTuple):
    """The cue that attributes a quotation, and the words that stand between the two."""

    cue: Cue
    words: int


class _Rated(NamedTuple):
    cost: float
    cue: Cue
    words: int = 0


def nearest(unit: Unit, cues: Sequence[Cue], words: Vocabulary) -> list[Nearest | None]:
    """The cue of each quotation of a unit, out of the unit’s cues, both in order."""
    quoted = unit.quoted
    if not (cues and quoted):
        return [None] * len(quoted)
    leading, behind = _leading(unit.tokens, cues, words), _Behind(unit.tokens, cues, words)
    chosen: list[_Rated | None] = []
    for before, at, end in zip(leading, quoted, [*quoted[1:], len(unit.tokens)], strict=True):
        rated = [*filter(None, [before]), *behind.rated(at, end)]
        chosen.append(min(rated, key=lambda option: option.cost, default=None))
    for number in range(len(quoted) - 2, -1, -1):  # Ann Roe spoke of “this” and “that”, adding
        later = chosen[number + 1]
        if chosen[number] is None and later and later.cue.start <= quoted[number] < later.cue.first:
            chosen[number] = later
    return [best and Nearest(best.cue, best.words) for best in chosen]


def _leading(tokens: Sequence[Token], cues: Sequence[Cue], vocabulary: Vocabulary) -> list[_Rated | None]:
    """The best cue before each quotation, in one pass.

    What stands between a cue and a quotation costs the same for all cues before it, so the best is known as
    the pass goes on: one since the last semicolon, one before it.
    """
    found: list[_Rated | None] = []
    since: _Rated | None = None
    earlier: _Rated | None = None
    words, passed, following = 0, 0.0, 0
    for at, token in enumerate(tokens):
        while following < len(cues) and cues[following].last <= at:
            cue = cues[following]
            told = since is not None and _is_told(cue, since.cue, tokens, vocabulary)
            since = _cheaper(since, _Rated(_cost_before(cue) + _TOLD * told - passed, cue, words))
            following += 1
        if token.kind == "word":
            words += 1
            passed += _WORD_BETWEEN
        elif token.kind == "quotation":
            beyond = earlier and earlier._replace(cost=earlier.cost + _SEMICOLON_BETWEEN)
            best = _cheaper(beyond, since)
            found.append(best and _Rated(best.cost + passed, best.cue, words - best.words))
            passed += _QUOTATION_BETWEEN
        elif token.text == ";":
            earlier, since = _cheaper(earlier, since), None
    return found


def _cheaper(one: _Rated | None, other: _Rated | None) -> _Rated | None:
    """The better of two, the first if they are as good."""
    if one is None or other is None:
        return one or other
    return other if other.cost < one.cost else one


def _is_told(cue: Cue, before: Cue, tokens: Sequence[Token], words: Vocabulary) -> bool:
    """Whether a cue is part of what the one before it tells of somebody else."""
    if (
        cue.rule != "active"
        or before.trails
        or before.source.span == cue.source.span
        or cue.source.first < before.last
    ):
        return False
    return tokens[before.first].lower in words.saying and tokens[cue.first].lower not in words.quoting


def _cost_before(cue: Cue) -> float:
    return _LEADING + _TRAILING_BEFORE * cue.trails + _NOUN * cue.noun


class _Behind:
    """The cues behind quotations; each is looked at for the quotation right before it alone."""

    def __init__(self, tokens: Sequence[Token], cues: Sequence[Cue], words: Vocabulary) -> None:
        self._tokens, self._cues, self._words = tokens, cues, words
        self._next = 0

    def rated(self, at: int, end: int) -> list[_Rated]:
        """The cues between the quotation at token `at` and the next, at `end`, for whom it may be said."""
        cues = self._cues
        while self._next < len(cues) and cues[self._next].first <= at:
            self._next += 1
        rated: list[_Rated] = []
        gap, reached = 0, at + 1
        divided = False
        while self._next < len(cues) and cues[self._next].first < end:
            cue = cues[self._next]
            self._next += 1
            if cue.start <= at:  # whom the unit begins with says so again: Ann Roe “…”, adding
                rated.append(_Rated(_cost_before(cue), cue))
                continue
            while reached < cue.start:
                divided = divided or self._divides(reached)
                gap += self._counts(reached)
                reached += 1
            if not divided or self._tells_all_before(cue):
                rated.append(_Rated(_cost_behind(cue, gap), cue))
        return rated

    def _tells_all_before(self, cue: Cue) -> bool:
        """Whether a cue behind a comma ends the unit, and tells of all of it: …, Ann Roe said."""
        ends = len(self._tokens) - cue.last
        return cue.trails and ends <= _CLOSE and self._tokens[cue.start - 1].text == ","

    def _divides(self, at: int) -> bool:
        token = self._tokens[at]
        return token.text == ";" or token.lower in self._words.divides_cue

    def _counts(self, at: int) -> bool:
        token = self._tokens[at]
        return token.kind == "word" and token.lower not in self._words.articles


def _cost_behind(cue: Cue, gap: int) -> float:
    cost = _WORD_BEFORE_CUE * gap + _FOLLOWING * (not cue.trails) + _NOUN * cue.noun
    return cost + _APART * (gap > _CLOSE)
