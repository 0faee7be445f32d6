"""Quotation glyphs in one paragraph: which there are, and what each may be by its shape and neighbours."""

import re
from typing import Literal, NamedTuple

Family = Literal["double", "guillemet", "angle", "corner", "white corner", "single"]
Nature = Literal["opens", "closes", "either"]

_KINDS: dict[str, tuple[Family, Nature]] = {
    '"': ("double", "either"),
    "''": ("double", "either"),
    "``": ("double", "opens"),
    "“": ("double", "opens"),
    "”": ("double", "closes"),
    "„": ("double", "opens"),
    "‟": ("double", "opens"),
    "«": ("guillemet", "opens"),
    "»": ("guillemet", "closes"),
    "‹": ("angle", "opens"),
    "›": ("angle", "closes"),
    "「": ("corner", "opens"),
    "」": ("corner", "closes"),
    "『": ("white corner", "opens"),
    "』": ("white corner", "closes"),
    "'": ("single", "either"),
    "‘": ("single", "opens"),
    "‚": ("single", "opens"),
    "’": ("single", "closes"),
}

# A single mark between letters is an apostrophe. Beginning with a set of characters makes the search fast.
_GLYPH = re.compile(r"[\"“”„‟«»‹›「」『』‚]|``|'(?:'|(?<!\w.)|(?!\w))|[‘’](?:(?<!\w.)|(?!\w))")
# A run of four or more of the same glyph is an ornament.
_ORNAMENT = re.compile(r"([\"“”„‟«»‹›「」『』'‘’‚`])\1{3,}")
_MEASURED = re.compile(r"['’′](?<=\d.)")
_FOOT_AND_INCH = re.compile(r"\d['’′] ?\d{1,2}(?:\.\d{1,2})?[\"”″]")
_ATTRIBUTE = re.compile(r"=\"[^\"<>]{0,200}\"")
_FEET = re.compile(r"(?<=\d)['’](?= ?\d)")
_ELISION = re.compile(
    r"(?:tis|twas|twere|twill|twould|em|n|til|till|cause|cuz|coz|round|bout|fraid|nuff|ere|neath|er|im|\d\ds?)\b",
    re.IGNORECASE,
)
_AROUND = 3
_LEFT_EDGES = frozenset("([{<—–-/")
_RIGHT_EDGES = frozenset(".,;:!?…)]}>")


class Glyph(NamedTuple):
    """A glyph at `start`…`end` of its paragraph; `opens` and `closes` say what its neighbours allow."""

    start: int
    end: int
    text: str
    family: Family
    nature: Nature
    opens: bool
    closes: bool
    measures: bool = False
    """Right behind a number or a plural, where it may be an inch or an apostrophe instead."""


def glyphs(paragraph: str) -> list[Glyph]:
    """Every glyph that may be a quotation mark, in order, without plain apostrophes, inches and ornaments."""
    if not _GLYPH.search(paragraph):
        return []
    paragraph = _without_measures(paragraph)
    found = (_glyph(paragraph, *match.span()) for match in _GLYPH.finditer(paragraph))
    return [glyph for glyph in found if glyph.family != "single" or glyph.opens or glyph.closes]


def _without_measures(paragraph: str) -> str:
    """The same text, as long as before, with marks of markup, feet and inches drowned in digits."""
    if _ORNAMENT.search(paragraph):
        paragraph = _ORNAMENT.sub(lambda match: " " * len(match.group()), paragraph)
    if '="' in paragraph:
        paragraph = _ATTRIBUTE.sub(lambda match: "0" * len(match.group()), paragraph)
    if not _MEASURED.search(paragraph):
        return paragraph
    paragraph = _FOOT_AND_INCH.sub(lambda match: "0" * len(match.group()), paragraph)
    return _FEET.sub("0", paragraph)


def _glyph(paragraph: str, start: int, end: int) -> Glyph:
    text = paragraph[start:end]
    family, nature = _KINDS[text]
    if family in ("corner", "white corner"):
        return Glyph(start, end, text, family, nature, opens=nature == "opens", closes=nature == "closes")
    left, right = _left(paragraph, start), _right(paragraph, end)
    opens = (not left or left.isspace() or left in _LEFT_EDGES) and bool(right) and not right.isspace()
    opens = opens and right not in _RIGHT_EDGES
    closes = bool(left) and not left.isspace() and left not in "([{" and not right.isalnum()
    before = paragraph[start - 1] if start else ""
    measures = before.isdigit() and right[:1].isspace()
    if family == "single":
        opens = opens and before != "-" and not _ELISION.match(paragraph, end)
        measures = before in "snSN" and right.isspace() and paragraph[end + 1 : end + 2].isalnum()
    return Glyph(start, end, text, family, nature, opens, closes, measures)


def _left(paragraph: str, start: int) -> str:
    """The character left of `start`, looking past other quotation marks; empty at the paragraph's edge."""
    for place in range(start - 1, max(start - 1 - _AROUND, -1), -1):
        if paragraph[place] not in _KINDS:
            return paragraph[place]
    return ""


def _right(paragraph: str, end: int) -> str:
    for character in paragraph[end : end + _AROUND]:
        if character not in _KINDS:
            return character
    return ""
