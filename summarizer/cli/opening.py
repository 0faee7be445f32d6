"""Which store a command means."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import help as completing
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.store import Store


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day; write it as 2024-11-01") from None


Url = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="The store, as sqlite:///file.db or postgresql://…; default: SUMMARIZER_STORE, else the one in "
        "the user's data folder.",
    ),
]
Party = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        autocompletion=completing.parties,
        help="Only with a party that is called or described so.",
    ),
]
Since = Annotated[
    date | None, typer.Option(parser=_day, metavar="DATE", help="Only of articles from that day on.")
]
Until = Annotated[
    date | None, typer.Option(parser=_day, metavar="DATE", help="Only of articles up to that day.")
]
MadeBy = Annotated[
    str | None,
    typer.Option("--from", metavar="PROMPT", help="Only articles with a summary by that prompt."),
]
Every = Annotated[
    bool, typer.Option("--all", help="Also articles summarised by prompts of another purpose alone.")
]
Prompt = Annotated[
    str | None,
    typer.Option(
        metavar="PROMPT",
        autocompletion=completing.prompts,
        help="Only by that prompt, as name or name@version.",
    ),
]
Reference = Annotated[
    str,
    typer.Argument(
        metavar="ID|PATH",
        autocompletion=completing.stored,
        help="The beginning of a summary's or article's id, or an article's path or URL.",
    ),
]
Limit = Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 shows all.")]
Skip = Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first so many.")]


def url(given: str | None) -> str | None:
    """The URL of the store that is meant; None is the one in the user's data folder."""
    from summarizer import settings

    return given or settings.load().store


@contextmanager
def opened(given: str | None, *, create: bool = False) -> Iterator["Store"]:
    """The store that is meant, which must be there unless it is to be made."""
    from summarizer.store import Store

    with Store.open(url(given), create=create) as store:
        yield store


@contextmanager
def for_keeping(given: str | None, *, no_store: bool) -> Iterator["Store | None"]:
    """The store to keep summaries in, made if need be; None if none is wanted."""
    if no_store and given:
        raise UsageError("--store and --no-store contradict each other; leave one out")
    if no_store:
        yield None
        return
    with opened(given, create=True) as store:
        yield store


def references(source: str) -> list[str]:
    """What an argument may stand for, the likeliest first: an article's text, a place, an id."""
    from summarizer import reading
    from summarizer.cli.sources import path_of
    from summarizer.errors import NotAnArticle
    from summarizer.store import place_of

    path = path_of(source)
    if path is None:
        return [source]
    try:
        return [reading.from_path(path).id, place_of(path), source]
    except NotAnArticle:
        return [place_of(path), source]  # the file is gone, or is none of ours
