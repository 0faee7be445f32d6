"""Articles and drafts in one line each, for the tests of grounding."""

from pathlib import Path
from typing import Any

from summarizer.analysis import MarkedArticle, mark
from summarizer.article import Article
from summarizer.draft import (
    CopiedFigure,
    CopiedPosition,
    CopiedQuote,
    CopyDraft,
    DraftParty,
    MarkedFigure,
    MarkedPosition,
    MarkedQuote,
    PartyKind,
    ReferenceDraft,
    UnmarkedQuote,
)
from summarizer.grounding import ground
from summarizer.summary import Rejected, Summary

CAIRO = mark(Article(text=(Path(__file__).parent.parent / "articles" / "cairo-talks.txt").read_text("utf-8")))


def marked(text: str) -> MarkedArticle:
    return mark(Article(text=text))


def party(name: str, kind: PartyKind = "person", *aliases: str) -> DraftParty:
    return DraftParty(name=name, kind=kind, description="", aliases=list(aliases))


def named(quote: str, speaker: str | None = None) -> MarkedQuote:
    return MarkedQuote(quote=quote, speaker=speaker)


def copied(text: str, speaker: str | None = None) -> CopiedQuote:
    return CopiedQuote(text=text, speaker=speaker)


def unmarked(text: str, speaker: str | None = None) -> UnmarkedQuote:
    return UnmarkedQuote(text=text, speaker=speaker)


def counted(figure: str, claimed_by: str | None = None) -> MarkedFigure:
    return MarkedFigure(figure=figure, measures="people", claimed_by=claimed_by)


def number(text: str, value: str) -> CopiedFigure:
    return CopiedFigure(text=text, value=value, unit=None, measures="people", claimed_by=None)


def holds(party: str, *evidence: str) -> MarkedPosition:
    return MarkedPosition(party=party, stance="demands", statement="They want it.", evidence=list(evidence))


def copied_position(party: str, *evidence: str) -> CopiedPosition:
    return CopiedPosition(party=party, stance="demands", statement="They want it.", evidence=list(evidence))


def reference(**parts: Any) -> ReferenceDraft:
    empty: dict[str, Any] = {
        "parties": [],
        "quotes": [],
        "positions": [],
        "figures": [],
        "unmarked_quotes": [],
    }
    return ReferenceDraft(**{"headline": "News", "abstract": "Something happened.", **empty, **parts})


def copy(**parts: Any) -> CopyDraft:
    empty: dict[str, Any] = {"parties": [], "quotes": [], "positions": [], "figures": []}
    return CopyDraft(**{"headline": "News", "abstract": "Something happened.", **empty, **parts})


def quoted(text: str, *offers: str) -> Summary:
    return ground(marked(text), copy(quotes=[copied(offer) for offer in offers]))


def codes(summary: Summary) -> list[str]:
    return [warning.code for warning in summary.warnings]


def rejected(summary: Summary, kind: str) -> list[Rejected]:
    return [item for item in summary.rejected if item.kind == kind]
