"""Articles and drafts in one line each, for the tests of grounding."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.analysis import MarkedArticle, mark
from summarizer.article import Article
from summarizer.drafts import CopyDraft, DecidingDraft, DraftParty, ReferenceDraft
from summarizer.drafts.copy_v1 import CopiedFigure, CopiedPosition, CopiedQuote
from summarizer.drafts.parties import PartyKind
from summarizer.drafts.reference_v1 import MarkedFigure, MarkedPosition, MarkedQuote, UnmarkedQuote
from summarizer.drafts.reference_v3 import (
    AbstractSentence,
    FigureDraft,
    HeadlineDraft,
    PartyDraft,
    PositionDraft,
    QuoteDraft,
)
from summarizer.pipeline import ground_draft
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


def one(number: int, name: str, kind: Any = "person", *aliases: str, role: Any = "main") -> PartyDraft:
    """A party with the id `p1` and so on."""
    return PartyDraft(id=f"p{number}", name=name, kind=kind, role=role, description="", aliases=list(aliases))


def held(*holders: str, by: str | None = None, toward: Sequence[str] = (), **fields: Any) -> PositionDraft:
    """A demand of these parties that stands in the first sentence, unless told otherwise."""
    position = {"evidence": ["s1"], "stance": "demands", "topic": "pay", "statement": "They want it."}
    return PositionDraft(
        **{"holders": list(holders), "told_by": by, "toward": list(toward), **position, **fields}
    )


def said(quote: str, *speakers: str, kind: Any = "speech") -> QuoteDraft:
    return QuoteDraft(quote=quote, speakers=list(speakers), kind=kind)


def figure(number: str, *claimed_by: str, kind: Any = "count", measures: str = "houses") -> FigureDraft:
    return FigureDraft(figure=number, kind=kind, measures=measures, claimed_by=list(claimed_by))


def sentence(text: str, *evidence: str) -> AbstractSentence:
    return AbstractSentence(text=text, evidence=list(evidence))


def deciding(**parts: Any) -> DecidingDraft:
    empty: dict[str, Any] = {
        "parties": [],
        "positions": [],
        "quotes": [],
        "unmarked_quotes": [],
        "figures": [],
        "abstract": [sentence("Something happened.", "s1")],
        "headline": HeadlineDraft(text="News", evidence=["s1"]),
    }
    return DecidingDraft(**{**empty, **parts})


def quoted(text: str, *offers: str) -> Summary:
    return ground_draft(marked(text), copy(quotes=[copied(offer) for offer in offers]))


def codes(summary: Summary) -> list[str]:
    return [warning.code for warning in summary.warnings]


def rejected(summary: Summary, kind: str) -> list[Rejected]:
    return [item for item in summary.rejected if item.kind == kind]
