"""The model behind a `Summarizer`, and an event loop of our own to ask it in."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from threading import Lock
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from summarizer import settings
from summarizer.client.choice import ModelChoice, local_path
from summarizer.errors import UsageError
from summarizer.llm import FREE, Endpoint, FlatPrice, Growth, Limits, Model, Pace, Price, local, tracing

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

    from summarizer.llm.tracing import RunLog

Result = TypeVar("Result")
MOST_AT_ONCE = 4
"""Requests that a model in this process answers at a time: each takes half a gigabyte for its context."""


class Connection:
    """A model, loaded or connected to on first use and kept, once for each event loop that asks it."""

    def __init__(
        self,
        choice: ModelChoice,
        *,
        context: int | None = None,
        price: str | None = None,
        log: "RunLog | None" = None,
    ) -> None:
        """Nothing is loaded yet; the arguments are those of `Summarizer`."""
        self.choice = choice
        found = settings.load()
        self._price = FlatPrice.parse(price) if price else None
        self._context = context
        self.beside: Connection | None = None
        """Another one, which is asked in the same event loop and closed with this one."""
        self.on_growth: Callable[[Growth], None] | None = None
        """Is told how far an answer of a model that runs here is; to be set before the first question."""
        self.processes = found.processes
        self._limits = Limits.of(timeout=found.timeout, retry_wait=found.retry_wait)
        self._log = log
        self._asking = ExitStack()
        """Closed before the server: one that runs here never ends while somebody waits for its answer."""
        self._server = ExitStack()
        self._opening = Lock()
        self._endpoint: Endpoint | None = None
        self._models: WeakKeyDictionary[asyncio.AbstractEventLoop, Model] = WeakKeyDictionary()
        self._portal: BlockingPortal | None = None

    def known_price(self) -> Price | None:
        """What the model's tokens cost; None where nobody knows. It is neither loaded nor asked for that."""
        choice = self.choice
        if choice.is_none:
            return FREE
        if choice.is_local:
            return self._price or FREE
        return Endpoint(choice.model, choice.base_url, price=self._price).known_price

    def open(self, at_once: int = 1) -> Endpoint:
        """Load or find the model, and say where it answers.

        Args:
            at_once: how many requests a model that runs here is to answer at a time, `MOST_AT_ONCE` at most;
                later calls change nothing about that.

        Raises:
            ModelUnavailable: if it cannot be had.
            UsageError: if there is none to be asked.
        """
        if self.choice.is_none:
            raise UsageError("there is no model to open: 'none' asks none")
        with self._opening:
            if self._endpoint is None:
                self._endpoint = self._open(min(at_once, MOST_AT_ONCE))
            return self._endpoint

    async def model(self) -> Model:
        """The model, for the event loop that runs."""
        loop = asyncio.get_running_loop()
        if loop not in self._models:
            endpoint = await asyncio.to_thread(self.open)
            # Another task may have been as quick; a model that is replaced would never be closed.
            self._models.setdefault(loop, self.model_at(endpoint))
        return self._models[loop]

    def model_at(self, endpoint: Endpoint, pace: Pace | None = None) -> Model:
        """A model that the caller closes."""
        return Model(
            endpoint,
            pace=pace,
            limits=self._limits,
            observe=tracing.observer(self._log),
            on_growth=None if pace or self.on_growth is None else self._tell,
            observe_words=self._log is not None and self._log.words,
        )

    def _tell(self, growth: Growth) -> None:
        if self.on_growth is not None:
            self.on_growth(growth)

    def wait(self, work: Callable[..., Awaitable[Result]], *arguments: object) -> Result:
        """Run `work` in the event loop of our own, and wait for it."""
        if self._portal is None:
            from anyio.from_thread import start_blocking_portal

            self._portal = self._asking.enter_context(start_blocking_portal())
            self._asking.callback(self._portal.call, self._close_models)
        future = self._portal.start_task_soon(work, *arguments)
        try:
            return future.result()
        except BaseException:
            future.cancel()  # an interrupt must not wait for the model
            raise

    def close(self) -> None:
        """Let go of the model and its connections; what was interrupted has noted so by then."""
        try:
            self._asking.close()
        finally:
            self._server.close()
            self._portal = None
            self._endpoint = None
            if self.beside is not None:
                self.beside.close()

    async def aclose(self) -> None:
        """`close`, awaited, for use inside an event loop."""
        await self._close_models()
        await asyncio.to_thread(self.close)

    async def _close_models(self) -> None:
        model = self._models.pop(asyncio.get_running_loop(), None)
        if model is not None:
            await model.aclose()
        if self.beside is not None:
            await self.beside._close_models()  # noqa: SLF001 - another one of these

    def _open(self, at_once: int) -> Endpoint:
        choice = self.choice
        if not choice.is_local:
            return Endpoint(choice.model, choice.base_url, choice.api_key, self._context, self._price)
        path = local_path(choice.model)
        context = self._context or local.CONTEXT
        server = self._server.enter_context(local.serve(path, context=context, parallel=at_once))
        price = self._price or FREE
        return Endpoint(server.model, server.base_url, context=context, price=price, streams=True)
