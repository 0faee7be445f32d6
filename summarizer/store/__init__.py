"""The store: summaries, kept with everything needed to know how they were made."""

from summarizer.store.mending import location_of_path as place_of
from summarizer.store.records import (
    Earlier,
    Failure,
    Hit,
    Imported,
    Kind,
    Listed,
    Material,
    RecipeStats,
    Review,
    Said,
    Selection,
    Sending,
    Source,
    Stats,
    Stored,
)
from summarizer.store.store import Store

__all__ = [
    "Earlier",
    "Failure",
    "Hit",
    "Imported",
    "Kind",
    "Listed",
    "Material",
    "RecipeStats",
    "Review",
    "Said",
    "Selection",
    "Sending",
    "Source",
    "Stats",
    "Store",
    "Stored",
    "place_of",
]
