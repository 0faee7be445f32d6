"""Carrying out a plan: what is free of charge first, then what the model has to be asked about.

What is done is current from then on, so that the same call again goes on with what is left.
"""

import random
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from summarizer.batch import Done, Job
from summarizer.batch.regeneration.plan import asked_alike
from summarizer.batch.regeneration.target import Action, Known, Target
from summarizer.errors import NotInStore, ReplyError
from summarizer.pipeline import cached
from summarizer.pipeline.checking import is_checked
from summarizer.store import Selection

if TYPE_CHECKING:
    from summarizer.store import Store
    from summarizer.summary import Summary


@dataclass(frozen=True, slots=True)
class Redo:
    """An article to redo, by its row in the store, and the row of its summary where that may be replayed."""

    article: int
    action: Action | Literal["check"]
    summary: int | None


class Regeneration:
    """The articles of a store that have no summary by a target yet, in the order they were first stored."""

    def __init__(self, store: "Store", target: Target, redo: Sequence[Redo]) -> None:
        """Use `of`."""
        self._store, self._target, self._redo = store, target, list(redo)
        self._to_ask = [one.article for one in redo if one.action in {"ask", "check"}]

    @classmethod
    def of(
        cls,
        store: "Store",
        target: Target,
        selection: Selection = Selection(),  # noqa: B008 - frozen
        *,
        every: bool = False,
        retry_failed: bool = False,
    ) -> "Regeneration":
        """What a plan of the same arguments counts as stale or missing.

        Args:
            store: what is stored.
            target: the recipe.
            selection: which articles, see `plan`.
            every: also articles summarised by prompts of another purpose alone.
            retry_failed: also those that the target's last attempt failed of for good.

        Raises:
            UsageError: if nothing was ever made by the prompt that is selected.
        """
        known = Known(store.known_recipes(), target)
        scope = known.scope(selection, every=every)
        redo = [
            Redo(one.first, known.action(one.standing), one.summary)
            for one in store.waiting(scope)
            if retry_failed or not one.standing.has_failed
        ]
        if known.wants_check and scope.target is not None:
            redo += [Redo(one.first, "check", None) for one in store.unchecked(scope, known.checks)]
        return cls(store, target, redo)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._redo)

    def sample(self, number: int, *, seed: int = 0) -> "Regeneration":
        """Some of them, drawn by `seed` and spread over where the articles are from."""
        dice = random.Random(seed)  # noqa: S311 - a sample that can be drawn again
        sites, by_site = self._store.sites(), defaultdict[str, list[Redo]](list)
        for one in self._redo:
            by_site[sites.get(one.article, "")].append(one)
        drawn = [dice.sample(some, len(some)) for _, some in sorted(by_site.items())]
        dice.shuffle(drawn)
        turns, chosen = deque(drawn), list[Redo]()
        while turns and len(chosen) < number:
            some = turns.popleft()
            chosen.append(some.pop())
            if some:
                turns.append(some)
        return Regeneration(self._store, self._target, sorted(chosen, key=lambda one: one.article))

    def free(self) -> Iterator[Done]:
        """Do what needs no model: replay kept replies, carry summaries over to edited texts.

        Where that turns out not to do, the article is among the `jobs` afterwards.
        """
        for one in self._redo:
            if one.action in {"ask", "check"}:
                continue
            article, source = self._store.article_at(one.article)
            made: Summary | None = None
            if one.action == "replay" and one.summary is not None:
                made = self._replayed(self._store.summary_id(one.summary))
            elif source is not None:
                found = cached.carried_over(article, source, recipe=self._target.recipe, store=self._store)
                made = found.stored.summary if found and found.stored else None
            if made is None:
                self._to_ask.append(one.article)
            else:
                yield Done(Job(article), made, asked=False)
                if self._target.check is not None and not is_checked(made, self._target.check.by):
                    self._to_ask.append(one.article)

    def _replayed(self, summary_id: str) -> "Summary | None":
        try:
            kept = self._store.material(summary_id)
            ready = asked_alike(kept, self._target.prompt)
            if ready is None:
                return None
            return cached.replay(summary_id, kept, ready, recipe=self._target.recipe, store=self._store)
        except (NotInStore, ReplyError):
            return None  # it was forgotten meanwhile, or is of no use to the code of today

    @property
    def to_ask(self) -> int:
        """About how many a model has to be asked, be it to check; complete once `free` is through."""
        return len(self._to_ask)

    def jobs(self) -> Iterator[Job]:
        """The articles that a model has to be asked about, each read when it is its turn."""
        for key in sorted(self._to_ask):
            article, source = self._store.article_at(key)
            yield Job(article, article.title or (source.location if source else ""))
