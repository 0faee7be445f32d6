"""The store: summaries, kept with everything needed to know how they were made."""

from summarizer.review import Review
from summarizer.store.mending import location_of_path as place_of
from summarizer.store.records import (
    Failure,
    Hit,
    Imported,
    Kept,
    Kind,
    Listed,
    Material,
    RecipeStats,
    Reviewed,
    Said,
    Selection,
    Sending,
    Source,
    Stats,
    Stored,
)
from summarizer.store.store import Store

__all__ = [
    "Failure",
    "Hit",
    "Imported",
    "Kept",
    "Kind",
    "Listed",
    "Material",
    "RecipeStats",
    "Review",
    "Reviewed",
    "Said",
    "Selection",
    "Sending",
    "Source",
    "Stats",
    "Store",
    "Stored",
    "place_of",
]
