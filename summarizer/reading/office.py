"""Word, OpenDocument and RTF to an article: what stands on the page, without what was deleted or hidden."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.errors import ArticleTooLong, ArticleUnreadable, ExtraMissing, SummarizerError
from summarizer.reading.seen import read_markup
from summarizer.reading.text import Facts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARTS_LIMIT = 2_000
UNPACKED_LIMIT = 100_000_000
XML_LIMIT = 10_000_000  # bytes of one part that is parsed
RTF_LIMIT = 1_000_000  # characters without pictures
_FONTS_LIMIT = 20_000  # characters; striprtf takes a time for them that grows with the square
_DEPTH = 100
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFF = frozenset({"0", "false", "off", "none"})
_WITHDRAWN = frozenset(
    {f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}footnoteReference", f"{_W}endnoteReference"}
)
_NOT_SHOWN = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}hidden-text"}
)
_QUOTE = re.compile(r"(?:intense ?)?quote|quotations?|zitat|citation|cita", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|title|subtitle|überschrift|titre|título)", re.IGNORECASE)


def read_docx(data: bytes, *, source: str = "file") -> Article:
    """The article in a Word document: insertions are read, deletions, comments and footnotes are not.

    Raises:
        ArticleUnreadable: if it is damaged or encrypted.
        ArticleTooLong: if it unpacks to more than articles do.
        ArticleEmpty: if there are no words in it.
        ExtraMissing: if python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise ExtraMissing(extra="office", purpose=f"reading {source}, a Word document,") from error
    _demand_bounded(data, source)
    try:
        document = Document(BytesIO(data))
        about: Any = document.core_properties
        facts = _facts(about.title, about.author, about.language)
        styles = {style.style_id: style.name or "" for style in document.styles}
        markup = "".join(_of_word(document.element.body, styles, _DEPTH))
    except SummarizerError:
        raise
    except Exception as error:  # a damaged file surfaces as any of three libraries' errors
        raise ArticleUnreadable(source, f"is a damaged Word document: {type(error).__name__}") from error
    return read_markup(f"<div>{markup}</div>", source=source, facts=facts)


def read_odt(data: bytes, *, source: str = "file") -> Article:
    """The article in an OpenDocument text: tracked deletions, comments and footnotes are not read.

    Raises:
        ArticleUnreadable: if it is damaged or encrypted.
        ArticleTooLong: if it unpacks to more than articles do.
        ArticleEmpty: if there are no words in it.
        ExtraMissing: if odfdo is not installed.
    """
    try:
        from odfdo import Document
    except ImportError as error:
        raise ExtraMissing(extra="office", purpose=f"reading {source}, an OpenDocument text,") from error
    _demand_bounded(data, source)
    try:
        document = Document(BytesIO(data))
        about = document.meta
        facts = _facts(about.title, about.creator or about.initial_creator, about.language)
        body: Any = document.body
        root: Element = body._xml_element  # noqa: SLF001 (odfdo gives its tree no public name)
        hidden = _hidden_styles(root)
        markup = "".join(_of_odf(root, hidden, _DEPTH))
    except SummarizerError:
        raise
    except Exception as error:  # as above
        raise ArticleUnreadable(source, f"is a damaged OpenDocument: {type(error).__name__}") from error
    return read_markup(f"<div>{markup}</div>", source=source, facts=facts)


def read_rtf(data: bytes, *, source: str = "file") -> Article:
    """The article in a file of rich text, without what is hidden or deleted in it.

    Raises:
        ArticleUnreadable: if it is damaged.
        ArticleTooLong: if it is longer than articles are.
        ArticleEmpty: if there are no words in it.
        ExtraMissing: if striprtf is not installed.
    """
    try:
        from striprtf import striprtf
    except ImportError as error:
        raise ExtraMissing(extra="office", purpose=f"reading {source}, a file of rich text,") from error
    text = re.sub(r"[0-9a-fA-F\r\n]{512,}+", "", data.decode("latin-1"))  # pictures
    if len(text) > RTF_LIMIT or text.count("{") > RTF_LIMIT // 10:
        raise ArticleTooLong(source, "is rich text of more characters or groups than articles have")
    # A link's words are its text; striprtf would write its address behind them, at a cost that is quadratic.
    text = _without_hidden(text.replace("\\fldinst", "\\fldtype"))
    convert: Any = striprtf.rtf_to_text
    fonts: Any = striprtf.font_table_group
    if len(fonts(text)) > _FONTS_LIMIT:
        raise ArticleTooLong(source, "is rich text of more fonts than articles have")
    try:
        plain = convert(text, errors="replace")
        said = {name: _info(text, name, convert) for name in ("title", "author")}
    except Exception as error:
        raise ArticleUnreadable(source, f"is damaged rich text: {type(error).__name__}") from error
    plain = plain.encode("utf-16", "surrogatepass").decode(
        "utf-16", "replace"
    )  # \u gives halves of characters
    markup = "".join(f"<p>{escape(line)}</p>" for line in plain.split("\n") if line.strip())
    return read_markup(f"<div>{markup}</div>", source=source, facts=Facts.of(said))


