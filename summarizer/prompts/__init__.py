"""Versioned prompts: Markdown with front matter, from the shipped folder and one laid over it."""

from summarizer.prompts.languages import language_name
from summarizer.prompts.library import MERGING, PromptLibrary, PromptReference
from summarizer.prompts.prompt import Message, Prompt, read_prompt

__all__ = ["MERGING", "Message", "Prompt", "PromptLibrary", "PromptReference", "language_name", "read_prompt"]
