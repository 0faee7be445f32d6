"""Tells an observer what becomes of one question, and keeps count of what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from summarizer.llm.endpoint import Endpoint
from summarizer.llm.events import (
    CameBack,
    Event,
    Failed,
    GaveUp,
    Left,
    Observe,
    WaitReason,
    Waits,
    Wording,
    article_asked_about,
)
from summarizer.llm.faults import Fault
from summarizer.llm.reply import Reply
from summarizer.llm.wording import shown
from summarizer.summary import Tokens

_NOTHING = Tokens(input=0, output=0, cached=0)
_ID_DIGITS = 16


@dataclass(slots=True)
class Account:
    """What one question has cost so far, told to an observer as it comes about.

    Args:
        endpoint: who is asked.
        draft: the draft format asked for.
        observe: is told of each request; None where nobody listens.
        words: whether it is told, too, what is sent and answered.
    """

    endpoint: Endpoint
    draft: str
    observe: Observe | None = None
    words: bool = False
    attempts: int = 0
    tokens: Tokens = _NOTHING
    possibly_billed: int = 0
    question: str = field(default_factory=lambda: uuid4().hex[:_ID_DIGITS])

    def left(self, body: Mapping[str, Any], about_tokens: int) -> None:
        """A request leaves."""
        self.attempts += 1
        self._tell(
            Left,
            url=shown(self.endpoint.url),
            draft=self.draft,
            about_tokens=about_tokens,
            parameters={name: value for name, value in body.items() if isinstance(value, str | int | float)},
        )
        if self.words:
            self._tell(Wording, messages=body["messages"])

    def came_back(self, reply: Reply, text: str, seconds: float) -> None:
        """An answer came."""
        self.tokens += reply.tokens
        self._tell(
            CameBack,
            status=reply.status,
            server_request=self._server_request(reply.headers),
            tokens=reply.tokens,
            seconds=seconds,
        )
        if self.words:
            self._tell(Wording, reply=text)

    def failed(self, fault: Fault, tokens: Tokens, seconds: float) -> None:
        """A request failed."""
        self.tokens += tokens
        broke_off = fault.kind == "reading"
        self.possibly_billed += broke_off
        self._tell(
            Failed,
            reason=fault.kind,
            error=type(fault.error).__name__,
            status=fault.status,
            server_request=self._server_request(fault.headers),
            tokens=tokens,
            seconds=seconds,
            possibly_billed=broke_off,
        )

    def abandoned(self, seconds: float) -> None:
        """Nobody waits for the answer to a request any more."""
        self.possibly_billed += 1
        self._tell(
            Failed,
            reason="cancelled",
            error=None,
            status=None,
            server_request=None,
            tokens=_NOTHING,
            seconds=seconds,
            possibly_billed=True,
        )

    def waits(self, seconds: float, reason: WaitReason) -> None:
        """The next request leaves later."""
        self._tell(Waits, seconds=seconds, reason=reason)

    def gave_up(self, error: Exception, seconds: float) -> None:
        """The question ended in an error."""
        self._tell(
            GaveUp,
            error=type(error).__name__,
            tokens=self.tokens,
            seconds=seconds,
            possibly_billed=self.possibly_billed,
        )

    def _server_request(self, headers: Mapping[str, str]) -> str | None:
        told = headers.get("x-request-id")
        return self.endpoint.quoted(told) if told else None

    def _tell(self, kind: type[Event], **facts: Any) -> None:
        if self.observe is not None:
            event = kind(
                question=self.question,
                attempt=self.attempts,
                model=self.endpoint.model,
                article=article_asked_about(),
                **facts,
            )
            self.observe(event)
