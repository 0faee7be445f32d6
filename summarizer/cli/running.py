"""A run over many articles, shown while it goes on and told at its end; the words of its bounds."""

import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import output
from summarizer.errors import Interrupted, UsageError

if TYPE_CHECKING:
    from types import FrameType

    from summarizer.batch import Outcome, Tally
    from summarizer.library.batching import Going

Concurrency = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=10_000,
        help="Requests at a time, at most; default: 1 for a model in this process, else 16.",
    ),
]
Rpm = Annotated[int | None, typer.Option(min=1, help="Requests a minute, at most.")]
Tpm = Annotated[int | None, typer.Option(min=1, help="Tokens a minute, in and out, at most.")]
Budget = Annotated[
    str | None,
    typer.Option(metavar="USD", help="What the run may cost, restarts included; never more is reserved."),
]
MaxTokens = Annotated[
    int | None, typer.Option(min=1, help="Tokens that the run may take, restarts included.")
]
Deadline = Annotated[
    str | None, typer.Option(metavar="TIME", help="Begin no article after so long: 90s, 30m, 2h.")
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Ask again about articles that failed for good before.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the report as JSON at the end.")]
_GRACE = 5.0
"""Seconds that articles in hand have to end in once somebody asks the program to stop."""
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def go(
    going: "Going",
    tally: "Tally",
    total: int | None,
    *,
    take: Callable[["Outcome"], None] = lambda _: None,
) -> None:
    """Count and show what comes of a run until it ends, and have `take` keep it.

    Raises:
        SummarizerError: what stopped it.
    """
    from summarizer.batch import Failed
    from summarizer.cli.progress import over_batch

    try:
        with _stopped_by_signals(going), over_batch(tally, total) as show:
            while some := going.some():
                for outcome in some:
                    take(outcome)
                    tally.count(outcome)
                    if isinstance(outcome, Failed) and not outcome.before:
                        output.note(f"{outcome.where}: {outcome.error}")
                show()
    finally:
        going.close()


@contextmanager
def _stopped_by_signals(going: "Going") -> Iterator[None]:
    """Have the first Ctrl-C or SIGTERM end the run in good order; a second one ends the process at once."""
    numbers = (signal.SIGINT, signal.SIGTERM)

    def stop(number: int, _: "FrameType | None") -> None:
        for other in numbers:
            signal.signal(other, signal.SIG_DFL)
        name = signal.Signals(number).name
        going.stop(Interrupted(f"stopped by {name}; run the same command again to go on"), grace=_GRACE)

    kept = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def report(tally: "Tally", *, json: bool, what: str = "batch", free: str = "from the store") -> None:
    """Print what came of a run: as JSON on stdout, else for people on stderr, a table on a terminal."""
    from summarizer import export

    told = tally.report()
    if json:
        output.write(export.facts_as_json(told), None)
        return
    if sys.stderr.isatty():
        rows = [{what: name, "": fact} for name, fact in _facts(told, free)]
        export.print_rows(rows, (what, ""), output.console(stderr=True))
        return
    for name, fact in _facts(told, free):
        output.note(f"{name}: {fact}")


def _facts(told: dict[str, Any], free: str) -> Iterator[tuple[str, str]]:
    """The report for people, the most important first."""
    yield "summaries made", f"{told['done']:,}"
    for name, key in ((free, "from_store"), ("in the output already", "already_in_output")):
        if told[key]:
            yield name, f"{told[key]:,}"
    yield "failed", f"{told['failed']:,}"
    for fault, number in told["faults"].items():
        yield f"  {fault}", f"{number:,}"
    if told["failed_before"]:
        yield "failed in an earlier run", f"{told['failed_before']:,}; --retry-failed asks again"
    for verdict, number in told["verdicts"].items():
        yield f"verdict {verdict}", f"{number:,}"
    spent = told["tokens"]
    yield "tokens", f"{spent['input']:,} in, {spent['output']:,} out"
    if Decimal(told["cost_usd"] or 0):
        yield "cost", f"${Decimal(told['cost_usd']):.4f}"
    yield "time", f"{told['seconds']:.0f} s, {told['articles_per_minute']:.0f} articles a minute"
    for slow in told["slowest"]:
        yield "slowest", f"{slow['seconds']:.1f} s: {slow['article']}"


def dollars(text: str | None) -> Decimal | None:
    """The amount that `--budget` names.

    Raises:
        UsageError: if it is none.
    """
    if text is None:
        return None
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount <= 0:
        raise UsageError(f"{text!r} is no amount of US dollars; write --budget 5 or --budget 0.50")
    return amount


def seconds(text: str | None) -> float | None:
    """The seconds that `--deadline` names.

    Raises:
        UsageError: if it is no length of time.
    """
    if text is None:
        return None
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([smhd]?)", text.strip())
    if found is None or float(found[1]) == 0.0:
        raise UsageError(f"{text!r} is no length of time; write 90s, 30m or 2h")
    return float(found[1]) * _UNITS[found[2] or "s"]
