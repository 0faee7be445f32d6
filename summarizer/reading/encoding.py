"""Bytes to text: by the mark they begin with, by what is declared, as UTF-8, and last by what fits best."""

import codecs
import re

from summarizer.errors import ArticleBinary, ArticleUnreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_IN_PAGE = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_PRESCAN = 4096  # bytes; the HTML standard asks for 1024, and pages are later than that
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Python's name of an encoding, and of the wider one that is meant by it (https://encoding.spec.whatwg.org)."""
_TEXTS = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined", "mbcs", "oem")
_JAPANESE_ESCAPE = b"\x1b$"
_NUL_SHARE = 0.1
_STRAY = 0.001  # of a text's characters may be broken bytes…
_PROOF = 10  # …where as many times more characters beyond ASCII show that the encoding is the right one
_SURE = 0.2  # chardet's confidence: 0.30 and more for paragraphs in 22 encodings, under 0.04 for single words
_GUESSED_FROM = 200_000  # bytes
_SEAMS = re.compile(rb"[<>\r\n]+")


def decode(data: bytes, *, source: str, content_type: str | None = None) -> str:
    """The text that `data` is, without its byte order mark.

    Raises:
        ArticleBinary: if it holds NUL, and is text in no encoding.
        ArticleUnreadable: if no encoding fits, or more than one could.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _with(name, data)
            if text is None:
                raise ArticleUnreadable(
                    source, f"begins as {name.upper()} and does not go on so; save it again"
                )
            return text.removeprefix("\ufeff")
    # UTF-16 without its mark could pass for UTF-8 with many NULs, and ISO-2022-JP for ASCII.
    plain = ["iso2022_jp"] if _JAPANESE_ESCAPE in data else []
    if data.count(0) <= _NUL_SHARE * len(data):
        plain.append("utf-8")
    for name in (*_declared(data, content_type), *plain):
        text = _with(name, data)
        if text is not None:
            return text.removeprefix("\ufeff")
    return _guessed(data, source)


def _declared(data: bytes, content_type: str | None) -> list[str]:
    """Encodings that the server and the page itself name, the server's first, as the HTML standard has it."""
    named = [found[1] for found in [_IN_HEADER.search(content_type or "")] if found]
    in_page = _IN_PAGE.search(data[:_PRESCAN])
    if in_page:
        name = (in_page[1] or in_page[2]).decode("ascii", "replace")
        # Bytes in which ASCII can be read are not UTF-16, whatever they say.
        named.append("utf-8" if name.lower().startswith(("utf-16", "utf-32")) else name)
    return list(dict.fromkeys(codec for name in named if (codec := _codec(name))))


def _codec(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name)  # not those that turn bytes into bytes
    except (LookupError, ValueError):
        return None
    return None if codec.name in _TEXTS else _WIDER.get(codec.name, codec.name)


def _with(name: str, data: bytes) -> str | None:
    """`data` in that encoding; None where it is plainly another."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
    stray = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - stray
    return text if stray <= _STRAY * len(text) and stray * _PROOF <= beyond_ascii else None


def _guessed(data: bytes, source: str) -> str:
    import chardet

    found = chardet.detect(_telling(data[:_GUESSED_FROM]))
    codec = _codec(found["encoding"] or "")
    text = _with(codec, data) if codec and found["confidence"] >= _SURE else None
    if text is None and b"\0" in data:
        raise ArticleBinary(source, "is no text but binary data")
    if text is None:
        raise ArticleUnreadable(
            source, "is not UTF-8, and its encoding cannot be told; convert it, for example with iconv"
        )
    return text


def _telling(data: bytes) -> bytes:
    """The stretches that are not ASCII; a page has so much markup, which is, that it hides the words."""
    if b"\0" in data:  # UTF-16, where a letter of ASCII is not one byte
        return data
    return b"\n".join(stretch for stretch in _SEAMS.split(data) if not stretch.isascii())
