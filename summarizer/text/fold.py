"""What a search compares: words without case and accents, cut the same way in articles and in questions."""

import re
import unicodedata
from dataclasses import dataclass

from summarizer.errors import UsageError

LONGEST = 100_000
"""Code points of one item that the search knows; PostgreSQL's tsvector holds at most one megabyte."""

_ACCENTS = re.compile("[\u0300-\u036f]")
# Scripts written without blanks between words: each character is a word, and a question in them a phrase.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def cut(text: str) -> list[str]:
    """The words of `text`, in order, folded."""
    folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", text[:LONGEST]).casefold())
    return _WORD.findall(folded[:LONGEST])


def folded(*texts: str) -> str:
    """The words of some texts with one blank between them."""
    return together(*(" ".join(cut(text)) for text in texts))


def together(*parts: str) -> str:
    """Folded texts with one blank between them."""
    return " ".join(filter(None, parts))[:LONGEST]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow each other; with `open_ended` the last may go on."""

    words: tuple[str, ...]
    open_ended: bool = False


_MOST_WORDS = 100
"""SQLite nests an expression a thousand deep, and each word is looked for in several places."""


def terms(question: str) -> list[Term]:
    """What a question asks for: all of its words, "quoted ones" as a phrase, wor* as a beginning.

    Raises:
        UsageError: if there is no word in it, or more than a database takes.
    """
    found = []
    for match in _TERM.finditer(question):
        words = tuple(cut(match[1] if match[1] is not None else match[2]))
        if words:
            found.append(Term(words, open_ended=match[0].endswith("*")))
    if not found:
        raise UsageError(f"{question!r} holds no word to search for")
    number = sum(len(term.words) for term in found)
    if number > _MOST_WORDS:
        raise UsageError(f"{number:,} words are too many to search for; give at most {_MOST_WORDS}")
    return found


def for_fts5(asked: list[Term]) -> str:
    """The question in SQLite's FTS5 syntax; words hold nothing that it reads as an operator."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.open_ended else ""}' for term in asked)


def for_tsquery(asked: list[Term]) -> str:
    """The question in PostgreSQL's tsquery syntax."""
    return " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.open_ended else "") + ")"
        for term in asked
    )
