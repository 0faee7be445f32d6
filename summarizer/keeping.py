"""Summaries that are kept: noted before the request leaves, stored before anybody sees them."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import pipeline
from summarizer.article import Article
from summarizer.division import OnStep
from summarizer.errors import (
    ContextExceeded,
    Interrupted,
    NotInStore,
    NotStored,
    ReplyRefused,
    RequestRefused,
    SummarizerError,
    UsageError,
)
from summarizer.llm import Model
from summarizer.marking import mark
from summarizer.prompts import Prompt
from summarizer.provenance import fingerprint
from summarizer.reanchoring import Reanchored, reanchor
from summarizer.summary import Recipe, Summary

if TYPE_CHECKING:
    from summarizer.store import Earlier, Store, Stored

# The same article would meet the same end again.
_FINAL = (ContextExceeded, ReplyRefused, RequestRefused, UsageError)


def stored(article: Article, place: Path | None, *, recipe: Recipe, store: "Store") -> "Stored | None":
    """The current summary of an article by a recipe, noting where it was read."""
    from summarizer.store import Source

    found = store.current(article.id, fingerprint(recipe))
    if found is not None:
        store.seen(article, Source.of(article, place))
    return found


@dataclass(frozen=True, slots=True)
class Revision:
    """An article whose text has changed since it was last summarised at its place by the same recipe.

    `stored` is its summary where it could be carried over, and None where the model has to be asked.
    """

    earlier: "Earlier"
    changes: Reanchored
    stored: "Stored | None"


def revised(article: Article, place: Path | None, *, recipe: Recipe, store: "Store") -> Revision | None:
    """Carry the summary of the article's earlier text over to this one, as far as it goes; nothing is asked.

    It is stored if it is complete. None if there is no earlier text that was summarised by this recipe.
    """
    from summarizer.store import Source

    source = Source.of(article, place)
    earlier = store.before(article, source, fingerprint(recipe))
    if earlier is None:
        return None
    changes = reanchor(earlier.stored.summary, earlier.article, article)
    kept = store.adopt(article, source, changes.summary) if changes.complete else None
    return Revision(earlier, changes, kept)


async def summarize(
    article: Article,
    place: Path | None,
    *,
    prompt: Prompt,
    model: Model,
    store: "Store",
    on_step: OnStep | None = None,
) -> Summary:
    """Summarise one article and store the summary, with what was sent and what came back.

    Of an article that is asked about in parts all replies are kept, but of the requests only the one that
    would have asked about it whole.

    Raises:
        NotStored: if the summary was made but could not be stored; the error has it.
        SummarizerError: whatever else stood in the way; nothing was sent if the store is of no use.
    """
    from summarizer.store import Said, Sending, Source

    _ = prompt.format  # a prompt that makes no summary is refused before anything is noted
    sending = Sending(
        article=article,
        source=Source.of(article, place),
        recipe=pipeline.recipe(prompt, model.endpoint.model),
        messages=pipeline.messages(mark(article), prompt),
        seconds=model.limits.deadline,
    )
    attempt = await asyncio.to_thread(store.begin, sending)
    try:
        made = await pipeline.make(article, prompt=prompt, model=model, on_step=on_step)
    except SummarizerError as error:
        await asyncio.to_thread(_fail, store, attempt, error)
        raise
    except asyncio.CancelledError:
        _fail(store, attempt, Interrupted("stopped before the model had answered"))
        raise
    replies = [Said(reply.kind, reply.raw) for reply in made.replies]
    try:
        await asyncio.to_thread(store.settle, attempt, made.summary, replies)
    except SummarizerError as error:
        raise NotStored(error, made.summary) from error
    return made.summary


def reground(summary_id: str, *, store: "Store") -> pipeline.Made:
    """Ground the kept replies of a stored summary again with the code of today; nothing is asked or stored.

    Raises:
        NotInStore: if there is no such summary, or the model's replies did not come with it.
        ReplyInvalid: if they are not of their draft format as it is today.
    """
    kept = store.material(summary_id)
    if not kept.replies:
        raise NotInStore(
            f"the store has no replies for summary {summary_id[:12]}; --fresh asks the model again"
        )
    replies = tuple(pipeline.Reply(said.kind, said.raw) for said in kept.replies)
    return pipeline.reground(kept.article, pipeline.Made(kept.summary, replies))


def _fail(store: "Store", attempt: int, error: SummarizerError) -> None:
    from summarizer.store import Failure

    failure = Failure(type(error).__name__, str(error), retriable=not isinstance(error, _FINAL))
    with suppress(SummarizerError):  # the first error is the one to tell; the attempt will count as lost
        store.fail(attempt, failure)
