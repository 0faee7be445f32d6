"""Text becomes an Article: what offsets cannot live with is mended here, once, wherever the text is from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.article import Article
from summarizer.errors import ArticleEmpty

_HEADER = re.compile(r"\s*date (\d{4}-\d\d-\d\d)[ \t]+(\S[^\n]*)\n")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DATE = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?![0-9])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
BYTE_LIMIT = 32 * 1024 * 1024
"""An article, or a line of JSON Lines, has at most this many bytes; long reports have a million."""
FACT_LENGTH = 500  # characters; no headline or name that is worth keeping has more
URL_LENGTH = 2_000
FIRST_YEAR, LAST_YEAR = 1500, 2200
"""When news can be from; another year is a slip, or no date."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source says about its article; each fact is kept only if it can be one."""

    title: str | None = None
    author: str | None = None
    published: date | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "Facts":
        """The facts among values of any kind: words on one line, a date, a link, a language's tag."""
        url, language = one_line(found.get("url"), URL_LENGTH), one_line(found.get("language"))
        return cls(
            title=one_line(found.get("title")),
            author=one_line(found.get("author")),
            published=a_date(found.get("published")),
            site=one_line(found.get("site")),
            url=url if url and url.startswith(("http://", "https://")) else None,
            language=language.replace("_", "-") if language and _is_language(language) else None,
        )

    def over(self, other: "Facts") -> "Facts":
        """These facts, and where one is missing the other's."""
        return Facts(
            title=self.title or other.title,
            author=self.author or other.author,
            published=self.published or other.published,
            site=self.site or other.site,
            url=self.url or other.url,
            language=self.language or other.language,
        )


NO_FACTS = Facts()


def from_text(text: str, *, source: str = "text", facts: Facts = NO_FACTS) -> Article:
    """The article that `text` is, with NUL and lone surrogates replaced and CR LF made LF.

    A first line such as `date 2024-11-13 Title…` gives `published` and `title` unless `facts` have them, and
    stays in the text.

    Raises:
        ArticleEmpty: if there is nothing but white space.
    """
    text = mended(text)
    if not text.strip():
        raise ArticleEmpty(source, "holds no text")
    facts = facts.over(_header(text))
    return Article(
        text=text,
        title=facts.title,
        author=facts.author,
        published=facts.published,
        site=facts.site,
        url=facts.url,
        language=facts.language,
    )


def mended(text: str) -> str:
    """`text` without NUL, lone surrogates and CR LF."""
    return _LONE_SURROGATE.sub("\ufffd", text.replace("\0", "\ufffd").replace("\r\n", "\n"))


def one_line(value: object, length: int = FACT_LENGTH) -> str | None:
    """Words on one line; None if there are none, or more than `length` characters."""
    if not isinstance(value, str) or len(value) > 2 * length:
        return None
    line = " ".join(_CONTROL.sub(" ", mended(value)).split())
    return line if 0 < len(line) <= length else None


def a_date(value: object) -> date | None:
    """The day in a date or a time, also as ISO 8601 text."""
    found = _DATE.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _header(text: str) -> Facts:
    header = _HEADER.match(text)
    published = a_date(header[1]) if header else None
    if header is None or published is None:
        return NO_FACTS
    return Facts(published=published, title=one_line(header[2]))


def _is_language(tag: str) -> bool:
    return _LANGUAGE.fullmatch(tag.replace("_", "-")) is not None
