"""What a run leaves behind of itself: a log of its requests, and spans for whoever traces."""

from summarizer.records.log import RunLog
from summarizer.records.watching import article, observer

__all__ = ["RunLog", "article", "observer"]
