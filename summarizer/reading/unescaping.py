"""Text that was escaped for markup once too often: what it says, with its tags as tags again."""

import html
import re

# With its semicolon: "R&D" and "?a=1&copy=2" are no references.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG_NAMES = (
    "p|br|div|span|h[1-6]|ul|ol|li|em|strong|b|i|u|a|q|s|del|ins|sub|sup|blockquote|section|article|figure|img"
    "|table|hr|pre|small|cite|font"
)
MARKUP = re.compile(rf"</?(?:{_TAG_NAMES})\b[^<>]*+>", re.IGNORECASE)
"""A tag of HTML, as articles have them."""
_ESCAPED_TAG = re.compile(rf"&(?:amp;){{0,2}}(?:lt|#60|#x3c);/?(?:{_TAG_NAMES})\b(?![\w-])", re.IGNORECASE)
_CDATA = re.compile(r"\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)")
_TIMES = 3
"""So often a text may have been escaped."""


def unescaped(text: str) -> str:
    """`text` with the characters that its references to characters stand for."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def of_cdata(text: str) -> str:
    """What a CDATA section or a comment that `text` is holds; else `text`."""
    opening = _CDATA.match(text)
    if opening is None:
        return text
    inner = text[opening.end() :].rstrip()
    for closing in ("*/", "]]>", "-->", "//", "/*"):
        inner = inner.removesuffix(closing).rstrip()
    return inner


def as_written(body: str) -> str:
    """An article's body before it was escaped for the feed or the JSON that carries it.

    A body whose own markup is there is left alone: what it shows as `&lt;p&gt;` its readers see as a tag.
    """
    for _ in range(_TIMES):
        body = of_cdata(body)
        if MARKUP.search(body) or not _ESCAPED_TAG.search(body):
            break
        body = unescaped(body)
    return of_cdata(body)


def bare_words(text: str) -> str:
    """A headline's or a name's words: without tags and references, however often they were escaped."""
    for _ in range(_TIMES):
        plain = unescaped(MARKUP.sub("", of_cdata(text)))
        if plain == text:
            break
        text = plain
    return text.strip()
