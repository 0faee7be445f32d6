"""Elements of a page that its readers do not see: taken out, and what they say kept for a warning."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|content-visibility\s*:\s*hidden"
    r"|(?:text-indent|left|top|right|margin-left|margin-top)\s*:\s*-\d{4,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)(?=.*overflow\s*:\s*hidden))",
    re.IGNORECASE | re.DOTALL,
)
_COLOUR = re.compile(r"(?:^|;)\s*(background(?:-color)?|color)\s*:\s*([^;!]+)", re.IGNORECASE)
_MOST_TEXT = 0.5
"""A page that hides a greater share of its text shows it by a script."""
_GONE = "template"
_KEPT = 2_000
"""Characters of what is hidden."""


def take_out(tree: "Element") -> str:
    """Take what readers do not see out of `tree`, and return what it says, cut short."""
    from lxml import etree

    lengths = _lengths(tree)
    said, kept = list[str](), 0
    for element in _outermost(tree, lengths):
        for words in element.itertext():
            if kept < _KEPT:
                said.append(words[:_KEPT])
                kept += len(said[-1])
        element.clear(keep_tail=True)
        element.tag = _GONE
    etree.strip_elements(tree, _GONE, with_tail=False)
    return " ".join(" ".join(said).split())[:_KEPT]


def _outermost(tree: "Element", lengths: dict["Element", int]) -> list["Element"]:
    """The hidden elements that stand in no other, but for those that hold most of the page."""
    from lxml import etree

    found: list[Element] = []
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if element is not tree and _is_hidden(element) and lengths[element] <= _MOST_TEXT * lengths[tree]:
            found.append(element)
            walk.skip_subtree()
    return found


def _lengths(tree: "Element") -> dict["Element", int]:
    """How many characters each element holds, those below it included."""
    lengths: dict[Element, int] = {}
    for element in reversed(list(tree.iter())):
        below = sum(lengths[child] + len(child.tail or "") for child in element)
        lengths[element] = len(element.text or "") + below
    return lengths


def _is_hidden(element: "Element") -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    if not style:
        return False
    colours = {name.lower()[:5]: value.strip().lower() for name, value in _COLOUR.findall(style)}
    is_same = "color" in colours and colours["color"] == colours.get("backg")
    return is_same or _HIDING.search(style) is not None
