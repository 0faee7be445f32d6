"""Draft format `reference/2`: the model fills in what the article's wording leaves open."""

from typing import Annotated

from pydantic import Field

from summarizer.analysis import MarkedArticle
from summarizer.claims import Claims, FigureClaim, QuoteClaim, SentenceClaim
from summarizer.drafts.base import Draft, DraftPart, Headline
from summarizer.drafts.marks import MarkIndex, named
from summarizer.drafts.parties import DraftParty, Name
from summarizer.drafts.reference_v1 import MarkedPosition

Sentence = Annotated[str, Field(min_length=1, max_length=300)]


class OpenQuote(DraftPart):
    """Who says a quotation that the article's wording leaves open."""

    quote: Annotated[str, Field(pattern=r"^q[1-9][0-9]{0,3}$", max_length=5)] = Field(
        description="Number of the quotation, such as q3."
    )
    speaker: Name | None = Field(description="Who says it: a name from the article; null if nobody is named.")


class CountedFigure(DraftPart):
    """What a figure of the article counts."""

    figure: Annotated[str, Field(pattern=r"^f[1-9][0-9]{0,3}$", max_length=5)] = Field(
        description="Number of the figure, such as f2."
    )
    measures: str = Field(min_length=1, max_length=60, description="What it counts, in two to five words.")


class HintedDraft(Draft):
    """Format `reference/2`: the model fills in what the article's wording leaves open.

    Who is quoted, what is reported of whom, and what stands beside a figure is read off the wording and put
    before the model; it answers what is open, puts the positions into words, and sums up.
    """

    format = "reference/2"
    authority = "rules"

    speakers: list[OpenQuote] = Field(max_length=60)
    figures: list[CountedFigure] = Field(max_length=40)
    parties: list[DraftParty] = Field(max_length=6)
    positions: list[MarkedPosition] = Field(max_length=8)
    what_happened: Sentence = Field(description="One neutral sentence of your own words.")
    what_each_side_says: Sentence = Field(description="One neutral sentence of your own words.")
    headline: Headline

    @property
    def abstract(self) -> str:
        """Both sentences."""
        return f"{self.what_happened.rstrip()} {self.what_each_side_says.lstrip()}".rstrip()

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what the model claims of an article; what the wording tells is for the rules to claim."""
        marks = MarkIndex(marked)
        return Claims(
            headline=SentenceClaim(self.headline, cites=False),
            abstract=(SentenceClaim(self.abstract, cites=False),),
            parties=tuple(party.to_claim() for party in self.parties),
            quotes=tuple(
                QuoteClaim(marks.place(quote.quote, "quotation"), named(quote.speaker))
                for quote in self.speakers
            ),
            figures=tuple(
                FigureClaim(marks.place(figure.figure, "figure"), figure.measures, ())
                for figure in self.figures
            ),
            positions=tuple(position.to_claim(marks) for position in self.positions),
            unreadable=self.unreadable,
        )
