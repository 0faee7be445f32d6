"""The line of a prompt's file that says why the version exists, changed without touching any other."""

import sys
from pathlib import Path

import yaml

from summarizer.errors import PromptMalformed, UsageError
from summarizer.prompts.prompt import front_matter

PLACEHOLDER = "(to be filled in: why this version exists)"
"""What `changes:` says in a new version; it is not released so."""
_KEY = "changes"


def with_changes(data: bytes, changes: str, *, path: Path) -> bytes:
    """A prompt's file in which `changes:` says something else.

    Args:
        data: the file, which must be a sound one.
        changes: why the version exists; white space becomes single blanks.
        path: where the file lies, for errors.

    Raises:
        PromptMalformed: if its front matter does not say why it exists.
        UsageError: if `changes` is empty, or no text.
    """
    text = data.decode()
    match = front_matter(path, text)
    start, end = _place(match["front"], path)
    begin = match.start("front")
    old = text[begin + start : begin + end]
    line_end = old[len(old.rstrip("\r\n")) :]  # that of a block goes with it
    return (text[: begin + start] + _quoted(changes) + line_end + text[begin + end :]).encode()


def _quoted(changes: str) -> str:
    words = " ".join(changes.split())
    if not words:
        raise UsageError("changes: is empty; say in a sentence why this version exists")
    try:
        words.encode()
    except UnicodeEncodeError as error:
        raise UsageError("changes: is no text in UTF-8") from error
    return yaml.safe_dump(words, default_style='"', allow_unicode=True, width=sys.maxsize).strip()


def _place(front: str, path: Path) -> tuple[int, int]:
    node = yaml.compose(front, Loader=yaml.SafeLoader)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == _KEY:
                return value.start_mark.index, value.end_mark.index
    raise PromptMalformed(f"{path}: {_KEY}: Field required")
