"""What is known of each language: one data file each, `<code>.toml`, read when an article needs it."""

from summarizer.languages.cldr import writes_decimal_comma
from summarizer.languages.language import Language
from summarizer.languages.spelled import number_phrases
from summarizer.languages.tables import (
    KNOWN,
    common_words,
    entry,
    has_table,
    known_with,
    main_language,
    number_words,
    table,
)

__all__ = [
    "KNOWN",
    "Language",
    "common_words",
    "entry",
    "has_table",
    "known_with",
    "main_language",
    "number_phrases",
    "number_words",
    "table",
    "writes_decimal_comma",
]
