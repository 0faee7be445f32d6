"""What is known of each language: one data file each, `<code>.toml`, read when an article needs it."""

from summarizer.languages.language import Language
from summarizer.languages.tables import KNOWN, entry, known_with, main_language, table

__all__ = ["KNOWN", "Language", "entry", "known_with", "main_language", "table"]
