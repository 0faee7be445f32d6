"""Draft format `abstract/2`: the model's own words alone, each sentence with the sentences that carry it."""

from pydantic import Field

from summarizer.analysis import MarkedArticle
from summarizer.claims import Claims
from summarizer.drafts.base import Draft
from summarizer.drafts.marks import MarkIndex
from summarizer.drafts.reference_v3 import AbstractSentence, HeadlineDraft


class CitingAbstractDraft(Draft):
    """Format `abstract/2`: the model's own words alone, each sentence with the sentences that carry it."""

    format = "abstract/2"

    abstract: list[AbstractSentence] = Field(min_length=1, max_length=4)
    headline: HeadlineDraft

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what these words claim of an article."""
        marks = MarkIndex(marked)
        return Claims(
            headline=self.headline.to_claim(marks),
            abstract=tuple(sentence.to_claim(marks) for sentence in self.abstract),
            unreadable=self.unreadable,
        )
