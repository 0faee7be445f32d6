"""What summaries are to be made by, and how the recipes of a store compare with it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from summarizer.batch.regeneration.differences import REPLAYABLE, Reason, differences
from summarizer.errors import UsageError
from summarizer.llm import Price
from summarizer.prompts import Prompt, PromptReference
from summarizer.recipe import check_recipe, fingerprint
from summarizer.store import KnownRecipe, Scope, Selection, Standing
from summarizer.summary import CheckedBy, Recipe

Action = Literal["ask", "replay", "edited"]
"""What a stale summary needs: the model; its kept replies; its older text's summary set on the newer text."""
ACTIONS: tuple[Action, ...] = get_args(Action)


@dataclass(frozen=True, slots=True)
class CheckTarget:
    """What summaries are to be checked by."""

    by: CheckedBy
    prompt: Prompt
    price: Callable[[], Price | None] = lambda: None
    """What its tokens cost, None where nobody knows."""


@dataclass(frozen=True, slots=True)
class Target:
    """What summaries are to be made by."""

    recipe: Recipe
    prompt: Prompt
    price: Callable[[], Price | None] = lambda: None
    """What tokens cost, None where nobody knows; to look it up takes a quarter of a second."""
    jobs: int = 1
    """Articles at once."""
    purpose_of: Callable[[str], str] = lambda name: name
    """What the prompts of a name are for; summaries by prompts of one purpose stand for each other."""

    check: CheckTarget | None = None
    """What they are to be checked by; None wants no check."""

    def is_for(self, prompt_name: str) -> bool:
        """Return whether prompts of that name have the purpose of the target's."""
        return prompt_name == self.prompt.name or self.purpose_of(prompt_name) == self.prompt.purpose


class Known:
    """The recipes of a store, compared with the target."""

    def __init__(self, known: Sequence[KnownRecipe], target: Target) -> None:
        self.target, self.fingerprint = target.recipe, fingerprint(target.recipe)
        self.recipes = {one.key: one.recipe for one in known}
        names = {one.prompt.name for one in self.recipes.values()}
        self.checks = frozenset(
            one.key
            for one in known
            if target.check is not None and one.fingerprint == fingerprint(check_recipe(target.check.by))
        )
        """The target's check, if any was ever made by it."""
        self.wants_check = target.check is not None
        self._names = frozenset(name for name in names if target.is_for(name))
        self.key = next((one.key for one in known if one.fingerprint == self.fingerprint), None)
        self.differences = {one.key: differences(one.recipe, target.recipe) for one in known}
        if self.key is not None:
            self.differences[self.key] = frozenset()

    def differing_in(self, allowed: Iterable[Reason]) -> frozenset[int]:
        """Recipes that differ in nothing else."""
        return frozenset(key for key, found in self.differences.items() if found <= set(allowed))

    def scope(self, selection: Selection, *, every: bool) -> Scope:
        """Which articles and summaries a plan is about.

        Raises:
            UsageError: if nothing was made by the selected prompt.
        """
        selected = frozenset(key for key, one in self.recipes.items() if _is_by(one, selection.prompt))
        if selection.prompt is not None and not selected:
            made = sorted({f"{one.prompt.name}@{one.prompt.version}" for one in self.recipes.values()})
            raise UsageError(
                f"the store holds nothing made by {selection.prompt!r}; made by: {', '.join(made) or 'none'}"
            )
        same_purpose = frozenset(key for key, one in self.recipes.items() if one.prompt.name in self._names)
        counting = same_purpose if selection.prompt is None else same_purpose | selected
        return Scope(
            target=self.key,
            same=self.differing_in(()),
            same_undivided=self.differing_in(("merge",)),
            replayable=self.differing_in((*REPLAYABLE, "merge")) - self.differing_in(("merge",)),
            recipes=None if every or counting == frozenset(self.recipes) else counting,
            selection=selection,
        )

    def action(self, one: Standing) -> Action:
        """What an article without a summary by the target needs."""
        if not self.target.asks_model:
            return "ask"  # the rules, which are quicker than to carry anything over
        if one.earlier_is_current:
            return "edited"
        replayable = one.recipe is not None and one.has_replies and self.reasons(one) <= REPLAYABLE
        return "replay" if replayable else "ask"

    def needs_own_prompt(self, key: int) -> bool:
        """Return whether a recipe differs in nothing but its prompt, what hangs on it, and our own code."""
        of_the_prompt: set[Reason] = {"prompt", "draft_format", "parameters", "merge"}
        return self.recipes[key].prompt.version > 0 and self.differences[key] <= REPLAYABLE | of_the_prompt

    def reasons(self, one: Standing) -> frozenset[Reason]:
        """Why an article's summary, or its older text's, is not the target's."""
        recipe = recipe_of(one)
        found = frozenset[Reason]() if recipe is None else self.differences[recipe]
        if one.is_undivided:
            found -= {"merge"}
        return found | {"article"} if one.earlier_recipe is not None else found


def recipe_of(one: Standing) -> int | None:
    """What the summary there is was made by; None where there is none."""
    return one.recipe if one.recipe is not None else one.earlier_recipe


def _is_by(recipe: Recipe, prompt: str | None) -> bool:
    if prompt is None:
        return True
    wanted = PromptReference.parse(prompt)
    return recipe.prompt.name == wanted.name and wanted.version in {None, recipe.prompt.version}
