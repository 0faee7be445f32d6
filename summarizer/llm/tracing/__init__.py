"""What a run leaves behind of itself: a log of its requests, and spans for whoever traces."""

from summarizer.llm.tracing.log import RunLog
from summarizer.llm.tracing.observer import article, observer

__all__ = ["RunLog", "article", "observer"]
