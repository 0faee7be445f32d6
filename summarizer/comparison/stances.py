"""How two stances on one matter relate: opposed, neighbours, or simply different."""

from summarizer.summary import Stance

Pairs = frozenset[frozenset[Stance]]


def _pairs(*listed: tuple[Stance, Stance]) -> Pairs:
    return frozenset(map(frozenset, listed))


OPPOSED = _pairs(
    ("supports", "opposes"),
    ("supports", "refuses"),
    ("demands", "opposes"),
    ("demands", "refuses"),
    ("offers", "opposes"),
    ("offers", "refuses"),
    ("offers", "threatens"),
    ("intends", "opposes"),
    ("intends", "refuses"),
    ("accepts", "opposes"),
    ("accepts", "refuses"),
    ("claims", "denies"),
    ("accuses", "denies"),
)
"""Stances of which one takes back the other."""

NEIGHBOURS = _pairs(
    ("claims", "accuses"),
    ("claims", "warns"),
    ("claims", "intends"),
    ("accuses", "opposes"),
    ("accuses", "warns"),
    ("opposes", "refuses"),
    ("opposes", "warns"),
    ("opposes", "denies"),
    ("denies", "refuses"),
    ("warns", "threatens"),
    ("threatens", "intends"),
    ("offers", "intends"),
    ("offers", "accepts"),
    ("offers", "supports"),
    ("supports", "accepts"),
    ("supports", "demands"),
    ("supports", "intends"),
)
"""Stances that two careful readers may give one sentence, or for which summary/1 had one word."""


def are_opposed(one: Stance, other: Stance) -> bool:
    """Return whether one stance takes back the other."""
    return frozenset((one, other)) in OPPOSED


def are_neighbours(one: Stance, other: Stance) -> bool:
    """Return whether two stances may be two words for the same."""
    return frozenset((one, other)) in NEIGHBOURS
