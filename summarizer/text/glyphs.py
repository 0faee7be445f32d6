"""Characters that differ without a difference: quotation marks, dashes, ellipses, blanks, invisible ones."""

import re
import unicodedata

DOUBLE_MARKS = '"“”„‟«»″＂〝〞「」『』'
SINGLE_MARKS = "'‘’‚‛‹›ʼ`´′"
CLOSING_MARKS = "”»」』〞"
DASHES = "-‐‑‒–—―−﹣－"
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# C0 and C1 without white space, soft hyphen, zero-width, bidi and tag characters.
_CONTROLS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\U000e0000-\U000e007f"
)
INVISIBLE = _CONTROLS + "\xad\u200b-\u200d\u2060-\u2065\ufeff"


def _expand(ranges: str) -> list[int]:
    return [
        code
        for first, last in re.findall(r"(?s)(.)(?:-(.))?", ranges)
        for code in range(ord(first), ord(last or first) + 1)
    ]


_GLYPHS: dict[int, str] = {
    **dict.fromkeys(map(ord, DOUBLE_MARKS + SINGLE_MARKS), "'"),
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(_expand(_SPACES), " "),
}
_CANONICAL: dict[int, str | None] = {**_GLYPHS, ord("…"): "...", **dict.fromkeys(_expand(INVISIBLE))}
_CLEAN: dict[int, str | None] = {**dict.fromkeys(_expand(_CONTROLS)), **dict.fromkeys(_expand(_SPACES), " ")}
_SPACED_DOTS = re.compile(r"(?<=\.) (?=\.)")
_LOOSE = re.compile(r" ?(?:(\.)\.\.+|(-)-*) ?|(')'+")
_INVISIBLE = dict.fromkeys(_expand(INVISIBLE))


def clean(text: str) -> str:
    """`text` of a model without control, bidi and tag characters; white space becomes single blanks."""
    plain = text if text.isprintable() else text.translate(_CLEAN)  # none of these is printable
    return " ".join(plain.split())


def canonical(text: str) -> str:
    """What is compared for `normalised`: equal glyphs, NFC, loose white space, the first letter folded.

    Offsets into it mean nothing: it is only ever compared as a whole.
    """
    plain = unicodedata.normalize("NFC", text.translate(_CANONICAL))
    dotted = _SPACED_DOTS.sub("", " ".join(plain.split()))
    tight = _LOOSE.sub(lambda found: "..." if found[1] else found[2] or found[3], dotted)
    return tight[:1].casefold() + tight[1:]


def level(text: str) -> str:
    """`text` in lower case with equal glyphs, character for character: offsets stay what they are."""
    plain = text.translate(_GLYPHS)
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in plain)


def composed(word: str) -> str:
    """`word` in NFC, without invisible characters."""
    return word if word.isascii() else unicodedata.normalize("NFC", word.translate(_INVISIBLE))


def seen(text: str) -> str:
    """`text` without invisible characters, soft hyphens among them."""
    return text if text.isascii() else text.translate(_INVISIBLE)
