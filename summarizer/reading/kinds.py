"""What kind of thing some bytes are: by how they begin, then by what they are called or declared to be."""

import re
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """What articles come in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    FEED = "feed"
    JSON = "json"
    JSON_LINES = "json lines"
    MAIL = "mail"
    PDF = "pdf"
    XML = "xml"
    BINARY = "binary"


_HEAD = 4096  # bytes that are looked at
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # readers allow for so many bytes before it
_BINARY = (
    b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"\x7fELF", b"OggS", b"ID3",
    b"SQLite format 3\0", b"GGUF",
)  # fmt: skip
_BY_NAME = {
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
    ".json": Kind.JSON, ".jsonld": Kind.JSON, ".ninjs": Kind.JSON,
    ".jsonl": Kind.JSON_LINES, ".ndjson": Kind.JSON_LINES,
    ".rss": Kind.FEED, ".atom": Kind.FEED,
    ".eml": Kind.MAIL,
}  # fmt: skip
_BY_TYPE = {
    "text/html": Kind.HTML, "application/xhtml+xml": Kind.HTML,
    "text/markdown": Kind.MARKDOWN,
    "application/json": Kind.JSON, "application/ld+json": Kind.JSON,
    "application/x-ndjson": Kind.JSON_LINES, "application/jsonl": Kind.JSON_LINES,
    "application/rss+xml": Kind.FEED, "application/atom+xml": Kind.FEED,
    "message/rfc822": Kind.MAIL,
}  # fmt: skip
# What may stand before a document's first element. The possessive steps keep it from going over it twice.
_PROLOGUE = r"(?:\s++|<\?[^>]*+>|<!doctype(?:[^\[>]|\[[^\]]*+\])*+>|<!--(?:[^-]|-(?!->))*+-->)*+"
_MARKUP = (
    (Kind.FEED, re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)),
    (Kind.HTML, re.compile(r"\s*+<!doctype html|" + _PROLOGUE + r"<(?:html|head|body)\b", re.IGNORECASE)),
    (Kind.XML, re.compile(r"\s*+<\?xml\b", re.IGNORECASE)),
)
# Two lines of a message's head, or one that goes on in the next.
_MAIL_HEADER = re.compile(
    r"(?:Return-Path|Delivered-To|Received|Message-ID|MIME-Version|X-[\w-]+|From|Date|Subject|To): [^\n]*+\n"
    r"(?:[ \t]+\S|[A-Z][A-Za-z]*+(?:-[A-Za-z]++)*+: )"
)
_TAG = re.compile(r"\s*+<[a-zA-Z!/?]")
_JSON_OBJECT = re.compile(r'\s*+\{\s*+(?:"|\})')
_TEXTUAL = frozenset({None, Kind.HTML, Kind.FEED})


def kind_of(data: bytes, *, name: str = "", content_type: str | None = None) -> Kind:
    """The kind of `data`; its bytes have the first word, `name` and `content_type` the last.

    A feed that a server calls HTML is a feed, and plain text that it calls HTML is plain text.
    """
    by_name = _BY_NAME.get(PurePath(name.partition("?")[0]).suffix.lower())
    declared = by_name or _BY_TYPE.get((content_type or "").partition(";")[0].strip().lower())
    if _PDF in data[:_PDF_WITHIN]:
        return Kind.PDF
    if data.startswith(_BINARY):
        return Kind.BINARY
    head = _readable(data[:_HEAD])
    found = _by_markup(head, declared) or _by_json(head, declared)
    if found is None and _MAIL_HEADER.match(head):
        found = Kind.MAIL
    if found is None:
        found = Kind.TEXT if declared in _TEXTUAL else declared
    return found or Kind.TEXT


def _by_markup(head: str, declared: Kind | None) -> Kind | None:
    for kind, pattern in _MARKUP:
        if pattern.match(head):
            return kind
    if _TAG.match(head) and declared is not Kind.MARKDOWN:
        return declared or Kind.HTML
    return None


def _by_json(head: str, declared: Kind | None) -> Kind | None:
    if not _JSON_OBJECT.match(head) or declared is Kind.JSON:
        return None
    return Kind.JSON_LINES if declared is Kind.JSON_LINES or _second_line_is_json(head) else Kind.JSON


def _readable(head: bytes) -> str:
    """The beginning, good enough to look at, in any encoding that has ASCII in it."""
    text = head.replace(b"\0", b"").decode("latin-1")
    return text.removeprefix("ï»¿").removeprefix("ÿþ").removeprefix("þÿ")


def _second_line_is_json(head: str) -> bool:
    lines = [line for line in head.split("\n") if line.strip()][:2]
    return len(lines) > 1 and lines[0].rstrip().endswith("}") and _JSON_OBJECT.match(lines[1]) is not None
