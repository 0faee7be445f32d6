"""Positions in quotations: what somebody says in so many words, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.clauses import Clauses
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.positions import PositionNote, continuations
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.speakers import Speaker
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span
from summarizer.summary import Stance

_LEAST_WORDS = 5
"""Fewer words between quotation marks, or of one of their sentences, say too little."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = "”\"»'’ "
_TOLD_BY_CUE: frozenset[Stance] = frozenset({"warns", "denies", "threatens", "refuses"})
"""Stances that the verb beside a quotation tells, rather than its words."""
_NAMES_SPEAKER = frozenset({"according", "label", "signed"})


def quoted_positions(
    marked: MarkedArticle,
    clauses: Clauses,
    said: Sequence[Quotation],
    speakers: Mapping[str, Speaker],
    cues: Mapping[int, Sequence[Cue]],
    words: Vocabulary,
) -> Iterator[PositionNote]:
    """A position for each sentence that somebody says beyond doubt; `cues` are those of each unit."""
    by_span = {cue.span: cue for held in cues.values() for cue in held}
    continued = set[Span]().union(*map(continuations, cues.values()))
    reader = _Reader(marked, clauses, by_span, continued, words)
    for quotation in said:
        speaker = speakers.get(quotation.id)
        if speaker is not None and quotation.form == "statement":
            yield from reader.positions(quotation, speaker)


@dataclass(slots=True)
class _Reader:
    """Reads the sentences of quotations, in the order of the article."""

    marked: MarkedArticle
    clauses: Clauses
    by_span: Mapping[Span, Cue]
    continued: Collection[Span]
    words: Vocabulary
    _inner: list[int] = field(init=False)
    """Where what others say begins inside a quotation."""
    _longest: int = field(init=False)
    """Words of the longest phrase that tells a stance."""
    _last: tuple[Source, int] | None = None
    """Who spoke beyond doubt last, and where that ends."""

    def __post_init__(self) -> None:
        self._inner = [
            quotation.span.start
            for quotation in self.marked.quotations
            if quotation.within and quotation.form == "statement"
        ]
        self._longest = max(map(len, self.words.quoted), default=0)

    def positions(self, quotation: Quotation, speaker: Speaker) -> Iterator[PositionNote]:
        """The positions in a quotation, if it is certain that the speaker has said it."""
        cue = self.by_span.get(speaker.cue) if speaker.cue else None
        if not self._is_certain(quotation, speaker, cue):
            return
        self._last = (speaker.source, quotation.span.end)
        text = self.marked.article.text
        for sentence in self.clauses.within(quotation.span):
            own = Span(max(sentence.start, quotation.span.start), min(sentence.end, quotation.span.end))
            plain = [word.lower().replace("’", "'") for word in _WORD.findall(text[own.start : own.end])]
            asks = text[own.start : own.end].rstrip(_END).endswith("?")
            if len(plain) < _LEAST_WORDS or asks or self._holds_others(own):
                continue
            told = cue.stance if cue and cue.stance in _TOLD_BY_CUE else self._stance(plain)
            clause = self.clauses.cut_text(text, sentence)
            rule = f"quoted {speaker.how}"
            yield PositionNote(
                (speaker.source,), told, rule, self.clauses.sentences(own), clause, speaker.cue
            )

    def _is_certain(self, quotation: Quotation, speaker: Speaker, cue: Cue | None) -> bool:
        """Whether a name, an office, or a he or she is beyond doubt the one who says it."""
        source = speaker.source
        if source.name is None or not source.sure or source.pronoun in {"it", "they"}:
            return False
        if cue is None:  # a name below the words signs them, or they go on in the same paragraph
            return speaker.how == "cue" or self._goes_on(quotation, speaker)
        if cue.rule == "participle" and cue.span not in self.continued:
            return False
        verb = self.marked.article.slice(cue.span).lower()
        return cue.rule in _NAMES_SPEAKER or verb in self.words.saying

    def _goes_on(self, quotation: Quotation, speaker: Speaker) -> bool:
        if self._last is None:
            return False
        source, end = self._last
        between = self.marked.article.text[end : quotation.span.start]
        return source is speaker.source and "\n" not in between

    def _holds_others(self, own: Span) -> bool:
        """Whether words that somebody else says stand inside."""
        at = bisect_left(self._inner, own.start)
        return at < len(self._inner) and self._inner[at] < own.end

    def _stance(self, plain: Sequence[str]) -> Stance:
        """The stance of words, by the longest that tells one."""
        for size in range(self._longest, 0, -1):
            for at in range(len(plain) - size + 1):
                stance = self.words.quoted.get(tuple(plain[at : at + size]))
                if stance:
                    return stance
        return "claims"
