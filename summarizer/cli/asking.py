"""Options of the commands that ask a model."""

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[
    str | None,
    typer.Option(help="Model at the endpoint, 'local' for the embedded one, or a path to a .gguf file."),
]
BaseUrl = Annotated[str | None, typer.Option(help="An OpenAI-compatible endpoint, ending in /v1.")]
Prompts = Annotated[Path | None, typer.Option(help="Folder of prompts, laid over the shipped ones.")]
Price = Annotated[
    str | None,
    typer.Option(
        metavar="IN/OUT",
        help="US dollars for a million tokens in and out, such as 0.15/0.60. Default: SUMMARIZER_PRICE, else "
        "as listed by genai-prices.",
    ),
]
