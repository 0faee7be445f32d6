"""Text that every database takes: without NUL and lone surrogates, and short where it is looked up by."""

import hashlib
import os
import re
from pathlib import Path

LONGEST_KEY = 600
"""Code points of a text in an index; PostgreSQL takes 2,704 bytes of them."""

_REFUSED = re.compile("[\0\ud800-\udfff]")


def mended(text: str) -> str:
    """`text` with U+FFFD for what no database stores; neither occurs in what this package makes itself."""
    return _REFUSED.sub("\ufffd", text)


def optional(text: str | None) -> str | None:
    """`mended`, or None."""
    return None if text is None else mended(text)


def short(text: str) -> str:
    """`text`, its end replaced by its hash where it is too long for an index."""
    if len(text) <= LONGEST_KEY:
        return text
    return text[: LONGEST_KEY - 65] + "…" + hashlib.sha256(text.encode()).hexdigest()


def location_of_path(path: Path) -> str:
    """How a file is known to the store: its absolute path, bytes that are no UTF-8 in hexadecimal."""
    return os.fsencode(Path(path).expanduser().absolute()).decode("utf-8", "backslashreplace")
