"""An article asked about in as many requests as it takes, and one draft made of the answers."""

from summarizer.division.asking import Asked, Asking, OnStep, Step
from summarizer.division.joining import joined
from summarizer.division.room import weight
from summarizer.division.words import merging_prompt, specimen

__all__ = ["Asked", "Asking", "OnStep", "Step", "joined", "merging_prompt", "specimen", "weight"]
