"""Answers that come piece by piece, as server-sent events: put together, and counted while they come."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

STREAMED: Mapping[str, Any] = {
    "stream": True,
    "stream_options": {"include_usage": True},
    "return_progress": True,  # llama.cpp's: how much of the prompt is read; others pass it over
}
"""What a request says that wants its answer piece by piece."""

_GROWING = ("content", "reasoning_content", "reasoning", "refusal")
"""Fields of a message that come in pieces."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How far an answer is: tokens read of the request, of how many, and tokens written."""

    read: int = 0
    of: int = 0
    written: int = 0

    def __str__(self) -> str:
        """In words, for whoever waits."""
        if self.written or not self.of:
            return f"{self.written:,} tokens written"
        return f"{self.read:,} of {self.of:,} tokens read"


OnGrowth = Callable[[Growth], None]
on_piece: ContextVar[Callable[[bytes], None] | None] = ContextVar("on_piece", default=None)
"""Is told each piece of a reply's body as it comes."""


class Watcher:
    """Counts what comes of an answer."""

    def __init__(self, tell: OnGrowth) -> None:
        self._tell = tell
        self._rest = b""
        self._growth = Growth()

    def __call__(self, piece: bytes) -> None:
        """Take in a piece of the reply's body."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        before = self._growth
        for event in events(b"\n".join(lines).decode("utf-8", "replace")):
            read = event.get("prompt_progress")
            if isinstance(read, dict) and all(type(read.get(name)) is int for name in ("processed", "total")):
                self._growth = Growth(read["processed"], read["total"])
            delta = first_choice(event).get("delta")
            if isinstance(delta, dict) and any(delta.get(name) for name in _GROWING):
                self._growth = Growth(self._growth.read, self._growth.of, self._growth.written + 1)
        if self._growth != before:
            self._tell(self._growth)


def assembled(text: str) -> dict[str, Any] | None:
    """Return the body that an answer sent as events would have had otherwise; None if it is no such answer.

    One that ends before the server has said why it ends is broken off, and ends in an error.
    """
    if not text.lstrip("\ufeff\r\n ").startswith(("data:", "event:", ":")):
        return None
    body: dict[str, Any] = {}
    pieces: dict[str, list[str]] = {}
    whole: Mapping[str, Any] = {}
    finish: Any = None
    for event in events(text):
        body |= {name: event[name] for name in ("id", "model", "usage", "error") if event.get(name)}
        choice = first_choice(event)
        whole = choice.get("message") or whole
        finish = choice.get("finish_reason") or finish
        delta = choice.get("delta")
        for name, piece in delta.items() if isinstance(delta, dict) else ():
            if name in _GROWING and isinstance(piece, str):
                pieces.setdefault(name, []).append(piece)
    if not body and not pieces and not whole:
        return None
    message = {**whole, **{name: "".join(parts) for name, parts in pieces.items()}}
    if message or finish:
        body["choices"] = [{"index": 0, "message": message, "finish_reason": finish or "error"}]
    return body


def events(text: str) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects among the events of a text."""
    for line in text.splitlines():
        if line.startswith("data:"):
            try:
                event = json.loads(line[len("data:") :])
            except (ValueError, RecursionError):
                continue
            if isinstance(event, dict):
                yield event


def first_choice(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the first choice of an event or a body; empty if there is none."""
    choices = event.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    return first if isinstance(first, dict) else {}
