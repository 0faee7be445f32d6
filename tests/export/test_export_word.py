"""A summary as a Word document: read back with python-docx and by the reader of articles."""

import io
import sys
import zipfile

import pytest
from docx import Document
from export_samples import hostile, numbered
from store_samples import days, keep, sample

from summarizer import reading, render
from summarizer.store import Store
from summarizer.text.format_figure import grouped, spoken

HOSTILE = (
    'HYPERLINK "http://evil.example" \\* MERGEFORMAT { = 1+1 } «field»',
    "<w:br/></w:t></w:r><w:p/> &amp; ]]>",
    "a\x0bb\x0cc\x1bd\x85e\u2028f\u202eg\ufffeh\uffffi",
    "=1+1 javascript:alert(1) https://evil.example",
    "w" * 2_000,
)


def opened(*records):
    return Document(io.BytesIO(render.as_word((record.article, record.summary) for record in records)))


def words(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_an_editor_finds_headline_quotes_positions_and_figures(cairo):
    document = opened(cairo)
    summary, text = cairo.summary, words(document)
    assert document.paragraphs[0].text == summary.headline.text
    assert document.paragraphs[0].style.name == "Title"
    assert all(spoken(quote.text) in text for quote in summary.quotes)
    assert "Hossam Badran: “Netanyahu was the obstructionist" in text
    assert all(anchor.exact in text for position in summary.positions for anchor in position.evidence)
    assert all(grouped(figure.value) in text for figure in summary.figures)
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert {"Parties", "Positions", "Figures", "Coverage and warnings"} <= set(headings)
    assert document.sections[0].footer.paragraphs[0].text.startswith("Summary made with summary@3 and ")
    assert {table.style.name for table in document.tables} == {"Light Grid Accent 1"}


def test_what_is_doubtful_and_what_was_rejected_is_said(cairo):
    text = words(opened(cairo))
    assert all(item.reason in text for item in cairo.summary.rejected)
    narrated = {one.item for one in cairo.summary.warnings if one.code == "no_quotation_marks"}
    assert text.count("not in quotation marks") >= len(narrated)
    assert f"of {cairo.summary.coverage.quotations.found} quotations" in text


def test_a_figure_has_commas_between_its_thousands(cairo):
    assert any("34,622" in cell.text for table in opened(cairo).tables for cell in table.column_cells(0))


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_are_words_and_nothing_else(said):
    record = hostile(said, url="javascript:alert(1)")
    data = render.as_word([(record.article, record.summary)])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        markup = archive.read("word/document.xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert not {"w:fldSimple", "w:fldChar", "w:instrText", "w:hyperlink"} & set(
        markup.replace("<", " ").replace(">", " ").split()
    )
    assert "External" not in links
    text = words(Document(io.BytesIO(data)))
    assert all(quote.text in text for quote in record.summary.quotes)


def test_half_a_character_of_a_model_does_not_break_the_document():
    record = numbered(1)
    headline = record.summary.headline.model_copy(update={"text": "half \ud83d of it\0"})
    summary = record.summary.model_copy(update={"headline": headline})
    document = Document(io.BytesIO(render.as_word([(record.article, summary)])))
    assert document.paragraphs[0].text == document.core_properties.title == "half \ufffd of it"


def test_the_article_is_linked_where_it_is_on_the_web():
    record = hostile("fine", url="https://news.example/a?b=1&c=2")
    links = [link.address for line in opened(record).paragraphs for link in line.hyperlinks]
    assert links == ["https://news.example/a?b=1&c=2"]


def test_the_document_is_one_that_articles_are_read_from():
    record = numbered(1)
    text = reading.from_bytes(render.as_word([(record.article, record.summary)]), name="a.docx").text
    assert record.summary.headline.text in text


def test_each_summary_of_an_export_has_pages_of_its_own(command, sqlite_url, tmp_path):
    with Store.open(sqlite_url) as store:
        keep(store, sample(1, title="Fire", published=days(1)), "/news/1.txt")
        keep(store, sample(2, title="Flood", published=days(2)), "/news/2.txt")
    outcome = command("export", "-o", tmp_path / "all.docx", "--store", sqlite_url)
    assert outcome.code == 0, outcome.err
    document = Document(tmp_path / "all.docx")
    assert len(document.sections) == 2
    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Title"] == [
        sample(number).summary.headline.text for number in (1, 2)
    ]


def test_a_terminal_gets_no_word_document(command, sqlite_url, monkeypatch):
    Store.open(sqlite_url).close()
    monkeypatch.setattr("summarizer.cli.writing.sys.stdout", _Terminal())
    outcome = command("export", "--format", "docx", "--store", sqlite_url)
    assert outcome.code != 0
    assert "-o summary.docx" in outcome.err


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_without_the_extra_a_word_document_says_what_to_install(command, sqlite_url, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "docx", None)
    outcome = command("export", "-o", tmp_path / "a.docx", "--store", sqlite_url)
    assert outcome.code != 0
    assert "[office]" in outcome.err
    assert not (tmp_path / "a.docx").exists()
