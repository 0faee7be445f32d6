"""Text in an article that speaks to a model, or bids a reader do something, instead of reporting."""

from collections.abc import Iterator
from itertools import islice

from summarizer.analysis import MarkedArticle, mark
from summarizer.analysis.instructions import Instruction, find_instructions
from summarizer.article import Article
from summarizer.summary import SummaryWarning
from summarizer.text.hidden import hidden

_SHOWN = 80
_MOST = 5
"""Warnings about one article."""
_AS_IF: dict[str, str] = {
    "code": "holds program code or encoded text",
    "offer": "advertises something",
    "question": "asks something that has nothing to do with the article",
}


def instruction_like(text: str, language: str | None = None) -> str | None:
    """The first words of `text` that address a model, or bid a reader do something; None if none do."""
    found = find_instructions(mark(Article(text=text, language=language)))
    return found[0].words if found else None


def _instruction_messages(marked: MarkedArticle) -> Iterator[str]:
    """What to warn of: which sentences read as if they were said to a model."""
    found = find_instructions(marked)
    yield from map(_message, found[:_MOST])
    if len(found) > _MOST:
        yield f"{len(found) - _MOST} more sentences read as if said to a model."


def _hidden_messages(marked: MarkedArticle) -> Iterator[str]:
    """What to warn of: where characters stand that no reader sees, and what they spell."""
    bid = marked.article.hidden and instruction_like(marked.article.hidden)
    if bid and not any(bid in note.message for note in marked.article.notes):
        yield f"The page says where no reader sees it: {bid!r}. It is left out."
    found = list(islice(hidden(marked.article.text), _MOST + 1))
    for one in found[:_MOST]:
        spelled = f" that spell {_cut(one.spelled)!r}" if one.spelled else ""
        start, end = one.span
        yield f"Characters {start} to {end} are {one.kind}{spelled}; no reader sees them."
    if len(found) > _MOST:
        yield "More such characters follow."


def text_warnings(marked: MarkedArticle) -> Iterator[SummaryWarning]:
    """Warnings about the text of an article as such, and about how it was read."""
    for note in marked.article.notes:
        yield SummaryWarning(code=note.code, message=note.message)
    if marked.unread:
        yield SummaryWarning(code="no_language_table", message=marked.unread)
    for message in _hidden_messages(marked):
        yield SummaryWarning(code="hidden_text", message=message)
    for message in _instruction_messages(marked):
        yield SummaryWarning(code="instruction_like_text", message=message)


def _message(instruction: Instruction) -> str:
    says = _AS_IF.get(instruction.kind, "reads as if said to a model")
    return f"Sentence {instruction.sentence} {says}: {instruction.words!r}."


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
