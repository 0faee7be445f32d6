"""Quotation marks for what a page quotes by its markup alone: `<q>` and `<blockquote>`."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_USUAL = ("“", "”", "‘", "’")
# After CLDR's delimiters, https://cldr.unicode.org, of languages that do not use the usual ones.
_MARKS = {
    **dict.fromkeys(["de", "cs", "sk", "sl", "is", "et", "lt", "bg", "ka"], ("„", "“", "‚", "‘")),
    **dict.fromkeys(["pl", "ro", "hu", "hr", "nl-be"], ("„", "”", "«", "»")),
    **dict.fromkeys(["fr"], ("«\u00a0", "\u00a0»", "“", "”")),
    **dict.fromkeys(["it", "es", "ca", "pt-pt", "el", "nb", "nn", "no", "hy", "fa"], ("«", "»", "“", "”")),
    **dict.fromkeys(["ru", "uk", "be", "kk"], ("«", "»", "„", "“")),
    **dict.fromkeys(["sv", "fi"], ("”", "”", "’", "’")),
    **dict.fromkeys(["ja", "zh-tw", "zh-hk", "zh-hant"], ("「", "」", "『", "』")),
    "de-ch": ("«", "»", "‹", "›"),
}  # fmt: skip
_OPENS = re.compile(r"\s*[\"“”„‟«»‹›「『‘‚'—–]")
_HOLDS = re.compile(r"[\"“”„‟«»「」『』]")
_TELLING = re.compile("[„«「]")
_ENDS = re.compile(r"[.!?…。！？؟।]['’)\]\s]*$")
_LINKED = 0.5  # of a block inside links: it leads elsewhere
_NOT_QUOTED = frozenset({"cite", "footer", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table"})
_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "section", "article", "blockquote", "dl", "dd", "dt"})
_LEAST = 12  # characters; what is shorter is an ornament
_MOST = 0.5
"""A page that sets a greater share of its words as block quotations uses them for their indent."""


def add_marks(tree: "Element", language: str | None) -> list[str]:
    """Put marks round what `tree` quotes without any; return the beginnings of its block quotations."""
    marks = _marks_of(language) if language else _marks_by_habit(tree)
    for element in list(tree.iter("q")):
        _add_to_inline(element, marks)
    blocks = [block for block in tree.iter("blockquote") if not _is_nested(block)]
    length = sum(len(words) for words in tree.itertext())
    if sum(len(words) for block in blocks for words in block.itertext()) > _MOST * length:
        return []
    return [said for block in blocks for said in _add_to_block(block, marks)]


def _marks_of(language: str | None) -> tuple[str, str, str, str]:
    tag = (language or "").lower().replace("_", "-")
    return _MARKS.get(tag) or _MARKS.get(tag.partition("-")[0]) or _USUAL


def _marks_by_habit(tree: "Element") -> tuple[str, str, str, str]:
    """The marks that go with the first opening one in the words of a page that does not name its language."""
    for words in tree.itertext():
        if found := _TELLING.search(words):
            return _MARKS[{"„": "de", "«": "it", "「": "ja"}[found[0]]]
    return _USUAL


def _is_nested(block: "Element") -> bool:
    return next(block.iterancestors("blockquote"), None) is not None


def _add_to_inline(element: "Element", marks: tuple[str, str, str, str]) -> None:
    """Mark what `<q>` quotes; the outer ones come first and are spans by now, with `data-quoted`."""
    words = "".join(element.itertext())
    if words.strip() and not _OPENS.match(words):
        is_inner = any(outer.get("data-quoted") for outer in element.iterancestors("span"))
        opening, closing = marks[2:] if is_inner else marks[:2]
        _wrap(element, opening, closing)
    element.tag = "span"
    element.set("data-quoted", "1")


def _add_to_block(block: "Element", marks: tuple[str, str, str, str]) -> Iterator[str]:
    """Mark each paragraph of a block quotation, unless marks stand in one of them."""
    _set_apart_sources(block)
    paragraphs = [element for element in _paragraphs(block) if _own_words(element)]
    if any(_HOLDS.search(words) for element in paragraphs for words in element.itertext()):
        return
    linked = sum(len("".join(link.itertext())) for link in block.iter("a"))
    whole = "".join(words for element in paragraphs for words in element.itertext())
    if linked > _LINKED * len(whole) or not _ENDS.search(whole):
        return  # a hint where to read on, verse, a list
    for element in paragraphs:
        words = " ".join("".join(element.itertext()).split())
        if len(words) >= _LEAST and not _OPENS.match(words):
            _wrap(element, marks[0], marks[1])
            yield words


def _set_apart_sources(block: "Element") -> None:
    """Put who is quoted on a line of its own, as `<cite>` at the end of a block quotation is shown."""
    for source in list(block.iter("cite", "footer")):
        parent = source.getparent()
        if parent is not None and not (source.tail or "").strip() and source.getnext() is None:
            _move_behind(source, parent, block)


def _move_behind(source: "Element", parent: "Element", block: "Element") -> None:
    while parent is not block and parent.tag not in _BLOCKS:
        parent = parent.getparent()
    holder = source.makeelement("p", {"data-source": "1"})
    source.tag, source.tail = "span", None
    if parent is block:
        block.append(holder)
    else:
        parent.addnext(holder)
    holder.append(source)
    before = "".join(source.itertext()).strip()
    if before and not re.match(r"[—–-]", before):
        holder.text = "— "


def _paragraphs(block: "Element") -> list["Element"]:
    """The innermost blocks of a block quotation; without any, it itself."""
    inner = [
        element
        for element in block.iter(*_BLOCKS)
        if element is not block and not _is_source(element) and not _has_blocks(element)
    ]
    if not inner and any(child.get("data-source") for child in block):
        return [_gathered(block)]
    return inner or [block]


def _is_source(element: "Element") -> bool:
    return element.get("data-source") is not None


def _has_blocks(element: "Element") -> bool:
    return any(inner is not element and not _is_source(inner) for inner in element.iter(*_BLOCKS))


def _gathered(block: "Element") -> "Element":
    """The words of a block quotation but for its source, in a paragraph of their own."""
    paragraph = block.makeelement("p", {})
    paragraph.text, block.text = block.text, None
    for child in list(block):
        if child.get("data-source") is None:
            paragraph.append(child)
    block.insert(0, paragraph)
    return paragraph


def _own_words(element: "Element") -> bool:
    outer = [element, *element.iterancestors()]
    return bool("".join(element.itertext()).strip()) and not any(one.tag in _NOT_QUOTED for one in outer)


def _wrap(element: "Element", opening: str, closing: str) -> None:
    """Put marks at the first and behind the last of the words in `element`, inside its white space."""
    element.text = (
        opening + (element.text or "").lstrip()
        if (element.text or "").strip() or not len(element)
        else opening
    )
    last = element[-1] if len(element) else None
    if last is None:
        element.text = element.text.rstrip() + closing
    else:
        last.tail = (last.tail or "").rstrip() + closing
