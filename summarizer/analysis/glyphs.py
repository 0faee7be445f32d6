"""Quotation glyphs in one paragraph: which there are, and what each may be by its shape and neighbours."""

import re
from typing import Literal, NamedTuple

Family = Literal["double", "guillemet", "angle", "corner", "white corner", "single"]
Nature = Literal["opens", "closes", "either"]

_KINDS: dict[str, tuple[Family, Nature]] = {
    '"': ("double", "either"),
    "''": ("double", "either"),
    "``": ("double", "opens"),
    ",,": ("double", "opens"),
    "״": ("double", "either"),
    "<<": ("guillemet", "opens"),
    ">>": ("guillemet", "closes"),
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

_EAST_ASIAN = r"[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af\uff01-\uff60]"
# A single mark between letters is an apostrophe, but not beside East Asian ones. Beginning with a set of
# characters makes the search fast.
_GLYPH = re.compile(
    r"[\"“”„‟«»‹›「」『』‚״]|``|(?<![\w,]),,(?=[\w¿¡])"
    r"|(?<!<)<<(?=[ \u00a0\u202f]?(?:[^\W\d_]|[¿¡«“\"]))|(?<![>=])>>(?!>)"
    rf"|'(?:'|(?<!\w.)|(?!\w)|(?={_EAST_ASIAN})|(?<={_EAST_ASIAN}.))"
    rf"|[‘’](?:(?<!\w.)|(?!\w)|(?={_EAST_ASIAN})|(?<={_EAST_ASIAN}.))"
)
_IS_EAST_ASIAN = re.compile(_EAST_ASIAN)
# An acronym has its mark before the last letter (רמטכ"ל) or an ending (מנכ"לית); behind a prefix of a word
# (ב"הארץ") it opens a quotation.
_GERSHAYIM = re.compile(r"(?<=[\u05d0-\u05ea])(?:\"|״|”|'')(?=[\u05d0-\u05ea])")
_HEBREW_WORD_BEFORE = re.compile(r"(?<![\u05d0-\u05ea])[והבלמשכ]{1,3}\Z")
_HEBREW_LETTERS = re.compile(r"[\u05d0-\u05ea]{2}")
_LONGEST_PREFIX = 4
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
_RIGHT_EDGES_EAST = _RIGHT_EDGES | frozenset("，。、；：！？）」』")


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
    found = (
        _glyph(paragraph, *match.span())
        for match in _GLYPH.finditer(paragraph)
        if not _is_in_acronym(paragraph, *match.span())
    )
    return [glyph for glyph in found if glyph.family != "single" or glyph.opens or glyph.closes]


def _is_in_acronym(paragraph: str, start: int, end: int) -> bool:
    """Whether a mark stands inside a Hebrew acronym."""
    if not _GERSHAYIM.match(paragraph, start):
        return False
    before = paragraph[max(0, start - _LONGEST_PREFIX) : start]
    prefixed = _HEBREW_WORD_BEFORE.search(before) and _HEBREW_LETTERS.match(paragraph, end)
    return not prefixed


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
    if family == "single" and (_IS_EAST_ASIAN.match(right) or _IS_EAST_ASIAN.match(left)):
        opens = nature != "closes" and right.strip() != "" and right not in _RIGHT_EDGES_EAST
        closes = nature != "opens" and left.strip() != ""
        return Glyph(start, end, text, family, nature, opens, closes)
    if _GERSHAYIM.match(paragraph, start):
        return Glyph(start, end, text, family, nature, opens=True, closes=False)
    opens = (not left or left.isspace() or left in _LEFT_EDGES) and bool(right) and not right.isspace()
    opens = opens and right not in _RIGHT_EDGES
    opens = opens and text != ">>"
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
