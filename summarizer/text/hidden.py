"""Characters of a text that no reader sees: which of them it needs, and which have no business in it.

What a script or an emoji needs stays: joiners between letters that join or between emoji, marks of direction
in Arabic and Hebrew, selectors behind what they select, soft hyphens, a byte order mark at the start.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.article import Span

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff"
_IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U000e0000-\U000e0fff]+"
)
_NEEDED = re.compile(
    f"(?<=[{_JOINING}])[\u200c\u200d]\u200e?"  # Persian, Hindi
    f"|(?<=[{_EMOJI}])\ufe0f?\u20e3?\u200d(?=[{_EMOJI}])"
    f"|(?<=[{_EMOJI}{_IDEOGRAPHS}0-9#*\u1000-\u109f])[\ufe00-\ufe0f]"
    f"|(?<=[{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
    "|(?<=[\u1800-\u18af])[\u180b-\u180f]"
    "|(?<=\U0001f3f4)[\U000e0030-\U000e007a]{2,8}\U000e007f"  # the flags of England, Scotland, Wales
)
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]")
"""Marks that text from right to left may need; overrides are not among them."""
_COMMON = re.compile("[\u200b-\u200f\u202a-\u202c\u2060\u2066\u2069\u3164\ufe0e\ufe0f\ufeff]{1,2}")
"""What editors and web sites leave in texts without a thought: so short, it hides nothing."""
_TAGS = 0xE0000
_BYTES = {chr(code): byte for byte, code in enumerate([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])}
"""How selectors are made to stand for bytes."""
_TAG = re.compile("[\U000e0020-\U000e007e]")
_KINDS = (
    ("tag characters", re.compile("[\U000e0000-\U000e007f]")),
    ("variation selectors", re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")),
    (
        "marks of direction",
        re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    ),
    ("control characters", re.compile("[\x00-\x1f\x7f-\x9f]")),
)
_BREAKS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_CUT_WORD = re.compile("(?:[^\\W\\d_][\u200b-\u200f\u2060\ufeff]{1,2}){3,}")


@dataclass(frozen=True, slots=True)
class Hidden:
    """Characters that no reader sees: where, what they are, and what they spell if they spell anything."""

    span: Span
    kind: str
    spelled: str


def without_hidden(text: str) -> str:
    """`text` without what no reader sees and it does not need; line breaks other than LF are blanks."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_BREAKS)
    if _SUSPECT.search(text) is None:
        return text
    pieces, done = [], 0
    for start, end in _needless(text):
        pieces.append(text[done:start])
        done = end
    return "".join([*pieces, text[done:]])


def hidden(text: str) -> Iterator[Hidden]:
    """Yield what hides in `text`, in order; what is common in texts and harmless is left out."""
    if text.isascii() and text.isprintable():
        return
    for span in _needless(text):
        found = text[span.start : span.end]
        if not _COMMON.fullmatch(found):
            kind = next((name for name, pattern in _KINDS if pattern.search(found)), "zero-width characters")
            yield Hidden(span, kind, _spelled(found))
    for cut in _CUT_WORD.finditer(text):
        if not _RTL.search(cut[0]) and not re.search(f"[{_JOINING}]", cut[0]):
            yield Hidden(Span(*cut.span()), "zero-width characters inside a word", "")


def _needless(text: str) -> Iterator[Span]:
    is_rtl = _RTL.search(text) is not None
    for run in _SUSPECT.finditer(text):
        place, start = run.start(), run.start()
        if start == 0 and text[0] == "\ufeff":
            place = start = 1
        while place < run.end():
            needed = _NEEDED.match(text, place) or (is_rtl and _DIRECTIONS.match(text, place)) or None
            if needed is None:
                place += 1
                continue
            if place > start:
                yield Span(start, place)
            place = start = max(needed.end(), place + 1)
        if place > start:
            yield Span(start, min(place, run.end()))


def _spelled(found: str) -> str:
    """The text that tag characters or variation selectors stand for."""
    tags = "".join(chr(ord(letter) - _TAGS) for letter in found if _TAG.match(letter))
    if tags:
        return tags
    text = bytes(_BYTES[letter] for letter in found if letter in _BYTES).decode("utf-8", "ignore")
    return text if text.isprintable() else ""
