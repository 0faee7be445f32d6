"""Answers to corpus queries: as pages, tables, JSON, and on the terminal."""

from summarizer.render.corpus.pages import (
    conflicts_page,
    figures_page,
    positions_page,
    quotes_page,
    timeline_page,
)
from summarizer.render.corpus.rows import Answer, as_csv, as_json, as_jsonl, places
from summarizer.render.corpus.terminal import print_view

__all__ = [
    "Answer",
    "as_csv",
    "as_json",
    "as_jsonl",
    "conflicts_page",
    "figures_page",
    "places",
    "positions_page",
    "print_view",
    "quotes_page",
    "timeline_page",
]
