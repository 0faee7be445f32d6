"""Tables as CSV that a spreadsheet may open: no cell is taken for a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from summarizer.render.tables import TABLES, Table
from summarizer.store.stored_summary import Record
from summarizer.text.printable import visible

BOM = "\ufeff"
"""First in a file, or Excel takes UTF-8 for the code page of its country."""

# A cell begins where the text does, and where another program may split it: at the semicolon that is the
# separator in much of Europe, at a tab, at a line end. Blanks and quotation marks do not hide a formula.
_BEGINNINGS = re.compile("(?:\\A|[;\t\n])[\\s;\"'`´“”„‟«»‹›‘’‚‛＂＇]*+")
_FORMULA = frozenset("=+-@")


def as_csv(records: Iterable[Record], table: str) -> Iterator[str]:
    """One of the tables, line by line, names of columns first."""
    chosen = TABLES[table]
    yield csv_line(list(chosen.columns))
    for record in records:
        yield _rows(record, chosen)


def write_csv(records: Iterable[Record], into: Mapping[str, Callable[[str], object]]) -> None:
    """Several tables at once, each for its file, in one go over the summaries."""
    for name, put in into.items():
        put(BOM + csv_line(list(TABLES[name].columns)))
    for record in records:
        for name, put in into.items():
            put(_rows(record, TABLES[name]))


def _rows(record: Record, table: Table) -> str:
    return "".join(csv_line([cell(row[column]) for column in table.columns]) for row in table.rows(record))


def cell(value: Any) -> str:
    """What a cell holds: numbers as they are, times in ISO 8601, text that is text in any spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """`text` with a ' before what a spreadsheet would calculate, and without what hides characters.

    After OWASP, CSV Injection: = + - @ where a cell begins, wide forms of them included, and a tab or a line
    end as the first character.
    """
    lines = re.sub("\r\n?|[\v\f]", "\n", visible(text))
    stopped = _BEGINNINGS.sub(_stopped, lines)
    return f"'{stopped}" if stopped[:1] in {"\t", "\n"} else stopped


def _stopped(beginning: re.Match[str]) -> str:
    following = unicodedata.normalize("NFKC", beginning.string[beginning.end() : beginning.end() + 1])
    return f"{beginning[0]}'" if following[:1] in _FORMULA else beginning[0]


def csv_line(cells: Iterable[str]) -> str:
    """A row (RFC 4180, but for LF at its end)."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
