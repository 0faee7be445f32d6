"""`summarizer schemas`: the JSON Schemas of this version, written from the types."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import output


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: summarizer schemas ./schemas", short_help="Write the JSON Schemas.")(schemas)


def schemas(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write them; made if need be.")],
) -> None:
    """Write the JSON Schemas of summaries and drafts, generated from the types, into a folder."""
    from summarizer.schemas import generate

    output.ensure_folder(folder)
    for name, text in generate().items():
        output.write(text, folder / name)
        typer.echo(folder / name)
