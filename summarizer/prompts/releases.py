"""`released.toml`: the sha256 of each released version in a folder of prompts."""

import re
import tomllib
from pathlib import Path
from typing import Any

from summarizer import files
from summarizer.errors import PromptMalformed

FILE = "released.toml"
_HEAD = (
    "# The sha256 of each released prompt file. A released version never changes; a better prompt is the "
    "next version.\n"
)
_BARE_HEADER = re.compile(r"[ \t]*\[[ \t]*[\"']?([a-z0-9_-]+)[\"']?[ \t]*\][ \t]*(?:#.*)?")


def read(folder: Path, name: str, version: int) -> str | None:
    """The sha256 that a version was released with; None if it was not.

    Raises:
        PromptMalformed: if the file is not of the form it must have.
    """
    path = folder / FILE
    versions = _table(_text(path), path).get(name, {})
    sha256 = versions.get(f"v{version}") if isinstance(versions, dict) else None
    if sha256 is not None and not isinstance(sha256, str):
        raise PromptMalformed(f"{path}: {name}.v{version} must be a sha256")
    return sha256


def add(folder: Path, name: str, version: int, sha256: str) -> None:
    """Write down that a version is released; every line that is there stays as it is, comments too.

    Raises:
        PromptMalformed: if the file is not of the form it must have.
        OutputFailed: if it cannot be written.
    """
    path = folder / FILE
    text = _text(path)
    table = _table(text, path)
    longer = _with(text or _HEAD, name, f'v{version} = "{sha256}"')
    known = table.get(name, {})
    if not isinstance(known, dict) or _parsed(longer) != {**table, name: {**known, f"v{version}": sha256}}:
        raise PromptMalformed(
            f"{path}: has no plain [{name}] table to add to; write there yourself: "
            f'{name}.v{version} = "{sha256}"'
        )
    files.write(longer, path)


def _with(text: str, name: str, entry: str) -> str:
    """`text` with one more line at the end of the table `name`, made at the end if there is none."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(line_end)
    headers = [number for number, line in enumerate(lines) if line.lstrip().startswith("[")]
    for place, number in enumerate(headers):
        match = _BARE_HEADER.fullmatch(lines[number])
        if match is not None and match[1] == name:
            end = headers[place + 1] if place + 1 < len(headers) else len(lines)
            last = max(at for at in range(number, end) if at == number or _is_entry(lines[at]))
            return line_end.join([*lines[: last + 1], entry, *lines[last + 1 :]])
    return text.rstrip() + line_end.join(["", "", f"[{name}]", entry, ""])


def _is_entry(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise PromptMalformed(f"{path}: cannot be read: {error}") from error


def _table(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PromptMalformed(f"{path}: cannot be read: {error}") from error


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
