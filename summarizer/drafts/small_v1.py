"""Draft format `small/1`: a small model names speakers and chooses sentences by number."""

import re
from bisect import bisect_left, bisect_right
from math import inf
from typing import Literal

from pydantic import Field

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.claims import Claims, PartyClaim, QuoteClaim, SentenceClaim
from summarizer.drafts.base import Draft
from summarizer.drafts.marks import MarkIndex, named
from summarizer.drafts.reference_v2 import OpenQuote
from summarizer.drafts.reference_v3 import SentenceId

MOST_SPEAKERS = 12
"""Quotations of an article, or of a part of it, whose speakers are asked for."""

_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
"""What they hold speaks seldom: the agency of a dateline, a party and a state."""


class ChoosingDraft(Draft):
    """Format `small/1`: a small model names speakers, chooses sentences by number, and writes nothing.

    The headline and the abstract are the article's own words, which whoever grounds the claims takes from the
    sentences that are chosen, and from others where these cannot stand alone.
    """

    format = "small/1"
    authority = "rules"
    abstract_format = None

    speakers: list[OpenQuote] = Field(max_length=MOST_SPEAKERS)
    sentences: list[SentenceId] = Field(max_length=3)

    @classmethod
    def most(cls, wanted: Literal["quotation", "figure"]) -> float:
        """Return infinity: the model is asked for so many at most, and the others stay open."""
        del wanted
        return inf

    def to_claims(self, marked: MarkedArticle) -> Claims:
        """Return what the model claims of an article: sentences without words of its own, and speakers.

        A speaker counts only if the name stands beside the quotation. Of 35 answers in French, Spanish,
        Chinese and Japanese half were right, of the 11 whose name stands there ten.
        """
        marks = MarkIndex(marked)
        quotations = {quotation.id: quotation for quotation in marked.quotations}
        speakers = [
            answer
            for answer in self.speakers
            if answer.quote not in quotations or _is_beside(marked, quotations[answer.quote], answer.speaker)
        ]
        names = dict.fromkeys(answer.speaker for answer in speakers if answer.speaker)
        return Claims(
            SentenceClaim("", wording="article"),
            tuple(SentenceClaim("", (place,), "article") for place in marks.sentences(self.sentences)),
            parties=tuple(PartyClaim(name, "other") for name in names),
            quotes=tuple(
                QuoteClaim(marks.place(answer.quote, "quotation"), named(answer.speaker))
                for answer in speakers
            ),
            unreadable=self.unreadable,
        )


def _is_beside(marked: MarkedArticle, quotation: Quotation, name: str | None) -> bool:
    """Whether a name stands in the sentences of a quotation, outside quotation marks and brackets."""
    if not name:
        return False
    sentences, quotations = marked.sentences, marked.quotations
    first = bisect_right(sentences, quotation.outer.start, key=lambda sentence: sentence.span.end)
    stop = bisect_left(sentences, quotation.outer.end, key=lambda sentence: sentence.span.start)
    if first >= stop:
        return False
    start, end = sentences[first].span.start, sentences[stop - 1].span.end
    place = bisect_left(quotations, start, key=lambda other: other.outer.start)
    pieces: list[str] = []
    while place < len(quotations) and quotations[place].outer.start < end:
        pieces.append(marked.article.text[start : max(start, quotations[place].outer.start)])
        start = max(start, quotations[place].outer.end)
        place += 1
    pieces.append(marked.article.text[start : max(start, end)])
    return name in _BRACKETS.sub(" ", "”".join(pieces))
