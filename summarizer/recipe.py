"""Recipes and their fingerprints: what a summary was made from, as one comparable string."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from summarizer import summary_v1
from summarizer.summary import CheckedBy, Recipe, Summary


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces, so that equal values give equal text."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def fingerprint(recipe: Recipe) -> str:
    """Tagged digest of a recipe; the tag says how it was made, so that the way can change later."""
    return f"recipe/2:sha256:{_digest(recipe)}"


def check_recipe(check: CheckedBy) -> Recipe:
    """All that can change what a model says of the items of a summary it is asked to check.

    It belongs to no summary: nothing of it is part of the recipe that a summary was made with.
    """
    return Recipe(
        prompt=check.prompt,
        draft_format=check.draft_format,
        summary_schema="",
        analysis="",
        model=check.model,
        parameters=check.parameters,
    )


def identity(summary: Summary) -> str:
    """The id of a summary: the sha256 over its canonical JSON, in hexadecimal.

    Fields with default values stay out, so that a summary keeps its id when the format gets another field.
    """
    return _digest(summary.model_dump(mode="json", exclude_defaults=True))


def identity_v1(written: Mapping[str, Any]) -> str:
    """The id of a summary of the first version, by its JSON as it was written."""
    return _digest(summary_v1.without_defaults(written))


def fingerprint_v1(written: Mapping[str, Any]) -> str:
    """Tagged digest of the recipe of a summary of the first version, by its JSON as it was written."""
    return f"recipe/1:sha256:{_digest(summary_v1.recipe_as_written(written))}"


def _digest(value: Any) -> str:
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()
