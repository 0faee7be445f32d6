"""What two prompts say differently: for people, in the signs of `git diff --word-diff`, and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from summarizer.prompts import Prompt
from summarizer.prompts.difference import Difference, Op, Part, Piece
from summarizer.text.printable import legible

if TYPE_CHECKING:
    from rich.console import Console

_SIGNS: dict[Op, tuple[str, str]] = {
    "equal": ("{}", ""),
    "removed": ("[-{}-]", "red"),
    "added": ("{{+{}+}}", "green"),
}
_CONTEXT = 2
"""Lines that are shown around those that changed."""


def difference_as_json(difference: Difference) -> str:
    """Every part with all its pieces, also those that are equal, with a line end."""
    document = {
        "old": _named(difference.old),
        "new": _named(difference.new),
        "changed": difference.changed,
        "front": [_plain(part) for part in difference.front],
        "sections": [_plain(part) for part in difference.sections],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def print_difference(difference: Difference, console: "Console") -> None:
    """Print what changed, line by line with a little around it; `console` decides on colour."""
    _print([Piece("equal", f"--- {difference.old.reference}")], console, style="bold")
    _print([Piece("equal", f"+++ {difference.new.reference}")], console, style="bold")
    for part in difference.front:
        if part.changed:
            _print([Piece("equal", f"{part.name}: "), *part.pieces], console)
    for part in difference.sections:
        if part.changed:
            _print([Piece("equal", f"\n# {part.name}\n")], console, style="bold")
            _section(part, console)


def _named(prompt: Prompt) -> dict[str, str]:
    return {"prompt": prompt.reference, "sha256": prompt.sha256}


def _plain(part: Part) -> dict[str, object]:
    return {"name": part.name, "changed": part.changed, "pieces": [asdict(piece) for piece in part.pieces]}


def _section(part: Part, console: "Console") -> None:
    lines = list(_lines(part.pieces))
    changed = [any(piece.op != "equal" for piece in line) for line in lines]
    shown = [any(changed[max(0, at - _CONTEXT) : at + _CONTEXT + 1]) for at in range(len(lines))]
    for at, line in enumerate(lines):
        if shown[at]:
            _print(line, console)
        elif at == 0 or shown[at - 1]:
            _print([Piece("equal", "…")], console, style="dim")


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line; one that goes over several lines is cut at their ends."""
    line: list[Piece] = []
    for piece in pieces:
        for text in piece.text.splitlines(keepends=True):
            line.append(Piece(piece.op, text.rstrip("\r\n")))
            if text.endswith(("\n", "\r")):
                yield line
                line = []
    if line:
        yield line


def _print(pieces: Sequence[Piece], console: "Console", *, style: str = "") -> None:
    from rich.text import Text

    line = Text(style=style)
    for piece in pieces:
        signs, colour = _SIGNS[piece.op]
        words = piece.text.strip(" ")
        before = len(piece.text) - len(piece.text.lstrip(" "))
        after = len(piece.text) - before - len(words)
        if words:
            line.append(" " * before + signs.format(legible(words)) + " " * after, style=colour)
        elif piece.op == "equal":
            line.append(piece.text)
    console.print(line, soft_wrap=True)
