"""Asking a model whether the evidence of a summary's items carries them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from summarizer.analysis import MarkedArticle
from summarizer.analysis.places import Marks
from summarizer.drafts import CHECKS, CheckDraft
from summarizer.errors import (
    ContextExceeded,
    ModelUnavailable,
    QuotaExhausted,
    RateLimited,
    ReplyError,
    SummarizerError,
    UsageError,
)
from summarizer.llm import Meter, Model
from summarizer.pipeline.checking.check_request import CheckRequest, RequestWriter
from summarizer.pipeline.checking.checked_items import CheckedItem, items_of
from summarizer.pipeline.checking.verdicts import (
    FAILED,
    Verdicts,
    judged,
    read_verdicts,
    with_failure,
    without_verdicts,
)
from summarizer.pipeline.chunking import Room, weight
from summarizer.prompts import Message, Prompt
from summarizer.summary import Check, CheckedBy, PromptUsed, Summary, Tokens

CHECK = "check"
"""Name of the prompts that check."""
_FITS_ANYWHERE = 6000
"""Estimated tokens of a request up to which no endpoint is asked for its context beforehand."""
_TURN = 32
"""Tokens around a message of a chat, at most."""
_LEAVES_UNCHECKED = (ReplyError, ContextExceeded, ModelUnavailable, RateLimited, QuotaExhausted)
"""What may come of the questions without losing the summary."""


def checked_by(prompt: Prompt, model: str) -> CheckedBy:
    """Return what a check by a model with a prompt is known by.

    Raises:
        UsageError: if the prompt is none for checks.
    """
    if prompt.front.draft not in CHECKS:
        raise UsageError(
            f"{prompt.reference} is no prompt for checks; its draft must be one of {', '.join(CHECKS)}"
        )
    return CheckedBy(
        prompt=PromptUsed(name=prompt.name, version=prompt.version, sha256=prompt.sha256),
        draft_format=prompt.front.draft,
        model=model,
        parameters=prompt.parameters,
    )


def is_checked(summary: Summary, by: CheckedBy) -> bool:
    """Whether all of a summary was checked so; items that the model left out count as checked."""
    return _is_by(summary, by) and all(warning.code != FAILED for warning in summary.warnings)


def _is_by(summary: Summary, by: CheckedBy) -> bool:
    check = summary.provenance and summary.provenance.check
    return check is not None and all(
        getattr(check, name) == getattr(by, name) for name in CheckedBy.model_fields
    )


@dataclass(frozen=True, slots=True)
class PreparedCheck:
    """A summary whose items are in words, and the requests that they take where there is room for each."""

    summary: Summary
    items: Sequence[CheckedItem]
    writer: RequestWriter
    requests: Sequence[list[Message]]


def prepare_check(
    summary: Summary, marked: MarkedArticle, prompt: Prompt, by: CheckedBy, *, context: int | None = None
) -> PreparedCheck:
    """Return the items of a summary that a check asks about; where one broke off, those that are left."""
    is_rest = _is_by(summary, by)
    before = summary if is_rest else without_verdicts(summary)
    marks = Marks(marked)
    items = [item for item in items_of(before, marks) if not (is_rest and item.support.judgement is not None)]
    made = summary.provenance
    writer = RequestWriter(marks, prompt, made.recipe.language if made else None)
    room, left, requests = Room(prompt.parameters, context), items, []
    while left:
        request = writer.first(left, room)
        requests.append(writer.messages(request))
        left = left[len(request.items) :]
    return PreparedCheck(before, items, writer, requests)


@dataclass(frozen=True, slots=True)
class Checked:
    """A summary with what the model says of its items: what that took, or why it says nothing."""

    summary: Summary
    replies: tuple[str, ...]
    outcome: Check | SummarizerError


@dataclass(frozen=True, slots=True)
class Checker:
    """Asks one model about the items of summaries, with one prompt."""

    prompt: Prompt
    model: Model

    @property
    def by(self) -> CheckedBy:
        """What its checks are known by."""
        return checked_by(self.prompt, self.model.endpoint.model)

    def prepare(self, summary: Summary, marked: MarkedArticle) -> PreparedCheck:
        """Return the items to be asked about; where such a check broke off, those that are left."""
        return prepare_check(summary, marked, self.prompt, self.by, context=self.model.endpoint.context)

    def most(self, prepared: PreparedCheck, requests: int) -> Tokens:
        """Return the most that so many requests, each as long as the longest, and their answers may take."""
        schema = len(json.dumps(CHECKS[self.prompt.front.draft].model_json_schema()))
        sent = schema + max(
            (sum(len(message["content"].encode()) + _TURN for message in one) for one in prepared.requests),
            default=0,
        )
        cap = self.prompt.parameters.get("max_tokens")
        answer = cap if isinstance(cap, int) else sent
        return Tokens(input=requests * sent, output=requests * answer, cached=0)

    async def check(self, prepared: PreparedCheck, meter: Meter | None = None) -> Checked:
        """Ask about the items, in as many requests as it takes.

        What the model cannot be asked, or answers in no form, leaves items unchecked, with a warning: it
        never loses the summary.
        """
        started, meter = datetime.now(UTC), meter or Meter()
        replies: list[str] = []
        verdicts: dict[Any, Any] = {}
        problem: SummarizerError | None = None
        try:
            await self._ask(prepared, meter, replies, verdicts)
        except _LEAVES_UNCHECKED as error:
            problem = error
        took = self._took(started, meter)
        summary = _told(judged(prepared.summary, verdicts), took)
        if problem is None:
            return Checked(summary, tuple(replies), took)
        if not verdicts:
            summary = prepared.summary
        failed = with_failure(summary, self.model.endpoint.model, str(problem))
        return Checked(failed, tuple(replies), took if verdicts else problem)

    async def _ask(
        self, prepared: PreparedCheck, meter: Meter, replies: list[str], verdicts: dict[Any, Any]
    ) -> None:
        room, writer = Room(self.prompt.parameters, self.model.endpoint.context), prepared.writer
        left = list(prepared.items)
        while left:
            request = writer.first(left, room)
            if room.context is None and weight(writer.messages(request)) > _FITS_ANYWHERE:
                room.context = await self.model.context()
                request = writer.first(left, room)
            try:
                found = await self._one(request, writer, room, meter, replies)
            except ContextExceeded as error:
                weighs = weight(writer.messages(request))
                room.learn(error, weighs=weighs, frame=writer.frame)
                if len(request.items) == 1:
                    raise
            else:
                verdicts |= found
                left = left[len(request.items) :]

    async def _one(
        self, request: CheckRequest, writer: RequestWriter, room: Room, meter: Meter, replies: list[str]
    ) -> Verdicts:
        messages = writer.messages(request)
        answer = await self.model.ask(
            messages,
            draft=CHECKS[self.prompt.front.draft],
            parameters=room.for_request(weight(messages)),
            meter=meter,
        )
        replies.append(answer.raw)
        # The format asked for; Answer knows those of whole summaries only.
        draft = cast("CheckDraft", cast("Any", answer.draft))
        return read_verdicts(draft, request.items, self.model.endpoint.model)

    def _took(self, started: datetime, meter: Meter) -> Check:
        price = self.model.endpoint.known_price
        return Check(
            **dict(self.by),
            base_url=self.model.endpoint.shown_url,
            created=started.replace(microsecond=0),
            attempts=meter.attempts,
            possibly_billed=meter.possibly_billed,
            tokens=meter.tokens,
            cost_usd=price.cost(meter.tokens) if price else None,
            seconds=round(meter.seconds, 3),
        )


def _told(summary: Summary, took: Check) -> Summary:
    """Return the summary with what its check took, what went before it broke off included."""
    made = summary.provenance
    if made is None:
        return summary
    before = made.check
    if before is not None:
        costs = (took.cost_usd, before.cost_usd)
        took = took.model_copy(
            update={
                "attempts": took.attempts + before.attempts,
                "possibly_billed": took.possibly_billed + before.possibly_billed,
                "tokens": took.tokens + before.tokens,
                "cost_usd": None if None in costs else sum(cost for cost in costs if cost is not None),
                "seconds": round(took.seconds + before.seconds, 3),
            }
        )
    kept = [warning for warning in summary.warnings if warning.code != FAILED]
    provenance = made.model_copy(update={"check": took})
    return summary.model_copy(update={"provenance": provenance, "warnings": kept})
