"""Where output goes: whole files or none, notes on stderr, nothing a terminal would obey."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from summarizer import files
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from summarizer.client import ModelChoice

Shape = TypeVar("Shape", bound=StrEnum)
FILE_WIDTH = 100
BETWEEN_LINES = 5.0
"""Seconds between two lines that tell how far something is, off a terminal."""
SHAPE_HELP = "Default: by the ending of -o, else pretty on a terminal, json elsewhere."
_ENDINGS = {
    ".csv": "csv", ".docx": "docx", ".htm": "html", ".html": "html", ".json": "json", ".jsonl": "jsonl",
    ".md": "markdown", ".ndjson": "jsonl", ".txt": "pretty",
}  # fmt: skip
Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all."),
]


class Offsets(StrEnum):
    """What places in JSON are counted in."""

    CODE_POINTS = "codepoints"
    UTF16 = "utf16"


OffsetsOption = Annotated[
    Offsets,
    typer.Option(
        "--offsets",
        help="What start and end count in JSON: code points, as Python does, or UTF-16 units, as JavaScript "
        "does; the latter can be neither verified nor imported.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Open = Annotated[bool, typer.Option("--open", help="Open the written page in the browser (html, with -o).")]


_LONGEST_NOTE = 2000
"""Characters; what somebody gave may be a megabyte, and is repeated in messages."""


def note(message: str) -> None:
    """One line on stderr; of a very long one the beginning and the end, which say what and what to do."""
    from summarizer.text.printable import printable

    if len(message) > _LONGEST_NOTE:
        message = f"{message[: _LONGEST_NOTE // 2]} … {message[-_LONGEST_NOTE // 2 :]}"
    typer.echo(f"summarizer: {printable(message)}", err=True)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


@cache
def note_once(message: str) -> None:
    """`note`, the first time only."""
    note(message)


def note_choice(choice: "ModelChoice") -> None:
    """Say which model is asked if nobody named one, or that none is."""
    if choice.is_none:
        note_once("no model is asked: the summary says what the rules alone know")
    elif choice.by_default:
        from summarizer.llm import shown

        place = shown(choice.base_url) if choice.base_url else "OpenAI"
        which = "the embedded model" if choice.is_local else f"{choice.model} at {place}"
        note_once(f"using {which}; choose another with --model")


def shape(formats: type[Shape], given: Shape | None, out: Path | None = None, usual: str = "json") -> Shape:
    """The format that is meant: as given, as the file is called, pretty for a terminal, or the usual one.

    Raises:
        UsageError: if the file has an ending that no format of the command has.
    """
    if given is not None:
        return given
    if out is None:
        return formats("pretty" if sys.stdout.isatty() and "pretty" in list(formats) else usual)
    if not out.suffix:
        return formats(usual)
    known = {ending: name for ending, name in _ENDINGS.items() if name in list(formats)}
    if out.suffix.lower() not in known:
        raise UsageError(
            f"{out}: no format has the ending {out.suffix}; known are {', '.join(known)}, "
            "and --format writes to any name"
        )
    return formats(known[out.suffix.lower()])


def console(*, stderr: bool = False, like_stdout: bool = True) -> "Console":
    """A console that shows text as it is: no markup, no emoji codes, no guessing at colours.

    Not `like_stdout` means for a file: plain, and of a width that reads well.
    """
    from rich.console import Console

    plain: dict[str, Any] = {"markup": False, "highlight": False, "emoji": False}
    if like_stdout:
        return Console(stderr=stderr, **plain)
    return Console(no_color=True, force_terminal=False, width=FILE_WIDTH, **plain)


def ensure_writable(path: Path | None) -> None:
    """Refuse an output that cannot come about before anything is spent on it.

    Raises:
        UsageError: if its folder does not exist or may not be written, or if it is a folder itself.
    """
    if path is None:
        return
    try:
        path.lstat()
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from None
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it first")
    if not os.access(path.parent, os.W_OK):
        raise UsageError(f"{path}: the folder {path.parent} may not be written")


def ensure_folder(path: Path) -> None:
    """Make a folder to write into, if it is not there yet.

    Raises:
        UsageError: if it cannot be made, or written to.
    """
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path}: no such folder can be made: {error.strerror or error}") from error
    ensure_writable(path / "file")


def ensure_openable(path: Path | None, *, wanted: bool, is_page: bool) -> None:
    """Refuse `--open` beforehand where there will be no page in a file.

    Raises:
        UsageError: if it is wanted all the same.
    """
    if wanted and (path is None or not is_page):
        raise UsageError("--open needs a page in a file; add --format html -o report.html")


def open_in_browser(path: Path | None) -> None:
    """Show a page in the person's browser; say where it is if there is none."""
    import webbrowser

    if path is not None and not webbrowser.open(path.resolve().as_uri()):
        note(f"no browser was found; open {path} yourself")


def write(text: str, path: Path | None) -> None:
    """Print `text`, or put it at `path` whole or not at all.

    Raises:
        OutputFailed: if it cannot be written.
    """
    with writing(path) as put:
        put(text)


@contextmanager
def writing(path: Path | None) -> Iterator[Callable[[str], object]]:
    """Print what comes, or put it at `path`: all of it once the block ends well, or nothing.

    Raises:
        OutputFailed: if it cannot be written.
    """
    if path is None:
        yield sys.stdout.write
        sys.stdout.flush()
        return
    with files.writing(path) as put:
        yield put


@contextmanager
def working(message: str) -> Iterator[Callable[[str], None]]:
    """Show a spinner with the seconds passed on a terminal, elsewhere nothing.

    What it gives is told where the work has got to: shown by the spinner, elsewhere as a line.
    """
    if not sys.stderr.isatty():
        yield lambda place: note(f"{message}: {place}")
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from summarizer.text.printable import printable

    columns = (SpinnerColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(printable(message), total=None)
        yield lambda place: progress.update(task, description=printable(f"{message}: {place}"))


def now_and_then(tell: Callable[[str], None]) -> Callable[[object], None]:
    """Tell as often as one can look on a terminal, and every few seconds elsewhere."""
    last = time.monotonic()

    def show(state: object) -> None:
        nonlocal last
        if sys.stderr.isatty() or time.monotonic() - last >= BETWEEN_LINES:
            last = time.monotonic()
            tell(str(state))

    return show


@contextmanager
def counting(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A progress bar for things done one by one, on a terminal; elsewhere say nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.update(task, completed=done)


@contextmanager
def bytes_progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar for bytes; in a pipe a line for each tenth."""
    if not sys.stderr.isatty():
        tenths = [0]

        def report(done: int, total: int) -> None:
            tenth = done * 10 // max(total, 1)
            if tenth > tenths[0]:
                tenths[0] = tenth
                note(f"{what}: {done / 1e6:,.0f} of {total / 1e6:,.0f} MB")

        yield report
        return
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(stderr=True)) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
