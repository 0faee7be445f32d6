"""Answers that come piece by piece, as server-sent events: put together, and counted while they come."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

_GROWING = ("content", "reasoning_content", "reasoning", "refusal")
"""Fields of a message that come in pieces."""


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
