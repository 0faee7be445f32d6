"""Draft format `check/1`: whether the evidence of each item of a summary carries what the item says."""

from typing import Annotated

from pydantic import Field

from summarizer.drafts.base import Draft, DraftPart
from summarizer.summary import JudgedSupport

MOST_ITEMS = 60
"""Items that one answer can speak of."""


class VerdictDraft(DraftPart):
    """What is found of one item. The reason comes first, so that the verdict follows from it."""

    item: Annotated[int, Field(description="The number of the item.")]
    reason: str = Field(
        max_length=200, description="What is not there or is otherwise, in a few words; empty if supported."
    )
    verdict: JudgedSupport


class CheckDraft(Draft):
    """Format `check/1`: a verdict for each item by its number."""

    format = "check/1"

    verdicts: list[VerdictDraft] = Field(max_length=MOST_ITEMS)
