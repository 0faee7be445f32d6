"""`summarizer export`, `import` and `forget`: out of the store, into it, and gone."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from summarizer.cli import opening, output, writing
from summarizer.errors import NotASummary, UsageError

if TYPE_CHECKING:
    from summarizer.store import Kept, Record, Selection, Store


Thing = TypeVar("Thing")
_MOST_REFUSALS_SHOWN = 20
EXAMPLE = """\
\b
Examples:
  summarizer export --since 2024-11-01 -o november.jsonl
  summarizer export --format csv --table figures -o figures.csv
  summarizer export --format parquet -o tables
  summarizer export --party Badran --format html -o report.html
"""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        epilog=EXAMPLE,
        short_help="Write stored summaries, in many formats.",
    )(export)
    app.command(
        "import",
        epilog="Example: summarizer import november.jsonl",
        short_help="Store what 'summarizer export' wrote.",
    )(import_)
    app.command(epilog="Example: summarizer forget article.txt", short_help="Delete an article for good.")(
        forget
    )


class Format(StrEnum):
    """How an export is written."""

    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    CSV = "csv"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"
    SCHEMA_ORG = "schema-org"


def export(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID|PATH", help="Only these summaries, or those of these articles."),
    ] = None,
    party: opening.Party = None,
    since: opening.Since = None,
    prompt: opening.Prompt = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None,
        typer.Option(
            help="jsonl can be imported again, and alone has what newer summaries replaced. "
            "Default: by the ending of -o, else jsonl."
        ),
    ] = None,
    table: writing.TableOption = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to this file, whole or not at all; for tables it may be a folder.",
        ),
    ] = None,
    store: opening.Url = None,
) -> None:
    """Write stored summaries, each with its article.

    As JSON Lines with their history and all that is known of how they were made; in other formats those that
    are current.
    """
    from summarizer.store import Selection

    shape = output.shape(Format, format, out, usual="jsonl")
    _ensure_writable(shape, out, table)
    with opening.opened(store) as kept:
        selection = _selection(kept, references, Selection(party=party, since=since, prompt=prompt), shape)
        total = kept.count(selection)
        with output.counting("exporting", total) as progress:
            if shape is Format.JSONL:
                with output.writing(out) as put:
                    for line in _counted(kept.export(selection), progress):
                        put(line)
            else:
                records = _counted(map(_record, kept.each(selection)), progress)
                _write(records, shape, out, table)
    output.note(f"{output.counted(total, 'summary', 'summaries')} exported")


def _ensure_writable(shape: Format, out: Path | None, table: writing.Table | None) -> None:
    if shape is not Format.PARQUET:
        writing.ensure_writable(writing.Format(shape), out, table)
        return
    from summarizer.render import ensure_parquet

    ensure_parquet()
    writing.ensure_folder(out)


def _selection(
    kept: "Store", references: list[str] | None, selection: "Selection", shape: Format
) -> "Selection":
    """Which summaries are meant; of those that newer ones replaced only lines and ids tell."""
    from dataclasses import replace

    if not references:
        return replace(selection, history=shape is Format.JSONL)
    meant = [kept.summaries(*opening.references(one)) for one in references]
    history = shape is Format.JSONL or all(len(ids) == 1 for ids in meant)
    return replace(selection, ids=tuple(found for ids in meant for found in ids), history=history)


def _record(kept: "Kept") -> "Record":
    from summarizer.store import Record

    return Record.of(kept.article, kept.summary, summary_id=kept.id, reviews=kept.reviews, source=kept.source)


def _write(records: Iterator["Record"], shape: Format, out: Path | None, table: writing.Table | None) -> None:
    if shape is Format.PARQUET and out is not None:
        writing.write_tables(records, out, table, parquet=True)
    else:
        writing.write(records, writing.Format(shape), out, several=True, table=table)


def _counted(things: Iterator[Thing], progress: Callable[[int], None]) -> Iterator[Thing]:
    for done, thing in enumerate(things, start=1):
        yield thing
        progress(done)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What export wrote; - is standard input.")],
    store: opening.Url = None,
) -> None:
    """Store what 'summarizer export' wrote, each summary once; what was there already stays as it is.

    What 'summarizer verify' finds wrong in a summary is a reason to refuse its line; the others are stored.
    """
    from summarizer.reading import lines_of
    from summarizer.store import LINE_LIMIT

    added = known = 0
    refused: list[NotASummary] = []

    def refuse(error: NotASummary) -> None:
        refused.append(error)
        if len(refused) <= _MOST_REFUSALS_SHOWN:
            output.note(f"refused: {error}")

    with ExitStack() as opened:
        try:
            data = sys.stdin.buffer if str(file) == "-" else opened.enter_context(file.open("rb"))
        except OSError as error:
            raise NotASummary(str(file), f"cannot be read: {error.strerror or error}") from error
        kept = opened.enter_context(opening.opened(store, create=True))
        lines = lines_of(data, limit=LINE_LIMIT)
        with output.counting("importing") as progress:
            for done in kept.import_(lines, source=str(file), on_refused=refuse):
                added, known = done.added, done.known
                progress(added + known)
    output.note(f"{output.counted(added, 'summary', 'summaries')} imported, {known:,} there already")
    if refused:
        output.note(f"{output.counted(len(refused), 'line')} refused")
        raise typer.Exit(1 if added + known else NotASummary.exit_code)


def forget(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its path or URL, or the beginning of its id.")
    ],
    yes: output.Yes = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Delete an article with its summaries, requests and replies, so that none of its words is left."""
    with opening.opened(store) as kept:
        found = kept.articles(*opening.references(article))
        number = sum(len(kept.summaries(one)) for one in found)
        what = f"{output.counted(len(found), 'article')}, {output.counted(number, 'summary', 'summaries')}"
        if not yes:
            _confirm(what)
        with output.working("forgetting"):
            kept.forget(found)
    output.note(f"forgotten: {what}")


def _confirm(what: str) -> None:
    if not sys.stdin.isatty():
        raise UsageError(f"would forget {what}; say --yes to delete them for good")
    typer.confirm(f"forget {what}?", abort=True, err=True)
