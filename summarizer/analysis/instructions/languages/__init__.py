"""The languages in which bidding is recognised, each an entry of data, loaded when a sentence needs it."""

from functools import cache
from importlib import import_module

from summarizer.analysis.instructions.commands import Commands

KNOWN = ("en", "ar", "de", "es", "fr", "it", "ja", "pl", "pt", "ru", "zh")
"""Codes; there is a module for each, and its `COMMANDS` is the entry."""


@cache
def entry(code: str) -> Commands:
    """The entry of a language that is known."""
    commands: Commands = import_module(f"{__name__}.{code}").COMMANDS
    return commands


__all__ = ["KNOWN", "entry"]
