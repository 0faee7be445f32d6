"""What a page says by the look of its type, written out in characters: 10⁶, 3½, quotation marks, deletions.

The words alone would say something else: 10<sup>6</sup> is not 106, and what is struck out is withdrawn.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRUCK = frozenset({"del", "s", "strike"})
_RAISED = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
_EXPONENT = re.compile(r"[+−–-]?\d{1,3}")
_NOTE = re.compile(
    r"\W*(?:\d{1,3}|[a-z]|[ivx]{1,5}|note \d+)(?:\W+(?:\d{1,3}|[a-z]|note \d+))*\W*|[*†‡§¶#\s]+",
    re.IGNORECASE,
)
"""What points to a footnote: numbers, a letter, signs; in brackets or several with commas."""
_BRACKETED = re.compile(r"\s*[\[(].*[\])]\s*", re.DOTALL)
_ORDINAL_WORD = 3  # "M<sup>me</sup>", "n<sup>o</sup>", "19<sup>th</sup>" are written together
_BAR = re.compile(r"\s*[/⁄∕]\s*")
_NUMBER = re.compile(r"\d{1,3}")
_KEPT = 40  # characters before a raised one that are looked at
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "figure",
     "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "pre", "aside", "main",
     "blockquote", "body", "br", "hr"}
)  # fmt: skip


class _Place(NamedTuple):
    element: "Element"
    before: str
    """The words of the same block that stand before it."""


def write_out(tree: "Element") -> str:
    """Change `tree` so that its words alone say what its type says; return what it strikes out."""
    struck = _strike(tree)
    for place in list(_places(tree)):
        _raise(place) if place.element.tag == "sup" else _lower(place)
    return struck


def _strike(tree: "Element") -> str:
    """Take out what is struck out, and return it."""
    from lxml import etree

    found = [element for element in tree.iter(*_STRUCK) if element is not tree]
    words = " ".join(" ".join("".join(element.itertext()).split()) for element in found[:20])
    for element in found:
        element.clear(keep_tail=True)
        element.tag = "del"
    etree.strip_elements(tree, "del", with_tail=False)
    return words


def _places(tree: "Element") -> Iterator[_Place]:
    """Each raised or lowered stretch that stands in no other, with the words before it."""
    from lxml import etree

    before = ""
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            before = ""
        if event == "start":
            if element.tag in {"sup", "sub"} and element is not tree:
                yield _Place(element, before)
                before += "\ufffc"
                walk.skip_subtree()
                continue
            before += (element.text or "")[-_KEPT:]
        elif element is not tree:
            before += (element.tail or "")[-_KEPT:]
        before = before[-_KEPT:]


def _raise(place: _Place) -> None:
    element, before = place
    words = "".join(element.itertext()).strip()
    if _is_fraction(element, words):
        _write_fraction(element, words, before)
    elif _is_note(element, words, before):
        _replace(element, _gap(before, element.tail))
    elif words.isalpha() and len(words) > _ORDINAL_WORD:
        _replace(element, f" {words}{_gap('a', element.tail)}")
    elif words.isalpha() or not any(letter.isalnum() for letter in words):
        _replace(element, words)
    else:
        raised = "".join(_RAISED.get(letter, "") for letter in words)
        _replace(element, raised if len(raised) == len(words) else f"^{words}")


def _lower(place: _Place) -> None:
    """H₂O is written H2O, as people type it; after a digit it would become another number."""
    element, before = place
    words = "".join(element.itertext()).strip()
    if before[-1:].isdigit() and words[:1].isdigit():
        words = "".join(_LOWERED.get(letter, letter) for letter in words)
    _replace(element, words)


def _is_note(element: "Element", words: str, before: str) -> bool:
    """Whether a raised stretch points to a footnote instead of belonging to what stands before it."""
    if not words or not _NOTE.fullmatch(words) or re.fullmatch(r"[a-z][+−–-]\d+", words):
        return not words
    if _BRACKETED.fullmatch(words) or next(element.iter("a"), None) is not None:
        return True
    last = before[-1:]
    if last in {"", " "} and any(map(str.isdigit, words)):
        return False  # an isotope, or the text of a footnote
    if last in {"", "\ufffc"} or words.isalpha():
        return last == "\ufffc" or (
            len(words) == 1 and _last_word(before).islower() and len(_last_word(before)) > _ORDINAL_WORD
        )
    if last.isdigit():
        return not _EXPONENT.fullmatch(words)
    is_power = _EXPONENT.fullmatch(words) is not None and 0 < len(_last_word(before)) < _ORDINAL_WORD
    return not is_power


def _last_word(before: str) -> str:
    found = re.search(r"[^\W\d_]+$", before)
    return found[0] if found else ""


def _is_fraction(element: "Element", words: str) -> bool:
    following = element.getnext()
    return (
        following is not None
        and following.tag == "sub"
        and _BAR.fullmatch(element.tail or "") is not None
        and _NUMBER.fullmatch(words) is not None
        and _NUMBER.fullmatch("".join(following.itertext()).strip()) is not None
    )


def _write_fraction(element: "Element", words: str, before: str) -> None:
    below = element.getnext()
    if below is None:
        return
    denominator = "".join(below.itertext()).strip()
    whole = before[-1:].isdigit()
    vulgar = _VULGAR.get((words, denominator))
    text = vulgar or f"{' ' if whole else ''}{words}/{denominator}"
    element.tail = None
    _replace(element, text)
    _replace(below, "")


def _gap(before: str, tail: str | None) -> str:
    """A blank in the place of a footnote's mark, where words would join without it."""
    return " " if before[-1:].isalnum() and (tail or "")[:1].isalnum() else ""


def _replace(element: "Element", words: str) -> None:
    for child in list(element):
        element.remove(child)
    element.tag, element.text = "span", words
    element.attrib.clear()


def _vulgar_fractions() -> Iterator[tuple[tuple[str, str], str]]:
    for code in [*range(0xBC, 0xBF), *range(0x2150, 0x215F), 0x2189]:
        over, _, under = unicodedata.normalize("NFKC", chr(code)).partition("⁄")
        yield (over, under), chr(code)


_VULGAR = dict(_vulgar_fractions())
