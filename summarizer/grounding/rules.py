"""What the rules claim of an article: who says what, as far as its wording tells."""

from collections.abc import Container

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import Attributed, Speaker
from summarizer.analysis.instructions import find_instructions
from summarizer.article import Span
from summarizer.claims import (
    ByName,
    Claims,
    FigureClaim,
    PartyClaim,
    PositionClaim,
    QuoteClaim,
    SentenceClaim,
    Who,
)

_MOST_SENTENCES = 3
"""Sentences of evidence for what is reported."""
_LONGEST_DESCRIPTION = 120
"""Characters."""
_MARKS = ",;:"


def rule_claims(marked: MarkedArticle, attributed: Attributed) -> Claims:
    """Return what the rules claim of an article; they sum nothing up, and say nothing of a topic."""
    sentences = {sentence.id: sentence.span for sentence in marked.sentences}
    quotations = {quotation.id: quotation.span for quotation in marked.quotations}
    ends = {span.end for span in sentences.values()}
    figures = {figure.id: figure.span for figure in marked.figures}
    known = {name for party in attributed.parties if party.role for name in (party.name, *party.aliases)}
    bids = {one.sentence for one in find_instructions(marked)}

    def named(name: str | None) -> tuple[Who, ...]:
        """Who is meant; nobody by words that name no party."""
        return (ByName(name),) if name in known and name else ()

    return Claims(
        headline=SentenceClaim(""),
        abstract=(),
        parties=tuple(
            PartyClaim(
                party.name,
                party.kind,
                party.description if len(party.description) <= _LONGEST_DESCRIPTION else "",
                party.aliases,
                party.role,
                origin="rule",
            )
            for party in attributed.parties
        ),
        quotes=tuple(
            QuoteClaim(
                quotation.span,
                tuple(who for name in attributed.speaker_names(quotation.id) for who in named(name)),
                origin="rule",
                certain=attributed.is_settled(quotation.id),
                explicit=_is_named(attributed.speakers.get(quotation.id)),
                sure=_is_sure(attributed.speakers.get(quotation.id)),
            )
            for quotation in attributed.said
        ),
        figures=tuple(
            FigureClaim(
                figures[number],
                facts.measures,
                named(facts.claimant),
                within=quotations[facts.quotation] if facts.quotation else None,
                claimant_origin="rule",
            )
            for number, facts in attributed.figures.items()
        ),
        positions=tuple(
            PositionClaim(
                tuple(sentences[number] for number in note.sentences[:_MOST_SENTENCES]),
                tuple(ByName(name) for name in note.names if name in known),
                note.stance,
                _statement(marked, note.clause, ends),
                told_by=next(iter(named(note.told_by)), None),
                toward=named(note.toward),
                wording="article",
                origin="rule",
                explicit=note.is_explicit,
            )
            for note in attributed.positions
            if known.intersection(note.names) and bids.isdisjoint(note.sentences)
        ),
    )


def _is_named(speaker: Speaker | None) -> bool:
    """Whether a name stands beside the words that attribute a quotation."""
    return speaker is not None and speaker.how in {"cue", "label"}


def _is_sure(speaker: Speaker | None) -> bool:
    return speaker is None or speaker.is_sure


def _statement(marked: MarkedArticle, span: Span, ends: Container[int]) -> str:
    """Return the words, with dots behind them where the article goes on in the middle of a sentence."""
    words = " ".join(marked.article.slice(span).split())
    return words if span.end in ends else f"{words.rstrip(_MARKS)} …"
