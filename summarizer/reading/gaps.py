"""What an extractor left out of an article: put back where it is the article's, told where in doubt.

trafilatura drops whatever has a class such as `share` or `teaser`, and so a quotation in such a box.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from summarizer.reading.blocks import Block
from summarizer.reading.verdict import weight

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_APART = frozenset(
    {"figure", "figcaption", "aside", "nav", "footer", "form", "table", "address", "button", "dialog", "menu"}
)
"""Elements that stand beside an article's text, even between its paragraphs."""
_PICTURES_AND_FIELDS = ("img", "picture", "video", "audio", "figure", "input", "button", "select", "textarea")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_ENDS = re.compile(r"[.!?…。！？؟।:][\"'”’»“)\]』」\s]*$")
_WORD = re.compile(
    r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{5,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}"
)
_QUOTED = re.compile(r"[“„«\"「][^“”„«»\"「」]{12,}[”“»\"」]")
_SPACE = re.compile(r"\s+")
_MAIN = 0.8
"""The container is the innermost element that holds so much of what was found."""
_PROSE = 30  # letters; what is shorter is a label
_IN_BODY = 12  # characters, without blanks, that a stretch of `articleBody` must have to tell anything
_LINKED = 0.4  # of a stretch inside links
_KNOWN_SHARE = 0.1  # of a paragraph's longer words that the article has elsewhere
_KNOWN_AT_THE_ENDS = 2  # of them, where it stands before or behind all others
_STEM = 5  # letters that two forms of a word have in common
_COVERS = 0.6  # of what was found that an `articleBody` must hold to be the article's
_COMPLETE = 0.9
_BOXES = 2  # elements between the article and a paragraph at one of its ends


@dataclass(slots=True)
class Mended:
    """The blocks of an article in their order, what was put back without proof, and what was left out."""

    blocks: list[Block]
    doubtful: list[str]
    left_out: list[str]
    container: "Element | None"


def mend(found: Sequence[Block], shown: Sequence[Block], body: str | None) -> Mended:
    """`found` with the paragraphs of `shown` that belong between them.

    Args:
        found: what was extracted.
        shown: all blocks of the page that its readers see.
        body: the text that the page's JSON-LD gives as the article's.
    """
    page = _Page(found, shown, body)
    if page.container is None:
        return Mended(list(found), [], [], None)
    doubtful, left_out = list[str](), list[str]()
    back = dict[int, Block]()
    for index in page.missing():
        block = shown[index]
        if page.is_in_body(block):
            back[index] = block
        elif page.body_decides or not page.is_prose(block):
            continue
        elif not page.is_between(index):
            if (
                page.is_beside(index)
                and not page.stands_apart(block)
                and page.is_of_the_article(block, least=_KNOWN_AT_THE_ENDS)
            ):
                back[index] = block
                doubtful.append(block.text)
        elif page.stands_apart(block):
            if _QUOTED.search(block.text):
                left_out.append(block.text)
        elif page.is_of_the_article(block):
            back[index] = block
            doubtful.append(block.text)
        else:
            left_out.append(block.text)
    mended = page.with_back(back) if back else list(found)
    return Mended(mended, doubtful, left_out, page.container)


def is_shown(text: str, shown: Sequence[Block]) -> bool:
    """Whether readers of a page see a text, but for a tenth of its paragraphs."""
    page = "".join(_squeezed(block.text) for block in shown)
    pieces = [piece for line in text.split("\n") if (piece := _squeezed(line))]
    seen = sum(len(piece) for piece in pieces if piece in page)
    return seen >= _COMPLETE * sum(map(len, pieces))


