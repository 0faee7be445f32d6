"""Marking: the deterministic reading of an article, done before any model sees it."""

from summarizer.marking.marking import mark
from summarizer.marking.marks import MARKING_VERSION, Figure, MarkedArticle, Quotation, Sentence

__all__ = ["MARKING_VERSION", "Figure", "MarkedArticle", "Quotation", "Sentence", "mark"]
