"""Options of the commands that ask a model."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import help as completing
from summarizer.cli.output import note
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.llm.tracing import RunLog

Prompt = Annotated[
    str | None,
    typer.Option(
        metavar="PROMPT",
        autocompletion=completing.prompts,
        help="Prompt, as name, name@version, or a file of your own: ./draft.md. Default: the newest summary; "
        "small@1 for models under four billion parameters.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="MODEL",
        autocompletion=completing.models,
        help="Model at the endpoint, 'local' for the embedded one, a path to a .gguf file, or 'none': what "
        "the rules alone know.",
    ),
]
BaseUrl = Annotated[
    str | None, typer.Option(metavar="URL", help="An OpenAI-compatible endpoint, ending in /v1.")
]
Check = Annotated[
    str | None,
    typer.Option(
        metavar="MODEL",
        help="Model that says of each item whether its evidence carries it; named as --model is.",
    ),
]
CheckBaseUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Endpoint of the model that checks; default: SUMMARIZER_CHECK_BASE_URL, else that of --model. "
        "Its key and price: SUMMARIZER_CHECK_API_KEY (else OPENAI_API_KEY), SUMMARIZER_CHECK_PRICE.",
    ),
]
Prompts = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Folder of prompts, laid over the shipped ones.")
]
LogFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Add a line of JSON to this file for each request, answer, fault and wait; no text is in it.",
    ),
]
LogText = Annotated[
    bool,
    typer.Option("--log-text", help="Log also what is sent and answered, the article's text included."),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="TAG",
        help="Language of the model's own words, such as de; the article's if not given. "
        "Quotes stay as they are.",
    ),
]
Price = Annotated[
    str | None,
    typer.Option(
        metavar="IN/OUT",
        help="US dollars for a million tokens in and out, such as 0.15/0.60. Default: SUMMARIZER_PRICE, else "
        "as listed by genai-prices.",
    ),
]


@contextmanager
def logging(path: Path | None, *, text: bool) -> "Iterator[RunLog | None]":
    """The log that `--log-file` and `--log-text` ask for.

    Raises:
        UsageError: if it cannot be written, or text is wanted in none.
    """
    if path is None:
        if text:
            raise UsageError("--log-text needs a file to log to: --log-file run.jsonl")
        yield None
        return
    from summarizer.llm.tracing import RunLog

    with RunLog(path, words=text) as log:
        yield log
    if log.trouble is not None:
        note(f"warning: {path}: the log is not complete: {log.trouble}")
