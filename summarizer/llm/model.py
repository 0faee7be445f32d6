"""Ask a model for a draft."""

import asyncio
import json
import time
from collections.abc import Mapping
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

import tenacity
from pydantic import ValidationError

from summarizer.drafts import AnyDraft, Draft, NestedTooDeep
from summarizer.errors import (
    ContextExceeded,
    DeadlineExceeded,
    KeyRefused,
    ReplyInvalid,
    SummarizerError,
)
from summarizer.llm import context
from summarizer.llm.breaker import Breaker
from summarizer.llm.deadline import Deadline
from summarizer.llm.dialect import Dialect
from summarizer.llm.endpoint import Answer, Endpoint, Limits, Meter, ensure_base_url
from summarizer.llm.events import Observe
from summarizer.llm.inquiry import Inquiry, Sleep
from summarizer.llm.pace import Pace, Unpaced
from summarizer.llm.standing import Standing
from summarizer.llm.streamed import STREAMED, OnGrowth, Watcher, on_piece
from summarizer.llm.telling import Account
from summarizer.llm.wording import shown

if TYPE_CHECKING:
    from summarizer.llm.transport import Transport
    from summarizer.prompts import Message


class Model:
    """A model behind an endpoint. Use it as an async context manager, for as many questions as you like.

    It keeps one pool of connections, and remembers what the endpoint refuses, so that only the first question
    pays for finding out. Questions may be asked concurrently.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        limits: Limits | None = None,
        pace: Pace | None = None,
        observe: Observe | None = None,
        observe_words: bool = False,
        on_growth: OnGrowth | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Prepare; nothing is sent or imported yet.

        Args:
            endpoint: which model, and where.
            limits: how far one question may go.
            pace: who may send when, over all questions; None lets everybody send at once.
            observe: is told of each request, see `summarizer.llm.events`.
            observe_words: whether it is told, too, what is sent and answered, the article's text included.
            on_growth: is told how far an answer is, where the endpoint streams; None has it sent whole.
            sleep: how to wait between requests; a test's need not.
        """
        self.endpoint = endpoint
        self.limits = limits or Limits()
        self._pace = pace or Unpaced()
        self._observe, self._observe_words = observe, observe_words
        self._on_growth = on_growth if endpoint.streams else None
        self._sleep = sleep
        self._standing = Standing(Dialect.of(endpoint), Breaker())
        self._transport: Transport | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._context: tuple[int | None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections; a later question opens new ones."""
        transport, self._transport = self._transport, None
        if transport is not None:
            await transport.aclose()

    @property
    def learnt(self) -> tuple[str, ...]:
        """What the endpoint has shown so far of the requests that it takes, in words."""
        return self._standing.dialect.learnt()

    async def context(self) -> int | None:
        """Tokens that fit into one request, question and answer together; None where nobody says.

        The endpoint's user or host is believed first, then the list of hosted models in `genai-prices`, then
        what the server says of itself. Found out once, then remembered unless a refusal says otherwise; a
        server that does not answer is one that does not say.

        Raises:
            ModelUnavailable: if the endpoint's key could not be one.
            UsageError: if the base URL is none.
        """
        if self._context is None:
            self._context = (await self._find_context(),)
        return self._context[0]

    async def _find_context(self) -> int | None:
        ensure_askable(self.endpoint)
        return (
            self.endpoint.context
            or context.of_hosted(self.endpoint)
            or await context.ask(self._connected().get, self.endpoint)
        )

    async def ask(
        self,
        messages: "list[Message]",
        *,
        draft: type[Draft],
        parameters: Mapping[str, Any] | None = None,
        meter: Meter | None = None,
    ) -> Answer:
        """Have the model fill in a draft.

        Args:
            messages: the chat so far; they are sent as they are, never rendered as templates.
            draft: which format.
            parameters: what else goes into the request, such as temperature, seed and max_tokens.
            meter: counts what this question costs, also if it ends in an error.

        Raises:
            ReplyError: if the model answered, but not with such a draft, or not in time; a reply of the wrong
                form is asked for once more, with the error.
            ContextExceeded: if the article is too long.
            ModelUnavailable: if the endpoint cannot be reached or refuses.
            Stopped: if it asks for a longer wait than is sensible, or the account is empty.
            UsageError: if the base URL is none.
        """
        ensure_askable(self.endpoint)
        async with self._standing.alone_at_first():
            return await self._ask(messages, draft, parameters or {}, meter)

    async def _ask(
        self,
        messages: "list[Message]",
        draft: type[Draft],
        parameters: Mapping[str, Any],
        meter: Meter | None,
    ) -> Answer:
        began = time.monotonic()
        account = Account(self.endpoint, draft.format, self._observe, words=self._observe_words)
        deadline = Deadline(self.limits.deadline)
        inquiry = Inquiry(
            line=self._connected(),
            standing=self._standing,
            account=account,
            pace=self._pace,
            limits=self.limits,
            deadline=deadline,
            sleep=self._sleep,
            draft=draft,
            parameters=parameters if self._on_growth is None else {**parameters, **STREAMED},
        )
        watched = on_piece.set(Watcher(self._on_growth) if self._on_growth else None)
        try:
            filled_in = await self._in_time(inquiry, messages)
        except SummarizerError as error:
            account.gave_up(error, time.monotonic() - began)
            raise
        finally:
            on_piece.reset(watched)
            seconds = time.monotonic() - began
            if meter is not None:
                billed = account.possibly_billed
                meter.add(account.tokens, attempts=account.attempts, seconds=seconds, possibly_billed=billed)
        return Answer(
            filled_in,
            inquiry.raw,
            account.tokens,
            account.attempts,
            seconds,
            inquiry.flags,
            account.possibly_billed,
        )

    async def _in_time(self, inquiry: Inquiry, messages: "list[Message]") -> AnyDraft:
        import instructor.core  # noqa: F401 - slow, so not while the clock runs

        try:
            async with inquiry.deadline:
                return await self._draft(inquiry, messages)
        except ContextExceeded as error:
            if error.context is not None:
                self._context = (error.context,)
            raise
        except TimeoutError:
            if not inquiry.deadline.is_over:
                raise
            slow = DeadlineExceeded(
                f"no answer from {shown(self.endpoint.url)} within {self.limits.deadline:g} seconds; "
                "try again later, or use a faster model"
            )
        raise self._standing.breaker.too_slow(slow)

    async def _draft(self, inquiry: Inquiry, messages: "list[Message]") -> AnyDraft:
        from instructor import Mode
        from instructor.core import InstructorRetryException, retry_async

        once_more = tenacity.AsyncRetrying(
            stop=tenacity.stop_after_attempt(2),
            retry=tenacity.retry_if_exception(_may_be_mended),
            reraise=True,
        )
        try:
            # Not the client that instructor patches: it words each request anew, and this one has its words.
            filled_in = await retry_async(
                inquiry.send,
                _asked_for(inquiry.draft),
                args=(),
                kwargs={"messages": list(messages)},
                max_retries=once_more,
                mode=Mode.JSON_SCHEMA,
            )
        except InstructorRetryException as failure:
            error = self._error(failure.__cause__)
        else:
            self._standing.fitted()
            # A draft of its own: instructor hangs its things on the one that it has read.
            return cast("AnyDraft", inquiry.draft.model_construct(**dict(cast("Draft", filled_in))))
        raise error  # out here, so that no traceback shows what instructor knew

    def _error(self, cause: BaseException | None) -> SummarizerError:
        if isinstance(cause, SummarizerError):
            return cause.with_traceback(None)
        if isinstance(cause, ValidationError):
            first = cause.errors(include_url=False, include_input=False)[0]
            problem = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        else:
            problem = str(cause)
        problem = self.endpoint.quoted(problem)
        return ReplyInvalid(
            f"{self.endpoint.model}'s answer has not the asked-for form ({problem}); try another model"
        )

    def _connected(self) -> "Transport":
        from summarizer.llm.transport import Transport  # imports the SDK, which is slow

        loop = asyncio.get_running_loop()
        if self._transport is None or self._loop is not loop:
            # Connections live and die with their event loop.
            self._transport, self._loop = Transport(self.endpoint, self.limits), loop
        return self._transport


def _may_be_mended(error: BaseException) -> bool:
    """Whether the model is told what is wrong with its answer; one that nests without end is beyond words."""
    return isinstance(error, ValidationError | json.JSONDecodeError) and not isinstance(error, NestedTooDeep)


@cache
def _asked_for(draft: type[Draft]) -> type[Draft]:
    """What instructor reads a reply with; of a pydantic class it would go over all fields for every one."""
    return cast("type[Draft]", type(draft.__name__, (), {"model_validate_json": draft.model_validate_json}))


def ensure_askable(endpoint: Endpoint) -> None:
    """Refuse early what could not work, or would show the key in an error of the HTTP library.

    Raises:
        ModelUnavailable: if the endpoint's key could not be one.
        UsageError: if the base URL is none.
    """
    ensure_base_url(endpoint.url)
    key = endpoint.api_key
    if not key and endpoint.base_url is None:
        raise KeyRefused("OpenAI needs an API key; set OPENAI_API_KEY, or use --model local")
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise KeyRefused(
            "the API key has a space, a line break or another character that no key has; set it anew"
        )
