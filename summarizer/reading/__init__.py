"""Reading: whatever holds an article becomes an Article, mended once, here."""

from summarizer.reading.text import BYTE_LIMIT, from_bytes, from_path, from_text

__all__ = ["BYTE_LIMIT", "from_bytes", "from_path", "from_text"]
