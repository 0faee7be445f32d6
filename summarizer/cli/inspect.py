"""`summarizer mark` and `summarizer verify`: what can be said without any model."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import output
from summarizer.cli.sources import AllowPrivate, read, read_summary


class Format(StrEnum):
    """How marks are written."""

    PRETTY = "pretty"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add both commands."""
    app.command(
        epilog="Example: summarizer mark article.txt --format json",
        short_help="List sentences, quotations and figures; no model is asked.",
    )(mark)
    app.command(
        epilog="Example: summarizer verify summary.json article.txt",
        short_help="Check a summary against its article.",
    )(verify)


def mark(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="File or link to mark; - is standard input.")
    ],
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help="Default: pretty on a terminal, json in a pipe.")
    ] = None,
    offsets: output.OffsetsOption = output.Offsets.CODE_POINTS,
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
) -> None:
    """List an article's sentences, quotations and figures with their places; no model is asked."""
    from summarizer import analysis, render

    marked = analysis.mark(read(article, allow_private=allow_private))
    if output.shape(Format, format) is Format.JSON:
        output.write(render.marks_as_json(marked, utf16=offsets is output.Offsets.UTF16), None)
    else:
        render.print_marks(marked, output.console())


def verify(
    summary: Annotated[
        Path, typer.Argument(metavar="SUMMARY", help="A summary as JSON; - is standard input.")
    ],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The file or link it was made from.")],
    json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,  # noqa: FBT002 - a flag
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
) -> None:
    """Check every anchor, verdict and figure of a summary against its article again; no model is asked."""
    from summarizer import analysis, grounding, render
    from summarizer.text.printable import printable

    made = read_summary(summary)
    findings = grounding.verify(made, analysis.mark(read(article, allow_private=allow_private)))
    if json:
        output.write(render.findings_as_json(findings), None)
    else:
        for finding in findings:
            output.write(f"{finding.path}: {printable(finding.message)}\n", None)
    if findings:
        output.note(f"{len(findings)} of the summary's statements about the article do not hold")
        raise typer.Exit(1)
    output.note(
        f"the article carries all of it: {sum(1 for _ in made.anchors())} anchors, "
        f"{len(made.quotes)} quotes, {len(made.figures)} figures"
    )
