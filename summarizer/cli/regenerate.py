"""`summarizer regenerate`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, opening, output, running
from summarizer.cli.plan import in_sentences
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.batch import Tally
    from summarizer.batch.regeneration import Regeneration
    from summarizer.client import Summarizer
    from summarizer.client.batching import Terms

EXAMPLE = """\
\b
Examples:
  summarizer regenerate --prompt summary@3 --sample 20
  summarizer regenerate --prompt summary@3 --budget 5 --yes
  summarizer regenerate --from summary@1 --since 2024-11-01 --yes --json
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="Redo what a changed recipe has made stale.")(regenerate)


def regenerate(
    prompt: asking.Prompt = None,
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    check: asking.Check = None,
    check_base_url: asking.CheckBaseUrl = None,
    prompts: asking.Prompts = None,
    price: asking.Price = None,
    language: asking.Language = None,
    made_by: opening.MadeBy = None,
    every: opening.Every = False,  # noqa: FBT002 - a flag
    party: opening.Party = None,
    since: opening.Since = None,
    sample: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Only so many, spread over where the articles are from."),
    ] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="Which sample.")] = 0,
    concurrency: running.Concurrency = None,
    rpm: running.Rpm = None,
    tpm: running.Tpm = None,
    budget: running.Budget = None,
    max_tokens: running.MaxTokens = None,
    deadline: running.Deadline = None,
    run: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Name that --budget and --max-tokens are counted under; default: the same recipe "
            "is the same run.",
        ),
    ] = None,
    retry_failed: running.RetryFailed = False,  # noqa: FBT002 - a flag
    yes: output.Yes = False,  # noqa: FBT002 - a flag
    log_file: asking.LogFile = None,
    log_text: asking.LogText = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
    json: running.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Redo what 'summarizer plan' says: what can be replayed for free, and with the model the rest.

    The summaries there are stay until the new one is whole, and stay as history. The same command again goes
    on where it stopped.
    """
    from summarizer.batch import Means
    from summarizer.client import Summarizer
    from summarizer.client.batching import Terms
    from summarizer.prompts import prompt_or_path
    from summarizer.store import Selection

    with (
        opening.opened(store) as kept,
        asking.logging(log_file, text=log_text) as log,
        Summarizer(
            model=model, base_url=base_url, check=check, check_base_url=check_base_url,
            prompt=prompt and prompt_or_path(prompt), prompts=prompts,
            price=price,
            language=language, store=kept, log=log,
        ) as summarizer,
    ):  # fmt: skip
        selection = Selection(party=party, since=since, prompt=made_by)
        found = summarizer.plan(selection=selection, every=every, jobs=concurrency or 1)
        output.note_choice(summarizer.choice)
        for line in in_sentences(found):
            output.note(line)
        if not found.to_do and not (retry_failed and found.failed):
            return
        redo = summarizer.regeneration(
            selection=selection, every=every, sample=sample, seed=seed, retry_failed=retry_failed
        )
        if not len(redo):
            return
        _ensure_wanted(len(redo), yes=yes)
        account = running.account(run, budget, max_tokens, usual=f"regenerate-{found.fingerprint[-12:]}")
        means = Means(run=account, retry_failed=retry_failed, seen=False)
        terms = Terms(concurrency, rpm, tpm, deadline, means)
        tally = _carry_out(summarizer, redo, terms, json=json)
    if tally.failed or tally.failed_before:
        raise typer.Exit(1)


def _ensure_wanted(number: int, *, yes: bool) -> None:
    what = output.counted(number, "article")
    if yes:
        output.note(f"redoing {what}")
    elif sys.stdin.isatty():
        typer.confirm(f"redo {what}?", abort=True, err=True)
    else:
        raise UsageError(f"{what} would be redone; say so with --yes, or try some with --sample 3 --yes")


def _carry_out(summarizer: "Summarizer", redo: "Regeneration", terms: "Terms", *, json: bool) -> "Tally":
    from summarizer.batch import Tally

    tally = Tally()
    try:
        with output.counting("replaying", len(redo) - redo.to_ask) as progress:
            for done, outcome in enumerate(redo.free(), start=1):
                tally.count(outcome)
                progress(done)
        if redo.to_ask:
            going = summarizer.start_batch(redo.jobs(), terms)
            running.go(going, tally, redo.to_ask + tally.total, what="regenerate")
    finally:
        running.report(tally, json=json, what="regenerate", free="replayed or carried over for free")
    return tally
