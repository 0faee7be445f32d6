"""How much of an article fits into one request: into the model's context, and into the lists of the draft."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.analysis import MarkedArticle
from summarizer.drafts import Draft
from summarizer.errors import ContextExceeded
from summarizer.llm.token_estimate import tokens_at_most
from summarizer.pipeline.chunking.parts import Load
from summarizer.prompts import Message
from summarizer.prompts.rendering import to_attribute

CAP = "max_tokens"
_CHAT = 16
"""Tokens that a chat template puts around a message, at most."""
_HEAD_ROOM = 1.03
_REPLY_SHARE = 3
"""Where the context is small, this fraction of it is kept for the reply."""
_LEAST = 60
"""Estimated tokens of an article that any model should have room for beside the prompt."""

Write = Callable[[MarkedArticle], list[Message]]
"""How a request for an article, or for a part of it, is worded."""


def weight(messages: list[Message]) -> int:
    """Tokens of a request at most, by estimate."""
    return sum(tokens_at_most(message["content"]) + _CHAT for message in messages)


@dataclass(slots=True)
class Room:
    """What is known of how much one model takes at once; a refusal teaches more.

    `context` is in the model's tokens, all else in estimated ones. `scale` is how many true tokens an
    estimated one turned out to be, never less than one. `limit` is what messages may weigh by experience.
    """

    parameters: Mapping[str, Any]
    context: int | None = None
    scale: float = 1.0
    limit: float = math.inf

    @property
    def budget(self) -> float:
        """What the messages of a request may weigh."""
        if self.context is None:
            return self.limit
        return min(self.limit, (self.context - self._reply(self.context)) / (self.scale * _HEAD_ROOM))

    def _reply(self, context: int) -> int:
        cap = self.parameters.get(CAP)
        return min(cap, context // _REPLY_SHARE) if isinstance(cap, int) else context // _REPLY_SHARE

    def for_request(self, weighs: int) -> dict[str, Any]:
        """The parameters of a request; the reply's cap is lowered where the context has no room for it."""
        cap = self.parameters.get(CAP)
        if self.context is None or not isinstance(cap, int):
            return dict(self.parameters)
        left = math.floor(self.context - weighs * self.scale * _HEAD_ROOM)
        return {**self.parameters, CAP: min(cap, max(left, self._reply(self.context)))}

    def learn(self, error: ContextExceeded, *, weighs: int, frame: int) -> None:
        """Take in what a refusal of a request says, so that the next one is smaller.

        Args:
            error: the refusal.
            weighs: what the messages of that request weigh.
            frame: what the prompt alone weighs.

        Raises:
            ContextExceeded: `error`, if there is hardly any article left to leave out.
        """
        cap = self.for_request(weighs).get(CAP)
        if error.context is not None:
            self.context = min(error.context, self.context or error.context)
        if error.tokens is not None:
            self.scale = max(self.scale, error.tokens / weighs)
        if weighs <= self.budget and self.for_request(weighs).get(CAP) == cap:
            self.limit = frame + (weighs - frame) / 2
        if self.budget - frame < _LEAST:
            raise error


def load(write: Write, room: Room, draft: type[Draft], frame: Callable[[], int]) -> Load:
    """How full a request about an article would be, by its length and by the items its draft has to list.

    `frame` tells what the prompt weighs alone; it is asked only where room is known to be short.
    """
    most_quotations, most_figures = draft.most("quotation"), draft.most("figure")

    def fullness(marked: MarkedArticle) -> float:
        return max(
            0.0 if room.budget == math.inf else _share(weight(write(marked)), frame(), room.budget),
            len(marked.quotations if draft.names_terms else to_attribute(marked)) / most_quotations,
            len(marked.figures) / most_figures,
        )

    return fullness


def _share(weighs: int, frame: int, budget: float) -> float:
    """How much of the room that a prompt leaves an article takes."""
    return (weighs - frame) / max(budget - frame, 1.0)
