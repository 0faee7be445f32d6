"""The command line: a command parses, makes one call, prints. Data on stdout, all else on stderr."""

import os
import sys
from typing import NoReturn

import typer

from summarizer.cli import (
    batch,
    diff,
    doctor,
    evaluate,
    inspect,
    models,
    prompts,
    review,
    running,
    schemas,
    store,
    stored,
    transfer,
    views,
)
from summarizer.cli import help as help_
from summarizer.cli import plan as plan_command
from summarizer.cli import regenerate as regenerate_command
from summarizer.cli import summarize as summarize_command
from summarizer.errors import Interrupted, SummarizerError

app = typer.Typer(
    name="summarizer",
    cls=help_.Root,
    help="Summarise news articles so that every item can be checked against the article.",
    epilog=help_.EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: half the start-up time, and readable by every screen reader
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _root(
    version: bool = typer.Option(False, "-V", "--version", help="Print the version.", is_eager=True),  # noqa: FBT001,FBT003 - typer
) -> None:
    if version:
        from summarizer._version import __version__

        typer.echo(__version__)
        raise typer.Exit
    _warn_of_misspelt_variables()


def _warn_of_misspelt_variables() -> None:
    if not any(name.upper().startswith("SUMMARIZER_") for name in os.environ):
        return  # the settings are slow to import, and not every command needs them
    from summarizer import settings
    from summarizer.cli.output import note

    for name, meant in settings.unknown().items():
        hint = f"; {meant} may be meant" if meant else "; 'summarizer doctor' lists those that are read"
        note(f"warning: {name} is set, and is no variable of this program{hint}")


summarize_command.register(app)
plan_command.register(app)
regenerate_command.register(app)
batch.register(app)
evaluate.register(app)
inspect.register(app)
diff.register(app)
stored.register(app)
review.register(app)
transfer.register(app)
views.register(app)
doctor.register(app)
schemas.register(app)
app.add_typer(prompts.app, name="prompts")
app.add_typer(models.app, name="models")
app.add_typer(store.app, name="store")


def main() -> None:
    """Run the command line; an error of ours ends with one line and its exit code, never a traceback."""
    try:
        with running.stopped_by_signals(_stop):
            app()
    except SummarizerError as error:
        fail(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        sys.exit(0)


def _stop(why: Interrupted) -> NoReturn:
    raise why


def fail(error: SummarizerError) -> None:
    """Say what went wrong, in one line without control characters."""
    from summarizer.cli.output import note

    note(f"error: {error}")
