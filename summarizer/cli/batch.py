"""`summarizer batch`."""

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import asking, opening, output
from summarizer.cli.sources import AllowPrivate
from summarizer.errors import Interrupted, UsageError

if TYPE_CHECKING:
    from types import FrameType

    from summarizer.batch import Failures, Outcome, Results, Sources, Tally
    from summarizer.keeping import Run as Account
    from summarizer.library import Summarizer
    from summarizer.library.batching import Going

EXAMPLE = """\
Examples:

  summarizer batch news.jsonl -o summaries.jsonl --concurrency 50 --budget 5

  summarizer batch archive/ 'more/*.html' --limit 100

  summarizer batch https://example.org/feed.xml --deadline 2h

  zcat corpus.jsonl.gz | summarizer batch - --no-store -o summaries.jsonl
"""
_GRACE = 5.0
"""Seconds that articles in hand have to end in once somebody asks the program to stop."""
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="Summarise many articles, and go on where it stopped.")(batch)


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, globs, JSON Lines, feeds, links; - is JSON Lines on standard input.",
        ),
    ],
    prompt: asking.Prompt = "summary",
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    prompts: asking.Prompts = None,
    price: asking.Price = None,
    language: asking.Language = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE.jsonl", help="Append each summary there, a line each."),
    ] = None,
    failures: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.jsonl",
            help="Append each failure there; default with -o: beside it, as NAME.failures.jsonl.",
        ),
    ] = None,
    concurrency: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=10_000,
            help="Requests at a time, at most; default: 1 for a model in this process, else 16.",
        ),
    ] = None,
    rpm: Annotated[int | None, typer.Option(min=1, help="Requests a minute, at most.")] = None,
    tpm: Annotated[int | None, typer.Option(min=1, help="Tokens a minute, in and out, at most.")] = None,
    budget: Annotated[
        str | None,
        typer.Option(metavar="USD", help="What the run may cost, restarts included; never more is reserved."),
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=1, help="Tokens that the run may take, restarts included.")
    ] = None,
    deadline: Annotated[
        str | None, typer.Option(metavar="TIME", help="Begin no article after so long: 90s, 30m, 2h.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first so many articles.")] = None,
    run: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Name that --budget and --max-tokens are counted under; default: the same sources, prompt, "
            "model and output are the same run.",
        ),
    ] = None,
    retry_failed: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--retry-failed", help="Ask again about articles that failed for good before.")
    ] = False,
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
    log_file: asking.LogFile = None,
    log_text: asking.LogText = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep summaries in the output only.")] = False,  # noqa: FBT002 - a flag
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON at the end.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Summarise many articles: as fast as the endpoint lets, and for no more than you allow.

    Each summary is kept as it comes. The same command again goes on where it stopped and asks nothing twice.
    """
    from summarizer.batch import Sources, Tally
    from summarizer.library import Summarizer
    from summarizer.prompts import prompt_or_path

    if no_store and out is None:
        raise UsageError("--no-store leaves the summaries nowhere to go; name a file with -o")
    beside = failures or (out.with_suffix(".failures.jsonl") if out else None)
    output.ensure_writable(out)
    output.ensure_writable(beside)
    ours = {path.absolute() for path in (out, beside) if path}
    found = Sources(sources, allow_private=allow_private, leave_out=ours, limit=limit)
    found.check()
    seconds, dollars = _seconds(deadline), _dollars(budget)
    tally = Tally()
    with (
        opening.for_keeping(store, no_store=no_store) as kept,
        asking.logging(log_file, text=log_text) as log,
        Summarizer(
            model=model,
            base_url=base_url,
            prompt=prompt_or_path(prompt),
            prompts=prompts,
            price=price,
            language=language,
            store=kept,
            log=log,
        ) as summarizer,
        _Files.opened(out, beside, summarizer) as files,
    ):
        from summarizer.library.batching import Terms

        terms = Terms(
            concurrency, rpm, tpm, seconds,
            account=_account(run, dollars, max_tokens, found, summarizer, out),
            results=files.results,
            failures=files.failures,
            retry_failed=retry_failed,
        )  # fmt: skip
        output.note_choice(summarizer.choice)
        try:
            _go(summarizer.start_batch(found, terms), files, tally, found.count())
        finally:
            _report(tally, json=json)
    if tally.failed or tally.failed_before:
        raise typer.Exit(1)


@dataclass(slots=True)
class _Files:
    """Where the outcomes of a run are written, as far as that is wanted."""

    results: "Results | None" = None
    failures: "Failures | None" = None
    named: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def opened(cls, out: Path | None, beside: Path | None, summarizer: "Summarizer") -> Iterator["_Files"]:
        from summarizer.batch import Failures, Results
        from summarizer.provenance import fingerprint

        recipe = fingerprint(summarizer.recipe())
        files = cls()
        with ExitStack() as closing:
            if out is not None:
                files.results = Results(out, recipe)
                closing.callback(files.results.close)
            if beside is not None:
                files.failures = Failures(beside, recipe)
                closing.callback(files.failures.close, files.results)
            yield files

    def take(self, outcome: "Outcome") -> None:
        """Write an outcome down."""
        from summarizer.batch import Done, Failed

        if isinstance(outcome, Done):
            if self.results is not None:
                self.results.add(outcome)
            if self.failures is not None:
                self.failures.mended(outcome)
        elif isinstance(outcome, Failed) and not outcome.before and self.failures is not None:
            self.failures.add(outcome)


def _go(going: "Going", files: _Files, tally: "Tally", total: int | None) -> None:
    """Take what comes of a run until it ends.

    Raises:
        SummarizerError: what stopped it.
    """
    from summarizer.batch import Failed
    from summarizer.cli.progress import over_batch

    try:
        with _stopped_by_signals(going), over_batch(tally, total) as show:
            while some := going.some():
                for outcome in some:
                    files.take(outcome)
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


def _account(
    name: str | None,
    dollars: Decimal | None,
    tokens: int | None,
    found: "Sources",
    summarizer: "Summarizer",
    out: Path | None,
) -> "Account | None":
    from summarizer.batch import run_name
    from summarizer.keeping import Run

    if name is None and dollars is None and tokens is None:
        return None
    return Run(name or run_name(found.names, summarizer.recipe(), out), dollars, tokens)


def _report(tally: "Tally", *, json: bool) -> None:
    from summarizer import export

    told = tally.report()
    if json:
        output.write(export.facts_as_json(told), None)
        return
    if sys.stderr.isatty():
        rows = [{"batch": name, "": what} for name, what in _facts(told)]
        export.print_rows(rows, ("batch", ""), output.console(stderr=True))
        return
    for name, what in _facts(told):
        output.note(f"{name}: {what}")


def _facts(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The report for people, the most important first."""
    yield "summaries made", f"{told['done']:,}"
    for name, key in (("from the store", "from_store"), ("in the output already", "already_in_output")):
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
    if told["cost_usd"] is not None:
        yield "cost", f"${Decimal(told['cost_usd']):.4f}"
    yield "time", f"{told['seconds']:.0f} s, {told['articles_per_minute']:.0f} articles a minute"
    for slow in told["slowest"]:
        yield "slowest", f"{slow['seconds']:.1f} s: {slow['article']}"


def _dollars(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount <= 0:
        raise UsageError(f"{text!r} is no amount of US dollars; write --budget 5 or --budget 0.50")
    return amount


def _seconds(text: str | None) -> float | None:
    if text is None:
        return None
    found = re.fullmatch(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([smhd]?)", text.strip())
    if found is None or float(found[1]) == 0.0:
        raise UsageError(f"{text!r} is no length of time; write 90s, 30m or 2h")
    return float(found[1]) * _UNITS[found[2] or "s"]
