"""What somebody meets who uses the library, or reads its JSON, for the first time."""

import asyncio
import json
from pathlib import Path

import pytest

import summarizer
from summarizer.errors import NotAnArticle, UsageError

BEYOND = "An 🙂 in 𝄞. “We will rebuild 🏠 this,” Ana Ruiz said. At least 40 homes burned."
PLAIN = "Ana Ruiz spoke. « Nous restons », a dit Luc Roy. 重建。"


def made(text):
    return summarizer.summarize(text, model="none"), summarizer.Article(text=text)


def slices(value, text):
    """Each place with a text beside it, as JavaScript would cut it."""
    units = text.encode("utf-16-le")
    if isinstance(value, dict):
        place, words = value.get("span", value), value.get("exact", value.get("text"))
        if isinstance(place, dict) and "start" in place and words is not None:
            yield units[2 * place["start"] : 2 * place["end"]].decode("utf-16-le"), words
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from slices(part, text)


@pytest.fixture
def article(tmp_path):
    def written(text):
        path = tmp_path / "article.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize("text", [BEYOND, PLAIN])
@pytest.mark.parametrize(
    "words", [("summarize", "--model", "none", "--format", "json"), ("mark", "--format", "json")]
)
def test_offsets_for_javascript_cut_out_the_words_beside_them(command, article, text, words):
    name, *options = words
    told = json.loads(command(name, article(text), *options, "--offsets", "utf16").out)
    cut = list(slices(told, text))
    assert told["offsets"] == "utf16"
    assert len(cut) >= 3
    assert all(found == words for found, words in cut)
    plain = json.loads(command(name, article(text), *options).out)
    assert "offsets" not in plain


def test_a_summary_with_offsets_for_javascript_is_refused_and_not_misread(command, article, tmp_path):
    path, out = article(BEYOND), tmp_path / "summary.json"
    command("summarize", path, "--model", "none", "--no-store", "--offsets", "utf16", "-o", out)
    refused = command("verify", out, path)
    assert refused.code == 65
    assert "offsets are in utf16 and not in code points" in refused.err
    assert "Value error" not in refused.err
    assert command("import", out).code != 0 or "0 summaries imported" in command("import", out).err


def test_offsets_are_chosen_for_json_alone(command, article):
    refused = command(
        "summarize", article(PLAIN), "--model", "none", "--format", "html", "--offsets", "utf16"
    )
    assert (refused.code, refused.out) == (2, "")


def test_parties_are_found_by_their_ids():
    summary, _ = made("Ana Ruiz, the mayor, spoke. “We will rebuild,” Ana Ruiz said.")
    [quote] = summary.quotes
    assert summary.names(quote.speakers) == ["Ana Ruiz"]
    assert summary.party(quote.speakers[0]).name == "Ana Ruiz"
    with pytest.raises(KeyError):
        summary.party("p99")


def test_a_summary_becomes_a_page_a_document_and_rows_in_a_call():
    summary, article = made(BEYOND)
    assert summarizer.to_html(summary, article).lower().startswith("<!doctype html>")
    assert summarizer.to_markdown(summary, article).startswith("# ")
    [row] = summarizer.to_rows(summary, article)
    assert row["text"] == summary.quotes[0].text
    [whole] = summarizer.to_rows(summary, article, "articles")
    assert whole["headline"] == summary.headline.text
    with pytest.raises(UsageError, match="quotes, positions"):
        summarizer.to_rows(summary, article, "qoutes")


def test_a_notebook_shows_a_summary_without_taking_its_words_for_markup():
    summary, _ = made("Ana <b>Ruiz</b> <script>alert(1)</script> spoke. She left.")
    shown = summary._repr_html_()
    assert "<script" not in shown
    assert "parties" in shown


def test_the_list_of_names_is_that_of_the_public_ones():
    assert dir(summarizer) == sorted(summarizer.__all__)


def entries(article):
    """Each way into the library that takes an article."""
    with summarizer.Summarizer(model="none") as one:
        yield lambda: summarizer.summarize(article, model="none")
        yield lambda: asyncio.run(summarizer.asummarize(article, model="none"))
        yield lambda: one.summarize(article)
        yield lambda: asyncio.run(one.asummarize(article))
        yield lambda: summarizer.read(article)
        yield lambda: summarizer.mark(article)


@pytest.mark.parametrize(
    "name", ["nosuch.txt", "./Berichte/heute.PDF", "C:\\news\\article.html", "статья.docx", "速報.txt"]
)
def test_a_word_that_looks_like_a_file_is_not_taken_for_an_article(name):
    for way in entries(name):
        with pytest.raises(NotAnArticle, match=r"use summarizer\.read\(Path\("):
            way()


def test_the_name_of_a_file_that_is_there_is_not_taken_for_an_article(tmp_path, monkeypatch):
    (tmp_path / "the news of today").write_text(PLAIN)
    monkeypatch.chdir(tmp_path)
    for way in entries("the news of today"):
        with pytest.raises(NotAnArticle, match="is the name of a file"):
            way()
    found = list(summarizer.Summarizer(model="none").batch(["the news of today", PLAIN]))
    assert [type(one).__name__ for one in found].count("Done") == 1


@pytest.mark.parametrize(
    "text",
    ["Rain.", "Read more in article.txt", "Der Plan steht in plan.pdf", "全文见 速報.txt", "a\0.txt b"],
)
def test_words_that_are_no_file_are_an_article(text):
    assert summarizer.summarize(text, model="none").article.characters == len(text)


@pytest.mark.parametrize("wrong", [None, 42, b"Ana Ruiz spoke.", ["Ana Ruiz spoke."]])
def test_what_is_no_article_is_a_type_error_that_says_what_is(wrong):
    for way in entries(wrong):
        with pytest.raises(TypeError, match=f"an article is a str .* not {type(wrong).__name__}"):
            way()


@pytest.mark.parametrize("wrong", [PLAIN, b"Ana", Path("article.txt"), summarizer.Article(text=PLAIN)])
def test_one_article_is_no_batch(wrong):
    with pytest.raises(TypeError, match="several articles"):
        list(summarizer.Summarizer(model="none").batch(wrong))
