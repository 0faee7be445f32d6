"""Grounding: everything that is claimed of an article is pointed at the article, or reported as not there.

    rule_claims(marked, …)           what the rules claim
    reconcile(model, rules, …)       the claims of both made one
    ground(marked, claims)           the summary of claims
    verify(summary, marked)          what in a summary does not agree with its article

All are pure and call no model. Each shown quote is a slice of the article, each figure has the reading of its
mark, each party is named in the article; the rest stands under `rejected`, with the closest place and a diff.
Items are numbered anew: parties p1…, positions o1… (for “opinion”), quotes q1… and figures f1…, these two by
place, and loaded wording of the article's own w1….
"""

from summarizer.grounding.findings import Finding
from summarizer.grounding.grounding import ground
from summarizer.grounding.reconcile import reconcile
from summarizer.grounding.rules import rule_claims
from summarizer.grounding.verification import verify

__all__ = ["Finding", "ground", "reconcile", "rule_claims", "verify"]
