"""Grounding: everything a model says about an article is pointed at the article, or reported as not there.

    ground(marked, draft)     the summary of a draft
    verify(summary, marked)   what in a summary does not agree with its article

Both are pure and call no model. Each shown quote is a slice of the article, each figure has the reading of
its mark, each party is named in the article; the rest stands under `rejected`, with the closest place and a
diff. Items are numbered anew: parties p1…, positions o1… (for “opinion”), quotes q1… and figures f1…, these
two by place, and loaded wording of the article's own w1….
"""

from summarizer.grounding.grounding import ground
from summarizer.grounding.verification import Finding, verify

__all__ = ["Finding", "ground", "verify"]
