"""Corpus queries: what a whole store says of a party, a subject or a number."""

from summarizer.comparison.corpus.conflicts import Conflict, Contradiction, Side
from summarizer.comparison.corpus.parties import Parties
from summarizer.comparison.corpus.queries import (
    WITHIN,
    conflicting_figures,
    figures,
    positions,
    quotes,
    timeline,
    which_parties,
)
from summarizer.comparison.corpus.reversals import OPPOSED, Reversal
from summarizer.comparison.corpus.timeline import Moment
from summarizer.store import Called, Counted, Held, Passage, Query, Quoted, Voice, Where

__all__ = [
    "OPPOSED",
    "WITHIN",
    "Called",
    "Conflict",
    "Contradiction",
    "Counted",
    "Held",
    "Moment",
    "Parties",
    "Passage",
    "Query",
    "Quoted",
    "Reversal",
    "Side",
    "Voice",
    "Where",
    "conflicting_figures",
    "figures",
    "positions",
    "quotes",
    "timeline",
    "which_parties",
]
