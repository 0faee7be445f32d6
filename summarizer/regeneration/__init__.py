"""Regeneration: what a changed recipe makes stale, what it would take to make that anew, and why.

No call here asks a model or changes the store.
"""

from summarizer.regeneration.differences import REASONS, Reason, differences
from summarizer.regeneration.estimates import Estimate, Range
from summarizer.regeneration.plan import Change, Example, Plan, Replayed, Target, plan

__all__ = [
    "REASONS",
    "Change",
    "Estimate",
    "Example",
    "Plan",
    "Range",
    "Reason",
    "Replayed",
    "Target",
    "differences",
    "plan",
]
