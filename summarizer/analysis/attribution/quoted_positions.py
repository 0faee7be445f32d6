"""Positions in quotations: what somebody says in so many words, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.clauses import Clauses
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.positions import PositionNote, continuations
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.speakers import Speaker
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.analysis.sentences import sentences
from summarizer.article import Span
from summarizer.summary import Stance

_LEAST_WORDS = 5
"""Fewer words between quotation marks, or of one of their sentences, say too little."""
_LEAST_TELLING = 3
"""Likewise, where they tell a stance: I reject that."""
_MOST_CLAIMS = 3
"""Sentences of one quotation that claim something; more say little that is new."""
_LONGEST_NAME = 4
"""Words."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = "”\"»'’ "
_TOLD_BY_CUE: frozenset[Stance] = frozenset({"warns", "denies", "threatens", "refuses"})
"""Stances that the verb beside a quotation tells, rather than its words."""
_LEADS = frozenset(",:")
"""Between a verb and what it says."""
_NAMES_SPEAKER = frozenset({"according", "label", "signed"})


def quoted_positions(
    marked: MarkedArticle,
    clauses: Clauses,
    said: Sequence[Quotation],
    holders: Iterable[Holder],
    speakers: Mapping[str, Speaker],
    cues: Mapping[int, Sequence[Cue]],
    words: Vocabulary,
) -> Iterator[PositionNote]:
    """A position for each sentence that somebody says beyond doubt; `cues` are those of each unit."""
    by_span = {cue.span: cue for held in cues.values() for cue in held}
    continued = set[Span]().union(*map(continuations, cues.values()))
    known = {name: holder.name for holder in holders for name in holder.names}
    reader = _Reader(marked, clauses, said, known, by_span, continued, words)
    for quotation in said:
        speaker = speakers.get(quotation.id)
        if speaker is not None and quotation.form == "statement":
            yield from reader.positions(quotation, speaker)


@dataclass(slots=True)
class _Reader:
    """Reads the sentences of quotations, in the order of the article."""

    marked: MarkedArticle
    clauses: Clauses
    said: Sequence[Quotation]
    names: Mapping[str, str]
    by_span: Mapping[Span, Cue]
    continued: Collection[Span]
    words: Vocabulary
    _inner: list[int] = field(init=False)
    """Where what others say begins inside a quotation."""
    _pieces: list[Span] = field(init=False)
    """The sentences of what is said, in order."""
    _longest: int = field(init=False)
    """Words of the longest phrase that tells a stance."""
    _last: tuple[Source, int] | None = None
    """Who spoke beyond doubt last, and where that ends."""

    def __post_init__(self) -> None:
        inner = [each.outer for each in self.marked.quotations if each.within and each.closed]
        self._pieces = sentences(
            self.marked.article.text, (each.span for each in self.said), inner, self.marked.language
        )
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
        claims = 0
        first = bisect_left(self._pieces, Span(quotation.span.start, 0))
        for at in range(first, bisect_left(self._pieces, Span(quotation.span.end, 0))):
            own = self._pieces[at]
            plain = [word.lower().replace("’", "'") for word in _WORD.findall(text[own.start : own.end])]
            if self._asks(own) or self._holds_others(own):
                continue
            told = cue.stance if cue and cue.stance in _TOLD_BY_CUE else self._stance(plain)
            is_claim = told == "claims"
            if len(plain) < (_LEAST_WORDS if is_claim else _LEAST_TELLING):
                continue
            claims += is_claim
            if is_claim and claims > _MOST_CLAIMS:
                continue
            yield PositionNote(
                (*speaker.joint, speaker.source),
                told,
                f"quoted {speaker.how}",
                self.clauses.sentences(own),
                self._clause(quotation, own),
                speaker.cue,
                toward=self._told_of(text[own.start : own.end]),
            )

    def _told_of(self, said: str) -> str | None:
        """Of whom words tell that begin with a name and its verb, as in “Ann Roe is late”."""
        words = said.split(None, _LONGEST_NAME + 1)
        for size in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
            name = self.names.get(" ".join(words[:size]))
            if name:
                verb = words[size].lower()
                return name if verb in self.words.auxiliaries or verb in self.words.asking else None
        return None

    def _asks(self, span: Span) -> bool:
        return self.marked.article.slice(span).rstrip(_END).endswith("?")

    def _clause(self, quotation: Quotation, own: Span) -> Span:
        """A sentence of a quotation, with what stands around the quotation if it is all of that."""
        text = self.marked.article.text
        if text[quotation.span.start : own.start].strip() or text[own.end : quotation.span.end].strip():
            return self.clauses.cut_text(text, own)
        whole = self.clauses.within(own)
        return self.clauses.cut_text(text, Span(whole[0].start, whole[-1].end))

    def _is_certain(self, quotation: Quotation, speaker: Speaker, cue: Cue | None) -> bool:
        """Whether a name, an office, or a he or she is beyond doubt the one who says it."""
        source = speaker.source
        if source.name is None or not source.sure or source.pronoun == "they":
            return False
        if speaker.how == "label" and self._asks(quotation.span):
            return False  # what leads to a question is hardly the asker’s own
        if cue is None:  # a name signs or labels the words, or they go on in the same paragraph
            return speaker.how in {"cue", "label"} or self._goes_on(quotation, speaker)
        if cue.rule == "participle" and not self._goes_on_with(cue):
            return False
        verb = self.marked.article.slice(cue.span).lower()
        leads = self.marked.article.text[cue.span.end : quotation.outer.start].strip() in _LEADS
        return cue.rule in _NAMES_SPEAKER or verb in self.words.saying or leads

    def _goes_on_with(self, cue: Cue) -> bool:
        """Whether a participle behind a comma goes on with whoever spoke or did something before."""
        before = self.marked.article.text[max(0, cue.span.start - 2) : cue.span.start].rstrip()
        return cue.span in self.continued and before.endswith(",")

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
                if stance and self._is_meant(stance, plain, at, at + size):
                    return stance
        return "claims"

    def _is_meant(self, stance: Stance, plain: Sequence[str], first: int, last: int) -> bool:
        """Whether words ask for something or plan it: never if it should rain, should have known, will be."""
        behind = plain[last] if last < len(plain) else ""
        if plain[first] in self.words.asking:
            asked = first > 0 and self.words.conditions.isdisjoint(plain[:first])
            return asked and behind not in self.words.perfect and behind not in self.words.guessing
        return stance != "intends" or not (behind in self.words.no_deeds or behind in self.words.says_nothing)
