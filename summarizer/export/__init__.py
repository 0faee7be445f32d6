"""Export: summaries and marks in the shapes people and programs want them in."""

from summarizer.export.annotations import as_annotations
from summarizer.export.differences import difference_as_json, print_difference
from summarizer.export.machine import as_json, as_jsonl, facts_as_json, rows_as_json
from summarizer.export.markdown import as_markdown
from summarizer.export.marks import findings_as_json, marks_as_json, print_marks
from summarizer.export.paragraphs import paragraph
from summarizer.export.parquet import ensure_parquet, write_parquet
from summarizer.export.record import Record
from summarizer.export.schema_org import as_schema_org
from summarizer.export.spreadsheet import BOM, as_csv, cell, csv_line, write_csv
from summarizer.export.tables import TABLES
from summarizer.export.terminal import print_pretty, print_reviews, print_rows
from summarizer.export.view import reading
from summarizer.printable import printable

__all__ = [
    "BOM",
    "TABLES",
    "Record",
    "as_annotations",
    "as_csv",
    "as_json",
    "as_jsonl",
    "as_markdown",
    "as_schema_org",
    "cell",
    "csv_line",
    "difference_as_json",
    "ensure_parquet",
    "facts_as_json",
    "findings_as_json",
    "marks_as_json",
    "paragraph",
    "print_difference",
    "print_marks",
    "print_pretty",
    "print_reviews",
    "print_rows",
    "printable",
    "reading",
    "rows_as_json",
    "write_csv",
    "write_parquet",
]
