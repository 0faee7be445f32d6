"""The model that checks what another one made, and the prompt that it is asked with."""

import asyncio
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer import settings
from summarizer.client.choice import ModelChoice, choose_check, model_name
from summarizer.client.connection import Connection
from summarizer.llm import Limiter, Model, Price, ensure_askable
from summarizer.pipeline.checking import CHECK, Checker, checked_by
from summarizer.prompts import Prompt, PromptLibrary
from summarizer.summary import CheckedBy

if TYPE_CHECKING:
    from summarizer.llm.tracing import RunLog


@dataclass(frozen=True)
class Checking:
    """Which model checks, with which prompt; it may be the very model that summarises.

    `own` is its connection; None where it is that of the summariser.
    """

    choice: ModelChoice
    prompt: Prompt
    connection: Connection
    own: Connection | None

    @cached_property
    def by(self) -> CheckedBy:
        """What its checks are known by; the model is neither loaded nor asked."""
        return checked_by(self.prompt, model_name(self.choice))

    def known_price(self) -> Price | None:
        """What its tokens cost; None where nobody knows."""
        return self.connection.known_price()

    async def checker(self) -> Checker:
        """Return the checker, for the event loop that runs.

        Raises:
            ModelUnavailable: if the model cannot be had.
            UsageError: if the base URL is none.
        """
        model = await self.connection.model()
        ensure_askable(model.endpoint)
        return Checker(self.prompt, model)

    async def checker_beside(self, model: Model | None, limiter: Limiter) -> Checker:
        """Return the checker of a run whose articles `model` summarises; one of its own keeps to `limiter`.

        Raises:
            ModelUnavailable: if the model cannot be had.
            UsageError: if the base URL is none.
        """
        if self.own is None and model is not None:
            return Checker(self.prompt, model)
        endpoint = await asyncio.to_thread(self.connection.open)
        ensure_askable(endpoint)
        return Checker(self.prompt, self.connection.model_at(endpoint, limiter))


def checking(
    model: str,
    *,
    base_url: str | None,
    api_key: str | None,
    library: PromptLibrary,
    beside: Connection,
    log: "RunLog | None",
) -> Checking:
    """Return who checks what the model of `beside` makes.

    Raises:
        UsageError: if no model is named, or the library's newest prompt for checks is none.
    """
    choice, prompt = (
        choose_check(model, base_url=base_url, api_key=api_key, summariser=beside.choice),
        library.get(CHECK),
    )
    own = None if choice == beside.choice else Connection(choice, price=settings.load().check_price, log=log)
    checked_by(prompt, choice.model)
    return Checking(choice, prompt, own or beside, own)
