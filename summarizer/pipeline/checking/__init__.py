"""Checking: another model is asked of each item of a summary whether its evidence carries it.

    items_of(summary, marked)     the items in words, each with the sentences that it rests on
    requests_for(…)               the requests about them, as many as it takes
    judged(summary, verdicts)     the summary with what the model says of its items

`Checker` asks. What it finds changes no word of a summary and is no part of its recipe.
"""

from summarizer.pipeline.checking.check_request import sample_request
from summarizer.pipeline.checking.checked_items import CheckedItem, items_of
from summarizer.pipeline.checking.checker import (
    CHECK,
    Checked,
    Checker,
    PreparedCheck,
    checked_by,
    is_checked,
    prepare_check,
)
from summarizer.pipeline.checking.verdicts import FAILED, judged, judgements, with_failure, without_verdicts

__all__ = [
    "CHECK",
    "FAILED",
    "Checked",
    "CheckedItem",
    "Checker",
    "PreparedCheck",
    "checked_by",
    "is_checked",
    "items_of",
    "judged",
    "judgements",
    "prepare_check",
    "sample_request",
    "with_failure",
    "without_verdicts",
]
