"""An article asked about in as many requests as it takes, and the claims of all answers made one."""

from summarizer.pipeline.chunking.abstract_merger import merging_prompt, specimen
from summarizer.pipeline.chunking.chunked_request import Asked, Asking, OnStep, Step
from summarizer.pipeline.chunking.context_budget import weight
from summarizer.pipeline.chunking.merge_claims import joined

__all__ = ["Asked", "Asking", "OnStep", "Step", "joined", "merging_prompt", "specimen", "weight"]
