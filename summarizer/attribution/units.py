"""An article cut into units: sentences as tokens, each quotation a single one, none cut in two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.article import Span
from summarizer.marking import MarkedArticle, Quotation

_TOKEN = re.compile(r"[^\W_]+(?:(?:[.&]|[-‑])[^\W_]+|[’'](?![sS]\b)[^\W_]+)*|[^\w\s]|_")
_POSSESSIVE = re.compile(r"[’'][sS]\b")
_ABBREVIATED = re.compile(
    r"(?:[A-Z]|[A-Z][a-z]?(?:\.[A-Z])+|Sen|Rep|Sens|Reps|Gov|Gen|Lt|Mr|Mrs|Ms|Dr|Prof|Rev|Capt|Sgt|Col|Maj|Adm|Cmdr"
    r"|Hon|St|Del|Jr|Sr|Amb|Atty|Supt|Brig|a\.m|p\.m)\Z"
)
_MOST_HEADING_WORDS = 25
_SHORT = 4
"""Letters up to which a word may stay in lower case in a headline."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark of punctuation, or a whole quotation."""

    text: str
    span: Span
    kind: Literal["word", "mark", "quotation"]

    @property
    def lower(self) -> str:
        """Its text in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that share a quotation; `paragraph` counts paragraphs from 0."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    heading: bool


def units(marked: MarkedArticle) -> list[Unit]:
    """The article's units, in order; a quotation is a token whose text is its id."""
    text = marked.article.text
    outermost = [quotation for quotation in marked.quotations if quotation.within is None]
    found: list[Unit] = []
    paragraph, position, following = 0, 0, 0
    for span in _joined(marked, outermost):
        paragraph += "\n" in text[position : span.start]
        position = span.end
        inside = []
        while following < len(outermost) and outermost[following].outer.start < span.end:
            inside.append(outermost[following])
            following += 1
        tokens = tuple(_tokens(text, span, inside))
        found.append(Unit(span, tokens, paragraph, heading=False))
    return [_as_heading(found, at) for at in range(len(found))]


def _as_heading(found: Sequence[Unit], at: int) -> Unit:
    """A unit, marked as a heading if it stands alone in its paragraph and is written like one."""
    unit = found[at]
    alone = all(
        other.paragraph != unit.paragraph for other in (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2])
    )
    unfinished = not unit.paragraph or unit.tokens[-1].text not in {".", "!", "?", ":", ","}
    unfinished = (
        unfinished and unit.tokens[0].kind != "quotation" and unit.tokens[-1].kind != "quotation"
    ) or not unit.paragraph
    return replace(unit, heading=alone and unfinished and _is_heading(unit.tokens))


def _joined(marked: MarkedArticle, outermost: Sequence[Quotation]) -> Iterator[Span]:
    """The sentences, those that a quotation holds together as one."""
    following = 0
    held: Span | None = None
    for sentence in marked.sentences:
        held = sentence.span if held is None else Span(held.start, sentence.span.end)
        while following < len(outermost) and outermost[following].outer.end <= held.end:
            following += 1
        cut = following < len(outermost) and outermost[following].outer.start < held.end
        if not cut:
            yield held
            held = None
    if held is not None:
        yield held


def _tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> Iterator[Token]:
    position = span.start
    for quotation in quotations:
        yield from _words(text, position, quotation.outer.start)
        yield Token(quotation.id, quotation.outer, "quotation")
        position = max(position, quotation.outer.end)
    yield from _words(text, position, span.end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    position = start
    while found := _TOKEN.search(text, position, end):
        first, position = found.span()
        if found[0] in "’'" and (possessive := _POSSESSIVE.match(text, first, end)):
            position = possessive.end()
            yield Token("'s", Span(first, position), "mark")
        elif found[0][0].isalnum():
            if text.startswith(".", position) and position < end and _ABBREVIATED.match(found[0]):
                position += 1
            yield Token(text[first:position], Span(first, position), "word")
        else:
            yield Token(found[0], Span(first, position), "mark")


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether the words are written as in a headline: every longer one with a capital."""
    longer = [token for token in tokens if token.kind == "word" and len(token.text) > _SHORT]
    capitals = sum(token.text[0].isupper() or token.text[0].isdigit() for token in longer)
    return len(longer) > 1 and len(tokens) <= _MOST_HEADING_WORDS and capitals >= 0.8 * len(longer)
