"""How much a model can be asked for, by its name."""

import re
from typing import Literal

ModelClass = Literal["able", "small"]

_BILLIONS = re.compile(r"(?<![a-z0-9.])([0-3](?:\.[0-9]+)?)b(?![a-z0-9])", re.IGNORECASE)
"""A number of parameters under four billion: `0.5b`, `1.5B`, `3.9b`, but not the active ones of `30b-a3b`."""
_MILLIONS = re.compile(r"(?<![a-z0-9.])[1-9][0-9]{1,2}m(?![a-z0-9])", re.IGNORECASE)


def model_class(name: str) -> ModelClass:
    """Return `small` for models that say in their name that they have under four billion parameters."""
    return "small" if _BILLIONS.search(name) or _MILLIONS.search(name) else "able"
