"""Analysis: the deterministic reading of an article, done before any model sees it."""

from summarizer.analysis.analyse import mark
from summarizer.analysis.analysis import ANALYSIS_VERSION, Figure, MarkedArticle, Quotation, Sentence

__all__ = ["ANALYSIS_VERSION", "Figure", "MarkedArticle", "Quotation", "Sentence", "mark"]
