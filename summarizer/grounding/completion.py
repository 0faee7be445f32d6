"""A draft that answers what is open, completed with what the article's wording tells."""

from collections.abc import Iterator

from summarizer.analysis import MarkedArticle
from summarizer.analysis.attribution import Attributed
from summarizer.article import Span
from summarizer.draft import (
    DraftParty,
    HintedDraft,
    MarkedFigure,
    MarkedPosition,
    MarkedQuote,
    ReferenceDraft,
)
from summarizer.grounding.vocabulary import NOBODY

_MOST_SENTENCES = 3
_OPENING = tuple("“\"'‘(«")


class ToldFigure(MarkedFigure):
    """A figure whose claimant the article's wording tells."""


class ArticlePosition(MarkedPosition):
    """A position in the article's own words."""


def completed(marked: MarkedArticle, told: Attributed, draft: HintedDraft) -> ReferenceDraft:
    """The draft as if the model had answered everything.

    Its lists are as long as the article asks for; the bounds of the format, which keep a model from running
    away, do not hold for it.
    """
    answered = {quote.quote: quote.speaker for quote in draft.speakers if quote.speaker}
    known = {quotation.id for quotation in marked.quotations}
    speakers = {
        quotation.id: (
            told.speaker_name(quotation.id)
            if told.is_settled(quotation.id)
            else answered.get(quotation.id) or told.speaker_name(quotation.id)
        )
        for quotation in told.said
    }
    measures = {
        figure.figure: figure.measures
        for figure in draft.figures
        if figure.measures.strip(" .").casefold() not in NOBODY
    }
    return ReferenceDraft.model_construct(
        quotes=[
            *(MarkedQuote(quote=item, speaker=name) for item, name in speakers.items()),
            *(
                MarkedQuote(quote=quote.quote, speaker=quote.speaker)
                for quote in draft.speakers
                if quote.speaker and quote.quote not in known
            ),
        ],
        figures=[
            *(
                ToldFigure.model_construct(
                    figure=item,
                    measures=measures.get(item) or facts.measures,
                    claimed_by=speakers.get(facts.quotation) if facts.quotation else facts.claimant,
                )
                for item, facts in told.figures.items()
            ),
            *(
                MarkedFigure(figure=figure.figure, measures=figure.measures, claimed_by=None)
                for figure in draft.figures
                if figure.figure in measures and figure.figure not in told.figures
            ),
        ],
        parties=_parties(told, draft, {name for name in speakers.values() if name}),
        positions=list(_positions(marked, told, draft)),
        unmarked_quotes=[],
        abstract=draft.abstract,
        headline=draft.headline,
    )


def _parties(told: Attributed, draft: HintedDraft, speakers: set[str]) -> list[DraftParty]:
    """The model's parties, and those it does not list who are quoted or reported."""
    sources = {report.source.name for report in told.reports} | speakers
    known = [
        DraftParty.model_construct(
            name=party.name,
            kind=party.kind,
            description=party.description[:120],
            aliases=list(party.aliases),
        )
        for party in told.parties
        if party.name in sources
    ]
    named = {party.name for party in told.parties} | {quote.speaker for quote in draft.speakers}
    offices = [
        DraftParty.model_construct(name=name, kind="group", description="", aliases=[])
        for name in sorted(filter(None, sources - named))
    ]
    return [*draft.parties, *known, *offices]


def _positions(marked: MarkedArticle, told: Attributed, draft: HintedDraft) -> Iterator[MarkedPosition]:
    """What is reported, in the article's words, and the model's positions besides."""
    for report in told.reports:
        if report.source.name and not report.quoted:
            yield ArticlePosition.model_construct(
                evidence=list(report.sentences[:_MOST_SENTENCES]),
                party=report.source.name,
                stance=report.stance,
                statement=_plain(marked, report.words),
            )
    yield from draft.positions


def _plain(marked: MarkedArticle, span: Span) -> str:
    """The words, with dots behind them where the article goes on in the middle of a clause."""
    goes_on = marked.article.text[span.end : span.end + 2].lstrip()[:1]
    words = " ".join(marked.article.slice(span).split())
    return f"{words} …" if goes_on.isalnum() or goes_on in _OPENING else words
