"""Sentences, by sentencex, which is shown the quotations as we read them.

It pairs quotation marks itself, takes the square of their number in time when openers stay open, and is led
astray by inches and by typing errors. So each pair that we found is shown to it as “ ”, and every other mark
as a plain character of the same length; and it never gets more than a few thousand characters at a time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import sentencex

from summarizer.analysis.joints import Joints, joints_of
from summarizer.article import Span
from summarizer.languages import main_language

_CHUNK = 4000
_MAY_END_A_SENTENCE = re.compile(r"[^\w\s,'’‘“”\"-]")
_LAST_PLACE_TO_CUT = re.compile(r"(?s:.*)(?:[.!?…]\s+|\n)")
_LAST_SPACE = re.compile(r"(?s:.*)\s")
_NEUTRAL = (
    dict.fromkeys("\"“”„‟«»‹›「」『』‘’‚'`", "'")
    | dict.fromkeys("\n\r\v\f\x85\u2028\u2029", " ")
    | {"@": "_"}
)
_TELLING = re.compile(f"[{re.escape(''.join(_NEUTRAL))}]")


def sentences(
    text: str, paragraphs: Iterable[Span], quotations: Iterable[Span], language: str | None
) -> list[Span]:
    """Every sentence of every paragraph, without white space around it, in order.

    `quotations` are the outer spans of the outermost closed quotations: no sentence ends inside one of them
    unless the paragraph is too long to be read at once.
    """
    shown = _shown(text, quotations)
    code = main_language(language)
    joints = joints_of(code)
    return [
        sentence
        for paragraph in paragraphs
        for chunk in _chunks(shown, paragraph)
        for sentence in _split(shown, chunk, code, joints)
    ]


def _shown(text: str, quotations: Iterable[Span]) -> str:
    # What str.translate does too, in a fifth of the time: few characters are among these.
    plain = _TELLING.sub(lambda found: _NEUTRAL[found[0]], text)
    pieces: list[str] = []
    done = 0
    for start, end in quotations:
        pieces += plain[done:start], "“", plain[start + 1 : end - 1], "”"
        done = end
    pieces.append(plain[done:])
    return "".join(pieces)


def _chunks(text: str, paragraph: Span) -> Iterator[Span]:
    start, end = paragraph
    while end - start > _CHUNK:
        window = text[start : start + _CHUNK]
        cut = _LAST_PLACE_TO_CUT.match(window) or _LAST_SPACE.match(window)
        length = cut.end() if cut else _CHUNK
        yield Span(start, start + length)
        start += length
    yield Span(start, end)


def _split(text: str, chunk: Span, language: str, joints: Joints) -> Iterator[Span]:
    shown = text[chunk.start : chunk.end]
    pieces = sentencex.segment(language, shown) if _MAY_END_A_SENTENCE.search(shown) else [shown]
    start = chunk.start
    for piece in joints.joined(pieces):
        content = piece.strip()
        if content:
            begin = start + len(piece) - len(piece.lstrip())
            yield Span(begin, begin + len(content))
        start += len(piece)


def in_sentence(starts: Sequence[int], place: int) -> str:
    """The id of the sentence that holds the character at `place`; `starts` are where the sentences begin."""
    return f"s{max(bisect_right(starts, place), 1)}"
