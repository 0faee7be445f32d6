"""The library: a call for one article, an object for many."""

from summarizer.client.calls import ArticleLike, ground, mark, read, verify
from summarizer.client.choice import (
    LOCAL,
    ModelChoice,
    choose_check,
    choose_model,
    default_prompt,
    local_path,
    model_name,
)
from summarizer.client.summarizer import Summarizer

__all__ = [
    "LOCAL",
    "ArticleLike",
    "ModelChoice",
    "Summarizer",
    "choose_check",
    "choose_model",
    "default_prompt",
    "ground",
    "local_path",
    "mark",
    "model_name",
    "read",
    "verify",
]
