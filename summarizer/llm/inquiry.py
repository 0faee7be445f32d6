"""One `ask`: the requests it takes until there is a draft, or an error that says why there is none."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import tenacity

from summarizer.draft import Draft
from summarizer.llm.dialect import CAPS, Dialect
from summarizer.llm.endpoint import Flag, Limits
from summarizer.llm.faults import RETRIES, Fault, Kind, Refusal
from summarizer.llm.pace import Pace, Signal, limits_in
from summarizer.llm.reply import Reply, Truncated, unfenced
from summarizer.llm.waiting import backoff
from summarizer.marking.weight import tokens_at_most
from summarizer.summary import Tokens

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

    from summarizer.prompts import Message

BUSY = frozenset({429, 503, 529})
"""Statuses that mean too much at once."""

Sleep = Callable[[float], Awaitable[None]]


class Line(Protocol):
    """Where requests go out: a transport, or a test's."""

    async def post(self, body: dict[str, Any]) -> Reply:
        """Send one request."""


@dataclass(slots=True)
class Standing:
    """What all inquiries of one endpoint know together."""

    dialect: Dialect
    quiet_until: float = 0.0
    """On the monotonic clock: the endpoint asked that nobody asks before."""


@dataclass(slots=True)
class Inquiry:
    """Sends the requests of one `ask`, and counts what they cost."""

    line: Line
    standing: Standing
    pace: Pace
    limits: Limits
    sleep: Sleep
    draft: type[Draft]
    parameters: Mapping[str, Any]
    ends: float = field(default_factory=time.monotonic)
    """On the monotonic clock: when the deadline is over."""
    attempts: int = 0
    tokens: Tokens = field(default_factory=lambda: Tokens(input=0, output=0, cached=0))
    raw: str = ""
    flags: tuple[Flag, ...] = ()

    async def send(self, *, messages: "list[Message]", **_: Any) -> "ChatCompletion":
        """What instructor calls for a completion; what else it wants to send is worded here instead.

        Raises:
            SummarizerError: if there is no text to parse.
        """
        try:
            text = await self._text(messages)
        except Fault as fault:
            error = fault.error
        else:
            return _completion(self._noted(text))
        raise error  # out here, so that it drags no other exception along

    def _noted(self, text: str) -> str:
        self.raw, self.flags = text, self.standing.dialect.flags()
        inside = unfenced(text)
        if inside is None:
            return text
        self.flags += (Flag("output_repaired", "a Markdown fence around the answer was taken off"),)
        return inside

    async def _text(self, messages: "list[Message]") -> str:
        """The model's words, asked for in whatever way the endpoint understands."""
        truncated: Truncated | None = None
        while True:
            dialect = self.standing.dialect
            body = dialect.request(messages, self.draft, self.parameters)
            try:
                return await self._patiently(body)
            except Refusal as refusal:
                if truncated is not None:
                    raise truncated from None  # it does not take the higher cap
                newer = dialect.learn(refusal.complaint, refusal.parameter, body)
                if newer is None:
                    raise
                # Another inquiry may have learnt it meanwhile; the endpoint is not stepped down twice.
                if self.standing.dialect == dialect:
                    self.standing.dialect = newer
            except Truncated as fault:
                capped = [name for name in CAPS if isinstance(self.parameters.get(name), int)]
                if truncated is not None or not capped:
                    raise
                truncated = fault
                self.parameters = {**self.parameters, **{name: 2 * self.parameters[name] for name in capped}}

    async def _patiently(self, body: dict[str, Any]) -> str:
        """Send a request, and again as often as its faults are worth it."""
        met: Counter[Kind] = Counter()

        def worth_another(error: BaseException) -> bool:
            if not isinstance(error, Fault) or met.total() + 1 >= self.limits.attempts:
                return False
            met[error.kind] += 1
            wait = error.wait or 0.0
            allowed = RETRIES.get(error.kind, self.limits.attempts)
            return (
                met[error.kind] <= allowed
                and wait <= self.limits.longest_wait
                and time.monotonic() + wait < self.ends
            )

        def seconds(state: tenacity.RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            wait = error.wait if isinstance(error, Fault) else None
            if wait is None:
                return backoff(state.attempt_number, self.limits)
            self.standing.quiet_until = max(self.standing.quiet_until, time.monotonic() + wait)
            return wait

        again = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(worth_another), wait=seconds, sleep=self.sleep, reraise=True
        )
        return await again(self._once, body)

    async def _once(self, body: dict[str, Any]) -> str:
        quiet = self.standing.quiet_until - time.monotonic()
        if quiet > 0 and not self.attempts:
            await self.sleep(quiet)
        async with self.pace.turn(_about(body)):
            return await self._exchange(body)

    async def _exchange(self, body: dict[str, Any]) -> str:
        """One request that has its turn, and what came of it."""
        self.attempts += 1
        began = time.monotonic()
        reply: Reply | None = None
        fault: Fault | None = None
        try:
            reply = await self.line.post(body)
            return reply.text()
        except Fault as met:
            fault = met if reply is None or met.status is not None else met.under(reply.status, reply.headers)
            raise
        finally:
            if reply is not None or fault is not None:
                self._count(reply, fault, time.monotonic() - began)

    def _count(self, reply: Reply | None, fault: Fault | None, seconds: float) -> None:
        spent = reply.tokens if reply else Tokens(input=0, output=0, cached=0)
        self.tokens = Tokens(
            input=self.tokens.input + spent.input,
            output=self.tokens.output + spent.output,
            cached=self.tokens.cached + spent.cached,
        )
        showed = fault or reply
        signal = Signal(
            busy=fault is not None and (fault.kind == "busy" or fault.status in BUSY),
            status=showed.status if showed else None,
            wait=fault.wait if fault else None,
            limits=limits_in(showed.headers) if showed else {},
            tokens=spent,
            seconds=seconds,
        )
        self.pace.told(signal)


def _about(body: Mapping[str, Any]) -> int:
    """Tokens of a request and its answer, roughly."""
    asked = sum(tokens_at_most(message["content"]) for message in body["messages"])
    return asked + max((cap for name in CAPS if isinstance(cap := body.get(name), int)), default=0)


def _completion(text: str) -> "ChatCompletion":
    """The text as instructor wants it; nothing else an endpoint sent goes on from here."""
    from openai.types.chat import ChatCompletion  # slow to import

    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    return ChatCompletion.model_validate(
        {"id": "", "object": "chat.completion", "created": 0, "model": "", "choices": [choice]}
    )