class _Page:
    def __init__(self, found: Sequence[Block], shown: Sequence[Block], body: str | None) -> None:
        self._found, self._shown = found, shown
        known = {line for block in found for line in _lines(block)}
        self._matched = [_is_known(block, known) for block in shown]
        self.container = _container(block for block, hit in zip(shown, self._matched, strict=True) if hit)
        self._inside = [
            self.container is not None and _is_within(block.place, self.container) for block in shown
        ]
        kept = [
            index for index, hit in enumerate(self._matched)
            if hit and self._inside[index] and len(shown[index].text) >= _PROSE
        ]  # fmt: skip
        self._first, self._last = (kept[0], kept[-1]) if kept else (0, -1)
        self._stems = set[str]().union(*(_stems(block.text) for block in found))
        self._body = _squeezed(body or "")
        covered = sum(len(block.text) for block in found if self._holds(block))
        total = sum(len(block.text) for block in found)
        self._has_body = bool(self._body) and covered >= _COVERS * total
        self.body_decides = self._has_body and len(self._body) >= _COMPLETE * sum(
            len(_squeezed(block.text)) for block in found
        )
        self._holders = {
            id(element)
            for index in kept
            for element in _upwards(shown[index].place, self.container)
        }  # fmt: skip

    def missing(self) -> Iterator[int]:
        """The blocks of the container that were not extracted."""
        for index, block in enumerate(self._shown):
            if self._matched[index] or block.tag in _HEADINGS:
                continue
            if self._inside[index] or self.is_in_body(block):
                yield index

    def is_between(self, index: int) -> bool:
        return self._first < index < self._last

    def is_beside(self, index: int) -> bool:
        """Whether it stands right before the first or behind the last of what was found, and as deep."""
        step, end = (1, self._first) if index < self._first else (-1, self._last)
        if any(
            self._shown[one].tag in _HEADINGS or not self.is_prose(self._shown[one])
            for one in range(index + step, end, step)
        ):
            return False
        return len(self._boxes(self._shown[index])) <= _BOXES

    def _boxes(self, block: Block) -> list["Element"]:
        """The elements round a block in which nothing was found, innermost first."""
        around = _upwards(block.place, self.container)
        return list(takewhile(lambda element: id(element) not in self._holders, around))

    def is_in_body(self, block: Block) -> bool:
        return self._has_body and self._holds(block)

    def _holds(self, block: Block) -> bool:
        squeezed = _squeezed(block.text)
        return len(squeezed) >= _IN_BODY and squeezed in self._body

    def is_prose(self, block: Block) -> bool:
        return (
            weight(block.text) >= _PROSE
            and block.linked < _LINKED * len(block.text)
            and _ENDS.search(block.text) is not None
        )

    def stands_apart(self, block: Block) -> bool:
        """Whether it stands in a box of its own that is a caption, a form or a list of links."""
        boxes = self._boxes(block)
        return (
            any(box.tag in _APART or box.get("aria-hidden") == "true" for box in boxes)
            or (bool(boxes) and _is_panel(boxes[-1]))
        )  # fmt: skip

    def is_of_the_article(self, block: Block, least: int = 1) -> bool:
        """Whether it speaks of what the article speaks of: it quotes, or shares words with the rest."""
        stems = _stems(block.text)
        known = len(stems & self._stems)
        return _QUOTED.search(block.text) is not None or known >= max(least, _KNOWN_SHARE * len(stems))

    def with_back(self, back: dict[int, Block]) -> list[Block]:
        """What was found, and each block that comes back behind the one that it follows on the page."""
        places = [index for index, hit in enumerate(self._matched) if hit and self._inside[index]]
        order = _order(self._found, [self._shown[index] for index in places])
        merged: list[tuple[int, int, Block]] = []
        last = -1
        for number, block in enumerate(self._found):
            if order[number] is not None:
                last = places[order[number]]  # type: ignore[index]  # not None
            merged.append((last, number, block))
        at = [place for place, _, _ in merged]
        blocks = [block for _, _, block in merged]
        for index in sorted(back, reverse=True):
            blocks.insert(bisect_left(at, index), back[index])
        return blocks


def _order(found: Sequence[Block], places: Sequence[Block]) -> list[int | None]:
    """For each block found the place it has on the page, never going back."""
    order: list[int | None] = []
    waiting: dict[str, list[int]] = {}
    for index, block in enumerate(places):
        for line in _lines(block):
            waiting.setdefault(line, []).append(index)
    last = -1
    for block in found:
        at = [spot for line in _lines(block) for spot in waiting.get(line, ())[:50] if spot >= last]
        order.append(min(at, default=None))
        last = order[-1] if order[-1] is not None else last
    return order


def _container(kept: Iterable[Block]) -> "Element | None":
    weights: Counter[int] = Counter()
    elements: dict[int, tuple[int, Element]] = {}
    total = 0
    for block in kept:
        length = len(block.text)
        total += length
        chain = list(_upwards(block.place, None))
        for depth, element in enumerate(reversed(chain)):
            weights[id(element)] += length
            elements[id(element)] = (depth, element)
    heavy = [elements[key] for key, held in weights.items() if held >= _MAIN * total]
    return max(heavy, key=lambda one: one[0])[1] if heavy and total else None


def _upwards(element: "Element | None", top: "Element | None") -> Iterator["Element"]:
    """An element and those around it, up to `top`, which is left out."""
    while element is not None and element is not top:
        yield element
        element = element.getparent()


def _is_within(element: "Element | None", container: "Element") -> bool:
    return any(one is container for one in _upwards(element, None))


def _is_panel(box: "Element") -> bool:
    """Whether a box shows, asks or leads elsewhere: it has a picture or a field, or is mostly links."""
    if next(box.iter(*_PICTURES_AND_FIELDS), None) is not None:
        return True
    linked = sum(len("".join(link.itertext())) for link in box.iter("a"))
    return linked >= _LINKED * max(1, sum(map(len, box.itertext())))


def _is_known(block: Block, known: set[str]) -> bool:
    lines = list(_lines(block))
    return bool(lines) and sum(line in known for line in lines) * 2 >= len(lines)


def _lines(block: Block) -> Iterator[str]:
    return filter(None, map(_squeezed, block.text.split("\n")))


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text)


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text; of ideographs pairs."""
    return {word.casefold()[:_STEM] for word in _WORD.findall(text)}
