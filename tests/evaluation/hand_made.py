"""Small annotated articles and summaries of them, for the tests of evaluation."""

from summarizer.article import Article, Span
from summarizer.evaluation.gold import GoldArticle
from summarizer.summary import (
    AbstractSentence,
    Anchor,
    ArticleFacts,
    Coverage,
    FigureItem,
    Headline,
    Party,
    Position,
    Quote,
    Rejected,
    Summary,
    Tally,
)

TEXT = (
    "Mayor Ann Roe opened the bridge. “It will last a century,” she told the Harbour Post. "
    "Bo Doe, a “so-called” expert, claimed that about 40 bolts were missing. "
    "“They know it,” he added, “and they are silent.”"
)
ARTICLE = Article(text=TEXT, language="en")


def at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def anchor(words):
    return Anchor.at(TEXT, *at(words))


def gold(**parts):
    empty = {"quotes": (), "positions": ()}
    return GoldArticle(name="bridge", article=ARTICLE, **(empty | parts))


def party(number, name, *aliases, kind="person"):
    return Party(id=f"p{number}", name=name, kind=kind, description="", aliases=list(aliases), mentions=[])


def quote(words, *speakers, text=None, kind="speech"):
    place = anchor(words)
    return Quote(id="q1", text=text or words, anchor=place, speakers=speakers, kind=kind, verdict="verbatim")


def position(who, evidence, stance="claims", told_by=None, toward=()):
    return Position(
        id="c1",
        holders=who.split(),
        told_by=told_by,
        toward=toward,
        stance=stance,
        statement="So it is.",
        evidence=[anchor(evidence)],
    )


def figure(words, value, comparator="exactly", upper=None, unit=None, claimed_by=()):
    return FigureItem(
        id="f1",
        text=words,
        anchor=anchor(words),
        value=value,
        comparator=comparator,
        upper=upper,
        unit=unit,
        measures="bolts",
        claimed_by=claimed_by,
    )


def summary(*, parties=(), positions=(), quotes=(), figures=(), provenance=None):
    nothing = Tally(found=0, reported=0)
    rejected: list[Rejected] = []
    return Summary(
        article=ArticleFacts(id=ARTICLE.id, characters=len(TEXT)),
        headline=Headline(text="A bridge opens"),
        abstract=[AbstractSentence(text="A bridge was opened.", evidence=[])],
        parties=list(parties),
        positions=list(positions),
        quotes=list(quotes),
        figures=list(figures),
        rejected=rejected,
        coverage=Coverage(
            quotations=nothing,
            figures=nothing,
            sentences=nothing,
            quotations_left_out=[],
            figures_left_out=[],
            sentences_left_out=[],
        ),
        warnings=[],
        provenance=provenance,
    )
