"""E-mail to an article: its text, the subject as title, the sender as author."""

import re
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default
from typing import Any

from summarizer.article import Article
from summarizer.errors import ArticleEmpty, ArticleUnreadable
from summarizer.reading.encoding import decode
from summarizer.reading.seen import read_markup
from summarizer.reading.text import Facts, from_text

_SIGNATURE = "-- "
# What the standard library takes a time for that grows with the square of the length: so much is ample.
_HEADER_LENGTH = 20_000
_PART_HEADER_LENGTH = 4_000
_PARTS = 500
_HEADER = re.compile(rb"^[!-9;-~]++:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.MULTILINE)
_PART_HEADER = re.compile(rb"^content-[a-z-]++:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.MULTILINE | re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_TRIPS = (LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What the standard library's parser raises where a message trips it up."""
_NOTICE = 200  # characters; a plain part of fewer only says that there is an HTML part


def read_mail(data: bytes, *, source: str = "message") -> Article:
    """The article a message holds: its text, or where it has none its HTML; attachments are not looked into.

    Raises:
        ArticleEmpty: if there are no words in it.
        ArticleUnreadable: if it cannot be taken apart, or its encoding cannot be told.
    """
    _demand_bounded(data, source)
    try:
        message = message_from_bytes(data, policy=default)
        plain, html = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
        text = _plain(plain, source) if plain is not None else ""
        if html is not None and len(text.strip()) < _NOTICE:
            return read_markup(_decoded(html, source), source=source, facts=_facts(message))
    except _TRIPS as error:
        raise ArticleUnreadable(source, f"is a message that cannot be taken apart: {error}") from error
    if not text.strip():
        raise ArticleEmpty(source, "is a message without text")
    return from_text(text, source=source, facts=_facts(message))


def _demand_bounded(data: bytes, source: str) -> None:
    head = _HEAD_END.split(data, maxsplit=1)[0]
    headers = list(map(len, _HEADER.findall(head)))
    of_parts = list(map(len, _PART_HEADER.findall(data)))
    if (
        max(headers, default=0) > _HEADER_LENGTH
        or max(of_parts, default=0) > _PART_HEADER_LENGTH
        or len(of_parts) > _PARTS
        or data.count(b"\n--") > 2 * _PARTS  # parts may have no headers
    ):
        raise ArticleUnreadable(source, "is a message with more headers, or longer ones, than messages have")


def _facts(message: EmailMessage) -> Facts:
    return Facts.of(
        {
            "title": _header(message, "subject"),
            "author": _sender(message),
            "published": _day(message),
            "site": _header(message, "list-id").partition("<")[0].strip(' "'),
            "language": _header(message, "content-language"),
        }
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except _TRIPS:
        return ""


def _sender(message: EmailMessage) -> str:
    try:
        header: Any = message.get("from")
        return ", ".join(address.display_name or address.addr_spec for address in header.addresses)
    except _TRIPS:
        return ""


def _day(message: EmailMessage) -> str | None:
    try:
        header: Any = message.get("date")
        return header.datetime.date().isoformat()  # type: ignore[no-any-return]  # the header types are made at run time
    except _TRIPS:
        return None


def _plain(part: MIMEPart, source: str) -> str:
    text = _decoded(part, source).replace("\r\n", "\n")
    lines = text.split("\n")
    if _SIGNATURE in lines:
        lines = lines[: lines.index(_SIGNATURE)]
    if part.get_content_type() == "text/plain" and str(part.get_param("format", "")).lower() == "flowed":
        return _unflowed(lines, joint="" if str(part.get_param("delsp", "")).lower() == "yes" else " ")
    return "\n".join(lines)


def _unflowed(lines: list[str], *, joint: str) -> str:
    """Paragraphs that were broken into lines for the journey, whole again (RFC 3676)."""
    pieces = []
    for line in lines:
        held = line.removeprefix(" ")
        pieces.append(held[:-1] + joint if held.endswith(" ") else held + "\n")
    return "".join(pieces)


def _decoded(part: MIMEPart, source: str) -> str:
    data: Any = part.get_payload(decode=True)
    return decode(data or b"", source=source, content_type=str(part.get("content-type", "")))
