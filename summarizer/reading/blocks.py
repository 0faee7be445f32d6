"""A tree of markup to paragraphs: blocks apart by a blank line, every character of the words as it was."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from summarizer.errors import ArticleEmpty, ArticleTooLong

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ELEMENT_LIMIT = 30_000
"""A page has at most this many elements: five times what long articles with all their menus have."""
ATTRIBUTES_LIMIT = 500
"""An element has at most this many attributes: libxml2 takes a time that grows with their square."""
ATTRIBUTE_LIMIT = 4_096
STYLE_LIMIT = 65_536
# A tag as the HTML standard's tokenizer takes it apart (https://html.spec.whatwg.org/#tokenization).
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE})*+")
_CROWDED_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{{ATTRIBUTES_LIMIT + 1}}}")
_GAPS = re.compile(r"\n{2,}+")

_LINE = frozenset({"br", "lb"})
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
     "hi", "i", "ins", "kbd", "label", "mark", "q", "ref", "rp", "rt", "ruby", "s", "samp", "small", "span",
     "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)  # fmt: skip
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
     "video", "form", "button", "select", "input", "textarea", "title", "rt", "rp", "graphic"}
)  # fmt: skip


_ALL_LINKED = 0.9  # a date or a dot beside it does not count


class Block(NamedTuple):
    """A paragraph, headline or list item; `linked` of its characters lie inside links."""

    tag: str
    text: str
    linked: int
    place: "Element | None" = None
    """The innermost block of the tree that it stands in."""

    @property
    def is_link(self) -> bool:
        """Whether all of it is one."""
        return self.linked >= _ALL_LINKED * len(self.text)


def parse(markup: str, *, source: str) -> "Element":
    """The tree of a page, without comments; what is malformed is mended as browsers do.

    Raises:
        ArticleEmpty: if there is no element in it.
        ArticleTooLong: if it has more elements than pages have, or more attributes in one.
    """
    from lxml import etree, html

    demand_few_attributes(markup, source=source)
    # As bytes: lxml refuses text that declares the encoding it once had. libxml2 stops at a depth of 256.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ArticleEmpty(source, "holds no text") from error
    for count, element in enumerate(tree.iter()):
        if count > ELEMENT_LIMIT:
            raise ArticleTooLong(
                source, f"is a page of more than {ELEMENT_LIMIT:,} elements; no article has so many"
            )
        for name, value in element.attrib.items():
            if len(value) > (STYLE_LIMIT if name == "style" else ATTRIBUTE_LIMIT):
                del element.attrib[name]
    return tree


def demand_few_attributes(markup: str, *, source: str) -> None:
    """Refuse what parsers of markup take a time for that grows with the square of its length.

    Raises:
        ArticleTooLong: if an element has more attributes than elements have.
    """
    for tag in _TAG.finditer(markup):
        if len(tag[0]) > 2 * ATTRIBUTES_LIMIT and _CROWDED_TAG.match(tag[0]):
            raise ArticleTooLong(source, f"has an element of more than {ATTRIBUTES_LIMIT} attributes")


def of_tree(tree: "Element") -> list[Block]:
    """The blocks below an element, in their order, without those that have no words."""
    return [block for block in _Walk().blocks(tree) if block.text]


def joined(blocks: list[Block]) -> str:
    """Blocks as text, a blank line between two of them."""
    return "\n\n".join(block.text for block in blocks)


class _Walk:
    """Goes through a tree once and gathers words until a block ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0
        self._tag = "p"
        self._place: Element | None = None

    def blocks(self, tree: "Element") -> Iterator[Block]:
        from lxml import etree

        silent = links = 0
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else "script"
            step = 1 if event == "start" else -1
            if tag in _SILENT:
                silent += step
            if tag in {"a", "ref"}:
                links += step
            if tag in _LINE and step > 0:
                self._pieces.append("\n")
            elif tag not in _INLINE and tag not in _LINE:
                yield self._cut(tag if step > 0 else "p")
                self._place = element if step > 0 else element.getparent()
            words = element.text if step > 0 else element.tail
            if words and not silent and not (step < 0 and element is tree):
                # The words after an element stand outside of it.
                self._take(words, linked=links > 0)
        yield self._cut("p")

    def _take(self, words: str, *, linked: bool) -> None:
        self._pieces.append(words if self._tag == "pre" else _spaced(words))
        if linked:
            self._linked += len(words.strip())

    def _cut(self, tag: str) -> Block:
        words = "".join(self._pieces)
        text = words.strip("\n") if self._tag == "pre" else _lines(words)
        block = Block(self._tag, text, self._linked, self._place)
        self._pieces, self._linked, self._tag = [], 0, tag
        return block


def _spaced(words: str) -> str:
    """White space of the markup, line ends among it, is one space; a no-break space stays."""
    for white in "\t\n\f\r":
        words = words.replace(white, " ")
    return words


def _lines(text: str) -> str:
    """Lines without needless spaces; two line breaks or more are how old pages end a paragraph."""
    lines = (" ".join(piece for piece in line.split(" ") if piece) for line in text.split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n")
