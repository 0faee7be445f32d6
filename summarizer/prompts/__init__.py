"""Versioned prompts: Markdown with front matter, from the shipped folder and one laid over it."""

from summarizer.prompts.library import PromptLibrary, PromptReference
from summarizer.prompts.prompt import Message, Prompt, read_prompt

__all__ = ["Message", "Prompt", "PromptLibrary", "PromptReference", "read_prompt"]
