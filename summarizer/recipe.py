"""Recipes and their fingerprints: what a summary was made from, as one comparable string."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from summarizer.summary import Recipe, Summary


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces, so that equal values give equal text."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def fingerprint(recipe: Recipe) -> str:
    """Tagged digest of a recipe; the tag says how it was made, so that the way can change later."""
    return "recipe/1:sha256:" + hashlib.sha256(canonical_json(recipe).encode()).hexdigest()


def identity(summary: Summary) -> str:
    """The id of a summary: the sha256 over its canonical JSON, in hexadecimal.

    What is as it is by default stays out, so that a summary keeps its id when the format gets another field.
    """
    told = summary.model_dump(mode="json", exclude_defaults=True)
    return hashlib.sha256(canonical_json(told).encode()).hexdigest()
