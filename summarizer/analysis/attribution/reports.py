"""What is reported of whom: one entry for each party and unit, with the words of the article that tell it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.analysis.attribution.clauses import Clauses
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.sources import Source
from summarizer.analysis.attribution.units import DASHES, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span
from summarizer.summary import Stance

_LONGEST = 200
"""Characters of a statement."""
_FEW = 3
"""Words that only lead to a quotation: told reporters: “…”"""
_COORDINATE = frozenset({"and", "but"})
_MOST_TRIMMED = 12
_ENDS = DASHES | frozenset(",.;:-")
_BREAKS = DASHES | frozenset(",;")


@dataclass(frozen=True, slots=True)
class Report:
    """That somebody says, wants or refuses something: `words` is the article’s own wording of it.

    `sentences` are the numbers of those that hold it. `quoted` tells that the words between quotation marks
    are all there is of it.
    """

    id: str
    source: Source
    stance: Stance
    sentences: tuple[str, ...]
    cue: Span
    words: Span
    quoted: bool


def reports(
    clauses: Clauses, units: Sequence[Unit], cues: Mapping[int, Sequence[Cue]], words: Vocabulary
) -> list[Report]:
    """The reports of an article, in its order, numbered from r1; `cues` are those of each unit."""
    listed: list[Report] = []
    for number, held in cues.items():
        wording = _Wording(units[number], words)
        for cue, following in _one_a_source(outermost(units[number], held)):
            span = wording.of(cue, following) if _tells_whose(cue.source, words) else None
            if span is None:
                continue
            listed.append(
                Report(
                    id=f"r{len(listed) + 1}",
                    source=cue.source,
                    stance=cue.stance,
                    sentences=clauses.sentences(span),
                    cue=cue.span,
                    words=span,
                    quoted=wording.is_quoted(cue, span),
                )
            )
    return listed


def outermost(unit: Unit, cues: Sequence[Cue]) -> list[Cue]:
    """The cues inside nothing that another source says: what a rival is said to want is not her wish."""
    ends = _Ends(unit)
    settled: list[Cue] = []
    kept: list[Cue] = []
    for cue in cues:
        if cue.trails:
            closed = ends.of_content[cue.start]
            while kept and kept[0].last < closed:  # no later cue reaches those either
                settled.append(kept.pop(0))
            kept = [other for other in kept if whose(other) == whose(cue) or other.last < closed]
        else:
            last = kept[-1] if kept else settled[-1] if settled else None
            if last and whose(last) != whose(cue) and _is_inside(unit, cue, last, ends):
                continue
        kept.append(cue)
    return [*settled, *kept]


class _Ends:
    """Where the content of cues ends in a unit."""

    def __init__(self, unit: Unit) -> None:
        quoted = [token.kind == "quotation" for token in unit.tokens]
        texts = [token.text for token in unit.tokens]
        self.of_content = self._latest([q or text == ";" for q, text in zip(quoted, texts, strict=True)])
        self.of_clause = self._latest(
            [q or text in _BREAKS or text == ":" for q, text in zip(quoted, texts, strict=True)]
        )

    def _latest(self, ending: Sequence[bool]) -> list[int]:
        """For each place, the end of the last token before it that ends something; 0 if none does."""
        latest = [0]
        for at, ends in enumerate(ending, 1):
            latest.append(at if ends else latest[-1])
        return latest


def _is_inside(unit: Unit, cue: Cue, outer: Cue, ends: _Ends) -> bool:
    """Whether a cue stands in the clause that `outer` opens: Ann Roe said [that Bo Doe wanted more]."""
    if outer.trails or cue.start < outer.last or ends.of_clause[cue.start] > outer.last:
        return False
    return cue.start == outer.last or unit.tokens[cue.start - 1].lower not in _COORDINATE


def _one_a_source(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Cue | None]]:
    """Each source once, under the cue that says most; with the cue of the next source, where it ends."""
    groups: list[list[Cue]] = []
    for cue in cues:
        if groups and whose(groups[-1][0]) == whose(cue):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    for at, group in enumerate(groups):
        telling = next((cue for cue in group if cue.stance != "claims" and not cue.noun), group[0])
        yield telling, groups[at + 1][0] if at + 1 < len(groups) else None


def whose(cue: Cue) -> object:
    """What tells sources apart: the holder, else the words."""
    return cue.source.holder or cue.source.span


def _tells_whose(source: Source, words: Vocabulary) -> bool:
    """Whether the source is somebody: a name, or an office that is no crowd."""
    return source.holder is not None or (source.kind == "role" and source.roles.isdisjoint(words.crowds))


class _Wording:
    """The words of one unit that tell what its cues report."""

    def __init__(self, unit: Unit, words: Vocabulary) -> None:
        self._unit, self._tokens, self._words = unit, unit.tokens, words
        self._last_quoted = unit.quoted[-1] if unit.quoted else -1

    def of(self, cue: Cue, following: Cue | None) -> Span | None:
        """From the cue to the end of the unit or the next source; all before the cue, where it trails."""
        if cue.trails:
            first, last, least = 0, cue.start, 1
        else:
            first, last, least = cue.first, len(self._tokens), 2
            if following is not None and following.start > cue.last:
                last = self._trimmed(cue.last, following.start, joints=True)
        last = self._trimmed(first, last)
        return self._cut(first, last) if last - first >= least else None

    def _trimmed(self, first: int, last: int, *, joints: bool = False) -> int:
        """Where the tokens from `first` to `last` end, without the marks and joints at their end."""
        limit = max(first, last - _MOST_TRIMMED)
        while last > limit and self._only_ends(self._tokens[last - 1], joints=joints):
            last -= 1
        return last

    def _only_ends(self, token: Token, *, joints: bool) -> bool:
        if joints:
            return token.kind == "mark" or token.lower in self._words.joints
        return token.text in _ENDS

    def _cut(self, first: int, last: int) -> Span:
        """The tokens from `first` to `last`, ended at a mark or a word before it gets too long."""
        tokens, start = self._tokens, self._tokens[first].start
        if tokens[last - 1].end - start <= _LONGEST:
            return self._unit.stretch(first, last)
        end = first
        while tokens[end].end - start <= _LONGEST:
            end += 1
        if end == first:
            return Span(start, start + _LONGEST)
        for at in range(end - 1, first + (end - first) // 2, -1):
            if tokens[at].text in _BREAKS:
                return self._unit.stretch(first, at)
        return self._unit.stretch(first, end)

    def is_quoted(self, cue: Cue, span: Span) -> bool:
        """Whether nothing but quotations, and what leads to them, is reported."""
        tokens = self._tokens
        at = 0 if cue.trails else cue.first
        words = 0 if cue.trails else cue.first - cue.last
        quotes = self._last_quoted >= cue.last and tokens[self._last_quoted].end > span.end
        while at < len(tokens) and tokens[at].end <= span.end:
            words += tokens[at].kind == "word"
            quotes = quotes or tokens[at].kind == "quotation"
            at += 1
        return quotes and words <= _FEW
