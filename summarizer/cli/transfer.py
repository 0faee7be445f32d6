"""`summarizer export`, `import` and `forget`: out of the store, into it, and gone."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import opening, output
from summarizer.errors import NotASummary


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        epilog="Example: summarizer export --since 2024-11-01 -o november.jsonl",
        short_help="Write stored summaries as JSON Lines.",
    )(export)
    app.command(
        "import",
        epilog="Example: summarizer import november.jsonl",
        short_help="Store what 'summarizer export' wrote.",
    )(import_)
    app.command(epilog="Example: summarizer forget article.txt", short_help="Delete an article for good.")(
        forget
    )


def export(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|PATH]...", help="Only these summaries, or those of these articles."),
    ] = None,
    party: opening.Party = None,
    since: opening.Since = None,
    prompt: opening.Prompt = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write to this file, whole or not at all.")
    ] = None,
    store: opening.Url = None,
) -> None:
    """Write stored summaries as JSON Lines, history included: each with its article and how it was made."""
    from dataclasses import replace

    output.ensure_writable(out)
    with opening.opened(store) as kept:
        selection = replace(opening.selection(party, since, prompt), history=True)
        if references:
            meant = [found for one in references for found in kept.summaries(*opening.references(one))]
            selection = replace(selection, ids=tuple(meant))
        total = kept.count(selection)
        with output.writing(out) as put, output.counting("exporting", total) as progress:
            for done, line in enumerate(kept.export(selection), start=1):
                put(line)
                progress(done)
    output.note(f"{output.counted(total, 'summary', 'summaries')} exported")


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What export wrote; - is standard input.")],
    store: opening.Url = None,
) -> None:
    """Store what 'summarizer export' wrote, each summary once; what was there already stays as it is."""
    added = known = 0
    with ExitStack() as opened:
        try:
            lines = sys.stdin.buffer if str(file) == "-" else opened.enter_context(file.open("rb"))
        except OSError as error:
            raise NotASummary(str(file), f"cannot be read: {error.strerror or error}") from error
        kept = opened.enter_context(opening.opened(store, create=True))
        with output.counting("importing") as progress:
            for done in kept.import_(lines, source=str(file)):
                added, known = done.added, done.known
                progress(added + known)
    output.note(f"{output.counted(added, 'summary', 'summaries')} imported, {known:,} there already")


def forget(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its path or URL, or the beginning of its id.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Delete an article with its summaries, requests and replies, so that none of its words is left."""
    with opening.opened(store) as kept:
        found = kept.articles(*opening.references(article))
        number = sum(len(kept.summaries(one)) for one in found)
        what = f"{output.counted(len(found), 'article')}, {output.counted(number, 'summary', 'summaries')}"
        if not yes and sys.stdin.isatty():
            typer.confirm(f"forget {what}?", abort=True, err=True)
        with output.working("forgetting"):
            kept.forget(found)
    output.note(f"forgotten: {what}")
