"""Attribution: who says what in an article, as far as its wording tells."""

from summarizer.attribution.attribution import Attributed, Speaker, attribute
from summarizer.attribution.reported import Report

__all__ = ["Attributed", "Report", "Speaker", "attribute"]
