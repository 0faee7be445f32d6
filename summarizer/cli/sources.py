"""What a command's arguments name: articles and summaries."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import output
from summarizer.errors import NotASummary

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.summary import Summary


_LONGEST_SUMMARY = 64 * 1024 * 1024
"""Bytes."""
_LONGEST_MESSAGE = 200
"""Characters."""
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch links on this machine and on private networks too.")
]


def read(source: str, *, allow_private: bool = False) -> "Article":
    """The article at a path, at a link, or on standard input for `-`.

    Raises:
        NotAnArticle: if there is none.
    """
    from summarizer import reading

    if source == "-":
        return reading.from_bytes(sys.stdin.buffer.read(reading.BYTE_LIMIT + 1), name="standard input")
    if reading.is_url(source):
        with output.working(f"fetching {source}"):
            return reading.from_url(source, allow_private=allow_private)
    return reading.from_path(Path(source))


def path_of(source: str) -> Path | None:
    """The file that an argument names, if it names one."""
    from summarizer import reading

    return None if source == "-" or reading.is_url(source) else Path(source)


def named(source: str) -> str:
    """What to call an argument."""
    return "standard input" if source == "-" else source


def read_summary(path: Path) -> "Summary":
    """The summary in a JSON file.

    Raises:
        NotASummary: if there is none.
    """
    from pydantic import ValidationError

    from summarizer.summary import Summary

    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as file:
            data = file.read(_LONGEST_SUMMARY + 1)
        if len(data) > _LONGEST_SUMMARY:
            raise NotASummary(str(path), f"is longer than {_LONGEST_SUMMARY:,} bytes")
        return Summary.model_validate_json(data)
    except OSError as error:
        raise NotASummary(str(path), f"cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        message = said if len(said) <= _LONGEST_MESSAGE else f"{said[:_LONGEST_MESSAGE]}…"
        problem = f"{where}: {message}" if where else message
        raise NotASummary(str(path), f"is no summary of ours: {problem}") from error
