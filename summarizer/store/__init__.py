"""The store: summaries, kept with everything needed to know how they were made."""

from summarizer.store.mending import location_of_path as place_of
from summarizer.store.records import (
    Begun,
    Claim,
    Failure,
    Hit,
    Imported,
    Kind,
    Known,
    Left,
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
    Taken,
)
from summarizer.store.store import Store

__all__ = [
    "Begun",
    "Claim",
    "Failure",
    "Hit",
    "Imported",
    "Kind",
    "Known",
    "Left",
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
    "Taken",
    "place_of",
]
