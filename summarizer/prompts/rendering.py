"""The article as a model reads it: sentences, quotations and figures numbered in the text itself.

What is sent is for reading only; places are always looked up in the marks, so escaping here moves nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from summarizer.analysis.analysis import Figure, MarkedArticle, Quotation
from summarizer.text.chat_tokens import defanged
from summarizer.text.hidden import without_hidden

_WORDS_SHOWN = 8
_CHARACTERS_SHOWN = 600
"""Of the words of a quotation, and of those before and behind it in its sentence."""
_MOST_TOLD = 4
"""How many times as long as an article what a request says of it may be."""
_LEAST_ROOM = 4000
"""Characters that even the shortest article is given."""


@dataclass(frozen=True, slots=True)
class Line:
    """A mark and the words that remind the model of it."""

    id: str
    text: str


def defused(text: str) -> str:
    """`text` without what no reader sees, and without marks of ours or turns of a chat that it makes up."""
    return defanged(without_hidden(text))


def on_one_line(text: str) -> str:
    """`text`, defused, without line breaks: no line of a title must read like one of the request's."""
    return defused(text).replace("\n", " ")


def room(marked: MarkedArticle) -> int:
    """The characters that a request may hold of an article beside its text and the numbers of its sentences.

    Texts made of nothing but quotations and numbers would fill a request many times as long as they are.
    """
    numbers = sum(len(sentence.id) + len("[] ") for sentence in marked.sentences)
    return max((_MOST_TOLD - 1) * len(marked.article.text) - numbers, _LEAST_ROOM)


def within(lines: Iterable[Line], most: int) -> list[Line]:
    """The first of `lines`, as many as have room in `most` characters."""
    kept: list[Line] = []
    for line in lines:
        most -= len(line.id) + len(line.text) + len(" \n")
        if most < 0:
            break
        kept.append(line)
    return kept


def annotated_with_all(marked: MarkedArticle) -> str:
    """Return the article with every quotation numbered: the terms as well, and those inside others."""
    return annotated(marked, quotations=marked.quotations)


def number_range(marks: Sequence[Quotation] | Sequence[Figure]) -> str:
    """Return the numbers of marks that are numbered in order: q1 to q9."""
    if not marks:
        return "none"
    first, last = marks[0].id, marks[-1].id
    return first if first == last else f"{first} to {last}"


def annotated(
    marked: MarkedArticle,
    only: Container[str] | None = None,
    without: Container[str] = frozenset(),
    quotations: Iterable[Quotation] | None = None,
) -> str:
    """The whole article, a line a sentence, with `[s1]`, `[q1]` and `[f1]` before what they name.

    Of quotations those that somebody must have said are named, or those that are given. With `only`,
    quotations and figures that are not in it go unnamed; sentences in `without` are left out.
    """
    text = curled(marked)
    named = to_attribute(marked) if quotations is None else quotations
    labels: list[tuple[int, str]] = sorted(
        (start, f"[{item}] ")
        for start, item in (
            *((quotation.outer.start, quotation.id) for quotation in named),
            *((figure.span.start, figure.id) for figure in marked.figures),
        )
        if only is None or item in only
    )
    labels = labels[: _fitting(labels, room(marked) // 3)]
    lines: list[str] = []
    position, following = 0, 0
    for sentence in marked.sentences:
        if lines and "\n" in text[position : sentence.span.start].strip(" \t"):
            lines.append("")
        position = sentence.span.start
        pieces = [f"[{sentence.id}] "]
        while following < len(labels) and labels[following][0] < sentence.span.end:
            start, label = labels[following]
            pieces += [defused(text[position:start]), label]
            position = max(position, start)
            following += 1
        pieces.append(defused(text[position : sentence.span.end]))
        position = sentence.span.end
        if sentence.id in without:
            continue
        lines.append("".join(pieces).replace("\n", " "))
    return "\n".join(lines)


def _fitting(labels: Sequence[tuple[int, str]], most: int) -> int:
    """How many labels have room in `most` characters."""
    return bisect_right([*accumulate(len(label) for _, label in labels)], most)


def curled(marked: MarkedArticle) -> str:
    """The article's text with straight double quotation marks curled, no character more or less.

    A model that repeats a straight one ends its own JSON string with it, in the middle of a sentence.
    """
    text = marked.article.text
    if '"' not in text:
        return text
    curls: dict[int, str] = {}
    for quotation in marked.quotations:
        for place, mark in ((quotation.outer.start, "“"), (quotation.outer.end - 1, "”")):
            if text[place : place + 1] == '"':
                curls.setdefault(place, mark)
    pieces: list[str] = []
    done = 0
    for place in sorted(curls):
        pieces += text[done:place], curls[place]
        done = place + 1
    return "".join([*pieces, text[done:]])


def to_attribute(marked: MarkedArticle) -> list[Quotation]:
    """The quotations somebody must have said: no scare quotes, none inside another."""
    return [q for q in marked.quotations if q.form == "statement" and q.within is None]


def quotation_lines(marked: MarkedArticle) -> list[Line]:
    """Each quotation to attribute, cut short, amid the words around it that say whose it is."""
    text = curled(marked)
    lines = (quotation_line(text, marked, quotation) for quotation in to_attribute(marked))
    return within(lines, room(marked) // 3)


def quotation_line(text: str, marked: MarkedArticle, quotation: Quotation) -> Line:
    """A quotation, cut short, amid the words around it; `text` is the article's, curled."""
    return Line(quotation.id, _surroundings(text, marked, quotation))


def term_lines(marked: MarkedArticle) -> list[Line]:
    """The words that are only set in quotation marks."""
    text = marked.article.text
    lines = (
        Line(quotation.id, defused(text[quotation.outer.start : quotation.outer.end]))
        for quotation in marked.quotations
        if quotation.form == "scare" and quotation.within is None
    )
    return within(lines, room(marked) // 6)


def figure_lines(marked: MarkedArticle) -> list[Line]:
    """Each figure, as it is written; with the words around it, a small model gives back those words."""
    return within((figure_line(marked, figure) for figure in marked.figures), room(marked) // 6)


def figure_line(marked: MarkedArticle, figure: Figure) -> Line:
    """A figure, as it is written."""
    return Line(figure.id, defused(marked.article.slice(figure.span)))


def _surroundings(text: str, marked: MarkedArticle, quotation: Quotation) -> str:
    # Sentences stand in the order of the text and apart, so both ends can be searched for.
    start = bisect_right(marked.sentences, quotation.outer.start, key=lambda sentence: sentence.span.end)
    stop = bisect_left(marked.sentences, quotation.outer.end, key=lambda sentence: sentence.span.start)
    if start >= stop:
        return defused(text[quotation.outer.start : quotation.outer.end])
    first, last = marked.sentences[start].span, marked.sentences[stop - 1].span
    before = text[max(first.start, quotation.outer.start - _CHARACTERS_SHOWN) : quotation.outer.start]
    after = text[quotation.outer.end : min(last.end, quotation.outer.end + _CHARACTERS_SHOWN)]
    if not (before + after).strip(" .,") and start > 0:
        previous = marked.sentences[start - 1].span
        before = text[max(previous.start, previous.end - _CHARACTERS_SHOWN) : previous.end] + " "
    start, end = quotation.span
    words = text[start : min(end, start + _CHARACTERS_SHOWN)].split()
    shown = " ".join(words[:_WORDS_SHOWN]) + (" …" if len(words) > _WORDS_SHOWN else "")
    opening = text[quotation.outer.start : quotation.span.start]
    closing = text[quotation.span.end : quotation.outer.end]
    return " ".join(defused(before + opening + shown + closing + after).split())
