"""Corpus views: what a whole store says of a party, a subject or a number."""

from summarizer.store import Called, Counted, Held, Passage, Query, Quoted, Voice, Where
from summarizer.views.asking import (
    WITHIN,
    conflicting_figures,
    figures,
    positions,
    quotes,
    timeline,
    which_parties,
)
from summarizer.views.conflicts import Conflict, Contradiction, Side
from summarizer.views.pages import conflicts_page, figures_page, positions_page, quotes_page, timeline_page
from summarizer.views.parties import Parties
from summarizer.views.rows import Answer, as_csv, as_json, as_jsonl
from summarizer.views.terminal import print_view
from summarizer.views.timeline import OPPOSED, Moment, Reversal

__all__ = [
    "OPPOSED",
    "WITHIN",
    "Answer",
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
    "as_csv",
    "as_json",
    "as_jsonl",
    "conflicting_figures",
    "conflicts_page",
    "figures",
    "figures_page",
    "positions",
    "positions_page",
    "print_view",
    "quotes",
    "quotes_page",
    "timeline",
    "timeline_page",
    "which_parties",
]
