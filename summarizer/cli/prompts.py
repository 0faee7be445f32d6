"""`summarizer prompts`: which prompts there are, what they say, and whether they are sound."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import output
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.prompts import PromptLibrary

app = typer.Typer(no_args_is_help=True, help="Prompts and their versions.", rich_markup_mode=None)

Folder = Annotated[
    Path | None, typer.Option("--prompts", help="Folder of prompts, laid over the shipped ones.")
]


@app.command("list", epilog="Example: summarizer prompts list")
def list_(
    prompts: Folder = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """List every version of every prompt; the newest of each name is the one used by default."""
    from summarizer import export
    from summarizer.prompts import read_prompt

    library = _library(prompts)
    rows = []
    for (name, version), path in library.paths().items():
        prompt = read_prompt(path, name=name, version=version)
        rows.append(
            {
                "prompt": prompt.reference,
                "draft": prompt.front.draft,
                "released": library.released(prompt) is not None,
                "sha256": prompt.sha256,
                "description": prompt.front.description,
            }
        )
    if json:
        output.write(export.rows_as_json(rows), None)
    else:
        export.print_rows(rows, ("prompt", "draft", "released", "description"), output.console())


@app.command(epilog="Example: summarizer prompts show summary@1")
def show(
    prompt: Annotated[str, typer.Argument(help="name, or name@version.")] = "summary",
    prompts: Folder = None,
) -> None:
    """Print a prompt's file."""
    found = _library(prompts).get(prompt)
    output.write(found.path.read_text(encoding="utf-8"), None)


@app.command(epilog="Example: summarizer prompts check --prompts ./prompts")
def check(prompts: Folder = None) -> None:
    """Check every prompt: its form, its template, and that released versions are untouched."""
    from summarizer import pipeline
    from summarizer.prompts import read_prompt

    library = _library(prompts)
    worst: SummarizerError | None = None
    for (name, version), path in library.paths().items():
        try:
            prompt = read_prompt(path, name=name, version=version)
            pipeline.tried(prompt)
            library.check_release(prompt)
        except SummarizerError as error:
            output.note(f"error: {error}")
            worst = error
            continue
        released = "released" if library.released(prompt) else f"not released, sha256 {prompt.sha256}"
        typer.echo(f"{prompt.reference}: sound, {released}")
    if worst is not None:
        raise typer.Exit(worst.exit_code)


def _library(overlay: Path | None) -> "PromptLibrary":
    from summarizer import settings
    from summarizer.prompts import PromptLibrary

    return PromptLibrary(overlay or settings.load().prompts)
