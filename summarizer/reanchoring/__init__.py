"""Reanchoring: a summary goes with its article when that is edited, as far as its words still stand there.

    found = reanchor(summary, before, after)
    found.complete      whether the model need not be asked
    found.summary       of the later text, every anchor moved
    found.stale, …      what the publisher removed or changed, as data
    in_words(found)     the same in a line

Pure, without a model, and near-linear in the length of the texts: about a second for 200 kB.
"""

from summarizer.reanchoring.changes import Reanchored, Stale
from summarizer.reanchoring.reanchoring import reanchor
from summarizer.reanchoring.wording import in_words

__all__ = ["Reanchored", "Stale", "in_words", "reanchor"]
