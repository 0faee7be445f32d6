"""What a check of a summary against its article finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a summary that does not agree with its article: where, and what."""

    path: str
    message: str
