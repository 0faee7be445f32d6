"""Articles in one line each, and what their wording tells, for the tests of attribution."""

from summarizer.analysis import MarkedArticle, mark
from summarizer.analysis.attribution import Attributed, attribute
from summarizer.article import Article


def marked(text: str, language: str | None = None) -> MarkedArticle:
    return mark(Article(text=text, language=language))


def told(text: str, language: str | None = None) -> Attributed:
    return attribute(marked(text, language))


def speakers(text: str) -> list[str | None]:
    """Who says each quotation that stands in no other, in order."""
    article = marked(text)
    found = attribute(article)
    return [found.speaker_name(quotation.id) for quotation in article.quotations if quotation.within is None]


def said(text: str) -> list[str]:
    """The words between quotation marks that are somebody's."""
    return [text[quotation.span.start : quotation.span.end] for quotation in told(text).said]


def reported(text: str) -> list[tuple[str | None, str, str]]:
    """Who reports what with which stance."""
    return [
        (report.source.name, report.stance, text[report.words.start : report.words.end])
        for report in told(text).reports
    ]


def sources(text: str) -> list[str | None]:
    """Who is reported, in order."""
    return [report.source.name for report in told(text).reports]


def named(text: str) -> dict[str, list[str]]:
    """All parties with their other names."""
    return {party.name: list(party.aliases) for party in told(text).parties}


def kinds(text: str) -> dict[str, str]:
    return {party.name: party.kind for party in told(text).parties}


def descriptions(text: str) -> dict[str, str]:
    return {party.name: party.description for party in told(text).parties}


def measures(text: str) -> list[str]:
    """What each figure counts."""
    return [facts.measures for facts in told(text).figures.values()]


def claimants(text: str) -> list[str | None]:
    """Who gives each figure."""
    found = told(text)
    return [
        found.speaker_name(facts.quotation) if facts.quotation else facts.claimant
        for facts in found.figures.values()
    ]


def positions(text: str) -> list[tuple[str, str, str]]:
    """Who holds which stance, and the clause that tells it."""
    return [
        (" and ".join(note.names), note.stance, text[note.clause.start : note.clause.end])
        for note in told(text).positions
    ]


def stances(text: str) -> list[tuple[str, str]]:
    """Who holds which stance."""
    return [(holders, stance) for holders, stance, _ in positions(text)]
