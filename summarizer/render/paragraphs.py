"""Paragraphs on a terminal: styled, wrapped, and free of what a terminal would obey."""

from typing import TYPE_CHECKING

from summarizer.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console


def paragraph(
    console: "Console", *pieces: tuple[str, str], indent: int = 0, hang: int = 0, label: str = ""
) -> None:
    """Print styled pieces as one paragraph; later lines hang further in than the first.

    A `label`, such as the id of an item, stands in the first line where the others hang.
    """
    from rich.padding import Padding
    from rich.text import Text

    text = Text(overflow="fold")
    for words, style in pieces:
        text.append(kept(words), style=style)
    lines = text.wrap(console, max(20, console.width - indent - hang))
    beside = Text(f"{printable(label)} ".ljust(hang), style="dim") if label else Text()
    for number, line in enumerate(lines):
        line.rstrip()
        shown = line if number else beside + line
        console.print(Padding(shown, (0, 0, 0, indent + (hang if number else 0)), expand=False))


def kept(words: str) -> str:
    """`words` made printable, with a blank at either end left in place."""
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{printable(words)}{after}"
