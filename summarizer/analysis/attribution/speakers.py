"""Who says each quotation, and which are said at all: by the nearest cue, else whoever spoke last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.cue_scoring import Nearest, nearest
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.speech_classifier import SaidWords
from summarizer.analysis.attribution.units import DASHES, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.analysis.speech import speaker_label
from summarizer.article import Span

_ALONE = 2
"""Tokens of a unit that is a quotation and, at most, a mark."""
_MOST_TITLES = 10
"""Quotations of headings that are looked for in the text; more stand only in texts made to be slow."""
_MARKS = ".,;:!?…'’‘\"“”"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quotation: `source` is the phrase that tells, `cue` the words that attribute it.

    `how` is by what: a cue with a name, a pronoun or an office, a label before the words, or because the
    same source spoke before.
    """

    source: Source
    cue: Span | None
    how: Literal["cue", "pronoun", "role", "label", "carried"]
    joint: tuple[Source, ...] = ()
    """Those who say it with the source."""
    is_sure: bool = True
    """Whether the rule is right nine times in ten."""

    @property
    def names(self) -> tuple[str, ...]:
        """All who say it, as the article names them."""
        sources = sorted((*self.joint, self.source), key=lambda source: source.span.start)
        return tuple(source.name for source in sources if source.name)


@dataclass(slots=True)
class _LastSpoken:
    """Who spoke last, for quotations that nothing beside them attributes."""

    speaker: Speaker | None = None
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
    holders: list[Holder]
    """Those with a name; whom only a label of a transcript names is added."""
    found: dict[str, Speaker] = field(default_factory=dict)
    said: list[Quotation] = field(default_factory=list)
    _titles: list[Quotation] = field(default_factory=list)
    """Those in headings whose speakers are open."""
    _last: _LastSpoken = field(default_factory=_LastSpoken)
    _judge: SaidWords = field(init=False)
    _quotations: Mapping[str, Quotation] = field(init=False)
    _by_surname: dict[str, Holder] = field(init=False)

    def __post_init__(self) -> None:
        self._judge = SaidWords(self.marked, self.words)
        self._quotations = {quotation.id: quotation for quotation in self.marked.quotations}
        self._by_surname = {}
        for holder in self.holders:
            if holder.person or len(holder.name.split()) == 1:
                self._by_surname.setdefault(holder.name.split()[-1].casefold(), holder)

    def read(self, unit: Unit, cues: Sequence[Cue]) -> None:
        """Give the quotations of `unit`, whose cues these are, their speakers."""
        last = self._last
        if last.quoted and cues and cues[0].first == 0 and unit.tokens[0].text in DASHES:
            self.found[last.quoted] = replace(_by_cue(cues[0]), cue=None, how="cue")
            cues = cues[1:]
        for at, near in zip(unit.quoted, nearest(unit, cues, self.words), strict=True):
            self._attribute(unit, at, near, attributing=bool(cues))
        if cues and not unit.quoted:
            last.speaker, last.paragraph = _by_cue(cues[-1]), unit.paragraph
        last.announces = unit.tokens[-1].text == ":" and last.speaker is not None
        last.quoted = unit.tokens[-1].text if unit.tokens[-1].kind == "quotation" else None

    def end(self) -> None:
        """Give a quotation of a heading the speaker of the words that the text has again, unsure."""
        known = [(self._plain(item), self.found[item.id]) for item in self.said if item.id in self.found]
        for quotation in self._titles[:_MOST_TITLES]:
            words = self._plain(quotation)
            again = next((speaker for text, speaker in known if words in text), None)
            if again is not None and len(words.split()) > 1:
                self.found[quotation.id] = replace(again, cue=None, how="carried", is_sure=False)

    def _plain(self, quotation: Quotation) -> str:
        """The words in lower case, between spaces, without marks."""
        words = self.marked.article.slice(quotation.span).casefold().split()
        return f" {' '.join(word.strip(_MARKS) for word in words)} "

    def _attribute(self, unit: Unit, at: int, near: Nearest | None, *, attributing: bool) -> None:
        quotation = self._quotations[unit.tokens[at].text]
        speaker = self._speaker(unit, quotation, near)
        distance = near.words if near else (0 if speaker and attributing else None)
        if self._judge.is_said(quotation, unit, at, distance):
            self.said.append(quotation)
            if unit.heading and speaker is None:
                self._titles.append(quotation)
        if speaker:
            self.found[quotation.id] = speaker
            self._last.speaker, self._last.paragraph = speaker, unit.paragraph

    def _labelled(self, quotation: Quotation) -> Speaker | None:
        """The speaker whom a label inside a quotation names, as in transcripts: LIND: We will build it."""
        label = speaker_label(self.marked.article.slice(quotation.span))
        if label is None:
            return None
        surname = label.split()[-1].casefold()
        if surname not in self._by_surname:
            holder = self._by_surname[surname] = Holder(label, person=True, kind="person")
            self.holders.append(holder)
        start = quotation.span.start
        span = Span(start, start + len(label))
        return Speaker(Source(span, "name", 0, self._by_surname[surname]), None, "label")

    def _speaker(self, unit: Unit, quotation: Quotation, near: Nearest | None) -> Speaker | None:
        labelled = self._labelled(quotation)
        if labelled:
            return labelled
        if near:
            return _by_cue(near.cue)
        before = self.found.get(quotation.continues or "")
        if before:
            return replace(before, how="carried")
        last = self._last
        if last.speaker and last.carries_to(unit):
            alone = len(unit.tokens) <= _ALONE and last.paragraph == unit.paragraph
            sure = last.speaker.is_sure and (last.announces or alone)
            return replace(last.speaker, cue=None, how="carried", is_sure=sure)
        return None


def _by_cue(cue: Cue) -> Speaker:
    """The speaker whom a cue names."""
    source = cue.source
    how = "cue" if source.kind == "name" else source.kind
    speaks = source.holder is None or source.holder.kind != "place"
    return Speaker(source, cue.span, how, cue.joint, source.sure and speaks)
