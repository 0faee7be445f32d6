"""Ask a model behind an OpenAI-compatible endpoint for a draft."""

from summarizer.llm.endpoint import FLAG_CODES, Answer, Endpoint, Flag, Limits, Meter, ensure_base_url
from summarizer.llm.events import Event, Observe
from summarizer.llm.model import Model, ensure_askable
from summarizer.llm.model_size import ModelClass, model_class
from summarizer.llm.pace import Pace, Signal
from summarizer.llm.prices import FREE, FlatPrice, Price, listed_price
from summarizer.llm.rate_limiter import Limiter
from summarizer.llm.reply import read_reply
from summarizer.llm.served import only_model, served_models
from summarizer.llm.streamed import Growth
from summarizer.llm.wording import shown

__all__ = [
    "FLAG_CODES",
    "FREE",
    "Answer",
    "Endpoint",
    "Event",
    "Flag",
    "FlatPrice",
    "Growth",
    "Limiter",
    "Limits",
    "Meter",
    "Model",
    "ModelClass",
    "Observe",
    "Pace",
    "Price",
    "Signal",
    "ensure_askable",
    "ensure_base_url",
    "listed_price",
    "model_class",
    "only_model",
    "read_reply",
    "served_models",
    "shown",
]
