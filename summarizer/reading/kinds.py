"""What kind of thing some bytes are: by how they begin, then by what they are called or declared to be."""

import re
from enum import StrEnum
from os.path import isfile
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
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
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
_OTHER_ENDINGS = frozenset({".txt", ".text", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xml"})
_LONGEST_PATH = 4096
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


_NAMED = (
    (b"\x89PNG", "a picture (PNG)"), (b"GIF8", "a picture (GIF)"), (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"RIFF", "a picture, a sound or a film (RIFF)"), (b"OggS", "a sound (Ogg)"), (b"ID3", "a sound (MP3)"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office (.doc, .xls, .ppt)"), (b"\x1f\x8b", "packed with gzip"),
    (b"PK\x03\x04", "an archive (ZIP, or what is made of it: .xlsx, .pptx, .epub)"),
    (b"7z\xbc\xaf", "an archive (7z)"), (b"Rar!", "an archive (RAR)"), (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"), (b"\x28\xb5\x2f\xfd", "packed with zstd"), (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database (SQLite)"), (b"GGUF", "a model (GGUF)"),
)  # fmt: skip
_TO_DO = (
    ("picture", "run text recognition (OCR) on it, and give its text"),
    ("sound", "give a transcript of it"),
    ("old Office", "save it as .docx, .pdf or text"),
    ("packed", "unpack it, and give what is in it"),
    ("archive", "unpack it, and give the text in it"),
    ("database", "with --store it is read as a store"),
)


def named_binary(data: bytes) -> str:
    """What binary data is, and what to do with it, for an error's message."""
    what = next((name for beginning, name in _NAMED if data.startswith(beginning)), None)
    if what is None:
        return "is no text but binary data"
    to_do = next((hint for word, hint in _TO_DO if word in what), None)
    return f"is {what}, no text" + (f"; {to_do}" if to_do else "")


def kind_of(data: bytes, *, name: str = "", content_type: str | None = None) -> Kind:
    """The kind of `data`; its bytes have the first word, `name` and `content_type` the last.

    A feed that a server calls HTML is a feed, and plain text that it calls HTML is plain text.
    """
    by_name = _BY_NAME.get(PurePath(name.partition("?")[0]).suffix.lower())
    declared = by_name or _BY_TYPE.get((content_type or "").partition(";")[0].strip().lower())
    if _PDF in data[:_PDF_WITHIN]:
        return Kind.PDF
    if data.startswith(b"{\\rtf"):
        return Kind.RTF
    if data.startswith(_BINARY[0]) and (office := _of_office(data)):
        return office
    if data.startswith(_BINARY):
        return Kind.BINARY
    head = _readable(data[:_HEAD])
    found = _by_markup(head, declared) or _by_json(head, declared)
    if found is None and _MAIL_HEADER.match(head):
        found = Kind.MAIL
    if found is None:
        found = Kind.TEXT if declared in _TEXTUAL else declared
    return found or Kind.TEXT


def names_a_file(text: str) -> bool:
    """Whether a text is the path of a file that is there, or one word that ends as such a path does."""
    if not 0 < len(text) <= _LONGEST_PATH or len(text.splitlines()) > 1 or "\0" in text:
        return False
    if "://" not in text and not any(map(str.isspace, text)):
        ending = PurePath(text).suffix.lower()
        if ending in _BY_NAME or ending in _OTHER_ENDINGS:
            return True
    return isfile(text)  # noqa: PTH113 - `Path.is_file` raises where a name is too long


def _of_office(data: bytes) -> Kind | None:
    """Which kind of document a ZIP archive is, by the names that stand in it in clear."""
    if b"opendocument.text" in data[:200]:
        return Kind.ODT
    return (
        Kind.DOCX
        if b"word/document" in data or (b"[Content_Types].xml" in data and b"word/" in data)
        else None
    )


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
