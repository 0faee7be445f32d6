"""An article asked about in as many requests as it takes, and the claims of all answers made one."""

from summarizer.pipeline.chunking.abstract_merger import chosen_together, merging_prompt, specimen
from summarizer.pipeline.chunking.chunked_request import Asked, Asking, OnStep, Step
from summarizer.pipeline.chunking.context_budget import Room, weight
from summarizer.pipeline.chunking.merge_claims import joined

__all__ = [
    "Asked",
    "Asking",
    "OnStep",
    "Room",
    "Step",
    "chosen_together",
    "joined",
    "merging_prompt",
    "specimen",
    "weight",
]
