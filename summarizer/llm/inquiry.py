"""One `ask`: the requests it takes until there is a draft, or an error that says why there is none."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

import tenacity

from summarizer.drafts import Draft
from summarizer.llm.deadline import Deadline
from summarizer.llm.dialect import CAPS, Dialect
from summarizer.llm.endpoint import Flag, Limits
from summarizer.llm.faults import RETRIES, Fault, Kind, Refusal
from summarizer.llm.pace import Pace, Signal, limits_in
from summarizer.llm.repair import find_draft
from summarizer.llm.reply import Reply, Truncated, Words
from summarizer.llm.standing import Standing
from summarizer.llm.telling import Account
from summarizer.llm.token_estimate import tokens_at_most
from summarizer.llm.waiting import backoff
from summarizer.summary import Tokens

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

    from summarizer.prompts import Message

BUSY = frozenset({429, 503, 529})
"""Statuses that mean too much at once."""

UNCLEAR = frozenset({500, 501})
"""Statuses of a server's errors, and of some servers' refusals."""

Sleep = Callable[[float], Awaitable[None]]


class Line(Protocol):
    """Where requests go out: a transport, or a test's."""

    async def post(self, body: dict[str, Any]) -> Reply:
        """Send one request."""


@dataclass(slots=True)
class Inquiry:
    """Sends the requests of one `ask`."""

    line: Line
    standing: Standing
    account: Account
    pace: Pace
    limits: Limits
    deadline: Deadline
    sleep: Sleep
    draft: type[Draft]
    parameters: Mapping[str, Any]
    waited: float = 0.0
    """Seconds between its requests."""
    raw: str = ""
    flags: tuple[Flag, ...] = ()
    met: Counter[Kind] = field(default_factory=Counter)
    """Faults of what it asks for at the moment, in whatever words."""

    async def send(self, *, messages: "list[Message]", **_: Any) -> "ChatCompletion":
        """What instructor calls for a completion; what else it wants to send is worded here instead.

        Raises:
            SummarizerError: if there is no text to parse.
        """
        if self.raw:
            self.standing.met_unfit(self.raw, self.draft)
        self.met.clear()
        try:
            words = await self._words(messages)
        except Fault as fault:
            self.standing.give_up_guess()
            error = self.standing.breaker.ended(fault)
        else:
            return _completion(self._noted(words))
        raise error  # out here, so that it drags no other exception along

    def _noted(self, words: Words) -> str:
        self.raw, self.flags = words.text, self.standing.dialect.flags()
        found = find_draft(words.text, self.draft)
        repairs = [words.repair, *found.repairs] if words.repair else found.repairs
        if repairs:
            self.flags += (Flag("output_repaired", "; ".join(repairs)),)
        return found.text

    async def _words(self, messages: "list[Message]") -> Words:
        """The model's words, asked for in whatever way the endpoint understands."""
        truncated: Truncated | None = None
        while True:
            dialect = self.standing.dialect
            body = dialect.request(messages, self.draft, self.parameters)
            try:
                return await self._patiently(body)
            except Truncated as fault:
                capped = [name for name in CAPS if isinstance(self.parameters.get(name), int)]
                if truncated is not None or not (capped or fault.is_blank):
                    raise
                truncated = fault
                if fault.is_blank and self.standing.met_blanks(dialect):
                    continue
                self.parameters = {**self.parameters, **{name: 2 * self.parameters[name] for name in capped}}
            except Fault as fault:
                if truncated is not None and isinstance(fault, Refusal):
                    raise truncated from None  # it does not take the higher cap
                if not self._learns(fault, body, dialect):
                    raise

    def _learns(self, fault: Fault, body: Mapping[str, Any], used: Dialect) -> bool:
        """Whether a fault shows, or may show, what other words the endpoint would take."""
        if isinstance(fault, Refusal):
            return fault.may_be_worded and self.standing.learn(fault.complaint, body, used)
        if fault.complaint is None or not self._may_be_a_refusal(fault) or not self._has_attempts(fault.kind):
            return False
        return self.standing.learn(fault.complaint, body, used, is_costly=True)

    async def _patiently(self, body: dict[str, Any]) -> Words:
        """Send a request, and again as often as its faults are worth it."""

        def worth_another(error: BaseException) -> bool:
            if not isinstance(error, Fault) or isinstance(error, Refusal) or self.standing.breaker.is_enough:
                return False
            self.met[error.kind] += 1
            if self._may_be_a_refusal(error) and self._is_for_other_words(error, body):
                return False
            wait = error.wait or 0.0
            return (
                self._has_attempts(error.kind)
                and wait <= self.limits.longest_wait
                and self.waited + wait <= self.limits.all_waits
                and wait < self.deadline.left
            )

        def seconds(state: tenacity.RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.wait if isinstance(error, Fault) else None
            if asked is not None:
                self.standing.quiet_until = max(self.standing.quiet_until, time.monotonic() + asked)
            wait = asked or max(backoff(state.attempt_number, self.limits), self.standing.quiet)
            self.waited += wait
            self.account.waits(wait, "backoff" if asked is None else "asked for")
            return wait

        again = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception(worth_another), wait=seconds, sleep=self.sleep, reraise=True
        )
        try:
            return await again(self._once, body)
        finally:
            again.iter_state.reset()  # else it holds on to itself, this, the request, and the task that asks

    def _may_be_a_refusal(self, fault: Fault) -> bool:
        """Whether it is a server's error that some servers send for a request that they do not understand."""
        return fault.status in UNCLEAR and fault.complaint is not None

    def _is_for_other_words(self, fault: Fault, body: Mapping[str, Any]) -> bool:
        """Whether a server's error is better met by other words than by the same again."""
        if fault.complaint is not None and self.standing.knows_better(fault.complaint, body):
            return True
        return self.standing.may_guess and (self.standing.is_guessing or self.met.total() > 1)

    def _has_attempts(self, kind: Kind) -> bool:
        met = self.met.total()
        if kind == "busy":
            return met < self.limits.busy_attempts
        return met < self.limits.attempts and self.met[kind] <= RETRIES.get(kind, self.limits.attempts)

    async def _once(self, body: dict[str, Any]) -> Words:
        quiet = self.standing.quiet
        if quiet > 0 and not self.account.attempts:
            self.account.waits(quiet, "quiet")
            await self.sleep(quiet)
        about = _about(body)
        async with AsyncExitStack() as place:
            with self.deadline.paused():
                await place.enter_async_context(self.pace.turn(about))
            self.standing.breaker.check()
            self.account.left(body, about)
            return await self._exchange(body)

    async def _exchange(self, body: dict[str, Any]) -> Words:
        """One request that has its turn, and what came of it."""
        began = time.monotonic()
        reply: Reply | None = None
        try:
            reply = await self.line.post(body)
            words = reply.words(self.draft)
        except Fault as fault:
            self._failed(fault, reply, time.monotonic() - began)
            raise
        except BaseException:
            self.account.abandoned(time.monotonic() - began)
            raise
        self._came_back(reply, words.text, time.monotonic() - began)
        return words

    def _came_back(self, reply: Reply, text: str, seconds: float) -> None:
        self.standing.breaker.well()
        self.standing.took()
        self.account.came_back(reply, text, seconds)
        limits = limits_in(reply.headers)
        self.pace.told(
            Signal(
                busy=False,
                status=reply.status,
                wait=None,
                limits=limits,
                tokens=reply.tokens,
                seconds=seconds,
            )
        )

    def _failed(self, fault: Fault, reply: Reply | None, seconds: float) -> None:
        if reply is not None and fault.status is None:
            fault.under(reply.status, reply.headers)
        if not isinstance(fault, Refusal):
            self.standing.open()
        tokens = reply.tokens if reply is not None else Tokens(input=0, output=0, cached=0)
        self.standing.breaker.met(fault)
        self.account.failed(fault, tokens, seconds)
        busy = fault.kind == "busy" or fault.status in BUSY
        limits = limits_in(fault.headers)
        self.pace.told(
            Signal(
                busy=busy,
                status=fault.status,
                wait=fault.wait,
                limits=limits,
                tokens=tokens,
                seconds=seconds,
            )
        )


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
        {
            "id": "",
            "object": "chat.completion",
            "created": 0,
            "model": "",
            "choices": [choice],
            # We count ourselves; where none is told, instructor looks for a library that may not be there.
            "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        }
    )
