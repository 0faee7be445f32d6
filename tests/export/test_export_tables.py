import csv
import io
from datetime import date

import pyarrow.parquet
import pytest
from export_samples import FORMULAS, hostile, numbered

from summarizer import render
from summarizer.render.spreadsheet import guarded
from summarizer.store import Record

TABLES = ("quotes", "positions", "figures", "parties", "abstract")


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def table(record, name):
    return rows("".join(render.as_csv([record], name)))


def parquet(folder, records, name):
    with (folder / name).open("wb") as file:
        render.write_parquet(records, {name: file})
    return pyarrow.parquet.read_table(folder / name)


@pytest.mark.parametrize("name", TABLES)
def test_the_table_of_the_sample_article_is_as_kept(cairo, golden, name):
    golden(f"{name}.csv", "".join(render.as_csv([cairo], name)))


def test_every_row_says_of_which_article_and_summary_it_is(cairo):
    for name in TABLES:
        for row in table(cairo, name):
            assert (row["article"], row["summary"]) == (cairo.article.id, cairo.id)
            assert (row["prompt"], row["published"]) == ("summary@3", "2024-11-13")


def test_places_and_words_of_each_row_are_the_articles(cairo):
    for name in ("quotes", "figures"):
        for row in table(cairo, name):
            assert cairo.article.text[int(row["start"]) : int(row["end"])] == row["text"]


def test_speakers_have_names_and_the_newest_verdict_of_a_reviewer_is_a_column(cairo):
    quotes = table(cairo, "quotes")
    assert [row["speakers"] for row in quotes] == ["Hamas", "Hamas", "Hossam Badran", "Hossam Badran"]
    assert [row["review"] for row in quotes] == ["right", "", "", ""]


@pytest.mark.parametrize("name", TABLES)
def test_parquet_and_csv_hold_the_same(cairo, tmp_path, name):
    typed = parquet(tmp_path, [cairo], name).to_pylist()
    text = table(cairo, name)
    assert [list(row) for row in typed] == [list(row) for row in text]
    for row, shown in zip(typed, text, strict=True):
        for column, value in row.items():
            if isinstance(value, bool):
                assert shown[column] == str(value).lower()
            elif isinstance(value, int | float):
                assert float(shown[column]) == value
            elif isinstance(value, date):
                assert shown[column] == value.isoformat()
            else:
                assert shown[column] == (value or "")


def test_parquet_has_numbers_dates_and_times_as_such(cairo, tmp_path):
    schema = parquet(tmp_path, [cairo], "figures").schema
    kinds = {name: str(schema.field(name).type) for name in ("value", "start", "published", "made", "text")}
    assert kinds == {
        "value": "double",
        "start": "int64",
        "published": "date32[day]",
        "made": "timestamp[us, tz=UTC]",
        "text": "string",
    }


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_begins_a_formula(words):
    record = hostile(words, url=words)
    for name in TABLES:
        for row in table(record, name):
            for column, value in row.items():
                for cell in value.split(";"):
                    for line in cell.split("\n"):
                        first = line.lstrip(" \t\"“'")[:1]
                        guard = line.lstrip(' \t"“')[:1]
                        assert first not in {"=", "+", "-", "@", "＝", "﹣"} or guard == "'", (column, value)
                assert value[:1] not in {"\t", "\n", "\r"}


@pytest.mark.parametrize("words", ["1-2", "a=b", "Ana Ruíz", "“We will,” she said; then left.", "−5 °C", ""])
def test_words_that_are_no_formula_stay_as_they_are(words):
    assert guarded(words) == words


def test_negative_numbers_stay_numbers(tmp_path):
    record = hostile(
        "fine", text="The mayor spoke. “It is cold,” Ana Ruíz said. It was -12.5 degrees on 3 days."
    )
    figures = [figure.model_copy(update={"value": "-12.5"}) for figure in record.summary.figures]
    record = Record.of(record.article, record.summary.model_copy(update={"figures": figures}))
    assert [row["value"] for row in table(record, "figures")] == ["-12.5"]
    assert parquet(tmp_path, [record], "figures")["value"].to_pylist() == [-12.5]


def test_a_number_that_no_float_holds_is_whole_in_csv_and_empty_in_parquet(tmp_path):
    record = hostile("fine")
    figures = [figure.model_copy(update={"value": "9" * 400}) for figure in record.summary.figures]
    record = Record.of(record.article, record.summary.model_copy(update={"figures": figures}))
    assert table(record, "figures")[0]["value"] == "9" * 400
    assert parquet(tmp_path, [record], "figures")["value"].to_pylist() == [None]
    assert '"name": "At least 41"' in render.as_schema_org(record)


@pytest.mark.parametrize(
    "words", ["a\x00b", "a\x1b[31mb", "a\u202eb", "a\U000e0041b", "a\rb", "a\r\nb", "a\vb"]
)
def test_a_cell_has_no_characters_that_hide_or_end_it(words):
    for name in TABLES:
        for row in table(hostile(words), name):
            assert not set("".join(row.values())) & set("\x00\x1b\u202e\U000e0041\r\v")


def test_lone_surrogates_become_replacement_characters(tmp_path):
    record = hostile("fine")
    record = Record.of(record.article, record.summary.model_copy(), summary_id=record.id)
    parties = [party.model_copy(update={"name": "x\ud800"}) for party in record.summary.parties]
    broken = Record.of(
        record.article, record.summary.model_copy(update={"parties": parties}), summary_id=record.id
    )
    assert table(broken, "parties")[0]["name"] == "x\ufffd"
    assert parquet(tmp_path, [broken], "parties")["name"].to_pylist() == ["x\ufffd"]
    for text in (render.as_annotations(broken), render.as_schema_org(broken)):
        assert "x\ufffd" in text
        text.encode()


def test_parquet_is_written_in_row_groups(tmp_path, monkeypatch):
    monkeypatch.setattr("summarizer.render.parquet._ROW_GROUP", 10)
    parquet(tmp_path, (numbered(number) for number in range(25)), "quotes")
    groups = pyarrow.parquet.ParquetFile(tmp_path / "quotes").metadata
    assert (groups.num_rows, groups.num_row_groups) == (25, 3)
