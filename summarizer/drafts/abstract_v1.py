"""Draft format `abstract/1`: the model's own words alone."""

from summarizer.analysis import MarkedArticle
from summarizer.claims import Claims, SentenceClaim
from summarizer.drafts.base import Abstract, Draft, Headline


class AbstractDraft(Draft):
    """Format `abstract/1`: the model's own words alone."""

    format = "abstract/1"

    abstract: Abstract
    headline: Headline

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what these words claim; they refer to nothing in the article."""
        del marked
        return Claims(
            SentenceClaim(self.headline, cites=False),
            (SentenceClaim(self.abstract, cites=False),),
            unreadable=self.unreadable,
        )
