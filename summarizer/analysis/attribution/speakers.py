"""Who says each quotation, and which are said at all: by the nearest cue, else whoever spoke last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.cue_scoring import Nearest, nearest
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.speech_classifier import SaidWords
from summarizer.analysis.attribution.units import DASHES, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span

_ALONE = 2
"""Tokens of a unit that is a quotation and, at most, a mark."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation: `source` is the phrase that tells, `cue` the words that attribute it.

    `how` is by what: a cue with a name, a pronoun or an office, or because the same source spoke before.
    """

    source: Source
    cue: Span | None
    how: Literal["cue", "pronoun", "role", "carried"]


@dataclass(slots=True)
class _LastSpoken:
    """Who spoke last, for quotations that nothing beside them attributes."""

    source: Source | None = None
    paragraph: int = -1
    announces: bool = False
    """The unit ended with a colon."""
    quoted: str | None = None
    """The quotation that the unit ended with."""

    def carries_to(self, unit: Unit) -> bool:
        """Whether a quotation in `unit` that has no cue goes on with what was said last."""
        if self.announces or self.paragraph == unit.paragraph:
            return True
        return len(unit.tokens) <= _ALONE and self.paragraph == unit.paragraph - 1


@dataclass(slots=True)
class Speakers:
    """Finds the speakers of quotations, unit by unit, in the order of the article."""

    marked: MarkedArticle
    words: Vocabulary
    found: dict[str, Speaker] = field(default_factory=dict)
    said: list[Quotation] = field(default_factory=list)
    _last: _LastSpoken = field(default_factory=_LastSpoken)
    _judge: SaidWords = field(init=False)
    _quotations: Mapping[str, Quotation] = field(init=False)

    def __post_init__(self) -> None:
        self._judge = SaidWords(self.marked, self.words)
        self._quotations = {quotation.id: quotation for quotation in self.marked.quotations}

    def read(self, unit: Unit, cues: Sequence[Cue]) -> None:
        """Give the quotations of `unit`, whose cues these are, their speakers."""
        last = self._last
        if last.quoted and cues and cues[0].first == 0 and unit.tokens[0].text in DASHES:
            self.found[last.quoted] = Speaker(cues[0].source, None, "cue")
            cues = cues[1:]
        for at, near in zip(unit.quoted, nearest(unit, cues, self.words), strict=True):
            self._attribute(unit, at, near, attributing=bool(cues))
        if cues and not unit.quoted:
            last.source, last.paragraph = cues[-1].source, unit.paragraph
        last.announces = unit.tokens[-1].text == ":" and last.source is not None
        last.quoted = unit.tokens[-1].text if unit.tokens[-1].kind == "quotation" else None

    def _attribute(self, unit: Unit, at: int, near: Nearest | None, *, attributing: bool) -> None:
        quotation = self._quotations[unit.tokens[at].text]
        speaker = self._speaker(unit, quotation, near)
        distance = near.words if near else (0 if speaker and attributing else None)
        if self._judge.is_said(quotation, unit, at, distance):
            self.said.append(quotation)
        if speaker:
            self.found[quotation.id] = speaker
            self._last.source, self._last.paragraph = speaker.source, unit.paragraph

    def _speaker(self, unit: Unit, quotation: Quotation, near: Nearest | None) -> Speaker | None:
        if near:
            source = near.cue.source
            return Speaker(source, near.cue.span, "cue" if source.kind == "name" else source.kind)
        before = self.found.get(quotation.continues or "")
        if before:
            return Speaker(before.source, before.cue, "carried")
        if self._last.source and self._last.carries_to(unit):
            return Speaker(self._last.source, None, "carried")
        return None
