"""JSON Lines: an article per line, read one at a time, so that a file may be of any length."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from summarizer.errors import NotAnArticle
from summarizer.reading.entries import Entry, NotRead
from summarizer.reading.html import read_body
from summarizer.reading.structured import described
from summarizer.reading.text import BYTE_LIMIT, Facts, from_text

_OURS = frozenset({"text", "title", "author", "published", "site", "url", "language"})
_NAMES = ("id", "uri", "@id")  # what articles in ninjs or schema.org's form are called by


def lines_of(file: BinaryIO, *, limit: int = BYTE_LIMIT) -> Iterator[bytes]:
    """The lines of a file; of one longer than `limit` bytes the beginning, so that its length shows."""
    while line := file.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = file.readline(limit + 1)


def read_lines(lines: Iterable[bytes], *, source: str, limit: int = BYTE_LIMIT) -> Iterator[Entry | NotRead]:
    """The articles in JSON Lines, one at a time; empty lines are passed over.

    A line is an object with `text` and any of `title`, `author`, `published` (a date or a time in ISO 8601),
    `site`, `url` and `language`, one that has such an object as its `article`, as golden articles do, or one
    in ninjs or schema.org's form. What else it holds is carried along.

    Args:
        lines: with or without their line ends, in UTF-8; `lines_of` gives those of a file.
        source: what to call them.
        limit: bytes a line may have.
    """
    for place, line in enumerate(lines, start=1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not stripped:
            continue
        if len(line) > limit:
            yield NotRead(source, place, f"is a line of more than {limit:,} bytes")
            continue
        try:
            yield read_object(load(stripped, source=source), source=source, place=place)
        except NotAnArticle as error:
            yield NotRead(source, place, error.problem)


def read_object(value: Mapping[str, Any], *, source: str, place: int | None = None) -> Entry:
    """The article that a JSON object holds, with what else is in it.

    Raises:
        NotAnArticle: if it holds none.
    """
    within = value.get("article")
    if "text" not in value and isinstance(within, dict) and isinstance(within.get("text"), str):
        held = {name: held for name, held in value.items() if name not in _OURS and name != "article"}
        return Entry(from_text(within["text"], source=source, facts=Facts.of(within)), source, place, held)
    text = value.get("text")
    if not isinstance(text, str):
        found = described(value, source=source)
        article = read_body(found.body or "", source=source, facts=found.facts)
        return Entry(article, source, place, {name: value[name] for name in _NAMES if name in value})
    article = from_text(text, source=source, facts=Facts.of(value))
    return Entry(article, source, place, {name: held for name, held in value.items() if name not in _OURS})


def load(data: bytes | str, *, source: str) -> Mapping[str, Any]:
    """One JSON object.

    Raises:
        NotAnArticle: if it is no JSON, or another thing than an object.
    """
    try:
        value = json.loads(data)
    except RecursionError as error:
        raise NotAnArticle(source, "is JSON nested too deep") from error
    except UnicodeDecodeError as error:
        raise NotAnArticle(source, "is not UTF-8") from error
    except ValueError as error:
        raise NotAnArticle(source, f"is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise NotAnArticle(source, "is JSON, but no object that could be an article")
    return value
