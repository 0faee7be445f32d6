"""Draft format `reference/1`: the model names marks and copies nothing that is marked."""

from pydantic import Field

from summarizer.analysis import MarkedArticle
from summarizer.claims import ByName, Claims, Copied, FigureClaim, PositionClaim, QuoteClaim, SentenceClaim
from summarizer.drafts.base import Abstract, Draft, DraftPart, Headline
from summarizer.drafts.marks import MarkIndex, named
from summarizer.drafts.parties import DraftParty, Mark, Name, Stance


class MarkedQuote(DraftPart):
    """Which quotation mark of the article, and who says it."""

    quote: Mark = Field(description="Number of the quotation, such as q3.")
    speaker: Name | None = Field(description="Who says it: a name from the article; null if nobody is named.")


class UnmarkedQuote(DraftPart):
    """Words said by somebody that stand in the article without quotation marks."""

    text: str = Field(min_length=1, max_length=400, description="The words, copied exactly.")
    speaker: Name | None = Field(description="Who says it.")


class MarkedPosition(DraftPart):
    """A position, with the numbers of the sentences that show it.

    The evidence is asked for first: a small model that has named the sentence stays with what it says.
    """

    evidence: list[Mark] = Field(
        min_length=1, max_length=3, description="Numbers of the sentences that show it, such as s4."
    )
    party: Name = Field(description="Whose position it is: a name from parties.")
    stance: Stance
    statement: str = Field(min_length=1, max_length=200, description="The position in one short sentence.")

    def to_claim(self, marks: MarkIndex) -> PositionClaim:
        """Return what this claims."""
        return PositionClaim(
            marks.sentences(self.evidence), (ByName(self.party),), self.stance, self.statement
        )


class MarkedFigure(DraftPart):
    """Which figure of the article, and what it counts."""

    figure: Mark = Field(description="Number of the figure, such as f2.")
    measures: str = Field(min_length=1, max_length=100, description="What it counts, in a few words.")
    claimed_by: Name | None = Field(description="The party that gives the number; null for the article.")


class ReferenceDraft(Draft):
    """Format `reference/1`: the model names marks and copies nothing that is marked.

    What can be read off the article comes first, the model's own words last.
    """

    format = "reference/1"

    quotes: list[MarkedQuote] = Field(max_length=60)
    figures: list[MarkedFigure] = Field(max_length=40)
    parties: list[DraftParty] = Field(max_length=8)
    positions: list[MarkedPosition] = Field(max_length=8)
    unmarked_quotes: list[UnmarkedQuote] = Field(max_length=4)
    abstract: Abstract
    headline: Headline

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what this draft claims of an article."""
        marks = MarkIndex(marked)
        return Claims(
            headline=SentenceClaim(self.headline, cites=False),
            abstract=(SentenceClaim(self.abstract, cites=False),),
            parties=tuple(party.to_claim() for party in self.parties),
            quotes=(
                *(
                    QuoteClaim(marks.place(quote.quote, "quotation"), named(quote.speaker))
                    for quote in self.quotes
                ),
                *(QuoteClaim(Copied(quote.text), named(quote.speaker)) for quote in self.unmarked_quotes),
            ),
            figures=tuple(
                FigureClaim(marks.place(figure.figure, "figure"), figure.measures, named(figure.claimed_by))
                for figure in self.figures
            ),
            positions=tuple(position.to_claim(marks) for position in self.positions),
            unreadable=self.unreadable,
        )
