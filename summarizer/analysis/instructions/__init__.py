"""Sentences of an article that speak to a model, or bid a reader do something."""

from summarizer.analysis.instructions.detector import Instruction, find_instructions

__all__ = ["Instruction", "find_instructions"]
