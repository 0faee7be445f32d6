"""The simple rules of a page's own style sheets: which declarations hold for a class, an id or a tag."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SHEET_LIMIT = 1_000_000
"""Characters of a style sheet that are looked at; pages carry some hundred thousand."""
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIMPLE = re.compile(r"\s*([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+)*)\s*", re.IGNORECASE)
_NAME = re.compile(r"[.#][\w-]+")
_TELLING = re.compile(
    r"display|visibility|opacity|font-size|text-indent|left|right|top|clip|height|width|overflow|color|background"
    r"|transform|margin|position",
    re.IGNORECASE,
)
_DECLARATIONS = 2_000  # characters that one rule's declarations may have


class Sheet:
    """Declarations by what they hold for; `of` joins those that hold for an element."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, list[tuple[str, frozenset[str], str]]] = defaultdict(list)
        self._count = 0
        for sheet in sheets:
            self._read(_COMMENT.sub(" ", sheet[:SHEET_LIMIT]))

    def of(self, element: "Element") -> str:
        """The declarations for an element, those that win last; its own `style` last of all."""
        own = element.get("style") or ""
        if not self._rules:
            return own
        names = frozenset("." + name for name in (element.get("class") or "").split())
        identity = element.get("id")
        if identity:
            names |= {"#" + identity}
        found = sorted(
            {
                rule
                for name in (*names, str(element.tag))
                for rule in self._rules.get(name, ())
                if rule[1] <= names and rule[0] in {"", element.tag}
            },
            key=_weight,
        )
        return ";".join([*(declarations for _, _, declarations in found), own])

    def _read(self, sheet: str) -> None:
        """Take the rules outside of `@media` and the like; what hides on paper or a phone hides not here."""
        depth, start, selector, is_conditional = 0, 0, "", False
        for brace in re.finditer("[{}]", sheet):
            text = sheet[start : brace.start()]
            start = brace.end()
            if brace[0] == "{":
                if depth == 0:
                    selector = text.rpartition(";")[2].strip()
                    is_conditional = selector.startswith("@")
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0 and not is_conditional:
                    self._add(selector, text)

    def _add(self, selectors: str, declarations: str) -> None:
        if (
            not _TELLING.search(declarations)
            or len(declarations) > _DECLARATIONS
            or len(selectors) > _DECLARATIONS
        ):
            return
        for selector in selectors.split(","):
            simple = _SIMPLE.fullmatch(selector)
            if simple is None or not (simple[1] or simple[2]) or simple[1] == "*":
                continue
            names = frozenset(_NAME.findall(simple[2]))
            key = min(names, default=(simple[1] or "").lower())
            self._count += 1
            rule = ((simple[1] or "").lower(), names, f"{declarations}/*{self._count}*/")
            self._rules[key].append(rule)


def _weight(rule: tuple[str, frozenset[str], str]) -> tuple[int, int, int, int]:
    """Specificity, and then the order in the sheets."""
    tag, names, declarations = rule
    order = int(declarations.rpartition("/*")[2].removesuffix("*/"))
    identities = sum(name.startswith("#") for name in names)
    return identities, len(names) - identities, bool(tag), order
