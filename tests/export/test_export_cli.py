import csv
import io
import json
import sys
import weakref
import zipfile

import pytest
from export_samples import numbered
from store_samples import days, keep, sample

from summarizer import render
from summarizer.cli import writing
from summarizer.store import Store
from summarizer.summary import Summary

FORMATS = ("markdown", "csv", "annotations", "schema-org")


@pytest.fixture
def filled(sqlite_url):
    """A store with two articles, one of them summarised twice."""
    with Store.open(sqlite_url) as store:
        keep(store, sample(1, title="Fire", published=days(1)), "/news/1.txt")
        keep(store, sample(1, title="Fire", published=days(1)).again(), "/news/1.txt")
        keep(store, sample(2, published=days(2)), "/news/2.txt")
    return sqlite_url


def quotes(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_table_of_the_store_has_the_current_summaries_alone(command, filled):
    outcome = command("export", "--format", "csv", "--store", filled)
    assert outcome.code == 0
    assert [row["published"] for row in quotes(outcome.out)] == ["2026-01-02", "2026-01-03"]
    assert "2 summaries exported" in outcome.err


def test_other_tables_are_named(command, filled):
    outcome = command("export", "--format", "csv", "--table", "figures", "--store", filled)
    assert [row["value"] for row in quotes(outcome.out)] == ["41", "42"]


def test_a_file_has_the_mark_that_excel_asks_for_and_a_pipe_has_not(command, filled, tmp_path):
    piped = command("export", "--format", "csv", "--store", filled).out
    command("export", "--format", "csv", "-o", tmp_path / "quotes.csv", "--store", filled)
    assert (tmp_path / "quotes.csv").read_bytes() == b"\xef\xbb\xbf" + piped.encode()


@pytest.mark.parametrize("shape", ["csv", "parquet"])
def test_a_folder_gets_every_table(command, filled, tmp_path, shape):
    folder = tmp_path / "tables"
    outcome = command("export", "--format", shape, "-o", folder, "--store", filled)
    assert outcome.code == 0, outcome.err
    assert {path.name for path in folder.iterdir()} == {f"{table}.{shape}" for table in writing.Table}


def test_parquet_asks_for_a_folder_and_other_formats_refuse_a_table(command, filled, tmp_path):
    for words in (
        ("--format", "parquet"),
        ("--format", "parquet", "-o", tmp_path / "a.parquet"),
        ("--format", "markdown", "--table", "quotes"),
        ("--format", "csv", "-o", tmp_path / "no/such"),
    ):
        outcome = command("export", *words, "--store", filled)
        assert (outcome.code, outcome.out) == (2, "")
    assert {path.name for path in tmp_path.iterdir()} == {"news.db"}


def test_without_pyarrow_parquet_says_what_to_install(command, filled, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    outcome = command("export", "--format", "parquet", "-o", tmp_path / "tables", "--store", filled)
    assert outcome.code == 78
    assert "pip install 'anchored-summarizer[tables]'" in outcome.err
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize("shape", ["annotations", "schema-org"])
def test_many_documents_are_lines_and_one_is_laid_out(command, filled, shape):
    lines = command("export", "--format", shape, "--store", filled).out.splitlines()
    assert len([json.loads(line) for line in lines]) == 2
    one = command("show", "/news/2.txt", "--format", shape, "--store", filled).out
    assert json.loads(one) == json.loads(lines[1])
    assert one.count("\n") > 10


def test_a_selection_as_markdown_is_one_document(command, filled):
    text = command("export", "--format", "markdown", "--store", filled).out
    assert text.count("# Fire in the harbour") == 2
    assert text.count("\n\n---\n\n") == 1


def test_a_selection_as_html_is_one_page_with_an_index(command, filled):
    page = command("export", "--format", "html", "--store", filled).out
    counts = {
        part: page.count(part) for part in ("<!doctype html>", '<nav class="index"', '<article class="entry"')
    }
    assert list(counts.values()) == [1, 1, 2]


@pytest.mark.parametrize("shape", ["json", "jsonl"])
def test_what_is_shown_for_programs_is_read_again_as_the_same_summaries(command, filled, shape):
    with Store.open(filled) as store:
        kept = [one.summary for one in store.history("/news/1.txt")]
    text = command("show", "/news/1.txt", "--history", "--format", shape, "--store", filled).out
    documents = json.loads(text) if shape == "json" else map(json.loads, text.splitlines())
    assert [Summary.model_validate(document) for document in documents] == kept
    assert len(kept) > 1


def test_an_id_exports_also_what_was_replaced(command, filled):
    with Store.open(filled) as store:
        [old] = [one.id for one in store.history("/news/1.txt") if not one.current]
    [row] = quotes(command("export", old, "--format", "csv", "--store", filled).out)
    assert row["summary"] == old
    assert len(quotes(command("export", "/news/1.txt", "--format", "csv", "--store", filled).out)) == 1


def test_of_nothing_a_table_has_its_columns(command, filled):
    outcome = command("export", "--format", "csv", "--since", "2030-01-01", "--store", filled)
    assert outcome.out.startswith("article,title,")
    assert outcome.out.count("\n") == 1


def counted(number, most):
    """Summaries one by one; `most` learns how many of them are alive at a time."""
    made: list[weakref.ref[object]] = []
    for one in range(number):
        record = numbered(one)
        made.append(weakref.ref(record.summary))
        most.append(sum(summary() is not None for summary in made))
        yield record
        del record


@pytest.mark.parametrize("shape", FORMATS)
def test_however_many_are_exported_few_are_in_memory(tmp_path, shape):
    most: list[int] = []
    out = tmp_path / "out.txt"
    writing.write(counted(40, most), writing.Format(shape), out, several=True)
    assert max(most) <= 3
    assert len(most) == 40


@pytest.mark.parametrize("parquet", [True, False])
def test_however_many_rows_are_written_few_summaries_are_in_memory(tmp_path, parquet):
    most: list[int] = []
    writing.write_tables(counted(40, most), tmp_path, None, parquet=parquet)
    assert max(most) <= 3


def test_tables_that_cannot_all_be_written_leave_none(tmp_path):
    def failing():
        yield numbered(1)
        raise ValueError("no more")

    for parquet in (True, False):
        with pytest.raises(ValueError, match="no more"):
            writing.write_tables(failing(), tmp_path, None, parquet=parquet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shape", list(writing.Format))
def test_every_format_is_written_for_one_and_for_several(tmp_path, shape):
    for several in (False, True):
        out = tmp_path / f"{several}.txt"
        writing.write([numbered(1)], shape, out, several=several)
        written = out.read_bytes()
        if shape is writing.Format.DOCX:
            written = zipfile.ZipFile(out).read("word/document.xml")
        assert b"Ana Ru" in written


def test_the_names_of_the_tables_are_the_same_everywhere():
    assert list(render.TABLES) == list(writing.Table)