def _demand_bounded(data: bytes, source: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
                raise ArticleTooLong(source, "unpacks to more than articles do")
            if any(part.flag_bits & 1 for part in parts):
                raise ArticleUnreadable(source, "is encrypted; save it without its password")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _demand_plain_xml(archive, part, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise ArticleUnreadable(source, f"is a damaged file: {error}") from error


def _demand_plain_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo, source: str) -> None:
    with archive.open(part) as file:
        xml = file.read(XML_LIMIT + 1)
    if len(xml) > XML_LIMIT:
        raise ArticleTooLong(source, f"has more than {XML_LIMIT / 1e6:.0f} MB of text and markup")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleUnreadable(source, "declares entities of its own, which no document needs")


def _facts(title: object, author: object, language: object) -> Facts:
    """What a document's properties say, but for what programs put in, and the day it was saved."""
    if isinstance(author, str) and author.strip().lower() in {"python-docx", "unknown", "user", "admin"}:
        author = None
    if isinstance(title, str) and title.strip().lower() in {"word document", "untitled", "document"}:
        title = None
    return Facts.of({"title": title, "author": author, "language": language or None})


def _of_word(element: "Element", styles: dict[str, str], depth: int) -> Iterator[str]:
    """The markup of what stands in an element of a Word document."""
    for child in element if depth else ():
        if child.tag == f"{_W}p":
            style = child.find(f"{_W}pPr/{_W}pStyle")
            yield _paragraph("".join(_of_word(child, styles, depth - 1)), _name(style, styles))
        elif child.tag == f"{_W}r":
            yield _run("".join(_of_word(child, styles, depth - 1)), child.find(f"{_W}rPr"))
        elif child.tag == f"{_W}t":
            yield escape(child.text or "")
        elif child.tag in {f"{_W}tab", f"{_W}noBreakHyphen"}:
            yield " " if child.tag == f"{_W}tab" else "\u2011"
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "<br>"
        elif child.tag not in _WITHDRAWN:
            yield from _of_word(child, styles, depth - 1)


def _name(style: "Element | None", styles: dict[str, str]) -> str:
    identity = style.get(f"{_W}val", "") if style is not None else ""
    return styles.get(identity, identity)


def _paragraph(markup: str, style: str) -> str:
    if _QUOTE.fullmatch(style):
        return f"<blockquote><p>{markup}</p></blockquote>"
    return f"<h2>{markup}</h2>" if _HEADING.match(style) else f"<p>{markup}</p>"


def _run(markup: str, properties: "Element | None") -> str:
    if properties is None or not markup:
        return markup

    def has(name: str) -> bool:
        found = properties.find(f"{_W}{name}")
        return found is not None and found.get(f"{_W}val", "1") not in _OFF

    raised = properties.find(f"{_W}vertAlign")
    tag = (
        {"superscript": "sup", "subscript": "sub"}.get(raised.get(f"{_W}val", ""))
        if raised is not None
        else None
    )
    if has("vanish") or has("webHidden"):
        return f"<span hidden>{markup}</span>"
    if has("strike") or has("dstrike"):
        return f"<s>{markup}</s>"
    return f"<{tag}>{markup}</{tag}>" if tag else markup


def _hidden_styles(root: "Element") -> frozenset[str]:
    """The names of styles that show nothing."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.getroottree().iter(f"{_STYLE}style")
        if any(part.get(f"{_TEXT}display") == "none" for part in style)
    )


def _of_odf(element: "Element", hidden: frozenset[str], depth: int) -> Iterator[str]:
    """The markup of what stands in an element of an OpenDocument."""
    yield escape(element.text or "")
    for child in element if depth else ():
        yield (
            _odf_child(child, hidden, depth)
            if isinstance(child.tag, str) and child.tag not in _NOT_SHOWN
            else ""
        )
        yield escape(child.tail or "")


def _odf_child(child: "Element", hidden: frozenset[str], depth: int) -> str:
    inner = "".join(_of_odf(child, hidden, depth - 1))
    style = child.get(f"{_TEXT}style-name", "")
    if style in hidden or child.tag == f"{_TEXT}hidden-paragraph":
        return f"<span hidden>{inner}</span>"
    if child.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
        return _paragraph(inner, "heading" if child.tag == f"{_TEXT}h" else style.replace("_20_", " "))
    if child.tag in {f"{_TEXT}s", f"{_TEXT}tab"}:
        return " "
    return "<br>" if child.tag == f"{_TEXT}line-break" else inner


def _without_hidden(text: str) -> str:
    """Rich text whose hidden and deleted runs are destinations, which readers pass over."""
    opening = r"{\*\v" if re.search(r"\\v0(?![0-9])", text) else r"\*\v"
    text = re.sub(r"\\v(?![a-zA-Z0-9])", lambda _: opening, text)
    text = re.sub(r"\\v0(?![0-9]) ?", "}", text)
    return re.sub(r"\\deleted(?![a-zA-Z0-9])", lambda _: r"\*\deleted", text)


def _info(text: str, name: str, plain: Any) -> str | None:
    found = re.search(rf"\{{\\{name} ([^{{}}]{{1,500}})\}}", text)
    return plain(f"{{\\rtf1\\ansi {found[1]}}}", errors="replace") if found else None
