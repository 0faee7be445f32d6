"""`summarizer prompts`: which prompts there are, what they say and change, and the making of new versions."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, output
from summarizer.errors import SummarizerError, UsageError

if TYPE_CHECKING:
    from summarizer.pipeline.prompt_check import Checked
    from summarizer.prompts import PromptLibrary

app = typer.Typer(
    no_args_is_help=True,
    help="Prompts and their versions.",
    epilog="Example: summarizer prompts list",
    rich_markup_mode=None,
)

_MEANT = "Name, name@version, or the path of a prompt's file."


@app.command(
    "list", epilog="Example: summarizer prompts list", short_help="List all prompts and their versions."
)
def list_(
    prompts: asking.Prompts = None,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """List every version of every prompt; the newest of each name is the one used by default."""
    from summarizer import render
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
        output.write(render.rows_as_json(rows), None)
    else:
        render.print_rows(rows, ("prompt", "draft", "released", "description"), output.console())


@app.command(epilog="Example: summarizer prompts show summary@1")
def show(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help=_MEANT)] = "summary",
    prompts: asking.Prompts = None,
) -> None:
    """Print a prompt's file."""
    from summarizer.prompts import prompt_or_path

    found = _library(prompts).get(prompt_or_path(prompt))
    output.write(found.path.read_text(encoding="utf-8"), None)


@app.command(
    epilog="Example: summarizer prompts new summary --prompts ./prompts",
    short_help="Make the next version of a prompt.",
)
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which prompt; a new one needs --from.")],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="PROMPT", help="Copy this one. Default: the newest of NAME."),
    ] = None,
    prompts: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Folder of prompts of your own, made if need be. Default: a checkout's prompts.",
        ),
    ] = None,
) -> None:
    """Copy the newest version of a prompt to the next one, to be edited and tried; prints its path."""
    from summarizer import settings
    from summarizer.pipeline import prompt_check

    own = prompts or settings.load().prompts
    original, path = prompt_check.new_version(name, folder=own, source=source)
    typer.echo(path)
    reference = f"{name}@{path.stem.removeprefix('v')}"
    option = f" --prompts {prompts}" if prompts else ""
    output.note(
        f"a copy of {original.reference}; edit it, try it with 'summarizer summarize ARTICLE --prompt "
        f"{reference}{option}', then 'summarizer prompts release {reference}{option}'"
    )


@app.command(
    epilog="Example: summarizer prompts diff summary ./draft.md",
    short_help="Show what two prompts say differently.",
)
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_MEANT)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_MEANT)],
    prompts: asking.Prompts = None,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Show what a prompt says otherwise than another, by words: [-only the old one-] {+only the new one+}."""
    from summarizer import render
    from summarizer.prompts import prompt_or_path
    from summarizer.prompts.difference import difference

    library = _library(prompts)
    found = difference(library.get(prompt_or_path(old)), library.get(prompt_or_path(new)))
    if json:
        output.write(render.difference_as_json(found), None)
        return
    render.print_difference(found, output.console())
    if not found.changed:
        output.note(f"{found.old.reference} and {found.new.reference} say the same")


@app.command(
    epilog="Example: summarizer prompts release summary@4 --changes 'Asks for dates.'",
    short_help="Freeze a version for good.",
)
def release(
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="Name, or name@version.")],
    changes: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why this version exists; asked for on a terminal.")
    ] = None,
    prompts: asking.Prompts = None,
) -> None:
    """Freeze a version: its sha256 goes into the released.toml of its folder, and it never changes again."""
    from summarizer.pipeline import prompt_check
    from summarizer.prompts import PromptReference

    library = _library(prompts)
    found = prompt_check.check(library, library.get(PromptReference.parse(prompt)))
    if found.released:
        if changes is not None:
            raise UsageError(f"{found.prompt.reference} is released and stays as it is; leave out --changes")
        output.note(f"{found.prompt.reference} is released already, as it is now")
        return
    if changes is None and not found.says_why and sys.stdin.isatty():
        changes = typer.prompt(f"Why does {found.prompt.reference} exist?", err=True)
    done = prompt_check.release(library, found.prompt, changes=changes)
    output.note(f"{done.reference} is released: sha256 {done.sha256} in {done.folder / 'released.toml'}")


@app.command(
    epilog="Example: summarizer prompts check ./draft.md",
    short_help="Check form, template and released versions.",
)
def check(
    which: Annotated[list[str] | None, typer.Argument(metavar="PROMPT", help=f"Only these. {_MEANT}")] = None,
    prompts: asking.Prompts = None,
) -> None:
    """Check prompts: their form, their template, and that released versions are untouched."""
    from summarizer.pipeline import prompt_check
    from summarizer.prompts import prompt_or_path

    library = _library(prompts)
    worst: SummarizerError | None = None
    for found in prompt_check.check_all(library, [prompt_or_path(word) for word in which or []]):
        if isinstance(found, SummarizerError):
            output.note(f"error: {found}")
            worst = found
        else:
            typer.echo(f"{found.prompt.reference}: sound, {_state(found)}")
    if worst is not None:
        raise typer.Exit(worst.exit_code)


def _state(found: "Checked") -> str:
    if found.released:
        return "released"
    if not found.prompt.version:
        return "no version yet"
    why = "" if found.says_why else ", says not yet why it exists"
    return f"not released, sha256 {found.prompt.sha256}{why}"


def _library(overlay: Path | None) -> "PromptLibrary":
    from summarizer import settings
    from summarizer.prompts import PromptLibrary

    return PromptLibrary(overlay or settings.load().prompts)
