"""Word, OpenDocument and RTF: what stands on the page is read, what was deleted or hidden is not."""

import io
import zipfile

import odfdo
import pytest
from docx import Document
from docx.oxml import parse_xml
from sample_pages import ENGLISH

from summarizer import reading
from summarizer.errors import ArticleBinary, ArticleTooLong, ArticleUnreadable, ExtraMissing, NotAnArticle

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(build=None, **properties):
    document = Document()
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    for paragraph in ENGLISH:
        document.add_paragraph(paragraph)
    if build:
        build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def odt(*paragraphs):
    document = odfdo.Document("text")
    document.body.clear()
    for paragraph in paragraphs:
        document.body.append(odfdo.Paragraph(paragraph))
    document.meta.title, document.meta.creator = "Hafenpläne", "Jörg Weiß"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_document_gives_its_paragraphs_title_and_author():
    article = reading.from_bytes(docx(title="Harbour plan", author="Mara Lind"), name="a.docx")
    assert article.text.split("\n\n") == list(ENGLISH)
    assert (article.title, article.author, article.published) == ("Harbour plan", "Mara Lind", None)
    assert reading.from_bytes(docx()).author is None


def test_deleted_and_hidden_words_of_word_are_not_read_and_inserted_ones_are():
    def build(document):
        paragraph = document.add_paragraph("The end.")
        hidden = paragraph.add_run(" Nobody sees these words at all.")
        hidden.font.hidden = True
        for change in (
            f"<w:del {NAMESPACE}><w:r><w:delText>Gone.</w:delText></w:r></w:del>",
            f"<w:moveFrom {NAMESPACE}><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>",
            f"<w:ins {NAMESPACE}><w:r><w:t xml:space='preserve'> Added.</w:t></w:r></w:ins>",
        ):
            paragraph._p.append(parse_xml(change))
        power = document.add_paragraph("Some 10")
        power.add_run("6").font.superscript = True
        power.add_run(" tons & more <b>.")
        document.add_paragraph("We stay here, all of us.", style="Quote")

    article = reading.from_bytes(docx(build))
    assert article.text.split("\n\n")[len(ENGLISH) :] == [
        "The end. Added.",
        "Some 10⁶ tons & more <b>.",
        "“We stay here, all of us.”",
    ]
    assert [note.code for note in article.notes] == ["hidden_text", "quotation_marks_added"]


def test_an_open_document_gives_its_paragraphs_title_and_author():
    article = reading.from_bytes(odt("Der Rat sagt: „Nein“ & geht.", "Ein zweiter Absatz."), name="a.odt")
    assert article.text == "Der Rat sagt: „Nein“ & geht.\n\nEin zweiter Absatz."
    assert (article.title, article.author) == ("Hafenpläne", "Jörg Weiß")


def test_rich_text_gives_its_paragraphs_without_what_is_hidden_in_it():
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\info{\title Le port}{\author H\'e9l\'e8ne C\'f4t\'e9}}\u8220?We wait,\u8221? she said in the caf\'e9.\par"
        rb" Two {\v hidden}three {\deleted gone}four.\par {\field{\*\fldinst{HYPERLINK http://x.example}}{\fldrslt A link}}.}"
    )
    article = reading.from_bytes(data, name="a.rtf")
    assert article.text.split("\n\n") == ["“We wait,” she said in the café.", "Two three four.", "A link."]
    assert (article.title, article.author) == ("Le port", "Hélène Côté")


def repacked(data, name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(
                part.filename, content if part.filename == name else old.read(part), part.compress_type
            )
    return file.getvalue()


HOSTILE = {
    "a bomb": (repacked(docx(), "word/document.xml", b"<a>" + b" " * 50_000_000), ArticleTooLong),
    "entities": (repacked(docx(), "word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ArticleUnreadable),
    "entities in OpenDocument": (repacked(odt("a"), "content.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ArticleUnreadable),
    "cut short": (docx()[:5_000], ArticleUnreadable),
    "no document": (repacked(docx(), "word/document.xml", b"no xml"), ArticleUnreadable),
    "long rich text": (rb"{\rtf1 " + b"word " * 1_000_000 + b"}", ArticleTooLong),
    "groups without end": (rb"{\rtf1 " + b"{" * 200_000, ArticleTooLong),
    "links without end": (rb"{\rtf1 " + rb"{\field{\*\fldinst{HYPERLINK " * 20_000, NotAnArticle),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_document_is_refused_in_one_line(data, error):
    with pytest.raises(error) as refused:
        reading.from_bytes(data, name="a.bin")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("module", "data"), [("docx", docx()), ("odfdo", odt("a")), ("striprtf", rb"{\rtf1 a}")])  # fmt: skip
def test_without_the_extra_a_document_says_what_to_install(monkeypatch, module, data):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(ExtraMissing, match=r"\[office\]"):
        reading.from_bytes(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", r"picture \(PNG\).*OCR"),
        (b"\xd0\xcf\x11\xe0\0\0", r"\.doc.*save it as \.docx"),
        (b"PK\x03\x04\0\0", "archive.*unpack"),
        (b"ID3\x03\0", "sound.*transcript"),
    ],
)
def test_binary_data_is_named_and_says_what_to_do(data, said):
    with pytest.raises(ArticleBinary, match=said):
        reading.from_bytes(data, name="x")
