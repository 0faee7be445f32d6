"""What the rules claim of an article: who says what, as far as its wording tells."""

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import Attributed, Report, Speaker
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
_OPENING = tuple("“\"'‘(«")


def rule_claims(marked: MarkedArticle, attributed: Attributed) -> Claims:
    """Return what the rules claim of an article; they sum nothing up, and say nothing of a topic."""
    sentences = {sentence.id: sentence.span for sentence in marked.sentences}
    quotations = {quotation.id: quotation.span for quotation in marked.quotations}
    figures = {figure.id: figure.span for figure in marked.figures}
    return Claims(
        headline=SentenceClaim(""),
        abstract=(),
        parties=tuple(
            PartyClaim(
                party.name,
                party.kind,
                party.description[:_LONGEST_DESCRIPTION],
                party.aliases,
                origin="rule",
            )
            for party in attributed.parties
        ),
        quotes=tuple(
            QuoteClaim(
                quotation.span,
                _named(attributed.speaker_name(quotation.id)),
                origin="rule",
                certain=attributed.is_settled(quotation.id),
                explicit=_is_named(attributed.speakers.get(quotation.id)),
            )
            for quotation in attributed.said
        ),
        figures=tuple(
            FigureClaim(
                figures[number],
                facts.measures,
                _named(facts.claimant),
                within=quotations[facts.quotation] if facts.quotation else None,
                claimant_origin="rule",
            )
            for number, facts in attributed.figures.items()
        ),
        positions=tuple(
            PositionClaim(
                tuple(sentences[number] for number in report.sentences[:_MOST_SENTENCES]),
                (ByName(report.source.name),),
                report.stance,
                _statement(marked, report.words),
                wording="article",
                origin="rule",
                explicit=report.source.kind == "name",
            )
            for report in attributed.reports
            if _is_position(report) and report.source.name
        ),
        sources=tuple(ByName(report.source.name) for report in attributed.reports if report.source.name),
    )


def _is_position(report: Report) -> bool:
    """Whether a report says more than that words in quotation marks were said, which is a quote already."""
    return not report.quoted


def _is_named(speaker: Speaker | None) -> bool:
    """Whether a name stands beside the words that attribute a quotation."""
    return speaker is not None and speaker.how == "cue"


def _named(name: str | None) -> tuple[Who, ...]:
    return () if name is None else (ByName(name),)


def _statement(marked: MarkedArticle, span: Span) -> str:
    """Return the words, with dots behind them where the article goes on in the middle of a clause."""
    goes_on = marked.article.text[span.end : span.end + 2].lstrip()[:1]
    words = " ".join(marked.article.slice(span).split())
    return f"{words} …" if goes_on.isalnum() or goes_on in _OPENING else words
