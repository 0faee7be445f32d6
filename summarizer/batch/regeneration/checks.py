"""How many summaries a plan would have checked, and what that takes."""

from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from summarizer.analysis import mark
from summarizer.batch.regeneration.estimates import (
    LEAST,
    MOST,
    NOTHING,
    SHARES,
    Estimate,
    Load,
    from_attempts,
    from_bounds,
)
from summarizer.batch.regeneration.target import CheckTarget, Known, Target
from summarizer.llm.token_estimate import tokens_at_most
from summarizer.pipeline.checking import prepare_check
from summarizer.pipeline.chunking import weight
from summarizer.store import Alike, Scope

if TYPE_CHECKING:
    from summarizer.store import Store

_LOOKED_AT = 5
_OF_ITEMS = 1.5
"""Tokens of a check beside its prompt, for one of the article: its sentences, most of them, and the items."""


def unchecked(store: "Store", known: Known, scope: Scope) -> tuple[Load, list[Alike]]:
    """Return how many summaries by the target are not checked, and some of them."""
    if not known.wants_check or scope.target is None:
        return NOTHING, []
    found = store.unchecked(scope, known.checks)
    some = list(islice(found, _LOOKED_AT))
    load = NOTHING
    for one in chain(some, found):
        load = load.with_all(Load(1, one.characters))
    return load, some


def estimate(
    store: "Store",
    target: Target,
    known: Known,
    load: Load,
    *,
    unchecked: Sequence[Alike],
    others: Sequence[Alike],
) -> Estimate | None:
    """Return what the checks of so many articles take, by what others took, else by a few requests.

    Args:
        store: where they are.
        target: the recipe, with its check.
        known: the recipes of the store.
        load: the articles.
        unchecked: some that have a summary.
        others: some that have none by the target yet.
    """
    check = target.check
    if check is None or not load.articles:
        return None
    spent = store.spent(known.checks, limit=MOST) if known.checks else []
    words = f"{check.by.prompt.reference} and {check.by.model}"
    if len(spent) >= LEAST:
        tokens, cost, seconds = from_attempts(spent, load, load, price=check.price(), jobs=target.jobs)
        basis = f"{len(spent)} checks with {words}"
        return Estimate(tokens=tokens, cost_usd=cost, seconds=seconds, basis=basis)
    weighs = _requests(store, check, unchecked) or _articles(store, check, others)
    if not weighs:
        return None
    mean = sum(weighs) / len(weighs)
    told = check.by.parameters.get("max_tokens")
    low, high = (mean * share for share in SHARES)
    tokens, cost = from_bounds(
        low,
        high,
        told if isinstance(told, int) else None,
        articles=load.articles,
        price=check.price(),
    )
    return Estimate(tokens=tokens, cost_usd=cost, basis=f"the length of {len(weighs)} requests with {words}")


def _requests(store: "Store", check: CheckTarget, some: Sequence[Alike]) -> list[float]:
    """What the requests about some summaries weigh."""
    weighs = []
    for one in some:
        if one.summary is not None:
            kept = store.material(store.summary_id(one.summary))
            prepared = prepare_check(kept.summary, mark(kept.article), check.prompt, check.by)
            weighs.append(float(sum(map(weight, prepared.requests))))
    return weighs


def _articles(store: "Store", check: CheckTarget, some: Sequence[Alike]) -> list[float]:
    """What requests about summaries of some articles may weigh, before these are made."""
    frame = tokens_at_most(check.prompt.system) + tokens_at_most(check.prompt.user)
    texts = (store.text(one.article).text for one in store.titled(some[:_LOOKED_AT]))
    return [frame + _OF_ITEMS * tokens_at_most(text) for text in texts]
