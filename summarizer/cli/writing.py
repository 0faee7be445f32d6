"""Formats: how summaries are written, one entry for each; and where they go."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import output
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.store import Record


class Format(StrEnum):
    """How summaries are written."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    CSV = "csv"
    ANNOTATIONS = "annotations"
    SCHEMA_ORG = "schema-org"


class Table(StrEnum):
    """The tables of summaries."""

    QUOTES = "quotes"
    POSITIONS = "positions"
    FIGURES = "figures"
    PARTIES = "parties"
    ABSTRACT = "abstract"
    FRAMING = "framing"
    ARTICLES = "articles"


TableOption = Annotated[
    Table | None,
    typer.Option("--table", help="Which table, for csv: quotes if not given; a folder gets all of them."),
]


@dataclass(frozen=True, slots=True)
class Page:
    """What a format may go by."""

    several: bool = False
    """Whether there may be more than one summary."""
    table: Table = Table.QUOTES
    to_file: bool = False
    utf16: bool = False
    """Whether places in JSON are counted in UTF-16 units."""

    def text_of(self, record: "Record") -> str | None:
        """The text that places are counted in, where not in code points."""
        return record.article.text if self.utf16 else None


def _pretty(records: Iterable["Record"], page: Page) -> Iterator[str]:
    from summarizer import render

    console = output.console(like_stdout=not page.to_file)
    for number, record in enumerate(records):
        with console.capture() as captured:
            render.print_pretty(record.summary, record.article, console)
            render.print_reviews(record.reviews, console)
        yield ("\n" + "═" * 40 + "\n\n" if number else "") + captured.get()


def _json(records: Iterable["Record"], page: Page) -> Iterator[str]:
    """One object, or an array, which is written once it is whole."""
    from summarizer import render

    texts = (render.as_json(record.summary, utf16=page.text_of(record)) for record in records)
    yield (
        "[\n" + ",\n".join(text.rstrip("\n") for text in texts) + "\n]\n" if page.several else "".join(texts)
    )


def _jsonl(records: Iterable["Record"], page: Page) -> Iterator[str]:
    from summarizer import render

    return (render.as_jsonl(record.summary, utf16=page.text_of(record)) for record in records)


def _markdown(records: Iterable["Record"], _: Page) -> Iterator[str]:
    from summarizer import render

    for number, record in enumerate(records):
        yield ("\n---\n\n" if number else "") + render.as_markdown(record.summary, record.article)


def _html(records: Iterable["Record"], _: Page) -> Iterator[str]:
    """One page, which is written once it is whole."""
    from summarizer.render import report

    yield report.as_html((record.article, record.summary) for record in records)


def _csv(records: Iterable["Record"], page: Page) -> Iterator[str]:
    """In a file with the mark that Excel asks for; programs in a pipe do without."""
    from summarizer import render

    return chain([render.BOM] if page.to_file else [], render.as_csv(records, page.table))


def _annotations(records: Iterable["Record"], page: Page) -> Iterator[str]:
    from summarizer import render

    return (render.as_annotations(record, indent=None if page.several else 2) for record in records)


def _schema_org(records: Iterable["Record"], page: Page) -> Iterator[str]:
    from summarizer import render

    return (render.as_schema_org(record, indent=None if page.several else 2) for record in records)


FORMATS: dict[Format, Callable[[Iterable["Record"], Page], Iterator[str]]] = {
    Format.PRETTY: _pretty,
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.MARKDOWN: _markdown,
    Format.HTML: _html,
    Format.CSV: _csv,
    Format.ANNOTATIONS: _annotations,
    Format.SCHEMA_ORG: _schema_org,
}
"""How each format of text writes summaries: pieces as they come, so that many need no memory."""


def ensure_writable(
    shape: Format,
    out: Path | None,
    table: Table | None,
    offsets: output.Offsets = output.Offsets.CODE_POINTS,
) -> None:
    """Refuse what cannot come about before anything is spent on it.

    Raises:
        UsageError: if the output cannot be written, or a table is named where there is none.
    """
    if offsets is output.Offsets.UTF16 and shape not in {Format.JSON, Format.JSONL}:
        raise UsageError(f"--offsets utf16 is for json and jsonl, not for {shape}")
    if table and shape is not Format.CSV:
        raise UsageError(f"--table is for --format csv, not for {shape}")
    if shape is Format.DOCX:
        _ensure_word(out)
    if shape is Format.CSV and is_folder(out):
        ensure_folder(out)
    else:
        output.ensure_writable(out)


def _ensure_word(out: Path | None) -> None:
    from summarizer.render import ensure_word

    if out is None and sys.stdout.isatty():
        raise UsageError("docx is no text for a terminal; name a file, such as -o summary.docx")
    ensure_word()


def any_of(records: Iterable["Record"]) -> Iterator["Record"] | None:
    """The same summaries once there is a first one, or None if there is none."""
    coming = iter(records)
    first = next(coming, None)
    return None if first is None else chain([first], coming)


def write(
    records: Iterable["Record"],
    shape: Format,
    out: Path | None,
    *,
    several: bool,
    table: Table | None = None,
    offsets: output.Offsets = output.Offsets.CODE_POINTS,
) -> None:
    """Print summaries as they come, or put them at `out`, all of them or none."""
    if shape is Format.CSV and out is not None and is_folder(out):
        write_tables(records, out, table)
        return
    if shape is Format.DOCX:
        _write_word(records, out)
        return
    page = Page(
        several=several,
        table=table or Table.QUOTES,
        to_file=out is not None,
        utf16=offsets is output.Offsets.UTF16,
    )
    with output.writing(out) as put:
        for text in FORMATS[shape](records, page):
            put(text)
            if out is None:
                sys.stdout.flush()  # the next one may take minutes


def _write_word(records: Iterable["Record"], out: Path | None) -> None:
    """One document, which is written once it is whole."""
    from summarizer import files, render

    data = render.as_word((record.article, record.summary) for record in records)
    with files.writing_bytes(out) if out is not None else nullcontext(sys.stdout.buffer) as file:
        file.write(data)


def is_folder(out: Path | None) -> bool:
    """Whether an output for tables is a folder: one that is there, or a name without an ending."""
    return out is not None and (out.is_dir() or not out.suffix)


def ensure_folder(out: Path | None) -> None:
    """Make the folder that tables go into.

    Raises:
        UsageError: if none is named, or it cannot be made.
    """
    if out is None or not is_folder(out):
        raise UsageError("name a folder for the tables, such as -o tables")
    output.ensure_folder(out)


def write_tables(
    records: Iterable["Record"], folder: Path, table: Table | None, *, parquet: bool = False
) -> None:
    """All tables, or one, into a folder, in one go over the summaries; all files, or none."""
    from summarizer import files, render

    names = [table] if table else list(Table)
    with ExitStack() as opened:
        if parquet:
            sheets = {name: files.writing_bytes(folder / f"{name}.parquet") for name in names}
            render.write_parquet(records, {name: opened.enter_context(file) for name, file in sheets.items()})
        else:
            texts = {name: files.writing(folder / f"{name}.csv") for name in names}
            render.write_csv(records, {name: opened.enter_context(file) for name, file in texts.items()})
