"""The plan: how many summaries are the target recipe's, how many are not, why, and what it would take.

Whether a reply may be replayed is a question of what the model was asked, not of version numbers. Marks that
a reply names (q3, f2) mean what the request showed under them. So a kept reply serves today's code where the
request of today, byte for byte, is the one that was sent: it answers the very question that would
be asked again. A draft that copies (`copy/1`) was asked without marks, and its request stays the same however
they change. A plan looks at some; who carries it out has to look at each, with `asked_alike`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summarizer import pipeline
from summarizer.analysis import mark
from summarizer.batch.regeneration import checks
from summarizer.batch.regeneration.differences import REASONS, REPLAYABLE, Reason, worded
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
from summarizer.batch.regeneration.target import ACTIONS, Action, Known, Target, recipe_of
from summarizer.drafts import CHECKS
from summarizer.errors import SummarizerError
from summarizer.pipeline.chunking import weight
from summarizer.prompts import Prompt
from summarizer.store import Alike, Material, Selection
from summarizer.summary import Recipe

if TYPE_CHECKING:
    from summarizer.store import Store

_LOOKED_AT = 24
"""Requests that a plan makes anew to see whether they are still the same; each takes some milliseconds."""
_EXAMPLES = 5


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Change(_Part):
    """What a part of the recipe was and would be; `articles` is of how many."""

    reason: Reason
    was: str
    now: str
    articles: int


class Example(_Part):
    """One article of those to do."""

    article: str
    title: str | None
    summary: str | None = Field(description="Id of the summary there is, if any.")
    action: Action
    reasons: tuple[Reason, ...] = Field(description="Empty where there is no summary yet.")


class Replayed(_Part):
    """Of how many it was looked at whether the request is still the same, and of how many it is."""

    looked_at: int
    identical: int


class Plan(_Part):
    """What is to be done so that every article has a summary by the target."""

    recipe: Recipe
    fingerprint: str
    current: int
    stale: int = Field(description="ask + replay + edited")
    missing: int = Field(description="Articles without any summary; the model is asked about each.")
    failed: int = Field(description="The target's last attempt failed for good; not tried again by itself.")
    reasons: dict[Reason, int] = Field(description="Of stale ones; several may hold of one.")
    changes: list[Change]
    ask: int = Field(description="To be made anew: by the model, or by the rules where the recipe has none.")
    replay: int
    edited: int = Field(description="An older text at the same place has a summary by the target.")
    replayed: Replayed | None = None
    replayable_by: list[str] = Field(
        default=[],
        description="Prompts, as name@version, whose draft format is another than the target's: by them what "
        "the model replied may be replayed for free.",
    )
    estimate: Estimate | None = Field(default=None, description="Of `ask`, `missing` and at most `edited`.")
    unchecked: int = Field(default=0, description="Current, but not by the check that is wanted.")
    check_estimate: Estimate | None = Field(
        default=None, description="Of the check, where one is wanted: of `unchecked` and all to be made."
    )
    examples: list[Example] = []

    @property
    def to_do(self) -> int:
        """Articles that something has to be done about."""
        return self.stale + self.missing + self.unchecked


def plan(store: "Store", target: Target, selection: Selection = Selection(), *, every: bool = False) -> Plan:  # noqa: B008 - frozen
    """Compare what is stored with a recipe.

    Args:
        store: what is stored.
        target: the recipe, and what is needed to word and price its requests.
        selection: which articles, by the summaries they have; one `prompt` means those made by it.
        every: also articles summarised by prompts of another purpose alone.

    Raises:
        UsageError: if nothing was ever made by the prompt that is selected.
    """
    known = Known(store.known_recipes(), target)
    scope = known.scope(selection, every=every)
    tally = _Tally(known)
    for one in store.standing(scope):
        tally.add(one)
    replayed = tally.look(store, target)
    open_, some = checks.unchecked(store, known, scope)
    others = [one for few in tally.examples.values() for one in few]
    to_check = open_.with_all(tally.missing)
    for load in tally.loads.values():
        to_check = to_check.with_all(load)
    return Plan(
        recipe=target.recipe,
        fingerprint=known.fingerprint,
        current=tally.current,
        stale=tally.stale,
        missing=tally.missing.articles,
        failed=tally.failed,
        reasons={reason: tally.reasons[reason] for reason in REASONS if tally.reasons[reason]},
        changes=tally.changes(),
        ask=tally.loads["ask"].articles,
        replay=tally.loads["replay"].articles,
        edited=tally.loads["edited"].articles,
        replayed=replayed,
        replayable_by=tally.replayable_by(),
        estimate=_estimate(store, target, known, tally),
        unchecked=open_.articles,
        check_estimate=checks.estimate(store, target, known, to_check, unchecked=some, others=others),
        examples=_examples(store, tally),
    )


def asked_alike(kept: Material, prompt: Prompt) -> pipeline.Prepared | None:
    """A kept article, ready to be asked about, if that would be today with the request that was sent for it.

    None where the request would be another one, or its replies are not there.
    """
    if not kept.replies:
        return None
    try:
        ready = pipeline.prepare(kept.article, prompt)
    except SummarizerError:
        return None  # it cannot even be worded
    return ready if list(kept.messages) == ready.request else None


@dataclass
class _Tally:
    """What has been counted so far."""

    known: Known
    current: int = 0
    failed: int = 0
    missing: Load = NOTHING
    loads: dict[Action, Load] = field(default_factory=lambda: dict.fromkeys(ACTIONS, NOTHING))
    reasons: Counter[Reason] = field(default_factory=Counter)
    by_recipe: Counter[tuple[int, Reason]] = field(default_factory=Counter)
    examples: dict[tuple[Action, tuple[Reason, ...]], list[Alike]] = field(default_factory=dict)
    """Some of each kind, those stored first."""
    replays: list[Alike] = field(default_factory=list)

    @property
    def stale(self) -> int:
        """All that have a summary, of whatever text, and none by the target."""
        return sum(load.articles for load in self.loads.values())

    def add(self, some: Alike) -> None:
        """Count articles that stand alike."""
        one, load = some.standing, Load(some.articles, some.characters)
        if one.is_current:
            self.current += some.articles
        elif one.has_failed:
            self.failed += some.articles
        elif recipe_of(one) is None:
            self.missing = self.missing.with_all(load)
            self._keep(some, "ask", ())
        else:
            self._add_stale(some, load)

    def _add_stale(self, some: Alike, load: Load) -> None:
        one, reasons = some.standing, self.known.reasons(some.standing)
        action = self.known.action(one)
        if action == "replay":
            self.replays.append(some)
        self.loads[action] = self.loads[action].with_all(load)
        recipe = recipe_of(one)
        for reason in reasons:
            self.reasons[reason] += some.articles
            if recipe is not None and reason != "article":
                self.by_recipe[recipe, reason] += some.articles
        self._keep(some, action, tuple(sorted(reasons, key=REASONS.index)))

    def _keep(self, some: Alike, action: Action, reasons: tuple[Reason, ...]) -> None:
        kept = self.examples.setdefault((action, reasons), [])
        kept.append(some)
        kept.sort(key=attrgetter("first"))
        del kept[_EXAMPLES:]

    def look(self, store: "Store", target: Target) -> Replayed | None:
        """See of some whether the request is the same; what they stand for says how many are to be replayed.

        It is a stratified sample: one article of each of some runs that follow each other, at even distances.
        """
        if not self.replays:
            return None
        looked_at = _evenly(sorted(self.replays, key=attrgetter("first")), _LOOKED_AT)
        same = [
            some.articles
            for some, one in zip(looked_at, store.titled(looked_at), strict=True)
            if one.summary is not None and asked_alike(store.material(one.summary), target.prompt) is not None
        ]
        load, share = self.loads["replay"], sum(same) / sum(some.articles for some in looked_at)
        kept = Load(round(load.articles * share), round(load.characters * share))
        asked = Load(load.articles - kept.articles, load.characters - kept.characters)
        self.loads |= {"replay": kept, "ask": self.loads["ask"].with_all(asked)}
        return Replayed(looked_at=len(looked_at), identical=len(same))

    def changes(self) -> list[Change]:
        """What each part of the recipe was and would be, the most frequent first."""
        found: Counter[tuple[Reason, str]] = Counter()
        for (recipe, reason), articles in self.by_recipe.items():
            found[reason, worded(self.known.recipes[recipe], reason)] += articles
        return [
            Change(reason=reason, was=was, now=worded(self.known.target, reason), articles=articles)
            for (reason, was), articles in found.most_common()
        ]

    def replayable_by(self) -> list[str]:
        """Prompts by which replies may be replayed that are of no use to the target."""
        return sorted(
            {
                self.known.recipes[recipe].prompt.reference
                for recipe, reason in self.by_recipe
                if reason == "draft_format" and self.known.needs_own_prompt(recipe)
            }
        )


def _evenly(found: Sequence[Alike], most: int) -> list[Alike]:
    """At most so many, at even distances."""
    many = min(most, len(found))
    return [found[(2 * position + 1) * len(found) // (2 * many)] for position in range(many)]


def _estimate(store: "Store", target: Target, known: Known, tally: _Tally) -> Estimate | None:
    """What asking the model takes; what may be free, as it is edited alone, counts in the upper bound.

    None where there is nothing, or no model, to ask.
    """
    least = tally.loads["ask"].with_all(tally.missing)
    most = least.with_all(tally.loads["edited"])
    if not most.articles or not target.recipe.asks_model:
        return None
    for keys, words in _bases(known, target.recipe):
        spent = store.spent(keys, limit=MOST) if keys else []
        if len(spent) >= LEAST:
            tokens, cost, seconds = from_attempts(spent, least, most, price=target.price(), jobs=target.jobs)
            basis = f"{len(spent)} attempts with {words}"
            return Estimate(tokens=tokens, cost_usd=cost, seconds=seconds, basis=basis)
    return _from_requests(store, target, tally, most)


def _bases(known: Known, target: Recipe) -> list[tuple[frozenset[int], str]]:
    """Whose attempts say most of what the target will take, the best first."""
    prompt = f"{target.prompt.name}@{target.prompt.version}"
    others = {
        key: recipe
        for key, recipe in known.recipes.items()
        if recipe.model == target.model and recipe.draft_format not in CHECKS
    }
    return [
        (known.differing_in((*REPLAYABLE, "merge")), f"{prompt} and {target.model}"),
        (known.differing_in((*REPLAYABLE, "merge", "model")), f"{prompt} and other models"),
        (frozenset(others), f"{target.model} and other prompts"),
    ]


def _from_requests(store: "Store", target: Target, tally: _Tally, most: Load) -> Estimate:
    """Bounds from the length of a few requests, and of the longest answer, where no attempt tells more."""
    few = [one for (action, _), some in tally.examples.items() if action != "replay" for one in some]
    texts = [store.text(one.article) for one in store.titled((few or tally.replays)[:_EXAMPLES])]
    weights = [weight(pipeline.messages(mark(text), target.prompt)) for text in texts]
    mean = sum(weights) / len(weights)
    told = target.recipe.parameters.get("max_tokens")
    longest = told if isinstance(told, int) else None
    low, high = (mean * share for share in SHARES)
    tokens, cost = from_bounds(low, high, longest, articles=most.articles, price=target.price())
    words = "request" if len(texts) == 1 else "requests"
    answer = "the prompt bounds no answer" if longest is None else "the longest answer allowed"
    basis = f"the length of {len(texts)} {words}; {answer}; there are no attempts to go by"
    return Estimate(tokens=tokens, cost_usd=cost, basis=basis)


def _examples(store: "Store", tally: _Tally) -> list[Example]:
    """Some of each kind in turn."""
    turns = [
        (turn, one.first, kind, one) for kind, some in tally.examples.items() for turn, one in enumerate(some)
    ]
    chosen = [(kind, one) for *_, kind, one in sorted(turns)[:_EXAMPLES]]
    titled = store.titled([one for _, one in chosen])
    return [
        Example(article=told.article, title=told.title, summary=told.summary, action=action, reasons=reasons)
        for ((action, reasons), _), told in zip(chosen, titled, strict=True)
    ]
