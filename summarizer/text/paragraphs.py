"""Where a paragraph begins and ends; only a quotation that is taken up again reads across its border."""

import re
from itertools import pairwise

from summarizer.article import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDS_A_SENTENCE = tuple(".!?…:\"”»'’)")

# Text wrapped by hand has lines of about this many characters; anything longer is a paragraph on one line.
_WRAP_LONGEST = 100
_WRAP_SHORTEST = 40
_WRAP_FEWEST_LINES = 3


def paragraphs(text: str) -> list[Span]:
    """Every paragraph, without the white space around it, in order.

    A blank line ends a paragraph, and so does a line break, unless the lines look wrapped to a width.
    """
    found: list[Span] = []
    block: list[Span] = []
    line_end = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = match.group().strip()
        if not content or start - line_end > 1:
            found += _unwrapped(text, block)
            block = []
        line_end = end
        if content:
            start = text.index(content[0], start)
            block.append(Span(start, start + len(content)))
    return found + _unwrapped(text, block)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """The lines of one block, those joined that a hand or a program broke only for width."""
    if not lines[1:]:
        return lines
    width = max(line.end - line.start for line in lines)
    if not _WRAP_SHORTEST <= width <= _WRAP_LONGEST or _mostly_sentences(text, lines):
        return lines
    joined = [lines[0]]
    for line, following in pairwise(lines):
        word = text[following.start : following.end].split(None, 1)[0]
        would_not_fit = line.end - line.start + 1 + len(word) > width
        if would_not_fit and (len(lines) >= _WRAP_FEWEST_LINES or word[0].islower()):
            joined[-1] = Span(joined[-1].start, following.end)
        else:
            joined.append(following)
    return joined


def _mostly_sentences(text: str, lines: list[Span]) -> bool:
    """Whether most lines end as sentences do, which wrapped lines do only by chance."""
    ended = sum(text[line.end - 1] in _ENDS_A_SENTENCE for line in lines[:-1])
    return 2 * ended > len(lines) - 1
