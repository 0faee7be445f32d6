"""The languages that marking knows, each an entry of data, loaded when an article needs it."""

from functools import cache
from importlib import import_module

from summarizer.analysis.languages.language import Language

KNOWN = ("en", "ar", "de", "es", "fr", "ja", "pl", "ru", "zh")
"""Codes; there is a module for each, and its `LANGUAGE` is the entry."""


@cache
def entry(code: str) -> Language:
    """The entry of a language, or the English one if there is none."""
    module = import_module(f"{__name__}.{code if code in KNOWN else 'en'}")
    language: Language = module.LANGUAGE
    return language


def main_language(tag: str | None) -> str:
    """`en` of `en-GB` or `en_US`; English where the language is not known."""
    return (tag or "en").replace("_", "-").split("-", 1)[0].lower()


__all__ = ["KNOWN", "Language", "entry", "main_language"]
