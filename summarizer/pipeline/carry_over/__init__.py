"""Carry over: a summary goes with its article when that is edited, as far as its words still stand there.

    found = reanchor(summary, before, after)
    found.complete      whether the model need not be asked
    found.summary       of the later text, every anchor moved
    found.stale, …      what the publisher removed or changed, as data
    in_words(found)     the same in a line

Pure, without a model, and near-linear in the length of the texts: about a second for 200 kB.
"""

from summarizer.pipeline.carry_over.changes import Reanchored, Stale
from summarizer.pipeline.carry_over.description import in_words
from summarizer.pipeline.carry_over.reanchoring import reanchor

__all__ = ["Reanchored", "Stale", "in_words", "reanchor"]
