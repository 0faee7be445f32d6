"""What a model says of the items of a summary, set upon the summary; pure."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarizer.drafts import CheckDraft
from summarizer.pipeline.checking.checked_items import CheckedItem, Kind
from summarizer.summary import JudgedSupport, Judgement, Summary, SummaryWarning, Support
from summarizer.text.glyphs import clean

Verdicts = Mapping[tuple[Kind, int], Judgement]
FAILED = "check_failed"
_IN_WORDS: Mapping[JudgedSupport, str] = {
    "partly": "the evidence carries only a part of it",
    "not": "the evidence does not carry it",
    "contradicted": "the evidence says otherwise",
}


def read_verdicts(draft: CheckDraft, items: list[CheckedItem], model: str) -> Verdicts:
    """Return what a reply says of the items it was asked about; the first verdict on an item counts."""
    found: dict[tuple[Kind, int], Judgement] = {}
    for verdict in draft.verdicts:
        if 1 <= verdict.item <= len(items):
            reason = "" if verdict.verdict == "supported" else clean(verdict.reason)
            place = items[verdict.item - 1].place
            found.setdefault(place, Judgement(model=model, verdict=verdict.verdict, reason=reason))
    return found


def judged(summary: Summary, verdicts: Verdicts) -> Summary:
    """Return the summary with verdicts set upon its items; of the others nothing changes.

    Supported items count as supported unless a rule doubts them: that doubt stays, beside the verdict. All
    others are doubtful, with the model's reason last.
    """
    changed: dict[str, Any] = {}
    if ("headline", 0) in verdicts:
        changed["headline"] = _with(summary.headline, verdicts["headline", 0])
    lists: tuple[Kind, ...] = ("abstract", "positions", "parties", "quotes", "figures")
    for field in lists:
        items = list(getattr(summary, field))
        places = [index for index in range(len(items)) if (field, index) in verdicts]
        for index in places:
            items[index] = _with(items[index], verdicts[field, index])
        if places:
            changed[field] = items
    return summary.model_copy(update=changed)


def _with(item: Any, judgement: Judgement) -> Any:
    return item.model_copy(update={"support": _support(_rules_alone(item.support), judgement)})


def _support(support: Support, judgement: Judgement) -> Support:
    reasons = list(support.reasons)
    if judgement.verdict != "supported":
        reasons.append(_reason(judgement))
    doubtful = support.verdict == "doubtful" or judgement.verdict != "supported"
    return Support(verdict="doubtful" if doubtful else "supported", reasons=reasons, judgement=judgement)


def _reason(judgement: Judgement) -> str:
    told = f"{judgement.model} finds that {_IN_WORDS[judgement.verdict]}"
    return f"{told}: {judgement.reason}" if judgement.reason else f"{told}."


def _rules_alone(support: Support) -> Support:
    """Return what was known of an item before a model was asked."""
    before = support.judgement
    if before is None:
        return support
    model_says = None if before.verdict == "supported" else _reason(before)
    reasons = [reason for reason in support.reasons if reason != model_says]
    return Support(verdict="doubtful" if reasons else "unchecked", reasons=reasons)


def without_verdicts(summary: Summary) -> Summary:
    """Return the summary as it was before any model was asked about it."""
    changed: dict[str, Any] = {"headline": _unjudged(summary.headline)}
    for field in ("abstract", "positions", "parties", "quotes", "figures"):
        changed[field] = [_unjudged(item) for item in getattr(summary, field)]
    provenance = summary.provenance and summary.provenance.model_copy(update={"check": None})
    return _without_failure(summary).model_copy(update=changed | {"provenance": provenance})


def _unjudged(item: Any) -> Any:
    if item.support.judgement is None:
        return item
    return item.model_copy(update={"support": _rules_alone(item.support)})


def with_failure(summary: Summary, model: str, problem: str) -> Summary:
    """Return the summary with a warning that it could not be checked, or not all of it."""
    warning = SummaryWarning(code=FAILED, message=f"{model} could not be asked about all items: {problem}")
    kept = _without_failure(summary)
    return kept.model_copy(update={"warnings": [*kept.warnings, warning]})


def _without_failure(summary: Summary) -> Summary:
    return summary.model_copy(
        update={"warnings": [warning for warning in summary.warnings if warning.code != FAILED]}
    )


def judgements(summary: Summary) -> Iterator[Judgement]:
    """The verdicts that a summary has, in its order."""
    items: Iterable[Any] = (
        summary.headline, *summary.abstract, *summary.positions, *summary.parties, *summary.quotes,
        *summary.figures,
    )  # fmt: skip
    for item in items:
        if item.support.judgement is not None:
            yield item.support.judgement
