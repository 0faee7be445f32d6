"""`summarizer models`: the embedded model, and any other that runs in this process."""

import sys
from typing import Annotated

import typer

from summarizer.cli import output

app = typer.Typer(
    no_args_is_help=True,
    help="Models that run on this machine.",
    epilog="Example: summarizer models pull",
    rich_markup_mode=None,
)

Model = Annotated[
    str, typer.Argument(metavar="MODEL", help="'local' for the embedded model, or a path to a .gguf file.")
]


@app.command("list", epilog="Example: summarizer models list", short_help="List the embedded model.")
def list_(
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """List the embedded model: its name, size, license, and whether it is on this machine."""
    from summarizer import render
    from summarizer.llm import local

    published, found = local.EMBEDDED, local.find()
    rows = [
        {
            "model": "local",
            "name": published.file.removesuffix(".gguf"),
            "license": "Apache-2.0",
            "gigabytes": round(published.size / 1e9, 2),
            "here": found is not None,
            "path": str(found or local.model_path()),
        }
    ]
    if json:
        output.write(render.rows_as_json(rows), None)
    else:
        for name, value in rows[0].items():  # in lines of their own: a path must not be broken
            typer.echo(f"{name}: {('yes' if value else 'no') if isinstance(value, bool) else value}")


@app.command(epilog="Example: summarizer models pull", short_help="Fetch the embedded model (1.1 GB).")
def pull(
    force: Annotated[bool, typer.Option("--force", help="Fetch again what is there already.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Fetch the embedded model (1.1 GB) into the user's cache folder and check its sha256."""
    from summarizer.llm import local

    with output.bytes_progress("embedded model") as progress:
        path = local.pull(progress, force=force)
    output.note(f"checked, sha256 {local.EMBEDDED.sha256}")
    typer.echo(path)


@app.command(epilog="Example: summarizer models path")
def path(model: Model = "local") -> None:
    """Print where a model's file lies; fails if it is not there."""
    from summarizer.client import local_path

    typer.echo(local_path(model))


@app.command(epilog="Example: summarizer models serve --port 8080")
def serve(
    model: Model = "local",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="Port on 127.0.0.1; 0 takes a free one.")
    ] = 8080,
) -> None:
    """Serve a model on loopback by OpenAI's protocol until interrupted."""
    from contextlib import suppress
    from threading import Event

    from summarizer.client import local_path
    from summarizer.errors import Interrupted
    from summarizer.llm import local

    with local.serve(local_path(model), port=port) as server:
        typer.echo(server.base_url)
        sys.stdout.flush()
        output.note(f"serving {server.model}; stop with Ctrl-C")
        with suppress(Interrupted):
            Event().wait()
