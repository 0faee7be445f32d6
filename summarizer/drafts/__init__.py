"""Drafts: what a model fills in, a module for each format, and what each claims of an article.

A format is a pydantic model with a `to_claims`; nothing outside this package knows its fields. What a
released format sends to a model never changes: a better one gets the next version.
"""

from summarizer.drafts.abstract_v1 import AbstractDraft
from summarizer.drafts.abstract_v2 import CitingAbstractDraft
from summarizer.drafts.base import Draft, NestedTooDeep, check_json
from summarizer.drafts.check_v1 import MOST_ITEMS, CheckDraft
from summarizer.drafts.copy_v1 import CopyDraft
from summarizer.drafts.parties import DraftParty
from summarizer.drafts.reference_v1 import ReferenceDraft
from summarizer.drafts.reference_v2 import HintedDraft
from summarizer.drafts.reference_v3 import DecidingDraft
from summarizer.drafts.small_v1 import ChoosingDraft

AnyDraft = ReferenceDraft | HintedDraft | CopyDraft | DecidingDraft | ChoosingDraft
FORMATS: dict[str, type[AnyDraft]] = {
    draft.format: draft for draft in (ReferenceDraft, HintedDraft, DecidingDraft, CopyDraft, ChoosingDraft)
}
"""The formats that a summary can be made from."""
AnyAbstract = AbstractDraft | CitingAbstractDraft
PARTS: dict[str, type[AnyAbstract]] = {draft.format: draft for draft in (AbstractDraft, CitingAbstractDraft)}
"""The formats of questions that fill in a part of a summary."""
CHECKS: dict[str, type[CheckDraft]] = {draft.format: draft for draft in (CheckDraft,)}
"""The formats of questions about a summary that is there."""

__all__ = [
    "CHECKS",
    "FORMATS",
    "MOST_ITEMS",
    "PARTS",
    "AbstractDraft",
    "AnyAbstract",
    "AnyDraft",
    "CheckDraft",
    "ChoosingDraft",
    "CitingAbstractDraft",
    "CopyDraft",
    "DecidingDraft",
    "Draft",
    "DraftParty",
    "HintedDraft",
    "NestedTooDeep",
    "ReferenceDraft",
    "check_json",
]
