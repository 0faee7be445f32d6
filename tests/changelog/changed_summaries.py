"""Summaries of one invented article, grounded from what a model might say of it."""

from typing import Any

from store_samples import sample

TEXT = (
    "“We will rebuild this town,” Ana Ruíz said. Bruno Sá, an engineer, disagreed: “It will burn again, and again.” "
    "At least 40 homes burned, the mayor said. The Harbour Union wants new houses by May. "
    "The heinous thugs ran."
)
RUIZ = {"name": "Ana Ruíz", "kind": "person", "description": "mayor", "aliases": []}
SA = {"name": "Bruno Sá", "kind": "person", "description": "engineer", "aliases": []}
UNION = {"name": "Harbour Union", "kind": "organisation", "description": "", "aliases": []}


def held(party="Harbour Union", stance="demands", statement="New houses by May.", evidence="s4"):
    return {"evidence": [evidence], "party": party, "stance": stance, "statement": statement}


FULL: dict[str, Any] = {
    "quotes": [{"quote": "q1", "speaker": "Ana Ruíz"}, {"quote": "q2", "speaker": "Bruno Sá"}],
    "figures": [{"figure": "f1", "measures": "homes", "claimed_by": "Ana Ruíz"}],
    "parties": [RUIZ, SA, UNION],
    "positions": [held()],
    "abstract": "A town burned.",
    "headline": "A town burned",
}


def made(version=2, **draft):
    """The article as prompt `version` summarises it; keywords replace parts of the full draft."""
    return sample(text=TEXT, version=version, draft=FULL | draft)


def summary(**draft):
    return made(**draft).summary
