"""What is reported of whom: one entry for each party and unit, with the words of the article that tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.article import Span
from summarizer.attribution.reports import Cue
from summarizer.attribution.sources import Source
from summarizer.attribution.units import Token, Unit
from summarizer.attribution.vocabulary import Vocabulary
from summarizer.marking import MarkedArticle
from summarizer.summary import Stance

_LONGEST = 200
"""Characters of a statement."""


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
    marked: MarkedArticle, found: Sequence[Unit], cues: Sequence[Cue], words: Vocabulary
) -> list[Report]:
    """The reports of an article, in its order, numbered from r1."""
    by_unit: dict[int, list[Cue]] = {}
    for cue in cues:
        by_unit.setdefault(cue.unit, []).append(cue)
    sentences = _Sentences(marked)
    listed: list[Report] = []
    for number, held in by_unit.items():
        unit = found[number]
        for cue, following in _one_a_source(held):
            span = _wording(unit, cue, following)
            if span is None or not _tells_whose(cue.source, words):
                continue
            tokens = unit.tokens
            listed.append(
                Report(
                    id=f"r{len(listed) + 1}",
                    source=cue.source,
                    stance=cue.stance,
                    sentences=sentences.of(span),
                    cue=Span(tokens[cue.first].span.start, tokens[cue.last - 1].span.end),
                    words=span,
                    quoted=_is_quoted(unit, cue, span),
                )
            )
    return listed


def _one_a_source(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Cue | None]]:
    """Each source once, under the cue that says most; with the cue of the next source, where it ends."""
    groups: list[list[Cue]] = []
    for cue in cues:
        whose = cue.source.holder or cue.source.span
        if groups and (groups[-1][0].source.holder or groups[-1][0].source.span) == whose:
            groups[-1].append(cue)
        else:
            groups.append([cue])
    for at, group in enumerate(groups):
        telling = next((cue for cue in group if cue.stance != "claims" and not cue.noun), group[0])
        yield telling, groups[at + 1][0] if at + 1 < len(groups) else None


def _tells_whose(source: Source, words: Vocabulary) -> bool:
    """Whether the source is somebody: a name, or an office with an article before it."""
    return source.holder is not None or (source.kind == "role" and not source.roles & words["crowds"])


def _wording(unit: Unit, cue: Cue, following: Cue | None) -> Span | None:
    """From the cue to the end of the unit or the next source; before the cue, where it trails what it reports."""
    tokens = unit.tokens
    if cue.trails:
        first, last = 0, min(cue.first, cue.source.first)
    else:
        first, last = cue.first, len(tokens)
        if following is not None and min(following.first, following.source.first) > cue.last:
            last = min(following.first, following.source.first)
            while last > cue.last and (tokens[last - 1].kind == "mark" or tokens[last - 1].lower in _JOINTS):
                last -= 1
    while last > first and tokens[last - 1].text in _ENDS:
        last -= 1
    if last - first < 1 + (not cue.trails):
        return None
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    return _cut(tokens[first:last], span)


_JOINTS = frozenset({"and", "but", "while", "as", "after", "the", "a", "though", "although", "that", "when"})
_ENDS = frozenset({",", ".", ";", ":", "-", "–", "—"})


def _cut(tokens: Sequence[Token], span: Span) -> Span:
    """The span, ended at a mark or a word before it gets too long."""
    if span.end - span.start <= _LONGEST:
        return span
    kept = [token for token in tokens if token.span.end - span.start <= _LONGEST]
    if not kept:
        return Span(span.start, span.start + _LONGEST)
    for at in range(len(kept) - 1, len(kept) // 2, -1):
        if kept[at].text in {",", ";", "—", "–"}:
            return Span(span.start, kept[at - 1].span.end)
    return Span(span.start, kept[-1].span.end)


def _is_quoted(unit: Unit, cue: Cue, span: Span) -> bool:
    """Whether nothing but quotations, and what leads to them, is reported."""
    inside = [t for t in unit.tokens if span.start <= t.span.start and t.span.end <= span.end]
    words = sum(t.kind == "word" for t in inside) - (0 if cue.trails else cue.last - cue.first)
    outside = span.end < unit.span.end and any(
        token.kind == "quotation" and token.span.end > span.end for token in unit.tokens[cue.last :]
    )
    return (outside or any(t.kind == "quotation" for t in inside)) and words <= 3  # noqa: PLR2004 - told reporters: “…”


class _Sentences:
    """Which sentences a span touches."""

    def __init__(self, marked: MarkedArticle) -> None:
        self._sentences = marked.sentences
        self._at = 0

    def of(self, span: Span) -> tuple[str, ...]:
        """Their numbers; spans are asked for in the order of the article."""
        while self._at < len(self._sentences) and self._sentences[self._at].span.end <= span.start:
            self._at += 1
        start = self._at
        while start and self._sentences[start - 1].span.end > span.start:
            start -= 1
        found = []
        for sentence in self._sentences[start:]:
            if sentence.span.start >= span.end:
                break
            if sentence.span.end > span.start:
                found.append(sentence.id)
        return tuple(found)
