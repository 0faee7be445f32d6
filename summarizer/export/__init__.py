"""Export: summaries and marks in the shapes people and programs want them in."""

from summarizer.export.cells import cell
from summarizer.export.machine import as_json, as_jsonl, facts_as_json, rows_as_json
from summarizer.export.markdown import as_markdown
from summarizer.export.marks import findings_as_json, marks_as_json, print_marks
from summarizer.export.paragraphs import paragraph
from summarizer.export.terminal import print_pretty, print_rows
from summarizer.export.view import reading
from summarizer.printable import printable

__all__ = [
    "as_json",
    "as_jsonl",
    "as_markdown",
    "cell",
    "facts_as_json",
    "findings_as_json",
    "marks_as_json",
    "paragraph",
    "print_marks",
    "print_pretty",
    "print_rows",
    "printable",
    "reading",
    "rows_as_json",
]
