"""What an observer is told of each request; never a word of the article, of the model, or the key.

One question to a model (`Model.ask`) takes one request or several: `question` is the same for all of them,
`attempt` counts them from 1.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

from summarizer.summary import Tokens

WaitReason = Literal["asked for", "backoff", "quiet"]
"""The endpoint named the seconds; it named none; it named them to another question."""

_article: ContextVar[str | None] = ContextVar("article", default=None)


@contextmanager
def about(article: str) -> Iterator[None]:
    """Let events of what is asked inside name the article, by its id."""
    token = _article.set(article)
    try:
        yield
    finally:
        _article.reset(token)


def article_asked_about() -> str | None:
    """The id of the article that this task asks about, as far as anybody said so."""
    return _article.get()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something about one request."""

    question: str
    attempt: int
    model: str
    article: str | None
    """Id of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Event):
    """A request leaves."""

    url: str
    """Base URL, without user name, password and query."""
    draft: str
    """The draft format asked for, such as `reference/2`."""
    about_tokens: int
    """Tokens of the request and the longest answer it allows, by estimate."""
    parameters: Mapping[str, str | int | float | bool]
    """What else is asked of the model, such as temperature; without messages and schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack(Event):
    """An answer came. Whether the draft in it is of use shows later."""

    status: int
    server_request: str | None
    """The endpoint's own id of the request (`x-request-id`)."""
    tokens: Tokens
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Event):
    """No answer came, or none of use."""

    reason: str
    """Kind of fault, as `summarizer.llm.faults` has it; `cancelled` if nobody waited for the answer."""
    error: str | None
    """Name of the error it would end in."""
    status: int | None
    server_request: str | None
    tokens: Tokens
    seconds: float
    possibly_billed: bool
    """It broke off after it was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits(Event):
    """The next request leaves only after so many seconds."""

    seconds: float
    reason: WaitReason


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveUp(Event):
    """The question ended in an error."""

    error: str
    """Name of the error."""
    tokens: Tokens
    """Of all its requests."""
    seconds: float
    possibly_billed: int
    """Requests that broke off after they were sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Event):
    """What was sent or answered, word for word; told only to those who ask for it."""

    messages: Sequence[Mapping[str, str]] | None = None
    reply: str | None = None


Observe = Callable[[Event], None]
"""Is called in the event loop's thread, in the task that asks; it must be quick and must not raise."""
