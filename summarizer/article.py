"""The article as everything else sees it: text that never changes, and spans that count its code points."""

import hashlib
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_validator


class Span(NamedTuple):
    """A stretch of an article: `start` and `end` in code points of its text, `end` exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two stretches share at least one character."""
        return self.start < other.end and other.start < self.end


class ReadingNote(NamedTuple):
    """What a reader should know of how an article's text was come by; `code` is that of the warning."""

    code: Literal["hidden_text", "text_uncertain", "quotation_marks_added"]
    message: str


class Article(BaseModel):
    """An article as it was taken in; every offset in this package is an index into `text`.

    Build one with `summarizer.reading` (or hand text to `summarize`), which mends what this type refuses:
    NUL, lone surrogates and carriage returns before line feeds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    title: str | None = None
    author: str | None = None
    published: date | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    hidden: str = Field(default="", exclude=True, repr=False)
    """What the page says where its readers do not see it; no part of the article, and not kept with it."""
    notes: tuple[ReadingNote, ...] = Field(default=(), exclude=True, repr=False)
    """What is doubtful about `text`, or was added to it; not kept with the article either."""

    @field_validator("text")
    @classmethod
    def _is_clean(cls, text: str) -> str:
        if "\0" in text or "\r\n" in text:
            raise ValueError("holds NUL or CR LF; read it with summarizer.reading.from_text")
        return text

    @field_validator("text", "title", "author", "site", "url", "language")
    @classmethod
    def _is_unicode(cls, text: str | None) -> str | None:
        try:
            (text or "").encode()
        except UnicodeEncodeError as error:
            raise ValueError("holds a lone surrogate; read it with summarizer.reading.from_text") from error
        return text

    @cached_property
    def id(self) -> str:
        """`sha256:` and the hash of the text in UTF-8: the same words have the same id."""
        return "sha256:" + hashlib.sha256(self.text.encode()).hexdigest()

    def slice(self, span: Span) -> str:
        """The article's own characters at `span`."""
        return self.text[span.start : span.end]
