"""Changelog: what changed in meaning between two summaries, two prompts over a store, or two stored runs.

diff(before, after).of("quotes.lost", "positions.flipped")
compare(StoredRun(store, Recipes("summary@2"), among=ALL), FileRun(path, Recipes())).counts
"""

from summarizer.changelog.changes import Change, Changes, Covered, Side, Version
from summarizer.changelog.diffing import diff
from summarizer.changelog.gates import NAMES, Gate, failures
from summarizer.changelog.html import as_html
from summarizer.changelog.kinds import KINDS, ChangeKind
from summarizer.changelog.markdown import as_markdown
from summarizer.changelog.runs import FileRun, OneSummary, Recipes, Run, StoredRun, compare
from summarizer.changelog.terminal import print_changelog
from summarizer.changelog.totals import Changelog, Compared, CoverageChange, Totals, Unpaired

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
    "as_html",
    "as_markdown",
    "compare",
    "diff",
    "failures",
    "print_changelog",
]
