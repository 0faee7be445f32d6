"""`summarizer summarize`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, opening, output
from summarizer.cli.sources import AllowPrivate, named, path_of, read
from summarizer.errors import ContextExceeded, NotAnArticle, NotStored, ReplyError

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
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    prompts: asking.Prompts = None,
    price: asking.Price = None,
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
    store: opening.Url = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Neither keep nor look up summaries.")] = False,  # noqa: FBT002 - a flag
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask the model also where the store knows.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Summarise articles: parties, positions, quotes and figures, each with its place in the article.

    Summaries are kept in a store, and come from there while article, prompt and model stay the same.
    """
    shape = format or (Format.PRETTY if sys.stdout.isatty() and out is None else Format.JSON)
    output.ensure_writable(out)
    from summarizer.library import Summarizer

    with (
        opening.for_keeping(store, no_store=no_store) as kept,
        Summarizer(
            model=model,
            base_url=base_url,
            prompt=prompt,
            prompts=prompts,
            context=context,
            language=language,
            price=price,
            store=kept,
        ) as summarizer,
    ):
        writer = Writer(shape, out, several=len(articles) > 1)
        failed = 0
        for source in articles:
            try:
                article = read(source, allow_private=allow_private)
                summary = _summary(summarizer, source, article, fresh=fresh)
            except NotStored as error:
                writer.add(article, error.summary)  # it was paid for
                writer.finish()
                raise
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


def _summary(summarizer: "Summarizer", source: str, article: "Article", *, fresh: bool) -> "Summary":
    place = path_of(source)
    kept = None if fresh else summarizer.stored(article, place=place)
    if kept is not None:
        made = kept.summary.provenance
        when = f", made {made.created:%Y-%m-%d %H:%M} UTC" if made else ""
        output.note(f"{named(source)}: from the store ({kept.id[:12]}{when}); --fresh asks the model again")
        return kept.summary
    output.note_choice(summarizer.choice)
    doing = f"{named(source)}: asking {summarizer.choice.model} with {summarizer.prompt.reference}"
    with output.working(doing) as tell:
        return summarizer.summarize(article, fresh=fresh, place=place, on_step=lambda step: tell(str(step)))


class Writer:
    """Summaries on their way out: printed as they come; into a file or a JSON array at the end."""

    def __init__(self, shape: Format, out: Path | None, *, several: bool) -> None:
        self._shape, self._out, self._several = shape, out, several
        self._at_once = out is None and not (shape is Format.JSON and several)
        self._texts: list[str] = []
        self._count = 0

    def add(self, article: "Article", summary: "Summary") -> None:
        """Take one; it is printed now if it can be."""
        text = self._text(article, summary)
        if self._count and self._shape in _BETWEEN:
            text = _BETWEEN[self._shape] + text
        self._count += 1
        if self._at_once:
            output.write(text, None)
        else:
            self._texts.append(text)

    def finish(self) -> None:
        """Write what is still held back."""
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
