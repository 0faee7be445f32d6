"""The store: summaries, kept with everything needed to know how they were made.

SQLAlchemy is slow to import: whoever opens no store does without.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer.review import Review
from summarizer.store.asked import (
    STATEMENTS,
    Called,
    Counted,
    Held,
    Passage,
    Query,
    Quoted,
    Seed,
    Surrounded,
    Voice,
    Where,
)
from summarizer.store.mending import location_of_path as place_of
from summarizer.store.records import (
    Alike,
    Begun,
    Claim,
    Earlier,
    Failure,
    Hit,
    Imported,
    ItemRole,
    Kept,
    Kind,
    Known,
    KnownRecipe,
    Left,
    Listed,
    Material,
    Past,
    RecipeStats,
    Reviewed,
    Said,
    Scope,
    Selection,
    Sending,
    Source,
    Spent,
    Standing,
    Stats,
    Stored,
    Taken,
    Titled,
)
from summarizer.store.stored_summary import Record

if TYPE_CHECKING:
    from summarizer.store.lines import LINE_LIMIT
    from summarizer.store.store import Store
    from summarizer.store.versions import Upgraded

_WITH_DATABASE = {
    "LINE_LIMIT": "summarizer.store.lines",
    "Store": "summarizer.store.store",
    "Upgraded": "summarizer.store.versions",
}

__all__ = [
    "LINE_LIMIT",
    "STATEMENTS",
    "Alike",
    "Begun",
    "Called",
    "Claim",
    "Counted",
    "Earlier",
    "Failure",
    "Held",
    "Hit",
    "Imported",
    "ItemRole",
    "Kept",
    "Kind",
    "Known",
    "KnownRecipe",
    "Left",
    "Listed",
    "Material",
    "Passage",
    "Past",
    "Query",
    "Quoted",
    "RecipeStats",
    "Record",
    "Review",
    "Reviewed",
    "Said",
    "Scope",
    "Seed",
    "Selection",
    "Sending",
    "Source",
    "Spent",
    "Standing",
    "Stats",
    "Store",
    "Stored",
    "Surrounded",
    "Taken",
    "Titled",
    "Upgraded",
    "Voice",
    "Where",
    "place_of",
]


def __getattr__(name: str) -> Any:
    if name not in _WITH_DATABASE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_WITH_DATABASE[name]), name)
    globals()[name] = value
    return value
