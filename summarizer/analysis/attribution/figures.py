"""What stands beside a figure: what it counts, and who gives it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.claimants import FiguresInside
from summarizer.analysis.attribution.units import Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span

_MOST_WORDS = 6
_Words = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """What the wording tells of a figure.

    `measures` is what it counts, in the article’s words; empty where no such words stand behind it.
    `quotation` is the said quotation that it stands in; outside of all, `claimant` is the name of the source
    that reports it.
    """

    measures: str = ""
    quotation: str | None = None
    claimant: str | None = None


def figure_facts(
    marked: MarkedArticle,
    said: Sequence[Quotation],
    claimants: Mapping[str, str],
    measures: Mapping[str, str],
) -> dict[str, FigureFacts]:
    """The facts of every figure, by its id; of the quotations that hold one, the first counts."""
    inside = FiguresInside(marked.figures)
    quotations: dict[str, str] = {}
    for quotation in said:
        for figure in inside(quotation.span):
            quotations.setdefault(figure, quotation.id)
    return {
        figure.id: FigureFacts(
            measures.get(figure.id, ""),
            quotations.get(figure.id),
            None if figure.id in quotations else claimants.get(figure.id),
        )
        for figure in marked.figures
    }


def measures(marked: MarkedArticle, units: Sequence[Unit], words: Vocabulary) -> dict[str, str]:
    """The words behind each figure that say what it counts, by its id: 40 [old homes] in the valley."""
    found: dict[str, str] = {}
    for figure in marked.figures:
        at = bisect_right(units, figure.span.start, key=lambda unit: unit.span.start) - 1
        span = _counted(units[at].tokens, figure.span, words) if at >= 0 else None
        if span:
            found[figure.id] = " ".join(marked.article.slice(span).split())
    return found


def _counted(tokens: _Words, figure: Span, words: Vocabulary) -> Span | None:
    first = bisect_left(tokens, figure.end, key=lambda token: token.start)
    if first == len(tokens) or tokens[first].start > figure.end + 1:
        return None
    last = first
    while last < min(first + _MOST_WORDS, len(tokens)) and _belongs(tokens[last], words):
        last += 1
    while last > first and _only_joins(tokens[last - 1].lower, words):
        last -= 1
    while first < last and _only_opens(tokens[first].lower, words):
        first += 1
    return Span(tokens[first].start, tokens[last - 1].end) if first < last else None


def _belongs(token: Token, words: Vocabulary) -> bool:
    """Whether a word may be one of those that say what a number counts."""
    plain = token.lower
    ends = (words.auxiliaries, words.relatives, words.conjunctions, words.ends_counted, words.days)
    if token.kind != "word" or any(plain in group for group in ends):
        return False
    return plain not in words.verbs or plain in words.nouns or not words.is_inflected(plain)


def _only_joins(plain: str, words: Vocabulary) -> bool:
    return plain in words.prepositions or plain in words.determiners


def _only_opens(plain: str, words: Vocabulary) -> bool:
    return plain in words.opens_counted or plain in words.determiners
