"""Evaluation: how well summaries do, measured against what people marked in the same articles."""

from summarizer.evaluation.gold import (
    GoldArticle,
    GoldFigure,
    GoldParty,
    GoldPosition,
    GoldQuote,
)
from summarizer.evaluation.golden import read_golden
from summarizer.evaluation.polnear import read_polnear
from summarizer.evaluation.scores import Count, score
from summarizer.evaluation.statistics import Estimate, Paired, difference, estimate

__all__ = [
    "Count",
    "Estimate",
    "GoldArticle",
    "GoldFigure",
    "GoldParty",
    "GoldPosition",
    "GoldQuote",
    "Paired",
    "difference",
    "estimate",
    "read_golden",
    "read_polnear",
    "score",
]
