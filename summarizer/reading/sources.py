"""The way in: a file, a link or bytes; what kind of thing it is decides who reads it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from summarizer.article import Article
from summarizer.errors import (
    ArticleBinary,
    ArticleEmpty,
    ArticleNotFound,
    ArticleTooLong,
    ArticleUnreadable,
    ManyArticles,
    NotAnArticle,
)
from summarizer.reading.encoding import decode
from summarizer.reading.entries import Entry, NotRead
from summarizer.reading.kinds import Kind, kind_of, named_binary
from summarizer.reading.text import BYTE_LIMIT, Facts, from_text

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01  # of a text's characters; a stray one is replaced or kept, more of them mean no text
_SNIFFED = 4096  # bytes


def is_url(text: str) -> bool:
    """Whether `text` is a link and nothing else, whatever its scheme."""
    return _URL.fullmatch(text) is not None


def from_path(path: Path) -> Article:
    """The article in a file of any kind that `from_bytes` reads.

    Raises:
        NotAnArticle: if there is no file, or no article in it; the subclass says which.
        ExtraMissing: if reading it needs an extra that is not installed.
    """
    return from_bytes(_bytes_of(path), name=str(path))


def from_url(url: str, *, allow_private: bool = False) -> Article:
    """The article at a link, fetched within bounds and from public addresses alone.

    Args:
        url: http or https.
        allow_private: fetch also from this machine and from private networks.

    Raises:
        NotAnArticle: if the link is refused, no page comes, or it shows no article; the subclass says which.
        ExtraMissing: if reading it needs an extra that is not installed.
    """
    from summarizer.reading.fetching import fetch

    page = fetch(url, allow_private=allow_private)
    return from_bytes(page.data, name=page.url, content_type=page.content_type, url=page.url)


def from_bytes(
    data: bytes, *, name: str = "input", content_type: str | None = None, url: str | None = None
) -> Article:
    """The article in `data`: text, Markdown, HTML, JSON, e-mail, PDF, Word, OpenDocument or RTF.

    Args:
        data: what a file or a page holds.
        name: of the file or link; errors name it, and its ending says what the bytes alone leave open.
        content_type: as a server declares it, with or without a charset.
        url: where it was found.

    Raises:
        NotAnArticle: if it holds no article, or many; the subclass says why.
        ExtraMissing: if reading it needs an extra that is not installed.
    """
    if len(data) > BYTE_LIMIT:
        raise ArticleTooLong(name, f"is longer than {BYTE_LIMIT // 1024 // 1024} MiB")
    if not data.strip():
        raise ArticleEmpty(name, "holds no text")
    kind = kind_of(data, name=name, content_type=content_type)
    if kind is Kind.BINARY:
        raise ArticleBinary(name, named_binary(data))
    if kind in {Kind.DOCX, Kind.ODT, Kind.RTF}:
        return _at(url, _office(kind, data, name))
    if kind is Kind.PDF:
        from summarizer.reading.pdf import read_pdf

        return _at(url, read_pdf(data, source=name))
    if kind is Kind.MAIL:
        from summarizer.reading.mail import read_mail

        return read_mail(data, source=name)
    text = _decoded(data, name, content_type)
    return _READERS[kind](text, name, url)


def _office(kind: Kind, data: bytes, name: str) -> Article:
    from summarizer.reading import office

    readers = {Kind.DOCX: office.read_docx, Kind.ODT: office.read_odt, Kind.RTF: office.read_rtf}
    return readers[kind](data, source=name)


def entries(source: Path | str, *, allow_private: bool = False) -> Iterator[Entry | NotRead]:
    """The articles of a feed or of JSON Lines, or the one of anything else, each when asked for.

    A feed's entry that does not carry its article is fetched from its page. What cannot be read is told, not
    raised.

    Args:
        source: a file, or a link.
        allow_private: as for `from_url`; for the pages of a feed too.

    Raises:
        ExtraMissing: if reading it needs an extra that is not installed.
    """
    try:
        if isinstance(source, Path):
            yield from _of_path(source, allow_private=allow_private)
        else:
            from summarizer.reading.fetching import fetch

            page = fetch(source, allow_private=allow_private)
            yield from _of_bytes(
                page.data, page.url, page.content_type, page.url, allow_private=allow_private
            )
    except NotAnArticle as error:
        yield NotRead(error.source, None, error.problem)


def articles(source: Path | str, *, allow_private: bool = False) -> Iterator[Article | NotRead]:
    """`entries` without what stands beside the articles."""
    for entry in entries(source, allow_private=allow_private):
        yield entry if isinstance(entry, NotRead) else entry.article


def _of_path(path: Path, *, allow_private: bool) -> Iterator[Entry | NotRead]:
    from summarizer.reading.jsonlines import lines_of, read_lines

    name = str(path)
    if kind_of(_bytes_of(path, _SNIFFED), name=name) is Kind.JSON_LINES:
        with path.open("rb") as file:
            yield from read_lines(lines_of(file), source=name)
    else:
        yield from _of_bytes(_bytes_of(path), name, None, None, allow_private=allow_private)


def _of_bytes(
    data: bytes, name: str, content_type: str | None, url: str | None, *, allow_private: bool
) -> Iterator[Entry | NotRead]:
    kind = kind_of(data, name=name, content_type=content_type)
    if kind is Kind.FEED:
        from summarizer.reading.feeds import read_feed

        markup = _decoded(data, name, content_type)
        yield from read_feed(
            markup, source=name, url=url, read_page=lambda link: from_url(link, allow_private=allow_private)
        )
    elif kind is Kind.JSON_LINES:
        from summarizer.reading.jsonlines import read_lines

        yield from read_lines(data.splitlines(), source=name)
    else:
        yield Entry(from_bytes(data, name=name, content_type=content_type, url=url), name)


def _bytes_of(path: Path, count: int = BYTE_LIMIT + 1) -> bytes:
    """The first bytes of a file; one more than an article may have shows that it has too many."""
    source = str(path)
    try:
        if path.is_dir():
            raise ArticleUnreadable(source, "is a folder; name the files in it")
        with path.open("rb") as file:
            return file.read(count)
    except FileNotFoundError as error:
        raise ArticleNotFound(source, "no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ArticleUnreadable(source, f"cannot be read: {reason}") from error


def _decoded(data: bytes, name: str, content_type: str | None) -> str:
    text = decode(data, source=name, content_type=content_type)
    if len(_CONTROL.findall(text)) > max(1, _CONTROL_SHARE * len(text)):
        raise ArticleBinary(name, "is no text but binary data")
    return text


def _plain(text: str, name: str, url: str | None) -> Article:
    return from_text(text, source=name, facts=Facts(url=url))


def _markdown(text: str, name: str, url: str | None) -> Article:
    from summarizer.reading.markdown import read_markdown

    return _at(url, read_markdown(text, source=name))


def _html(text: str, name: str, url: str | None) -> Article:
    from summarizer.reading.html import read_html

    return read_html(text, source=name, url=url)


def _json(text: str, name: str, url: str | None) -> Article:
    from summarizer.reading.jsonlines import load, read_object

    return _at(url, read_object(load(text, source=name), source=name).article)


def _json_lines(text: str, name: str, url: str | None) -> Article:
    lines = [line for line in text.split("\n") if line.strip()]
    return _json(lines[0], name, url) if len(lines) == 1 else _many(text, name, url)


def _many(_: str, name: str, __: str | None) -> Article:
    raise ManyArticles(name, "holds many articles; read them with 'summarizer batch'")


def _other_xml(_: str, name: str, __: str | None) -> Article:
    raise NotAnArticle(name, "is XML, but neither a page nor a feed")


def _at(url: str | None, article: Article) -> Article:
    """The article, found at `url` where it does not say otherwise itself."""
    return article.model_copy(update={"url": url}) if url and article.url is None else article


_READERS: dict[Kind, Callable[[str, str, str | None], Article]] = {
    Kind.TEXT: _plain,
    Kind.MARKDOWN: _markdown,
    Kind.HTML: _html,
    Kind.JSON: _json,
    Kind.JSON_LINES: _json_lines,
    Kind.FEED: _many,
    Kind.XML: _other_xml,
}
