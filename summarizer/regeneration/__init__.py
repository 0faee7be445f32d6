"""Regeneration: what a changed recipe makes stale, why, what it takes to make that anew, and doing it."""

from summarizer.regeneration.differences import REASONS, Reason, differences
from summarizer.regeneration.estimates import Estimate, Range
from summarizer.regeneration.plan import Change, Example, Plan, Replayed, Target, plan
from summarizer.regeneration.redoing import Regeneration

__all__ = [
    "REASONS",
    "Change",
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
