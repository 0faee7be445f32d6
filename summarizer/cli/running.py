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
    from summarizer.client.batching import Going
    from summarizer.pipeline.kept_attempts import Run as Account

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def _dollars(text: str) -> Decimal:
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount <= 0:
        raise UsageError(f"{text!r} is no amount of US dollars; write --budget 5 or --budget 0.50")
    return amount


def _seconds(text: str) -> float:
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([smhd]?)", text.strip())
    if found is None or float(found[1]) == 0.0:
        raise UsageError(f"{text!r} is no length of time; write 90s, 30m or 2h")
    return float(found[1]) * _UNITS[found[2] or "s"]


Concurrency = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=10_000,
        metavar="N",
        help="Requests at a time, at most; default: 1 for a model in this process, else 16.",
    ),
]
Rpm = Annotated[int | None, typer.Option(min=1, metavar="N", help="Requests a minute, at most.")]
Tpm = Annotated[int | None, typer.Option(min=1, metavar="N", help="Tokens a minute, in and out, at most.")]
Budget = Annotated[
    Decimal | None,
    typer.Option(
        parser=_dollars,
        metavar="USD",
        help="What the run may cost, restarts included; never more is reserved.",
    ),
]
MaxTokens = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Tokens that the run may take, restarts included.")
]
Deadline = Annotated[
    float | None,
    typer.Option(parser=_seconds, metavar="TIME", help="Begin no article after so long: 90s, 30m, 2h."),
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Ask again about articles that failed for good before.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the report as JSON at the end.")]
_GRACE = 5.0
"""Seconds that articles in hand have to end in once somebody asks the program to stop."""


def go(
    going: "Going",
    tally: "Tally",
    total: int | None,
    *,
    what: str = "batch",
    take: Callable[["Outcome"], None] = lambda _: None,
) -> None:
    """Count and show what comes of a run until it ends, and have `take` keep it; `what` is the run's command.

    Raises:
        SummarizerError: what stopped it.
    """
    from summarizer.batch import Failed
    from summarizer.cli.progress import over_batch

    try:
        with (
            stopped_by_signals(lambda why: going.stop(why, grace=_GRACE)),
            over_batch(what, tally, total) as show,
        ):
            while some := going.some():
                for outcome in some:
                    take(outcome)
                    tally.count(outcome)
                    if isinstance(outcome, Failed) and not outcome.before:
                        message = str(outcome.error).removeprefix(f"{outcome.where}: ")
                        output.note(f"{outcome.where}: {message}")
                show()
    finally:
        going.close()


@contextmanager
def stopped_by_signals(stop: Callable[[Interrupted], object]) -> Iterator[None]:
    """Have the first Ctrl-C or SIGTERM call `stop`; a second one ends the process at once."""
    numbers = (signal.SIGINT, signal.SIGTERM)

    def once(number: int, _: "FrameType | None") -> None:
        for other in numbers:
            signal.signal(other, signal.SIG_DFL)
        name = signal.Signals(number).name
        stop(Interrupted(f"stopped by {name}; run the same command again to go on"))

    kept = {number: signal.signal(number, once) for number in numbers}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def account(name: str | None, dollars: Decimal | None, tokens: int | None, *, usual: str) -> "Account | None":
    """Whose spending a run counts as, by `--run` or its `usual` name; None if nobody counts it."""
    from summarizer.pipeline.kept_attempts import Run

    if name is None and dollars is None and tokens is None:
        return None
    return Run(name or usual, dollars, tokens)


def report(tally: "Tally", *, json: bool, what: str = "batch", free: str = "from the store") -> None:
    """Print what came of a run: as JSON on stdout, else for people on stderr, a table on a terminal."""
    from summarizer import render

    told = tally.report()
    if json:
        output.write(render.facts_as_json(told), None)
        return
    if sys.stderr.isatty():
        rows = [{what: name, "": fact} for name, fact in _facts(told, free)]
        render.print_rows(rows, (what, ""), output.console(stderr=True))
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
    if told["checked"]:
        found = ", ".join(f"{number:,} {verdict}" for verdict, number in told["judged"].items())
        yield "checked", f"{told['checked']:,}" + (f": {found} items" if found else "")
    if told["check_failed"]:
        yield "not checked, or not all", f"{told['check_failed']:,}; the same command asks again"
    spent = told["tokens"]
    yield "tokens", f"{spent['input']:,} in, {spent['output']:,} out"
    if Decimal(told["cost_usd"] or 0):
        yield "cost", f"${Decimal(told['cost_usd']):.4f}"
    yield "time", f"{told['seconds']:.0f} s, {told['articles_per_minute']:.0f} articles a minute"
    for slow in told["slowest"]:
        yield "slowest", f"{slow['seconds']:.1f} s: {slow['article']}"
