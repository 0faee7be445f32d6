"""Summaries that are kept: noted before the request leaves, stored before anybody sees them."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import pipeline
from summarizer._version import __version__
from summarizer.article import Article
from summarizer.errors import NotInStore, NotStored, SummarizerError
from summarizer.llm import Meter, Model
from summarizer.pipeline.carry_over import Reanchored, reanchor
from summarizer.pipeline.chunking import OnStep
from summarizer.pipeline.kept_attempts import Attempts, Run, Write, price_of, whole
from summarizer.prompts import Prompt
from summarizer.recipe import fingerprint
from summarizer.summary import Recipe, Summary
from summarizer.text.ids import short_id

if TYPE_CHECKING:
    from summarizer.store import Earlier, Material, Sending, Source, Store, Stored


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

    return carried_over(article, Source.of(article, place), recipe=recipe, store=store)


def carried_over(article: Article, source: "Source", *, recipe: Recipe, store: "Store") -> Revision | None:
    """`revised`, of an article that was read at `source`."""
    earlier = store.before(article, source, fingerprint(recipe))
    if earlier is None:
        return None
    changes = reanchor(earlier.stored.summary, earlier.article, article)
    kept = store.adopt(article, source, changes.summary) if changes.complete else None
    return Revision(earlier, changes, kept)


async def summarize(
    article: Article | pipeline.Prepared,
    place: Path | None,
    *,
    prompt: Prompt,
    model: Model,
    store: "Store",
    on_step: OnStep | None = None,
    fresh: bool = False,
    run: Run | None = None,
    meter: Meter | None = None,
    write: Write = asyncio.to_thread,
    seen: bool = True,
) -> Summary:
    """Summarise one article and store the summary, with what was sent and what came back.

    Of an article that is asked about in parts all replies are kept, but of the requests only the one that
    would have asked about it whole.

    Args:
        article: what to summarise, marked and worded already or not.
        place: the file it was read from.
        prompt: how.
        model: by whom.
        store: where to keep it.
        on_step: is told before each request, if the article takes several.
        fresh: ask also where the store knows the answer, or another process is asking.
        run: the run it belongs to, whose budget is asked first.
        meter: counts what was asked; nothing was if it stays empty.
        write: how the store is written to.
        seen: the article was just read at its place; False for one that comes from the store.

    Raises:
        ArticleClaimed: if another process is making this summary.
        BudgetSpent: if the run cannot afford it.
        NotStored: if the summary was made but could not be stored; the error has it.
        SummarizerError: whatever else stood in the way; nothing was sent if the store is of no use.
    """
    from summarizer.store import Known, Said, Source

    ready = (
        await asyncio.to_thread(pipeline.prepare, article, prompt)
        if isinstance(article, Article)
        else article
    )
    sending, meter = _sending(ready, prompt, model, run), meter or Meter()
    sending = replace(sending, source=Source.of(ready.marked.article, place) if seen else None)
    attempts = Attempts(store, model, meter, write)
    attempt = await (attempts.begin(sending) if fresh else attempts.claim(sending))
    if isinstance(attempt, Known):
        return (await asyncio.to_thread(store.find, attempt.id)).summary
    asking = pipeline.make(ready, prompt=prompt, model=model, on_step=on_step, meter=meter)
    made = await attempts.noted(attempt, asking)
    replies = [Said(reply.kind, reply.raw) for reply in made.replies]
    try:
        await whole(write(store.settle, attempt, made.summary, replies))
    except SummarizerError as error:
        raise NotStored(error, made.summary) from error
    return made.summary


async def by_rules(
    article: Article,
    place: Path | None,
    *,
    recipe: Recipe,
    store: "Store",
    write: Write = asyncio.to_thread,
    seen: bool = True,
) -> Summary:
    """Store what the rules alone know of an article; the arguments are those of `summarize`.

    Raises:
        NotStored: if it could not be stored; the error has it.
    """
    from summarizer.store import Source

    summary = await asyncio.to_thread(pipeline.by_rules, article, recipe)
    source = Source.of(article, place) if seen else None
    try:
        return (await whole(write(store.adopt, article, source, summary))).summary
    except SummarizerError as error:
        raise NotStored(error, summary) from error


def _sending(ready: pipeline.Prepared, prompt: Prompt, model: Model, run: Run | None) -> "Sending":
    from summarizer.store import Sending

    most = pipeline.most(ready, prompt, requests=run.requests if run else 1)
    in_dollars = run is not None and run.budget_usd is not None
    return Sending(
        article=ready.marked.article,
        source=None,
        recipe=pipeline.recipe(prompt, model.endpoint.model),
        messages=ready.request,
        seconds=2 * model.limits.deadline,  # waiting for its turn does not count in the deadline
        run=run.name if run else None,
        reserved_usd=price_of(model.endpoint).cost(most) if in_dollars else None,
        budget_usd=run.budget_usd if run else None,
        reserved_tokens=most.input + most.output,
        budget_tokens=run.budget_tokens if run else None,
    )


def reground(summary_id: str, *, store: "Store") -> pipeline.Made:
    """Ground the kept replies of a stored summary again with the code of today; nothing is asked or stored.

    Raises:
        NotInStore: if there is no such summary, or the model's replies did not come with it.
        ReplyInvalid: if they are not of their draft format as it is today.
    """
    kept = store.material(summary_id)
    if not kept.replies and not kept.summary.is_by_rules:
        raise NotInStore(
            f"the store has no replies for summary {short_id(summary_id)}; --fresh asks the model again"
        )
    return pipeline.reground(kept.article, _made(kept))


def replay(
    summary_id: str, kept: "Material", ready: pipeline.Prepared, *, recipe: Recipe, store: "Store"
) -> Summary:
    """Store what the kept replies of a summary give by today's recipe, free of charge; nothing is asked.

    Args:
        summary_id: which summary.
        kept: what the store has of it.
        ready: its article, which would be asked about today as it was then; see `regeneration.asked_alike`.
        recipe: today's.
        store: where to put it.

    Raises:
        NotInStore: if the summary is gone.
        ReplyInvalid: if the replies are not of their draft format as it is today.
    """
    summary = pipeline.reground(ready, _made(kept)).summary
    told = {"recipe": recipe, "fingerprint": fingerprint(recipe), "package_version": __version__}
    made = summary.provenance and summary.provenance.model_copy(update=told)
    return store.replayed(summary_id, summary.model_copy(update={"provenance": made})).summary


def _made(kept: "Material") -> pipeline.Made:
    return pipeline.Made(kept.summary, tuple(pipeline.Reply(said.kind, said.raw) for said in kept.replies))
