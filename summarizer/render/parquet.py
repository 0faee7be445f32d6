"""Tables as Parquet, for notebooks and databases: the words as they are, numbers and times as such."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from decimal import Decimal
from math import isfinite
from typing import IO, TYPE_CHECKING, Any

from summarizer.errors import ExtraMissing
from summarizer.render.tables import TABLES, Row, Table
from summarizer.store.stored_summary import Record
from summarizer.text.printable import encodable

if TYPE_CHECKING:
    import pyarrow as pa

_ROW_GROUP = 10_000  # rows held in memory, and what a reader skips or reads at once


def ensure_parquet() -> None:
    """Refuse early where Parquet cannot be written.

    Raises:
        ExtraMissing: if pyarrow is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401 - whether it can be
    except ImportError as error:
        raise ExtraMissing(extra="tables", purpose="writing Parquet") from error


def write_parquet(records: Iterable[Record], into: Mapping[str, IO[bytes]]) -> None:
    """Several tables at once, each into its file, in one go over the summaries.

    Values of figures are 64-bit floats, and null where they are too great for one; the words beside them
    say what the article has.

    Raises:
        ExtraMissing: if pyarrow is not installed.
    """
    ensure_parquet()
    with ExitStack() as opened:
        sheets = [_Sheet(TABLES[name], file, opened) for name, file in into.items()]
        for record in records:
            for sheet in sheets:
                sheet.add(record)
        for sheet in sheets:
            sheet.flush()


class _Sheet:
    """A table on its way into a file, a row group at a time."""

    def __init__(self, table: Table, file: IO[bytes], opened: ExitStack) -> None:
        from pyarrow import parquet

        self._table, self._rows, self._schema = table, list[Row](), _schema(table)
        self._writer = opened.enter_context(parquet.ParquetWriter(file, self._schema, compression="zstd"))

    def add(self, record: Record) -> None:
        for row in self._table.rows(record):
            self._rows.append({name: _value(value) for name, value in row.items()})
        if len(self._rows) >= _ROW_GROUP:
            self.flush()

    def flush(self) -> None:
        import pyarrow as pa

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows.clear()


def _schema(table: Table) -> "pa.Schema":
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "date": pa.date32(),
        "moment": pa.timestamp("us", tz="UTC"),
    }
    return pa.schema([(name, types[kind]) for name, kind in table.columns.items()])


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        number = float(value)
        return number if isfinite(number) else None
    return encodable(value) if isinstance(value, str) else value
