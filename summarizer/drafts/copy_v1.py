"""Draft format `copy/1`: the model copies the words, and grounding has to find them."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from summarizer.analysis import MarkedArticle
from summarizer.claims import ByName, Claims, Copied, FigureClaim, PositionClaim, QuoteClaim, SentenceClaim
from summarizer.drafts.base import Abstract, Draft, DraftPart, Headline
from summarizer.drafts.marks import named
from summarizer.drafts.parties import DraftParty, Name, Stance


class CopiedQuote(DraftPart):
    """A quotation, copied."""

    text: str = Field(
        min_length=1, max_length=1200, description="The quoted words, copied from the article exactly."
    )
    speaker: Name | None = Field(description="Who says it: a name from the article; null if nobody is named.")


class CopiedPosition(DraftPart):
    """A position, with the sentences that show it, copied."""

    party: Name = Field(description="Whose position it is: a name from parties.")
    stance: Stance
    statement: str = Field(min_length=1, max_length=200, description="The position in one short sentence.")
    evidence: list[Annotated[str, Field(min_length=1, max_length=600)]] = Field(
        min_length=1, max_length=3, description="The sentences that show it, copied from the article exactly."
    )


class CopiedFigure(DraftPart):
    """A figure, copied, with its value."""

    text: str = Field(
        min_length=1,
        max_length=80,
        description="The number as the article writes it, copied with words such as 'at least'.",
    )
    value: str = Field(
        pattern=r"^-?[0-9]{1,18}(\.[0-9]{1,6})?$",
        max_length=26,
        description="The number in plain digits: 1.5 million is 1500000.",
    )
    unit: str | None = Field(max_length=40, description="Currency, % or unit; null if it only counts.")
    measures: str = Field(min_length=1, max_length=100, description="What it counts, in a few words.")
    claimed_by: Name | None = Field(description="The party that gives the number; null for the article.")


class CopyDraft(Draft):
    """Format `copy/1`: the model copies the words, and grounding has to find them."""

    format = "copy/1"

    headline: Headline
    abstract: Abstract
    parties: list[DraftParty] = Field(max_length=12)
    quotes: list[CopiedQuote] = Field(max_length=40)
    positions: list[CopiedPosition] = Field(max_length=12)
    figures: list[CopiedFigure] = Field(max_length=40)

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what this draft claims of an article; where its words stand is still to be found."""
        del marked  # nothing is referred to by number
        return Claims(
            headline=SentenceClaim(self.headline, cites=False),
            abstract=(SentenceClaim(self.abstract, cites=False),),
            parties=tuple(party.to_claim() for party in self.parties),
            quotes=tuple(QuoteClaim(Copied(quote.text), named(quote.speaker)) for quote in self.quotes),
            figures=tuple(
                FigureClaim(
                    Copied(figure.text),
                    figure.measures,
                    named(figure.claimed_by),
                    value=Decimal(figure.value),
                )
                for figure in self.figures
            ),
            positions=tuple(
                PositionClaim(
                    tuple(Copied(text) for text in position.evidence),
                    (ByName(position.party),),
                    position.stance,
                    position.statement,
                )
                for position in self.positions
            ),
            unreadable=self.unreadable,
        )
