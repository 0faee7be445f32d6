"""The store: summaries, kept with everything needed to know how they were made."""

from summarizer.store.mending import location_of_path as place_of
from summarizer.store.records import (
    Failure,
    Hit,
    Imported,
    Kind,
    KnownRecipe,
    Listed,
    Material,
    RecipeStats,
    Review,
    Said,
    Scope,
    Selection,
    Sending,
    Source,
    Spent,
    Standing,
    Stats,
    Stored,
    Titled,
)
from summarizer.store.store import Store

__all__ = [
    "Failure",
    "Hit",
    "Imported",
    "Kind",
    "KnownRecipe",
    "Listed",
    "Material",
    "RecipeStats",
    "Review",
    "Said",
    "Scope",
    "Selection",
    "Sending",
    "Source",
    "Spent",
    "Standing",
    "Stats",
    "Store",
    "Stored",
    "Titled",
    "place_of",
]
