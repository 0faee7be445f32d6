"""Elements of a page that its readers do not see: taken out, and what they say kept for a warning."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.reading.stylesheets import Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ZERO = r"(?=[0.])0*(?:\.0*)?(?:[a-z%]+)?"
_FAR = r"-\s*(?:\d{3,}(?:\.\d+)?(?:px|pt|%|vw|vh)?|\d{2,}(?:\.\d+)?(?:em|rem|ch|cm|in))"
_VERY_FAR = r"-\s*(?:\d{4,}(?:\.\d+)?(?:px|pt|%)?|\d{3,}(?:\.\d+)?(?:em|rem))"
_HIDING = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "content-visibility": re.compile("hidden"),
    "opacity": re.compile(r"0+(?:\.0*)?%?|0?\.0(?:[0-4]\d*)?"),
    "font-size": re.compile(rf"{_ZERO}|[01](?:\.\d+)?px|0?\.0\d*(?:r?em|pt)"),
    "color": re.compile(r"transparent|rgba\([^()]*,\s*0(?:\.0+)?\s*\)"),
    "text-indent": re.compile(_FAR),
    "left": re.compile(_FAR),
    "right": re.compile(_FAR),
    "top": re.compile(_FAR),
    "margin-left": re.compile(_VERY_FAR),
    "margin-top": re.compile(_VERY_FAR),
    "clip": re.compile(r"rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)"),
    "clip-path": re.compile(r"inset\(\s*(?:50|100)%.*|circle\(\s*0.*", re.DOTALL),
    "transform": re.compile(rf"scale\(\s*{_ZERO}\s*\)|translate[xy]?\(\s*{_FAR}.*", re.DOTALL),
}
"""Values, in lower case, with which a property hides what it holds for."""
_CLIPPED = re.compile(r"[01](?:px)?|0%")
_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "hide",
     "screenreader-only", "screenreader", "screen-reader", "show-for-sr", "a11y-hidden", "assistive-text",
     "element-invisible", "offscreen", "off-screen", "cdk-visually-hidden", "is-visually-hidden", "d-none",
     "u-visually-hidden", "hidden", "is-hidden", "u-hidden", "invisible"}
)  # fmt: skip
"""Classes by which the usual frameworks hide, whose style sheets stand in files of their own."""
_SHOWN_ELSEWHERE = re.compile(r"(?:sm|md|lg|xl|2xl):(?!hidden)[a-z-]+|d-(?:sm|md|lg|xl|xxl)-(?!none)[a-z-]+")
"""Classes that show on wide screens what others hide on narrow ones."""
_SHOWN_AGAIN = {
    "font-size": re.compile(r"(?!0[a-z%]|[01]px)(?:\d*\.)?\d+.*|medium|large|small|initial|unset"),
    "visibility": re.compile("visible"),
}
"""What brings back a part of what these properties hide."""
_MOST_TEXT = 0.5
"""A page that hides a greater share of its text shows it by a script."""
_FADED = frozenset({"opacity", "visibility", "transform"})
_MOST_FADED = 0.3
"""A page that hides a greater share of its text in these ways fades it in as its reader comes to it."""
_GONE = "template"
_KEPT = 2_000
"""Characters of what is hidden."""


@dataclass(slots=True)
class Unseen:
    """What was taken out: all it says, cut short; and each stretch with the element that it stood in."""

    said: str = ""
    stretches: list[tuple["Element | None", str]] = field(default_factory=list)


def take_out(tree: "Element") -> Unseen:
    """Take what readers do not see out of `tree`, its style sheets read, and return what it says."""
    from lxml import etree

    sheet = Sheet(style.text or "" for style in tree.iter("style"))
    etree.strip_elements(tree, "style", with_tail=False)
    lengths = _lengths(tree)
    unseen, kept = Unseen(), 0
    for element in _outermost(tree, lengths, sheet):
        words = " ".join(" ".join(element.itertext()).split())[: _KEPT - kept + 1]
        if words and kept < _KEPT:
            unseen.stretches.append((element.getparent(), words))
            kept += len(words)
        element.clear(keep_tail=True)
        element.tag = _GONE
    etree.strip_elements(tree, _GONE, with_tail=False)
    unseen.said = " ".join(words for _, words in unseen.stretches)[:_KEPT]
    return unseen


def _outermost(tree: "Element", lengths: dict["Element", int], sheet: Sheet) -> list["Element"]:
    """The hidden elements that stand in no other, but for those that hold most of the page."""
    from lxml import etree

    found: list[tuple[Element, str]] = []
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if element is tree or not isinstance(element.tag, str):
            continue
        if lengths[element] <= _MOST_TEXT * lengths[tree] and (cause := _hidden_by(element, sheet)):
            found.append((element, cause))
            walk.skip_subtree()
    faded = sum(lengths[element] for element, cause in found if cause in _FADED)
    is_faded_in = faded > _MOST_FADED * lengths[tree]
    return [element for element, cause in found if not (is_faded_in and cause in _FADED)]


def _lengths(tree: "Element") -> dict["Element", int]:
    """How many characters each element holds, those below it included."""
    lengths: dict[Element, int] = {}
    for element in reversed(list(tree.iter())):
        below = sum(lengths[child] + len(child.tail or "") for child in element)
        lengths[element] = len(element.text or "") + below
    return lengths


def _hidden_by(element: "Element", sheet: Sheet) -> str:
    """What hides an element: an attribute, a class or a property; nothing if it is shown."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return "hidden"
    if element.tag == "dialog" and element.get("open") is None:
        return "dialog"
    names = frozenset((element.get("class") or "").lower().split())
    if names & _CLASSES and not any(map(_SHOWN_ELSEWHERE.fullmatch, names)):
        return "class"
    style = sheet.of(element)
    return _property_that_hides(_declared(style), element, sheet) if style else ""


