"""In what two recipes differ, and what follows from it."""

from typing import Literal, get_args

from summarizer.drafts import FORMATS
from summarizer.summary import Authority, Recipe

Reason = Literal[
    "prompt", "draft_format", "summary_format", "analysis", "authority", "model", "parameters", "language",
    "merge", "article",
]  # fmt: skip
"""Why a summary is stale; `article` where it is of an older text that was read at the same place."""
REASONS: tuple[Reason, ...] = get_args(Reason)

REPLAYABLE: frozenset[Reason] = frozenset({"summary_format", "analysis", "authority"})
"""What only our own code does with a reply; the reply may serve on if the request would be the same."""


def differences(made: Recipe, target: Recipe) -> frozenset[Reason]:
    """In what a recipe differs from the target."""
    told = {
        reason: value != wanted
        for reason, value, wanted in zip(REASONS, _parts(made), _parts(target), strict=False)
    }
    return frozenset(reason for reason, differs in told.items() if differs)


def worded(recipe: Recipe, reason: Reason) -> str:
    """What a recipe has where another differs, in words."""
    value = _parts(recipe)[REASONS.index(reason)]
    if reason == "prompt":
        return f"{recipe.prompt.name}@{recipe.prompt.version} ({recipe.prompt.sha256[:8]})"
    if reason == "merge":
        merge = recipe.merge
        return "none" if merge is None else f"{merge.name}@{merge.version} ({merge.sha256[:8]})"
    if reason == "language":
        return recipe.language or "the article's"
    if reason == "parameters":
        return ", ".join(f"{name} {told}" for name, told in sorted(recipe.parameters.items())) or "none"
    return str(value)


def _parts(recipe: Recipe) -> tuple[object, ...]:
    """In the order of the reasons."""
    return (
        recipe.prompt, recipe.draft_format, recipe.summary_schema, recipe.analysis, _authority(recipe),
        recipe.model, recipe.parameters, recipe.language, recipe.merge,
    )  # fmt: skip


def _authority(recipe: Recipe) -> Authority | None:
    """Return whose word counts: where the recipe does not say, it is as its draft format has it."""
    if recipe.authority is not None or recipe.draft_format not in FORMATS:
        return recipe.authority
    return FORMATS[recipe.draft_format].authority
