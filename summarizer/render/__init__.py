"""Render: summaries and marks in the shapes people and programs want them in."""

from summarizer.render.analysis import findings_as_json, marks_as_json, print_marks
from summarizer.render.annotations import as_annotations
from summarizer.render.convert import to_html, to_markdown, to_rows
from summarizer.render.differences import difference_as_json, print_difference
from summarizer.render.machine import as_json, as_jsonl, facts_as_json, in_utf16, rows_as_json
from summarizer.render.markdown import as_markdown
from summarizer.render.paragraphs import paragraph
from summarizer.render.parquet import ensure_parquet, write_parquet
from summarizer.render.schema_org import as_schema_org
from summarizer.render.spreadsheet import BOM, as_csv, cell, csv_line, write_csv
from summarizer.render.tables import TABLES
from summarizer.render.terminal import print_pretty, print_reviews, print_rows
from summarizer.render.word import as_word, ensure_word

__all__ = [
    "BOM",
    "TABLES",
    "as_annotations",
    "as_csv",
    "as_json",
    "as_jsonl",
    "as_markdown",
    "as_schema_org",
    "as_word",
    "cell",
    "csv_line",
    "difference_as_json",
    "ensure_parquet",
    "ensure_word",
    "facts_as_json",
    "findings_as_json",
    "in_utf16",
    "marks_as_json",
    "paragraph",
    "print_difference",
    "print_marks",
    "print_pretty",
    "print_reviews",
    "print_rows",
    "rows_as_json",
    "to_html",
    "to_markdown",
    "to_rows",
    "write_csv",
    "write_parquet",
]
