"""Versioned prompts: Markdown with front matter, from the shipped folder and one laid over it."""

from summarizer.prompts.languages import language_name
from summarizer.prompts.library import MERGING, PromptLibrary, PromptLike, PromptReference, prompt_or_path
from summarizer.prompts.prompt import Message, Prompt, read_prompt

__all__ = [
    "MERGING",
    "Message",
    "Prompt",
    "PromptLibrary",
    "PromptLike",
    "PromptReference",
    "language_name",
    "prompt_or_path",
    "read_prompt",
]
