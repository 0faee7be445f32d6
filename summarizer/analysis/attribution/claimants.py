"""Who gives a figure: whoever says the clause it stands in, or the study that its sentence goes on with."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.analysis import Figure, MarkedArticle
from summarizer.analysis.attribution.holders import Mention
from summarizer.analysis.attribution.reports import Report
from summarizer.analysis.attribution.units import POSSESSIVE, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span

_BEFORE_STUDY = 3
"""Words between a name and the study it made: a Roe [national tracking] poll."""
_BEHIND_STUDY = 3
"""Words between a study and the name of who made it: a poll [conducted by] Roe."""
_GOES_ON = 3
"""Sentences after which a study is over unless one tells of it again."""


def claimants(
    marked: MarkedArticle,
    units: Sequence[Unit],
    mentions: Sequence[Sequence[Mention]],
    reports: Sequence[Report],
    clauses: Iterable[Span],
    words: Vocabulary,
) -> dict[str, str]:
    """Who gives each figure outside quotations, by its id, as far as the wording tells.

    `clauses` are those of positions: a report alone is enough where it only says something.
    """
    inside = FiguresInside(marked.figures)
    sure = {figure for clause in clauses for figure in inside(clause)}
    found: dict[str, str] = {}
    for report in reports:
        source = report.source
        if source.name is None or not words.studies.isdisjoint(source.roles):
            continue
        says = report.stance == "claims" and (source.kind == "name" or report.cue.start >= report.words.end)
        for figure in inside(report.words):
            if says or figure in sure:
                found.setdefault(figure, source.name)
    reported = {sentence for report in reports for sentence in report.sentences}
    return {**_studied(marked, units, mentions, reported, words), **found}


class FiguresInside:
    """Looks up the figures within a span."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Index figures, which are in the order of the text."""
        self._figures = figures
        self._starts = [figure.span.start for figure in figures]

    def __call__(self, span: Span) -> Iterator[str]:
        """Their ids."""
        return (figure.id for figure in self.figures(span))

    def figures(self, span: Span) -> Iterator[Figure]:
        """The figures themselves."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return (figure for figure in self._figures[first:last] if figure.span.end <= span.end)


@dataclass(slots=True)
class _Study:
    """A study whose results an article goes through."""

    maker: str
    measured: set[str | None] = field(default_factory=set)
    """The units of its figures."""
    left: int = _GOES_ON


def _studied(
    marked: MarkedArticle,
    units: Sequence[Unit],
    mentions: Sequence[Sequence[Mention]],
    reported: set[str],
    words: Vocabulary,
) -> dict[str, str]:
    """The figures of studies with a maker, and of the sentences that go on with their results."""
    inside = FiguresInside(marked.figures)
    found: dict[str, str] = {}
    study: _Study | None = None
    for unit, named in zip(units, mentions, strict=True):
        figures = list(inside.figures(unit.span))
        maker = _maker(unit, named, words)
        if maker:
            study = _Study(maker) if study is None or study.maker != maker else study
        if study is None or (not maker and _ends(study, unit, figures, reported)):
            continue
        again = maker or _tells_of_study(unit, words)
        for figure in figures:
            if again or (figure.unit and figure.unit in study.measured):
                found[figure.id] = study.maker
        if again:
            study.left = _GOES_ON
            study.measured |= {figure.unit for figure in figures}
    return found


def _ends(study: _Study, unit: Unit, figures: Sequence[Figure], reported: set[str]) -> bool:
    """Whether a sentence is none of the study's: somebody else tells it, or the study is over."""
    study.left -= 1
    told = any(figure.sentence in reported for figure in figures)
    return unit.heading or told or study.left < 0


def _tells_of_study(unit: Unit, words: Vocabulary) -> bool:
    """Whether a sentence names the study again: The poll found more."""
    return any(
        token.lower in words.studies and before.lower in words.definite
        for before, token in zip(unit.tokens, unit.tokens[1:], strict=False)
    )


def _maker(unit: Unit, named: Sequence[Mention], words: Vocabulary) -> str | None:
    """Who made the study that a sentence tells of: a Roe poll found; according to a survey by Roe."""
    plain = [token.lower for token in unit.tokens]
    if unit.heading or words.finds.isdisjoint(plain):
        return None
    for mention in named:
        if mention.holder.person or mention.holder.kind in {"place", "people"}:
            continue
        behind = [
            word for word in plain[mention.last : mention.last + 1 + _BEFORE_STUDY] if word != POSSESSIVE
        ]
        study = next((at for at, word in enumerate(behind) if word in words.studies), None)
        if study is not None and all(
            word[0].isalnum() and word not in words.verbs for word in behind[:study]
        ):
            return mention.holder.name
        before = plain[max(0, mention.first - 1 - _BEHIND_STUDY) : mention.first]
        made = [at for at, word in enumerate(before) if word in words.studies]
        if made and not words.made_by.isdisjoint(before[made[-1] :]):
            return mention.holder.name
    return None
