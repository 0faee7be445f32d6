"""Comparison: what changed in meaning between two summaries, two prompts over a store, or two stored runs.

diff(before, after).of("quotes.lost", "positions.flipped")
compare(StoredRun(store, Recipes("summary@2"), among=ALL), FileRun(path, Recipes())).counts
"""

from summarizer.comparison.changes import Change, Changes, Covered, Side, Version
from summarizer.comparison.diffing import diff
from summarizer.comparison.gates import NAMES, Gate, failures
from summarizer.comparison.kinds import KINDS, ChangeKind
from summarizer.comparison.runs import FileRun, OneSummary, Recipes, Run, StoredRun, compare
from summarizer.comparison.totals import Changelog, Compared, CoverageChange, Totals, Unpaired

__all__ = [
    "KINDS",
    "NAMES",
    "Change",
    "ChangeKind",
    "Changelog",
    "Changes",
    "Compared",
    "CoverageChange",
    "Covered",
    "FileRun",
    "Gate",
    "OneSummary",
    "Recipes",
    "Run",
    "Side",
    "StoredRun",
    "Totals",
    "Unpaired",
    "Version",
    "compare",
    "diff",
    "failures",
]
