"""A run's requests as JSON Lines: one event a line, written as it comes."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import BaseModel

from summarizer.errors import UsageError
from summarizer.llm.events import Event


class RunLog:
    """Adds to a file; use it as a context manager.

    A line has `time` (UTC), `event` (left, came_back, failed, waits, gave_up, wording), the ids of article
    and question, the attempt, and the event's own facts. A log that can no longer be written ends; the run
    does not, and `trouble` says why.

    Args:
        path: the file; what is in it stays.
        words: whether to log, too, what is sent and answered, the article's text included. The key is in
            neither.

    Raises:
        UsageError: if the file cannot be written.
    """

    def __init__(self, path: Path, *, words: bool = False) -> None:
        self.path, self.words = path, words
        self.trouble: str | None = None
        try:
            # A line at a time: after a crash the file ends with a whole one.
            self._file = path.open("a", encoding="utf-8", buffering=1)
        except OSError as error:
            raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from error

    def __call__(self, event: Event) -> None:
        """Write an event."""
        if self.trouble is None:
            line = {"time": datetime.now(UTC).isoformat(), "event": _name(event), **asdict(event)}
            try:
                self._file.write(json.dumps(line, default=_plain) + "\n")
            except OSError as error:
                self.trouble = error.strerror or str(error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
        except OSError as failed:
            self.trouble = self.trouble or failed.strerror or str(failed)


def _name(event: Event) -> str:
    kind = type(event).__name__
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in kind).lstrip("_")


def _plain(value: Any) -> Any:
    return value.model_dump() if isinstance(value, BaseModel) else str(value)
