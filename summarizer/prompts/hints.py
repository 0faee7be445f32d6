"""What is put before a model: who speaks and what is reported, as the wording tells, and what is open."""

from collections.abc import Iterable, Sequence

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution.attribution import Attributed
from summarizer.article import Span
from summarizer.prompts.rendering import (
    Line,
    curled,
    defused,
    figure_line,
    quotation_line,
    room,
    within,
)

_WORDS_SHOWN = 16
_CHARACTERS_SHOWN = 300
_MOST_REPORTS = 40
_MOST_PARTIES = 24


def open_quotations(marked: MarkedArticle, told: Attributed) -> list[Line]:
    """The quotations whose speaker the wording does not tell by name, amid the words around them."""
    text = curled(marked)
    lines = (
        quotation_line(text, marked, quotation)
        for quotation in told.said
        if not told.is_settled(quotation.id)
    )
    return within(lines, room(marked) // 3)


def open_figures(marked: MarkedArticle, told: Attributed) -> list[Line]:
    """The figures behind which no words say what they count."""
    lines = (
        figure_line(marked, figure)
        for figure in marked.figures
        if not (figure.unit or told.figures[figure.id].measures)
    )
    return within(lines, room(marked) // 6)


def headline_sentences(marked: MarkedArticle, told: Attributed) -> frozenset[str]:
    """The sentences of the headline, which a small model would copy instead of summing up."""
    ends = [unit.span.end for unit in told.units if unit.heading and not unit.paragraph]
    return frozenset(sentence.id for sentence in marked.sentences if ends and sentence.span.end <= ends[-1])


def report_lines(marked: MarkedArticle, told: Attributed) -> list[str]:
    """Each report: whose it is, and how the article words it, cut short."""
    text = curled(marked)
    lines = []
    for report in told.reports[:_MOST_REPORTS]:
        words = text[report.words.start : report.words.end].split()
        shown = " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
        if report.source.name:
            lines.append(_cut_short(defused(f"{report.source.name}: {shown}")))
    return lines


def sentence_lines(marked: MarkedArticle, spans: Iterable[Span]) -> list[Line]:
    """Return sentences with the number of the first at each place, each on one line, cut short."""
    text = curled(marked)
    numbers = {sentence.span.start: sentence.id for sentence in marked.sentences}
    return [
        Line(numbers[span.start], _cut_short(defused(" ".join(text[span.start : span.end].split()))))
        for span in spans
    ]


def _cut_short(words: str) -> str:
    return words if len(words) <= _CHARACTERS_SHOWN else words[:_CHARACTERS_SHOWN].rsplit(" ", 1)[0] + " …"


def party_names(told: Attributed) -> Sequence[str]:
    """Those quoted or reported, with what the article says they are."""
    sources = [party for party in told.parties if party.is_source][:_MOST_PARTIES]
    return [
        _cut_short(defused(f"{party.name}, {party.description}" if party.description else party.name))
        for party in sources
    ]
