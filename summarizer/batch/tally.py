"""The account of a run: how many, at what cost, by which faults and verdicts, and which took longest."""

import heapq
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from summarizer.batch.outcomes import CheckTook, Done, Failed, Outcome, Skipped
from summarizer.pipeline.checking import FAILED, judgements
from summarizer.summary import Summary, Tokens

_SLOWEST = 5
_MINUTE = 60.0


@dataclass
class Tally:
    """Counts outcomes as they come; its size does not depend on how many there are."""

    clock: Callable[[], float] = time.monotonic
    done: int = 0
    """Summaries made in this run."""
    stored: int = 0
    """Articles that were answered from the store."""
    only_checked: int = 0
    """Articles whose stored summary was checked in this run."""
    skipped: int = 0
    """Articles that the output had already."""
    failed: int = 0
    failed_before: int = 0
    """Articles passed over, as they failed for good in an earlier run."""
    items: int = 0
    rejected: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: Decimal | None = None
    unpriced: int = 0
    """Summaries whose cost nobody knows."""
    checked: int = 0
    """Summaries that were checked in this run, whether they were made in it or not."""
    check_failed: int = 0
    """Summaries of which not all items could be checked."""
    judged: Counter[str] = field(default_factory=Counter)
    """Items of checked summaries, by what the model finds of them."""
    faults: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """Seconds and place, a heap."""

    def __post_init__(self) -> None:
        self._began = self.clock()

    def count(self, outcome: Outcome) -> None:
        """Take in one outcome."""
        if isinstance(outcome, Skipped):
            self.skipped += 1
        elif isinstance(outcome, Done):
            self._count_summary(outcome)
        elif outcome.before:
            self.failed_before += 1
        else:
            self._count_failure(outcome)

    @property
    def total(self) -> int:
        """Articles that the run has come to an end with."""
        return self.done + self.stored + self.only_checked + self.skipped + self.failed + self.failed_before

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return self.clock() - self._began

    @property
    def per_minute(self) -> float:
        """Articles asked about per minute so far."""
        return _MINUTE * (self.done + self.failed) / max(self.seconds, 1e-9)

    @property
    def tokens(self) -> int:
        """In and out."""
        return self.input_tokens + self.output_tokens

    def report(self) -> dict[str, Any]:
        """All of it, for a program."""
        return {
            "done": self.done,
            "from_store": self.stored,
            "already_in_output": self.skipped,
            "failed": self.failed,
            "failed_before": self.failed_before,
            "faults": dict(self.faults.most_common()),
            "verdicts": dict(self.verdicts.most_common()),
            "only_checked": self.only_checked,
            "checked": self.checked,
            "check_failed": self.check_failed,
            "judged": dict(self.judged.most_common()),
            "items": self.items,
            "rejected": self.rejected,
            "tokens": {"input": self.input_tokens, "output": self.output_tokens},
            "cost_usd": None if self.cost_usd is None else str(self.cost_usd),
            "without_price": self.unpriced,
            "seconds": round(self.seconds, 3),
            "articles_per_minute": round(self.per_minute, 1),
            "slowest": [
                {"article": where, "seconds": round(seconds, 3)} for seconds, where in self.slowest_first()
            ],
        }

    def slowest_first(self) -> list[tuple[float, str]]:
        """The articles that took longest, with their seconds."""
        return sorted(self.slowest, reverse=True)

    def _count_summary(self, outcome: Done) -> None:
        if outcome.check is not None:
            self._count_check(outcome.check, outcome.summary)
        if not outcome.asked:
            self.stored += outcome.check is None
            self.only_checked += outcome.check is not None
            return
        self.done += 1
        self._count_items(outcome.summary)
        made = outcome.summary.provenance
        if made is not None:
            self._count_cost(made.tokens, made.cost_usd)
        self._time(outcome.seconds, outcome.job.where)

    def _count_cost(self, tokens: Tokens, cost_usd: Decimal | None) -> None:
        self.input_tokens += tokens.input
        self.output_tokens += tokens.output
        if cost_usd is None:
            self.unpriced += 1
        else:
            self.cost_usd = (self.cost_usd or Decimal(0)) + cost_usd

    def _count_check(self, took: CheckTook, summary: Summary) -> None:
        self._count_cost(took.tokens, took.cost_usd)
        if any(warning.code == FAILED for warning in summary.warnings):
            self.check_failed += 1
        else:
            self.checked += 1
        self.judged.update(judgement.verdict for judgement in judgements(summary))

    def _count_items(self, summary: Summary) -> None:
        self.items += len(summary.positions) + len(summary.quotes) + len(summary.figures)
        self.rejected += len(summary.rejected)
        self.verdicts.update(quote.verdict for quote in summary.quotes)
        self.verdicts.update(rejected.verdict for rejected in summary.rejected)

    def _count_failure(self, outcome: Failed) -> None:
        self.failed += 1
        self.faults[type(outcome.error).__name__] += 1
        self._time(outcome.seconds, outcome.where)

    def _time(self, seconds: float, where: str) -> None:
        if seconds > 0:
            heapq.heappush(self.slowest, (seconds, where))
            if len(self.slowest) > _SLOWEST:
                heapq.heappop(self.slowest)
