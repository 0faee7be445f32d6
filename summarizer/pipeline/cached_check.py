"""Checks that are kept: of a stored summary, claimed before the request leaves, stored with what it found."""

import asyncio
from typing import TYPE_CHECKING

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.errors import NotStored, SummarizerError
from summarizer.llm import Meter, allowance
from summarizer.pipeline.checking import Checker, PreparedCheck, is_checked
from summarizer.pipeline.kept_attempts import Attempts, Run, Write, price_of, whole
from summarizer.recipe import check_recipe, fingerprint
from summarizer.summary import Recipe, Summary

if TYPE_CHECKING:
    from summarizer.store import Sending, Store

_BESIDES = 1
"""Requests paid for beside two for each that is needed."""


async def check(
    article: Article,
    *,
    recipe: Recipe,
    checker: Checker,
    store: "Store",
    run: Run | None = None,
    meter: Meter | None = None,
    write: Write = asyncio.to_thread,
) -> Summary | None:
    """Check the current summary of an article by a recipe, and store what is found; None if there is none.

    Where it was checked so before, nothing is asked.

    Args:
        article: the article.
        recipe: what the summary was made with.
        checker: who is asked.
        store: where the summary is.
        run: the run that it belongs to, whose budget is asked first.
        meter: counts what was asked; nothing was if it stays empty.
        write: how the store is written to.

    Raises:
        ArticleClaimed: if another process is at it.
        BudgetSpent: if the run cannot afford it.
        NotStored: if it was checked, but what was found could not be stored; the error has the summary.
        SummarizerError: if the store is of no use. What the model cannot do leaves a warning instead.
    """
    from summarizer.store import Known, Said

    kept = await asyncio.to_thread(store.current, article.id, fingerprint(recipe))
    if kept is None:
        return None
    if is_checked(kept.summary, checker.by):
        return kept.summary
    prepared = await asyncio.to_thread(lambda: checker.prepare(kept.summary, mark(article)))
    meter = meter or Meter()
    attempts = Attempts(store, checker.model, meter, write)
    attempt = await attempts.claim(_sending(article, prepared, checker, run))
    if isinstance(attempt, Known):  # no summary is made by the recipe of a check
        return kept.summary
    checked = await attempts.noted(attempt, checker.check(prepared, meter))
    if isinstance(checked.outcome, SummarizerError):
        await attempts.failed(attempt, checked.outcome)
        return checked.summary
    replies = [Said("check", raw) for raw in checked.replies]
    try:
        await whole(write(store.keep_check, attempt, kept.id, checked.summary, checked.outcome, replies))
    except SummarizerError as error:
        raise NotStored(error, checked.summary) from error
    return checked.summary


def _sending(article: Article, prepared: PreparedCheck, checker: Checker, run: Run | None) -> "Sending":
    from summarizer.store import Sending

    number = _BESIDES + 2 * len(prepared.requests)
    most = checker.most(prepared, number)
    is_bounded = run is not None and run.is_bounded
    if is_bounded:
        allowance.current.set(allowance.Allowance(number))
    in_dollars = run is not None and run.budget_usd is not None
    return Sending(
        article=article,
        source=None,
        recipe=check_recipe(checker.by),
        messages=[message for request in prepared.requests for message in request],
        seconds=2 * checker.model.limits.deadline * max(1, len(prepared.requests)),
        run=run.name if run else None,
        reserved_usd=price_of(checker.model.endpoint).cost(most) if in_dollars else None,
        budget_usd=run.budget_usd if run else None,
        reserved_tokens=most.input + most.output,
        budget_tokens=run.budget_tokens if run else None,
    )
