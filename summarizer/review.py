"""What people say of a summary, or of one of its items."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["right", "wrong", "unsure"]


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on a summary; `item` is the id of one of its items, None the summary as a whole."""

    verdict: Verdict
    item: str | None = None
    note: str | None = None
    reviewer: str | None = None
    made: datetime | None = None
