"""Text that a terminal shows rather than obeys."""

import re

# C0 and C1 controls, bidi controls, zero-width and tag characters: what can repaint or hide text.
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\U000e0000-\U000e007f]"
)


def printable(text: str) -> str:
    """`text` on one line, without anything a terminal would obey instead of showing."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """`text` with its lines and blanks, without what hides, repaints or reverses what stands beside it."""
    return _UNSAFE.sub("", text)
