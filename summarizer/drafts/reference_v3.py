"""Draft format `reference/3`: the model decides, and refers to everything by number."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from summarizer.analysis import MarkedArticle
from summarizer.claims import (
    ById,
    Claims,
    FigureClaim,
    PartyClaim,
    PositionClaim,
    QuoteClaim,
    SentenceClaim,
    Who,
)
from summarizer.drafts.base import Draft, DraftPart
from summarizer.drafts.marks import MarkIndex
from summarizer.summary import Stance

PartyId = Annotated[str, Field(pattern=r"^p[1-9][0-9]?$", max_length=3)]
SentenceId = Annotated[str, Field(pattern=r"^s[1-9][0-9]{0,4}$", max_length=6)]
QuotationId = Annotated[str, Field(pattern=r"^q[1-9][0-9]{0,4}$", max_length=6)]
FigureId = Annotated[str, Field(pattern=r"^f[1-9][0-9]{0,4}$", max_length=6)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Evidence = Annotated[
    list[SentenceId],
    Field(min_length=1, max_length=6, description="Numbers of the sentences that carry it, such as s4."),
]
Cited = Annotated[
    list[SentenceId],
    Field(max_length=6, description="Numbers of the sentences that carry it, such as s4; at least one."),
]
"""Evidence of the model's own words, which are shown as doubtful without it rather than left out."""
Parties = Annotated[list[PartyId], Field(max_length=6)]


class PartyDraft(DraftPart):
    """A party, once, whatever the article calls it."""

    id: PartyId = Field(description="p1, p2 and so on, in order.")
    name: Name = Field(description="The fullest name the article uses.")
    kind: Literal["person", "organisation", "government", "group", "outlet", "other"]
    role: Literal["main", "minor"]
    description: str = Field(max_length=120, description="Who this is by the article, in two to eight words.")
    aliases: list[Name] = Field(max_length=10, description="All other names in the article for it.")


class PositionDraft(DraftPart):
    """One stand of a party on one matter."""

    evidence: Evidence
    holders: Annotated[list[PartyId], Field(min_length=1, max_length=6)] = Field(
        description="Whose position it is; several if they state it together."
    )
    told_by: PartyId | None = Field(
        description="Who tells it of the holders; null if they say it themselves."
    )
    toward: Parties = Field(description="Whom it is about or addressed to.")
    stance: Stance
    topic: str = Field(min_length=1, max_length=80, description="A noun phrase of two to five words.")
    statement: str = Field(
        min_length=1,
        max_length=300,
        description="One neutral sentence that names the holder and stands alone.",
    )


class QuoteDraft(DraftPart):
    """What a numbered quotation is, and who says it."""

    quote: QuotationId
    speakers: Parties
    kind: Literal["speech", "written", "term", "title"]


class UnmarkedQuoteDraft(DraftPart):
    """A sentence that is somebody's own words without quotation marks."""

    sentence: SentenceId
    speakers: Parties


class FigureDraft(DraftPart):
    """What a numbered figure counts, and who claims it."""

    figure: FigureId
    kind: Literal["count", "money", "share", "rate", "duration", "age", "measure", "change", "rank", "none"]
    measures: str = Field(
        max_length=100, description="What it counts, in two to six words without the number."
    )
    claimed_by: Parties


class AbstractSentence(DraftPart):
    """A sentence of the abstract, with what carries it."""

    text: str = Field(min_length=1, max_length=400)
    evidence: Cited

    def to_claim(self, marks: MarkIndex) -> SentenceClaim:
        """Return what this claims."""
        return SentenceClaim(self.text, marks.sentences(self.evidence))


class HeadlineDraft(DraftPart):
    """The news in one line, with what carries it."""

    text: str = Field(min_length=1, max_length=160)
    evidence: Cited

    def to_claim(self, marks: MarkIndex) -> SentenceClaim:
        """Return what this claims."""
        return SentenceClaim(self.text, marks.sentences(self.evidence))


class DecidingDraft(Draft):
    """Format `reference/3`: the model decides who holds, says and claims what, and gives parties ids."""

    format = "reference/3"
    abstract_format = "abstract/2"
    names_terms = True

    parties: list[PartyDraft] = Field(max_length=24)
    positions: list[PositionDraft] = Field(max_length=40)
    quotes: list[QuoteDraft] = Field(max_length=200)
    unmarked_quotes: list[UnmarkedQuoteDraft] = Field(max_length=40)
    figures: list[FigureDraft] = Field(max_length=200)
    abstract: list[AbstractSentence] = Field(min_length=1, max_length=4)
    headline: HeadlineDraft

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what this draft claims of an article."""
        marks = MarkIndex(marked)
        return Claims(
            headline=self.headline.to_claim(marks),
            abstract=tuple(sentence.to_claim(marks) for sentence in self.abstract),
            parties=tuple(
                PartyClaim(
                    party.name, party.kind, party.description, tuple(party.aliases), party.role, party.id
                )
                for party in self.parties
            ),
            quotes=(
                *(
                    QuoteClaim(marks.place(quote.quote, "quotation"), _ids(quote.speakers), quote.kind)
                    for quote in self.quotes
                ),
                *(
                    QuoteClaim(marks.place(quote.sentence, "sentence"), _ids(quote.speakers), "speech")
                    for quote in self.unmarked_quotes
                ),
            ),
            figures=tuple(
                FigureClaim(
                    marks.place(figure.figure, "figure"),
                    figure.measures,
                    _ids(figure.claimed_by),
                    figure.kind,
                )
                for figure in self.figures
            ),
            positions=tuple(
                PositionClaim(
                    marks.sentences(position.evidence),
                    _ids(position.holders),
                    position.stance,
                    position.statement,
                    told_by=ById(position.told_by) if position.told_by else None,
                    toward=_ids(position.toward),
                    topic=position.topic,
                )
                for position in self.positions
            ),
            unreadable=self.unreadable,
        )


def _ids(parties: Iterable[str]) -> tuple[Who, ...]:
    return tuple(map(ById, dict.fromkeys(parties)))
