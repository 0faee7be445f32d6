"""Ask a model behind an OpenAI-compatible endpoint for a draft."""

from summarizer.llm.endpoint import Answer, Endpoint, Flag, Limits, Meter
from summarizer.llm.model import Model

__all__ = ["Answer", "Endpoint", "Flag", "Limits", "Meter", "Model"]
