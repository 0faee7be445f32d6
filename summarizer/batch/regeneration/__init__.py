"""Regeneration: what a changed recipe makes stale, why, what it takes to make that anew, and doing it."""

from summarizer.batch.regeneration.differences import REASONS, Reason, differences
from summarizer.batch.regeneration.estimates import Estimate, Range
from summarizer.batch.regeneration.executor import Regeneration
from summarizer.batch.regeneration.plan import Change, Example, Plan, Replayed, plan
from summarizer.batch.regeneration.target import CheckTarget, Target

__all__ = [
    "REASONS",
    "Change",
    "CheckTarget",
    "Estimate",
    "Example",
    "Plan",
    "Range",
    "Reason",
    "Regeneration",
    "Replayed",
    "Target",
    "differences",
    "plan",
]
