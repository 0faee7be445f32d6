"""Export: summaries and marks in the shapes people and programs want them in."""

from summarizer.export.differences import difference_as_json, print_difference
from summarizer.export.machine import as_json, as_jsonl, facts_as_json, rows_as_json
from summarizer.export.markdown import as_markdown
from summarizer.export.marks import findings_as_json, marks_as_json, print_marks
from summarizer.export.printable import printable
from summarizer.export.terminal import print_pretty, print_rows

__all__ = [
    "as_json",
    "as_jsonl",
    "as_markdown",
    "difference_as_json",
    "facts_as_json",
    "findings_as_json",
    "marks_as_json",
    "print_difference",
    "print_marks",
    "print_pretty",
    "print_rows",
    "printable",
    "rows_as_json",
]
