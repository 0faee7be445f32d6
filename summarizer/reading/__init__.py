"""Reading: whatever holds an article becomes an Article, mended once, here."""

from summarizer.reading.entries import Entry, NotRead
from summarizer.reading.jsonlines import lines_of, read_lines
from summarizer.reading.kinds import names_a_file
from summarizer.reading.sources import (
    articles,
    entries,
    from_bytes,
    from_path,
    from_url,
    is_url,
)
from summarizer.reading.text import BYTE_LIMIT, FIRST_YEAR, LAST_YEAR, Facts, from_text

__all__ = [
    "BYTE_LIMIT",
    "FIRST_YEAR",
    "LAST_YEAR",
    "Entry",
    "Facts",
    "NotRead",
    "articles",
    "entries",
    "from_bytes",
    "from_path",
    "from_text",
    "from_url",
    "is_url",
    "lines_of",
    "names_a_file",
    "read_lines",
]