def _property_that_hides(declared: dict[str, str], element: "Element", sheet: Sheet) -> str:
    for name, value in declared.items():
        if name in _HIDING and _HIDING[name].fullmatch(value) and not _is_shown_again(name, element, sheet):
            return name
    is_clipped = any(
        _CLIPPED.fullmatch(declared.get(name, "")) for name in ("height", "width", "max-height", "max-width")
    )
    if is_clipped and declared.get("overflow", "") in {"hidden", "clip"}:
        return "overflow"
    behind = _colour(declared.get("background-color") or declared.get("background") or "")
    return "color" if behind and _colour(declared.get("color", "")) == behind else ""


def _is_shown_again(name: str, element: "Element", sheet: Sheet) -> bool:
    """Whether something in an element undoes what hides it, as blocks in a line without gaps do."""
    again = _SHOWN_AGAIN.get(name)
    return again is not None and any(
        again.fullmatch(_declared(sheet.of(inner)).get(name, ""))
        for inner in element.iterdescendants()
        if isinstance(inner.tag, str)
    )


_COMMENT = re.compile(r"/\*[^*]*\*/")


def _declared(style: str) -> dict[str, str]:
    """Properties with their values, the last of each, and one that is important before others."""
    declared: dict[str, str] = {}
    important = set[str]()
    for declaration in _COMMENT.sub("", style).lower().split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.strip()
        is_important = value.endswith("important")
        if is_important or name not in important:
            declared[name] = value.removesuffix("important").rstrip(" !") if is_important else value
        if is_important:
            important.add(name)
    return declared


_NAMED = {"white": "ffffff", "black": "000000"}
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_RGB = re.compile(r"rgb\((\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\)")


def _colour(value: str) -> str:
    """A colour in one spelling."""
    if found := _HEX.fullmatch(value):
        return found[1] if len(found[1]) > len("abc") else "".join(letter * 2 for letter in found[1])
    if found := _RGB.fullmatch(value):
        return "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return _NAMED.get(value, value)
