"""PDF with a text layer to an article: lines joined to the paragraphs they were broken from."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.errors import ArticleEmpty, ArticleTooLong, ArticleUnreadable, ExtraMissing, SummarizerError
from summarizer.reading.pdf_forms import Drawing
from summarizer.reading.text import Facts, from_text

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGE_LIMIT = 200
_GAP = 1.35  # of the usual distance between lines; a wider one is a new paragraph
_SHORT_LINE = 0.8  # of the longest line; one that ends a sentence earlier than this ends its paragraph
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    top: float


def read_pdf(data: bytes, *, source: str = "file") -> Article:
    """The article in a PDF that has its text as text.

    Words that were hyphenated at a line's end are joined again.

    Raises:
        ArticleEmpty: if it holds pictures of text only.
        ArticleUnreadable: if it is encrypted or damaged.
        ArticleTooLong: if it has more pages, or draws more, than articles do.
        ExtraMissing: if pypdf is not installed.
    """
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise ExtraMissing(extra="pdf", purpose=f"reading {source}, a PDF,") from error
    logging.getLogger("pypdf").addHandler(
        logging.NullHandler()
    )  # its remarks on how a file is built help no reader
    try:
        reader = PdfReader(BytesIO(data))
        _demand_readable(reader, source)
        drawing = Drawing(reader, source)
        paragraphs = [paragraph for page in reader.pages for paragraph in _paragraphs(_lines(page, drawing))]
        facts = _facts(reader)
    except SummarizerError:
        raise  # what _demand_readable found, or an interrupt
    except Exception as error:  # a damaged file surfaces as any of the library's and Python's errors
        raise ArticleUnreadable(source, f"is a damaged PDF: {type(error).__name__}") from error
    if not "".join(paragraphs).strip():
        raise ArticleEmpty(source, "is a PDF without text, of scanned pages perhaps; run OCR on it first")
    return from_text("\n\n".join(_across_pages(paragraphs)), source=source, facts=facts)


def _demand_readable(reader: "PdfReader", source: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleUnreadable(source, "is an encrypted PDF; save it without its password")
    if len(reader.pages) > PAGE_LIMIT:
        raise ArticleTooLong(source, f"has more than {PAGE_LIMIT} pages; no article has")


def _facts(reader: "PdfReader") -> Facts:
    about = reader.metadata
    if about is None:
        return Facts()
    made = about.creation_date
    return Facts.of(
        {"title": about.title, "author": about.author, "published": made.date().isoformat() if made else None}
    )


def _lines(page: "PageObject", drawing: Drawing) -> list[_Line]:
    """The lines of a page in the order the file has them, with how high each stands."""
    lines: list[_Line] = []
    pieces: list[str] = []
    tops: list[float] = []

    def end() -> None:
        text = " ".join("".join(pieces).split())
        if text:
            lines.append(_Line(text, tops[0] if tops else 0.0))
        pieces.clear()
        tops.clear()

    def visit(text: str, matrix: list[float], place: list[float], _: Any, __: Any) -> None:
        for index, piece in enumerate(text.split("\n")):
            if index:
                end()
            if piece.strip():
                # The place is in the units of the text, which the matrix turns into those of the page.
                tops.append(place[4] * matrix[1] + place[5] * matrix[3] + matrix[5])
            pieces.append(piece)

    page.extract_text(visitor_text=visit, visitor_operand_before=drawing.count)
    drawing.demand_bounded()
    end()
    return lines


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    steps = [step for one, two in pairwise(lines) if (step := one.top - two.top) > 0]
    usual = median(steps) if steps else 0.0
    longest = max((len(line.text) for line in lines), default=0)
    text, last = "", None
    for line in lines:
        if last is not None and _parts(last, line, usual, longest):
            yield text
            text = ""
        text = _join(text, line.text)
        last = line
    if text:
        yield text


def _parts(last: _Line, line: _Line, usual: float, longest: int) -> bool:
    """Whether a paragraph ends between two lines."""
    step = last.top - line.top
    if step > _GAP * usual:
        return True
    ends = _SENTENCE_END.search(last.text) is not None
    return ends and (step < 0 or len(last.text) < _SHORT_LINE * longest)  # upwards: the next column


def _join(text: str, more: str) -> str:
    if _HYPHENATED.search(text) and more[:1].islower():
        return text[:-1] + more
    return f"{text} {more}" if text else more


def _across_pages(paragraphs: list[str]) -> list[str]:
    """Paragraphs; one that stops within a sentence and goes on in lower case is one that a page broke."""
    whole: list[str] = []
    for paragraph in paragraphs:
        if whole and paragraph[:1].islower() and not _SENTENCE_END.search(whole[-1]):
            whole[-1] = _join(whole[-1], paragraph)
        else:
            whole.append(paragraph)
    return whole
