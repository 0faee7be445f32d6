"""`summarizer summarize`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import output
from summarizer.cli.sources import AllowPrivate, read
from summarizer.errors import ContextExceeded, NotAnArticle, ReplyError

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.library import Summarizer
    from summarizer.summary import Summary


class Format(StrEnum):
    """How summaries are written."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"


EXAMPLE = """\
Examples:

  summarizer summarize article.txt

  summarizer summarize https://example.org/news/story.html --format json

  pandoc story.docx -t plain | summarizer summarize -

  summarizer summarize *.txt --format jsonl -o summaries.jsonl
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="Summarise articles.")(summarize)


def summarize(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="Files or links to summarise; - is standard input."),
    ],
    prompt: Annotated[str, typer.Option(help="Prompt, as name or name@version.")] = "summary",
    model: Annotated[
        str | None,
        typer.Option(help="Model at the endpoint, 'local' for the embedded one, or a path to a .gguf file."),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="An OpenAI-compatible endpoint, ending in /v1.")
    ] = None,
    prompts: Annotated[
        Path | None, typer.Option(help="Folder of prompts, laid over the shipped ones.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            help="Language of the model's own words, such as de; the article's if not given. "
            "Quotes stay as they are.",
        ),
    ] = None,
    context: Annotated[
        int | None,
        typer.Option(
            min=1024, help="Tokens the model takes at once; longer articles go in parts. Default: as it says."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help="Default: pretty on a terminal, json in a pipe.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write to this file, whole or not at all.")
    ] = None,
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
) -> None:
    """Summarise articles: parties, positions, quotes and figures, each with its place in the article."""
    shape = format or (Format.PRETTY if sys.stdout.isatty() and out is None else Format.JSON)
    output.ensure_writable(out)
    from summarizer.library import Summarizer

    with Summarizer(
        model=model, base_url=base_url, prompt=prompt, prompts=prompts, context=context, language=language
    ) as summarizer:
        writer = _Writer(shape, out, several=len(articles) > 1)
        failed = 0
        for source in articles:
            try:
                article = read(source, allow_private=allow_private)
                summary = _ask(summarizer, source, article)
            except (NotAnArticle, ReplyError, ContextExceeded) as error:
                if len(articles) == 1:
                    raise
                output.note(f"error: {error}")
                failed += 1
                continue
            writer.add(article, summary)
        writer.finish()
    if failed:
        output.note(f"{failed} of {len(articles)} articles failed")
        raise typer.Exit(1)


def _ask(summarizer: "Summarizer", source: str, article: "Article") -> "Summary":
    output.note_choice(summarizer.choice)
    name = "standard input" if source == "-" else source
    with output.working(
        f"{name}: asking {summarizer.choice.model} with {summarizer.prompt.reference}"
    ) as tell:
        return summarizer.summarize(article, on_step=lambda step: tell(str(step)))


class _Writer:
    """Summaries on their way out: printed as they come; into a file or a JSON array at the end."""

    def __init__(self, shape: Format, out: Path | None, *, several: bool) -> None:
        self._shape, self._out, self._several = shape, out, several
        self._at_once = out is None and not (shape is Format.JSON and several)
        self._texts: list[str] = []
        self._count = 0

    def add(self, article: "Article", summary: "Summary") -> None:
        text = self._text(article, summary)
        if self._count and self._shape in _BETWEEN:
            text = _BETWEEN[self._shape] + text
        self._count += 1
        if self._at_once:
            output.write(text, None)
        else:
            self._texts.append(text)

    def finish(self) -> None:
        if not self._texts:
            return
        if self._shape is Format.JSON and self._several:
            output.write("[\n" + ",\n".join(text.rstrip("\n") for text in self._texts) + "\n]\n", self._out)
        else:
            output.write("".join(self._texts), self._out)

    def _text(self, article: "Article", summary: "Summary") -> str:
        from summarizer import export
        from summarizer.marking import mark

        if self._shape is Format.JSON:
            return export.as_json(summary)
        if self._shape is Format.JSONL:
            return export.as_jsonl(summary)
        if self._shape is Format.MARKDOWN:
            return export.as_markdown(summary, mark(article))
        console = output.console(like_stdout=self._out is None)
        with console.capture() as captured:
            export.print_pretty(summary, mark(article), console)
        return captured.get()


_BETWEEN = {Format.MARKDOWN: "\n---\n\n", Format.PRETTY: "\n" + "═" * 40 + "\n\n"}
