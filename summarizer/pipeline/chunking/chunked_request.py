"""Ask about an article: whole if it fits, else part by part, in smaller ones where a part proves too long."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.analysis import MarkedArticle
from summarizer.article import Span
from summarizer.claims import Claims
from summarizer.drafts import AnyDraft
from summarizer.errors import ContextExceeded, ReplyTruncated
from summarizer.llm import Answer, Flag, Meter, Model
from summarizer.pipeline.chunking.abstract_merger import Words
from summarizer.pipeline.chunking.context_budget import Room, Write, load, weight
from summarizer.pipeline.chunking.merge_claims import joined
from summarizer.pipeline.chunking.parts import Part, halves, parts, view
from summarizer.prompts import Prompt

_FITS_ANYWHERE = 6000
"""Estimated tokens of a request up to which no endpoint is asked for its context beforehand: nearly all have
room for it, and the refusal of one that has not says as much."""
_WORTH_HALVING = 4000
"""Characters; the answer about a shorter part is not cut off because there is so much to say."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked next: part `number` of `of` as it stands; after the last, how to put them together."""

    number: int
    of: int

    def __str__(self) -> str:
        """As a progress display says it."""
        if self.number > self.of:
            return f"putting {self.of} parts together"
        return f"part {self.number} of {self.of}"


OnStep = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the model claims of an article, and what it took."""

    claims: Claims
    parts: int
    flags: tuple[Flag, ...]
    meter: Meter
    part_replies: tuple[str, ...]
    merged_reply: str | None = None
    left_out: tuple[str, ...] = ()
    """Parties that the answers list and the claims do not, as they are too many."""


@dataclass
class Asking:
    """One article, asked about with one prompt; each mark in exactly one of the requests.

    Args:
        marked: the article.
        write: words the request for it, or for a part of it.
        prompt: what is asked.
        draft: the format of the answer.
        model: who is asked.
        on_step: is told before each request, if there are several.
    """

    marked: MarkedArticle
    write: Write
    prompt: Prompt
    draft: type[AnyDraft]
    model: Model
    on_step: OnStep | None = None
    meter: Meter = field(default_factory=Meter)

    def __post_init__(self) -> None:
        self._room = Room(self.prompt.parameters)
        self._answers: list[Answer] = []

    async def ask(self) -> Asked:
        """The answer.

        Raises:
            SummarizerError: if one of the parts could not be asked about, for good.
        """
        if self.model.endpoint.context is not None or weight(self.write(self.marked)) > _FITS_ANYWHERE:
            self._room.context = await self.model.context()
        await self._ask_parts()
        parts = [answer.draft.to_claims(self.marked) for answer in self._answers]
        replies = tuple(answer.raw for answer in self._answers)
        if len(parts) == 1:
            return Asked(parts[0], 1, self._answers[0].flags, self.meter, replies)
        words = Words(self.marked, self.prompt, self.model, self._room, self.meter)
        if words.prompt.format.abstract_format is not None:
            self._tell(len(parts) + 1, len(parts))
        abstract = await words.merged(parts)
        claims, left_out = joined(self.marked, parts, abstract)
        flags = self._flags(words.flags)
        return Asked(claims, len(parts), flags, self.meter, replies, words.last_reply, left_out)

    async def _ask_parts(self) -> None:
        pending = deque(self._parts(0))
        while pending:
            part = pending[0]
            self._tell(len(self._answers) + 1, len(self._answers) + len(pending))
            request = self.write(view(self.marked, part))
            try:
                answer = await self.model.ask(
                    request,
                    draft=self.draft,
                    parameters=self._room.for_request(weight(request)),
                    meter=self.meter,
                )
            except ContextExceeded as error:
                self._room.learn(error, weighs=weight(request), frame=self._frame)
                pending = deque(self._parts(part.own.start))
            except ReplyTruncated:
                pieces = halves(self.marked, part)
                if part.own.end - part.own.start <= _WORTH_HALVING or len(pieces) == 1:
                    raise
                pending.popleft()
                pending.extendleft(reversed(pieces))
            else:
                self._answers.append(answer)
                pending.popleft()

    def _parts(self, start: int) -> Sequence[Part]:
        return parts(self.marked, load(self.write, self._room, self.draft, lambda: self._frame), start=start)

    @cached_property
    def _frame(self) -> int:
        """What the prompt weighs without any article."""
        nothing = Part(Span(0, 0), Span(0, 0))
        return weight(self.write(view(self.marked, nothing)))

    def _tell(self, number: int, of: int) -> None:
        if self.on_step is not None and of > 1:
            self.on_step(Step(number, of))

    def _flags(self, more: Sequence[Flag]) -> tuple[Flag, ...]:
        every = [flag for answer in self._answers for flag in answer.flags]
        return tuple(dict.fromkeys([*every, *more]))
