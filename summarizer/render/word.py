"""Summaries as a Word document, for editors: headings, tables and quotes in styles that they can change."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarizer.article import Article
from summarizer.errors import ExtraMissing
from summarizer.render.view import PositionView, SummaryView, arrange, described, language, own_words
from summarizer.store.stored_summary import web_link
from summarizer.summary import Anchor, Quote, Summary, Support
from summarizer.text.format_figure import framed, in_words, is_worded_otherwise, spoken
from summarizer.text.positions import according_to
from summarizer.text.printable import visible

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_TABLE = "Light Grid Accent 1"
_LONGEST_TITLE = 255  # characters, as the properties of a document may have
_NOT_IN_XML = re.compile("[\v\f\x85\u2028\u2029\ufffe\uffff]")
_SMALL = 8  # points


def ensure_word() -> None:
    """Refuse early where a Word document cannot be written.

    Raises:
        ExtraMissing: if python-docx is not installed.
    """
    try:
        import docx  # noqa: F401 - whether it can be
    except ImportError as error:
        raise ExtraMissing(extra="office", purpose="writing a Word document") from error


def as_word(pairs: Iterable[tuple[Article, Summary]]) -> bytes:
    """Return a .docx file with each summary in a section of its own.

    Words are text and nothing else: no fields, and no link but the article's own of http or https.

    Raises:
        ExtraMissing: if python-docx is not installed.
    """
    ensure_word()
    from docx import Document

    document = Document()
    for number, (article, summary) in enumerate(pairs):
        if number:
            document.add_section()
        else:
            _describe(document.core_properties, summary)
        _Section(document, arrange(summary, article)).write()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def written(text: str) -> str:
    """`text` as XML can hold it, without what can repaint or hide text; lines, tabs and wide blanks stay."""
    return _NOT_IN_XML.sub(" ", visible(text))


def _describe(properties: Any, summary: Summary) -> None:
    """What a file manager shows, instead of what python-docx has there."""
    properties.title = written(summary.headline.text)[:_LONGEST_TITLE]
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.language = written(summary.article.language)[:_LONGEST_TITLE]


class _Section:
    """One summary in a document."""

    def __init__(self, document: Any, view: SummaryView) -> None:
        self._document = document
        self._view = view
        self._summary = view.summary

    def write(self) -> None:
        view = self._view
        self._heading(self._summary.headline.text, 0)
        self._facts()
        self._remarks([remark for remark in (view.by_rules, view.doubtful, view.unchecked) if remark])
        self._remarks(view.remarks(support=self._summary.headline.support))
        for item in self._summary.abstract:
            where = self._where(item.evidence)
            said = ", ".join(filter(None, (own_words(item.wording), where)))
            self._add(item.text, f" ({said})" if said else "", remarks=view.remarks(support=item.support))
        self._parties()
        if view.positions:
            self._heading("Positions", 1)
        for shown in view.positions:
            self._position(shown)
        if view.quotes:
            self._heading(view.quotes_title, 1)
        for quote in view.quotes:
            self._quote(quote)
        self._terms()
        self._figures()
        self._framing()
        self._rejected()
        self._coverage()
        self._foot()

    def _heading(self, text: str, level: int) -> None:
        self._document.add_heading(written(text), level)

    def _add(
        self, words: str, where: str = "", *, style: str | None = None, remarks: Sequence[str] = ()
    ) -> "Paragraph":
        """A paragraph: words, where they stand, and what a reader should know of them in italics."""
        paragraph: Paragraph = self._document.add_paragraph(written(words), style=style)
        if where:
            paragraph.add_run(written(where))
        for remark in remarks:
            paragraph.add_run(written(f"\n{remark}")).italic = True
        return paragraph

    def _remarks(self, remarks: Sequence[str]) -> None:
        for remark in remarks:
            self._add("").add_run(written(remark)).italic = True

    def _where(self, anchors: Iterable[Anchor]) -> str:
        return self._view.sentences(anchors)

    def _facts(self) -> None:
        article = self._summary.article
        published = article.published.isoformat() if article.published else ""
        facts = [fact for fact in (published, article.site, article.author, language(article)) if fact]
        paragraph = self._add(" · ".join(facts), style="Subtitle")
        link = web_link(article.url)
        if self._view.title or link:
            paragraph.add_run(" · ")
        if link:
            _add_link(paragraph, self._view.title or "The article", link)
        elif self._view.title:
            paragraph.add_run(written(self._view.title))

    def _table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table of those columns in which a row has something."""
        filled = [column for column in range(len(columns)) if any(row[column] for row in rows)]
        table = self._document.add_table(rows=len(rows) + 1, cols=len(filled), style=_TABLE)
        for row, words in zip(table.rows, chain([columns], rows), strict=True):
            for cell, column in zip(row.cells, filled, strict=True):
                cell.text = written(words[column])
        _repeat_on_each_page(table.rows[0])
        self._document.add_paragraph()

    def _parties(self) -> None:
        if self._summary.parties:
            self._heading("Parties", 1)
            rows = [
                (
                    party.name, party.role, described(party), party.description or "",
                    ", ".join(party.aliases), "; ".join(self._view.remarks(party.id, party.support)),
                )
                for party in (*self._view.main, *self._view.minor)
            ]  # fmt: skip
            self._table(("Name", "Role", "Kind", "Description", "Also called", "Remarks"), rows)

    def _position(self, shown: PositionView) -> None:
        view, position = self._view, shown.position
        self._heading(view.heading(position), 2)
        holders = ", ".join(view.named(position.holders)) or "nobody named"
        told = f"{self._where(position.evidence)}; holder: {holders}; stance: {position.stance}"
        self._add(view.statement(position), f" ({told})", remarks=view.remarks(position.id, position.support))
        for anchor in position.evidence:
            if anchor.exact not in position.statement:
                self._add(f"{view.sentence(anchor)}: {anchor.exact}", style="List Bullet")
        for quote in shown.quotes:
            self._quote(quote)

    def _quote(self, quote: Quote) -> None:
        speakers = self._view.speakers(quote)
        words = quote.text if self._view.is_narrated(quote) else f"“{spoken(quote.text)}”"
        self._add(
            f"{speakers}: {words}" if speakers else words, f" ({self._where([quote.anchor])})",
            style="Quote", remarks=self._view.remarks(quote.id, quote.support),
        )  # fmt: skip

    def _terms(self) -> None:
        for name, terms in (("Words held at a distance", self._view.terms), ("Titles", self._view.titles)):
            if terms:
                self._heading(name, 1)
            for term in terms:
                remarks = [one for quote in term.quotes for one in self._doubts(quote.support)]
                places = self._where(quote.anchor for quote in term.quotes)
                self._add(f"“{term.words}”", f" ({places})", style="List Bullet", remarks=remarks)

    def _doubts(self, support: Support | None) -> list[str]:
        return self._view.remarks(support=support)

    def _figures(self) -> None:
        if self._summary.figures:
            self._heading("Figures", 1)
            rows = [
                (
                    in_words(figure), figure.measures or "",
                    according_to(self._view.named(figure.claimed_by)),
                    figure.text if is_worded_otherwise(figure) else "", self._where([figure.anchor]),
                    "; ".join(self._view.remarks(figure.id, figure.support)),
                )
                for figure in self._summary.figures
            ]  # fmt: skip
            self._table(("Figure", "Of what", "Source", "In the article", "Sentence", "Remarks"), rows)

    def _framing(self) -> None:
        if self._summary.framing:
            self._heading("Loaded wording of the article's own", 1)
        for item in self._summary.framing:
            where = self._where([item.anchor, *item.others])
            self._add(f"{item.text}, {framed(item)}", f" ({where})", style="List Bullet")

    def _rejected(self) -> None:
        if self._view.rejected:
            self._heading(f"Rejected: offered by the {self._view.who_offers}, not in the article", 1)
        for item, times in self._view.rejected:
            kind = f"{item.kind}, {item.verdict.replace('_', ' ')}"
            self._add(f"{kind}: {item.text} — {item.reason}{times}", style="List Bullet")

    def _coverage(self) -> None:
        coverage = self._summary.coverage
        self._heading("Coverage and warnings", 1)
        self._add(
            f"Reported: {coverage.quotations.reported} of {coverage.quotations.found} quotations, "
            f"{coverage.figures.reported} of {coverage.figures.found} figures, "
            f"{coverage.sentences.reported} of {coverage.sentences.found} sentences."
        )
        for message in self._view.notes:
            self._add(message, style="List Bullet")

    def _foot(self) -> None:
        """How the summary was made, small at the foot of its pages."""
        from docx.shared import Pt

        footer = self._document.sections[-1].footer
        footer.is_linked_to_previous = False
        made = self._summary.provenance
        if made is None:
            return
        used = f"{made.recipe.prompt.reference} and {made.recipe.model}"
        by = f"the rules alone ({made.recipe.analysis})" if self._summary.is_by_rules else used
        footer.paragraphs[0].add_run(written(f"Summary made with {by}.")).font.size = Pt(_SMALL)


def _repeat_on_each_page(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 (python-docx has no name for it)


def _add_link(paragraph: Any, words: str, link: str) -> None:
    """A link, which python-docx can read but not make."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(written(words))
    run.underline = True
    element.append(run._r)  # noqa: SLF001 (as above)
    paragraph._p.append(element)  # noqa: SLF001
