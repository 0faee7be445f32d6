"""An article cut into units: sentences as tokens, each quotation a single one, none cut in two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.analysis import MarkedArticle, Quotation
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.article import Span

DASHES = frozenset("―—–")
POSSESSIVE = "'s"
"""The text of the token for an 's, whichever apostrophe it is written with."""
_TOKEN = re.compile(r"([^\W_]+(?:(?:[.&‑-]|[’'](?![sS]\b))[^\W_]+)*|[’'][sS]\b|[^\w\s]|_)")
_INITIALS = re.compile(r"[A-Z](?:[a-z]?(?:\.[A-Z])+)?\Z")
_MOST_HEADING_WORDS = 25
_SHORT = 4
"""Letters up to which a word may stay in lower case in a headline."""
_CAPITALS = 0.8
"""The share of longer words that have a capital in a headline."""
_ENDINGS = frozenset(".!?:,")
"""Marks that a headline does not end with."""


class Token(NamedTuple):
    """A word, a mark of punctuation, or a whole quotation; `capital` tells that a word begins with one."""

    text: str
    lower: str
    start: int
    end: int
    kind: Literal["word", "mark", "quotation"]
    capital: bool = False

    @property
    def span(self) -> Span:
        """Its characters in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that share a quotation; `paragraph` counts paragraphs from 0."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int
    heading: bool
    quoted: tuple[int, ...]
    """The tokens that are quotations."""

    def stretch(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last`, `last` exclusive."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def units(marked: MarkedArticle, words: Vocabulary) -> list[Unit]:
    """The article's units, in order; a quotation is a token whose text is its id."""
    text = marked.article.text
    outermost = [quotation for quotation in marked.quotations if quotation.within is None]
    cut: list[tuple[Span, int, tuple[Token, ...]]] = []
    paragraph, position, following = 0, 0, 0
    for span in _joined(marked, outermost):
        paragraph += "\n" in text[position : span.start]
        position = span.end
        first = following
        while following < len(outermost) and outermost[following].outer.start < span.end:
            following += 1
        cut.append((span, paragraph, _tokens(text, span, outermost[first:following], words)))
    around = [-1, *(number for _, number, _ in cut), -1]
    return [
        Unit(
            span,
            tokens,
            number,
            heading=around[at - 1] < number < around[at + 1] and _heads(tokens, number),
            quoted=tuple(place for place, token in enumerate(tokens) if token.kind == "quotation"),
        )
        for at, (span, number, tokens) in enumerate(cut, 1)
    ]


def _heads(tokens: Sequence[Token], paragraph: int) -> bool:
    """Whether a paragraph’s only unit reads as a heading; the first of the article may end as it likes."""
    if not _is_title_case(tokens):
        return False
    if not paragraph:
        return True
    quoted = tokens[0].kind == "quotation" or tokens[-1].kind == "quotation"
    return not quoted and tokens[-1].text not in _ENDINGS


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether the words are written as in a headline: every longer one with a capital."""
    if len(tokens) > _MOST_HEADING_WORDS:
        return False
    longer = [token for token in tokens if token.kind == "word" and len(token.text) > _SHORT]
    capitals = sum(token.capital or token.text[0].isdigit() for token in longer)
    return len(longer) > 1 and capitals >= _CAPITALS * len(longer)


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


def _tokens(text: str, span: Span, quotations: Sequence[Quotation], words: Vocabulary) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position = span.start
    for quotation in quotations:
        start, end = quotation.outer
        _add_words(tokens, text, Span(position, start), words)
        tokens.append(Token(quotation.id, quotation.id, start, end, "quotation"))
        position = max(position, end)
    _add_words(tokens, text, Span(position, span.end), words)
    return tuple(tokens)


def _add_words(tokens: list[Token], text: str, span: Span, words: Vocabulary) -> None:
    parts = _TOKEN.split(text[span.start : span.end])
    end, before = span.start, ""
    for gap, word in zip(parts[::2], parts[1::2], strict=False):
        start = end + len(gap)
        end = start + len(word)
        if word[0].isalnum():
            tokens.append(Token(word, word.lower(), start, end, "word", word[0].isupper()))
        elif word == "." and not gap and (before in words.abbreviations or _INITIALS.match(before)):
            short = tokens[-1]
            tokens[-1] = short._replace(text=short.text + ".", lower=short.lower + ".", end=end)
        else:
            mark = POSSESSIVE if len(word) > 1 else word
            tokens.append(Token(mark, mark, start, end, "mark"))
        before = word
