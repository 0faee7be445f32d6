"""RSS and Atom: the articles of a feed, carried whole by the feed itself, or from their pages."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from summarizer.article import Article
from summarizer.errors import ArticleEmpty, ArticleTooLong, ExtraMissing, NotAnArticle
from summarizer.reading import blocks
from summarizer.reading.entries import Entry, NotRead
from summarizer.reading.html import read_body
from summarizer.reading.seen import with_notes
from summarizer.reading.text import Facts, from_text
from summarizer.reading.unescaping import bare_words
from summarizer.reading.verdict import ENOUGH, weight

BYTE_LIMIT = 10_000_000
ELEMENT_LIMIT = 50_000
REFERENCE_LIMIT = 300_000
DEPTH_LIMIT = 500
"""Elements stand in one another so deep at most: feedparser takes a time that grows with the square of it."""
WHOLE = 1_500  # characters; a description of so many is the article and no teaser
_TITLE = 1_000  # characters
_TAG = re.compile(r"<!\[CDATA\[|<(/?)[a-zA-Z][^<>]*+>?")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")

ReadPage = Callable[[str], Article]
"""Fetches and reads the page at a link.

Raises:
    NotAnArticle: if it has no article.
"""


def read_feed(markup: str, *, source: str, url: str | None, read_page: ReadPage) -> Iterator[Entry | NotRead]:
    """The articles of a feed in its order, each when it is asked for.

    Args:
        markup: the feed, decoded.
        source: what to call it.
        url: where it was found, for links that are relative to it.
        read_page: gets the article at an entry's link, where the entry does not carry it.

    Raises:
        NotAnArticle: if it is no feed.
    """
    import feedparser

    if len(markup) > BYTE_LIMIT:
        raise ArticleTooLong(source, f"is a feed of more than {BYTE_LIMIT / 1e6:.0f} MB")
    if "<!ENTITY" in markup:
        raise NotAnArticle(source, "declares entities of its own, which no feed needs")
    _demand_bounded(markup, source)
    declaration = _DECLARATION.match(markup)  # of the encoding that it had
    feed = feedparser.parse(
        BytesIO(markup[declaration.end() if declaration else 0 :].encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,  # no markup gets past `read_body`
        resolve_relative_uris=False,
    )
    if not feed.entries:
        raise NotAnArticle(source, "is a feed without entries")
    about = {
        "site": bare_words(str(feed.feed.get("title") or "")[:_TITLE]),
        "language": feed.feed.get("language"),
    }
    for place, entry in enumerate(feed.entries, start=1):
        try:
            yield Entry(_article(entry, about, source, url, read_page), source, place, _fields(entry))
        except ExtraMissing as error:
            yield NotRead(source, place, str(error))
        except NotAnArticle as error:
            yield NotRead(
                source, place, f"{error.source}: {error.problem}" if error.source != source else error.problem
            )


def _demand_bounded(markup: str, source: str) -> None:
    blocks.demand_few_attributes(markup, source=source)
    if markup.count("&") > REFERENCE_LIMIT:
        raise ArticleTooLong(source, f"is a feed of more than {REFERENCE_LIMIT:,} references to characters")
    depth = count = skipped = 0
    for tag in _TAG.finditer(markup):
        if tag.start() < skipped:
            continue
        if tag[1] is None:  # CDATA: its tags are text
            end = markup.find("]]>", tag.end())
            skipped = len(markup) if end < 0 else end
            continue
        count += 1
        depth += -1 if tag[1] else not tag[0].endswith("/>")
        if count > ELEMENT_LIMIT or depth > DEPTH_LIMIT:
            raise ArticleTooLong(source, "is a feed of more elements, or deeper ones, than feeds have")


def _article(entry: Any, about: dict[str, Any], source: str, url: str | None, read_page: ReadPage) -> Article:
    link = _link(entry, url)
    facts = Facts.of(
        {
            **about,
            "title": bare_words(str(entry.get("title") or "")[:_TITLE]),
            "author": bare_words(str(entry.get("author") or "")[:_TITLE]),
            "published": _day(entry),
            "url": link,
        }
    )
    body, is_content = _body(entry)
    carried = read_body(body, source=source, facts=facts) if body.strip() else None
    if carried and (weight(carried.text) >= (ENOUGH if is_content else WHOLE) or not link):
        return carried
    if not link:
        raise ArticleEmpty(source, "holds no text")
    page = read_page(link)
    found = Facts.of({**page.model_dump(), "published": page.published and page.published.isoformat()})
    return with_notes(from_text(page.text, source=link, facts=found.over(facts)), page.hidden, page.notes)


def _link(entry: Any, url: str | None) -> str | None:
    try:
        return urljoin(url or "", str(entry.get("link") or "")) or None
    except ValueError:  # as of http://[
        return None


def _body(entry: Any) -> tuple[str, bool]:
    """The longest text an entry carries, and whether it stands where whole articles do."""
    contents = [str(one.get("value") or "") for one in entry.get("content", [])]
    content = max(contents, key=len, default="")
    summary = str(entry.get("summary") or "")
    return (content, True) if len(content) >= len(summary) and content else (summary, False)


def _day(entry: Any) -> str | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*moment[:3]).isoformat() if moment else None
    except ValueError:
        return None


def _fields(entry: Any) -> dict[str, Any]:
    return {"id": entry.id} if entry.get("id") else {}
