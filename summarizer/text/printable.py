"""Text that is shown rather than obeyed."""

import re
from urllib.parse import urlsplit

# C0 and C1 controls, bidi controls, zero-width and tag characters: what can repaint or hide text.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)
_NO_CHARACTERS = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` on one line, without anything a terminal would obey instead of showing."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """`text` without what can repaint or hide text; white space stays."""
    return _UNSAFE.sub("", encodable(text))


def encodable(text: str) -> str:
    """`text` with U+FFFD for lone surrogates, which UTF-8 has no bytes for."""
    return _NO_CHARACTERS.sub("\ufffd", text)


def legible(text: str) -> str:
    """`text` with its blanks and lines, without anything a terminal would obey instead of showing."""
    return _UNSAFE.sub("", text).translate(_BLANKS)


def followable(url: str | None) -> str | None:
    """`url` if it is one of the web, which a reader may be led to; else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


_BLANKS = dict.fromkeys(map(ord, "\t\v\f\r\x85\u2028\u2029"), " ")
