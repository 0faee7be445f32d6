"""`summarizer summarize`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, opening, output, writing
from summarizer.cli.sources import AllowPrivate, named, path_of, read
from summarizer.cli.writing import Format, TableOption
from summarizer.errors import NotStored, SummarizerError
from summarizer.text.ids import short_id

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.article import Article
    from summarizer.client import Summarizer
    from summarizer.pipeline.cached import Revision
    from summarizer.store import Record
    from summarizer.summary import Summary


EXAMPLE = """\
\b
Examples:
  summarizer summarize article.txt
  summarizer summarize https://example.org/news/story.html --format json
  pandoc story.docx -t plain | summarizer summarize -
  summarizer summarize *.txt --format jsonl -o summaries.jsonl
  summarizer summarize *.txt --format csv -o quotes.csv
  summarizer summarize article.txt --format html -o report.html --open
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="Summarise articles.")(summarize)


def summarize(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", help="Files or links to summarise; - is standard input."),
    ],
    prompt: asking.Prompt = None,
    model: asking.Model = None,
    base_url: asking.BaseUrl = None,
    check: asking.Check = None,
    check_base_url: asking.CheckBaseUrl = None,
    prompts: asking.Prompts = None,
    price: asking.Price = None,
    language: asking.Language = None,
    context: Annotated[
        int | None,
        typer.Option(
            min=1024,
            metavar="N",
            help="Tokens the model takes at once; longer articles go in parts. Default: as it says.",
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help=output.SHAPE_HELP)
    ] = None,
    out: output.Out = None,
    table: TableOption = None,
    offsets: output.OffsetsOption = output.Offsets.CODE_POINTS,
    open_: output.Open = False,  # noqa: FBT002 - a flag
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Neither keep nor look up summaries.")] = False,  # noqa: FBT002 - a flag
    log_file: asking.LogFile = None,
    log_text: asking.LogText = False,  # noqa: FBT002 - a flag
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask the model also where the store knows.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Summarise articles: parties, positions, quotes and figures, each with its place in the article.

    Summaries are kept in a store, and come from there while article, prompt and model stay the same. The
    summary of an article that was edited since is carried over if all it says stands there still.
    """
    shape = output.shape(Format, format, out)
    writing.ensure_writable(shape, out, table, offsets)
    output.ensure_openable(out, wanted=open_, is_page=shape is Format.HTML)
    from summarizer.client import Summarizer
    from summarizer.prompts import prompt_or_path

    with (
        asking.logging(log_file, text=log_text) as log,
        opening.for_keeping(store, no_store=no_store) as kept,
        Summarizer(
            model=model,
            base_url=base_url,
            check=check,
            check_base_url=check_base_url,
            prompt=prompt and prompt_or_path(prompt),
            prompts=prompts,
            context=context,
            language=language,
            price=price,
            log=log,
            store=kept,
        ) as summarizer,
    ):
        asked = _Asked(summarizer, allow_private=allow_private, fresh=fresh)
        made = writing.any_of(asked.records(articles))
        if made is not None:
            writing.write(made, shape, out, several=len(articles) > 1, table=table, offsets=offsets)
    if open_ and made is not None:
        output.open_in_browser(out)
    if asked.not_stored:
        raise asked.not_stored
    if asked.failed:
        output.note(f"{asked.failed} of {len(articles)} articles failed")
        raise typer.Exit(1)


class _Asked:
    """Summaries one after the other, and what went wrong with those that are not among them."""

    def __init__(self, summarizer: "Summarizer", *, allow_private: bool, fresh: bool) -> None:
        self._summarizer, self._allow_private, self._fresh = summarizer, allow_private, fresh
        self.failed = 0
        self.not_stored: NotStored | None = None

    def records(self, sources: list[str]) -> Iterator["Record"]:
        """The summary of each article; ends early where one could not be stored."""
        from summarizer.store import Record

        for source in sources:
            try:
                article = read(source, allow_private=self._allow_private)
                summary = _summary(self._summarizer, source, article, fresh=self._fresh)
            except NotStored as error:
                self.not_stored = error
                yield Record.of(article, error.summary, source=_location(source))  # it was paid for
                return
            except SummarizerError as error:
                if error.stops_the_run or len(sources) == 1:
                    raise
                output.note(f"error: {error}")
                self.failed += 1
                continue
            yield Record.of(article, summary, source=_location(source))


def _location(source: str) -> str | None:
    """Where an article was read, as the store has it; None for standard input."""
    place = path_of(source)
    return str(place.absolute()) if place else None if source == "-" else source


def _summary(summarizer: "Summarizer", source: str, article: "Article", *, fresh: bool) -> "Summary":
    place = path_of(source)
    kept = None if fresh else summarizer.stored(article, place=place)
    if kept is not None and not summarizer.is_checked(kept.summary):
        output.note(f"{named(source)}: from the store ({short_id(kept.id)}), to be checked")
        return _asked(summarizer, source, article, place)
    if kept is not None:
        made = kept.summary.provenance
        when = f", made {made.created:%Y-%m-%d %H:%M} UTC" if made else ""
        output.note(
            f"{named(source)}: from the store ({short_id(kept.id)}{when}); --fresh asks the model again"
        )
        return kept.summary
    revision = None if fresh else summarizer.revised(article, place=place)
    if revision is not None:
        output.note(f"{named(source)} {_changed(revision)}")
        if revision.stored is not None:
            return _asked(summarizer, source, article, place)
    output.note_choice(summarizer.choice)
    none = summarizer.choice.is_none
    asking = [] if none else [f"{summarizer.choice.model} with {summarizer.prompt.reference}"]
    return _asked(summarizer, source, article, place, *asking, fresh=fresh)


def _asked(
    summarizer: "Summarizer",
    source: str,
    article: "Article",
    place: "Path | None",
    *asking: str,
    fresh: bool = False,
) -> "Summary":
    """The summary, made, checked or both; `asking` says who is asked for it."""
    checker = summarizer.checking
    asked = [*asking, *([f"{checker.choice.model} to check"] if checker else [])]
    if not asked:
        return summarizer.summarize(article, fresh=fresh, place=place)
    with output.working(f"{named(source)}: asking {', and '.join(asked)}") as tell:
        summarizer.watch(output.now_and_then(tell))
        return summarizer.summarize(article, fresh=fresh, place=place, on_step=lambda step: tell(str(step)))


def _changed(revision: "Revision") -> str:
    from summarizer.pipeline.carry_over import in_words

    since = f"has changed since {revision.earlier.last_seen:%Y-%m-%d}"
    if revision.stored is None:
        return f"{since}: {in_words(revision.changes)}"
    return (
        f"{since}, but nothing that its summary says: carried over ({short_id(revision.stored.id)}); "
        "--fresh asks the model"
    )
