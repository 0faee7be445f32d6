"""`summarizer batch`."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, opening, output, running
from summarizer.cli.sources import AllowPrivate
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch import Failures, Outcome, Results
    from summarizer.client import Summarizer

EXAMPLE = """\
\b
Examples:
  summarizer batch news.jsonl -o summaries.jsonl --concurrency 50 --budget 5
  summarizer batch archive/ 'more/*.html' --limit 100
  summarizer batch https://example.org/feed.xml --deadline 2h
  zcat corpus.jsonl.gz | summarizer batch - --no-store -o summaries.jsonl
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="Summarise many articles, and go on where it stopped.")(batch)


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders, globs, JSON Lines, feeds, links; - is JSON Lines on standard input.",
        ),
    ],
    prompt: asking.Prompt = None,
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    check: asking.Check = None,
    check_base_url: asking.CheckBaseUrl = None,
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
    concurrency: running.Concurrency = None,
    rpm: running.Rpm = None,
    tpm: running.Tpm = None,
    budget: running.Budget = None,
    max_tokens: running.MaxTokens = None,
    deadline: running.Deadline = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the first so many articles.")
    ] = None,
    run: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Name that --budget and --max-tokens are counted under; default: the same sources, prompt, "
            "model and output are the same run.",
        ),
    ] = None,
    retry_failed: running.RetryFailed = False,  # noqa: FBT002 - a flag
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
    log_file: asking.LogFile = None,
    log_text: asking.LogText = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep summaries in the output only.")] = False,  # noqa: FBT002 - a flag
    json: running.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Summarise many articles: as fast as the endpoint lets, and for no more than you allow.

    Each summary is kept as it comes. The same command again goes on where it stopped and asks nothing twice.
    """
    from summarizer.batch import Means, Sources, Tally, run_name
    from summarizer.client import Summarizer
    from summarizer.prompts import prompt_or_path

    if no_store and out is None:
        raise UsageError("--no-store leaves the summaries nowhere to go; name a file with -o")
    beside = failures or (out.with_suffix(".failures.jsonl") if out else None)
    output.ensure_writable(out)
    output.ensure_writable(beside)
    ours = {path.absolute() for path in (out, beside, log_file) if path}
    found = Sources(sources, allow_private=allow_private, leave_out=ours, limit=limit)
    found.check()
    tally = Tally()
    with (
        opening.for_keeping(store, no_store=no_store) as kept,
        asking.logging(log_file, text=log_text) as log,
        Summarizer(
            model=model,
            base_url=base_url,
            check=check,
            check_base_url=check_base_url,
            prompt=prompt and prompt_or_path(prompt),
            prompts=prompts,
            price=price,
            language=language,
            store=kept,
            log=log,
        ) as summarizer,
        _Files.opened(out, beside, summarizer) as files,
    ):
        from summarizer.client.batching import Terms

        means = Means(
            run=running.account(run, budget, max_tokens, usual=run_name(sources, summarizer.recipe(), out)),
            results=files.results,
            failures=files.failures,
            retry_failed=retry_failed,
        )
        terms = Terms(concurrency, rpm, tpm, deadline, means)
        output.note_choice(summarizer.choice)
        try:
            running.go(summarizer.start_batch(found, terms), tally, found.count(), take=files.take)
        finally:
            running.report(tally, json=json)
    if tally.failed or tally.failed_before:
        raise typer.Exit(1)


@dataclass(slots=True)
class _Files:
    """Where the outcomes of a run are written, as far as that is wanted."""

    results: "Results | None" = None
    failures: "Failures | None" = None

    @classmethod
    @contextmanager
    def opened(cls, out: Path | None, beside: Path | None, summarizer: "Summarizer") -> Iterator["_Files"]:
        from summarizer.batch import Failures, Results
        from summarizer.recipe import check_recipe, fingerprint

        recipe, checking = fingerprint(summarizer.recipe()), summarizer.checking
        check = fingerprint(check_recipe(checking.by)) if checking else None
        files = cls()
        with ExitStack() as closing:
            if out is not None:
                files.results = Results(out, recipe, check)
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
