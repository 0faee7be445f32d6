"""Plain text to Article: decoding, mending, and the header line some wires put first."""

import codecs
import re
from datetime import date
from pathlib import Path

from summarizer.article import Article
from summarizer.errors import (
    ArticleBinary,
    ArticleEmpty,
    ArticleNotFound,
    ArticleTooLong,
    ArticleUnreadable,
    NotAnArticle,
)

BYTE_LIMIT = 32 * 1024 * 1024
"""An article has at most this many bytes; the longest reports have under one million."""

_HEADER = re.compile(r"\s*date (\d{4}-\d\d-\d\d)[ \t]+(\S[^\n]*)\n")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01  # of a text's characters; a stray one is replaced or kept, more of them mean no text
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def from_path(path: Path) -> Article:
    """The article in a file.

    Raises:
        NotAnArticle: if there is no file, or no text in it; the subclass says which.
    """
    source = str(path)
    try:
        if path.is_dir():
            raise ArticleUnreadable(source, "is a folder; name the files in it")
        with path.open("rb") as file:
            data = file.read(BYTE_LIMIT + 1)
    except FileNotFoundError as error:
        raise ArticleNotFound(source, "no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ArticleUnreadable(source, f"cannot be read: {reason}") from error
    return from_bytes(data, source=source)


def from_bytes(data: bytes, *, source: str = "input") -> Article:
    """The article in `data`, UTF-8 or UTF-16 with its mark; `source` names it in errors.

    Raises:
        NotAnArticle: if it is no text; the subclass says why.
    """
    if len(data) > BYTE_LIMIT:
        raise ArticleTooLong(source, f"is longer than {BYTE_LIMIT // 1024 // 1024} MiB")
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data or data.startswith((b"%PDF-", b"PK\x03\x04")):
            raise ArticleBinary(source, "is no text but binary data") from error
        raise ArticleUnreadable(source, "is not UTF-8; convert it, for example with iconv") from error
    if data.startswith(b"%PDF-") or len(_CONTROL.findall(text)) > max(1, _CONTROL_SHARE * len(text)):
        raise ArticleBinary(source, "is no text but binary data")
    if _HTML.match(text):
        raise NotAnArticle(source, "is an HTML page; save the text of its article first")
    return from_text(text, source=source)


def from_text(text: str, *, source: str = "text") -> Article:
    """The article that `text` is, with NUL and lone surrogates replaced and CR LF made LF.

    A first line such as `date 2024-11-13 Title…` gives `published` and `title`, and stays in the text.

    Raises:
        ArticleEmpty: if there is nothing but white space.
    """
    text = _LONE_SURROGATE.sub("\ufffd", text.replace("\0", "\ufffd").replace("\r\n", "\n"))
    if not text.strip():
        raise ArticleEmpty(source, "holds no text")
    header = _HEADER.match(text)
    published = _date(header[1]) if header else None
    if header is None or published is None:
        return Article(text=text)
    return Article(text=text, published=published, title=header[2].strip())


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
