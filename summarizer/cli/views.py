"""`summarizer quotes`, `positions`, `figures` and `timeline`: what the whole store says."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, cast

import typer

from summarizer.cli import opening, output
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.store import Held, Query, Quoted, Store
    from summarizer.summary import Stance
    from summarizer.views import Answer

One = TypeVar("One", bound="Answer")
_PARTIES_NAMED = 8
_LONGEST = 3650  # days


class Shape(StrEnum):
    """How a view is written."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class StanceName(StrEnum):
    """What a party does with what it holds."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    OFFERS = "offers"
    CLAIMS = "claims"
    DENIES = "denies"
    WARNS = "warns"
    THREATENS = "threatens"
    UNDECIDED = "undecided"


Party = Annotated[
    str | None,
    typer.Option(metavar="NAME", help='Whole words of a name; "in quotes" a phrase, wor* a beginning.'),
]
About = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words that it holds, as for 'summarizer search'.")
]
Until = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Only of articles up to that day."),
]
Conflicts = Annotated[
    bool, typer.Option("--conflicts", help="What is counted differently by several articles or parties.")
]
Limit = Annotated[int, typer.Option(min=0, metavar="N", help="At most so many; 0 shows all.")]
Skip = Annotated[int, typer.Option(min=0, metavar="N", help="Leave out the first so many.")]
Format = Annotated[Shape | None, typer.Option(help="Default: pretty on a terminal, json in a pipe.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", help="Write to this file, whole or not at all.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog='Example: summarizer quotes --party "Hossam Badran" --about ceasefire')(quotes)
    app.command(epilog="Example: summarizer positions --party Hamas --about truce --stance demands")(
        positions
    )
    app.command(epilog="Example: summarizer figures --conflicts --since 2024-11-01 --within 3d")(figures)
    app.command(
        epilog="Example: summarizer timeline --party Netanyahu --about Rafah --format html -o rafah.html"
    )(timeline)


def quotes(
    party: Party = None,
    about: About = None,
    since: opening.Since = None,
    until: Until = None,
    prompt: opening.Prompt = None,
    limit: Limit = 20,
    skip: Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: Out = None,
    store: opening.Url = None,
) -> None:
    """Show what a party is quoted saying, newest first; each article counts once, by its newest summary."""
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer import views

    query = _query(party, about, since, until, prompt)
    with opening.opened(store) as kept:
        _note_parties(kept, party)
        found = views.quotes(kept, query, limit=showing.enough, skip=skip)

        def page(shown: "list[Quoted]", note: str) -> str:
            return views.quotes_page(_title("Quotes", query), shown, voices=kept.voices(query), note=note)

        showing.show(found, views.Quoted, page, total=lambda: kept.ask_count(query, ("quote",)))


def positions(
    party: Party = None,
    about: About = None,
    stance: Annotated[list[StanceName] | None, typer.Option(help="Only these; may be given again.")] = None,
    since: opening.Since = None,
    until: Until = None,
    prompt: opening.Prompt = None,
    limit: Limit = 20,
    skip: Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: Out = None,
    store: opening.Url = None,
) -> None:
    """Show what parties want, say and refuse, newest first, with the sentences that carry it."""
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer import views

    stances = cast("tuple[Stance, ...]", tuple(one.value for one in stance or ()))
    query = _query(party, about, since, until, prompt, stances=stances)
    with opening.opened(store) as kept:
        _note_parties(kept, party)
        found = views.positions(kept, query, limit=showing.enough, skip=skip)

        def page(shown: "list[Held]", note: str) -> str:
            return views.positions_page(_title("Positions", query), shown, note=note)

        showing.show(found, views.Held, page, total=lambda: kept.ask_count(query, ("position",)))


def figures(
    conflicts: Conflicts = False,  # noqa: FBT002 - a flag
    party: Party = None,
    about: About = None,
    unit: Annotated[str | None, typer.Option(help="Only of that unit: USD, %, days.")] = None,
    within: Annotated[
        str, typer.Option(metavar="DAYS", help="Of conflicts: at most so far apart, such as 7d.")
    ] = "7d",
    since: opening.Since = None,
    until: Until = None,
    prompt: opening.Prompt = None,
    limit: Limit = 20,
    skip: Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: Out = None,
    store: opening.Url = None,
) -> None:
    """Show figures, newest first, with what they count and who claims them; or those that conflict.

    Two conflict if both cannot be right: same unit, same thing counted as far as the words around tell, near
    in time. A conflict is a place to look, not a verdict; --format json says why each is called one.
    """
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer import views

    query, span = _query(party, about, since, until, prompt, unit=unit), _days(within)
    with opening.opened(store) as kept:
        _note_parties(kept, party)
        if conflicts:
            opposed = views.conflicting_figures(kept, query, within=span, limit=showing.enough, skip=skip)
            title = _title("Conflicting figures", query)
            showing.show(
                opposed, views.Conflict, lambda shown, note: views.conflicts_page(title, shown, note=note)
            )
            return
        found = views.figures(kept, query, limit=showing.enough, skip=skip)
        title = _title("Figures", query)
        showing.show(
            found,
            views.Counted,
            lambda shown, note: views.figures_page(title, shown, note=note),
            total=lambda: kept.ask_count(query, ("figure",)),
        )


def timeline(
    party: Annotated[
        str,
        typer.Option(metavar="NAME", help='Whole words of a name; "in quotes" a phrase, wor* a beginning.'),
    ],
    about: About = None,
    since: opening.Since = None,
    until: Until = None,
    prompt: opening.Prompt = None,
    limit: Limit = 100,
    skip: Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: Out = None,
    store: opening.Url = None,
) -> None:
    """Show what a party held and said, oldest first, and mark where it turned round.

    The same words in articles of the next seven days are shown once, with their number.
    """
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer import views

    query = _query(party, about, since, until, prompt)
    with opening.opened(store) as kept:
        _note_parties(kept, party)
        found = views.timeline(kept, query, limit=showing.enough, skip=skip)
        title = _title("Timeline", query)
        showing.show(found, views.Moment, lambda shown, note: views.timeline_page(title, shown, note=note))


@dataclass(frozen=True, slots=True)
class Showing:
    """How a view is shown, and how much of it."""

    shape: Shape
    out: Path | None
    limit: int
    skip: int

    @classmethod
    def chosen(cls, shape: Shape | None, out: Path | None, limit: int, skip: int) -> "Showing":
        """What the options of a command say; an output that cannot come about is refused."""
        output.ensure_writable(out)
        default = Shape.PRETTY if sys.stdout.isatty() and out is None else Shape.JSON
        return cls(shape or default, out, limit, skip)

    @property
    def enough(self) -> int | None:
        """How many answers tell whether there are more than are shown."""
        return self.limit + 1 if self.limit else None

    def show(
        self,
        found: Iterator[One],
        kind: type[One],
        page: Callable[[list[One], str], str],
        *,
        total: Callable[[], int] | None = None,
    ) -> None:
        """Write the answers, and say on stderr if there are more, or none."""
        with output.working("looking through the store"):
            first = list(islice(found, 1))
        shown = _Counted(chain(first, found), self.limit)
        with output.writing(self.out) as put:
            if self.shape is Shape.HTML:
                taken = list(shown)
                put(page(taken, self._more(shown, total)))
            else:
                self._write(iter(shown), kind, put)
        if shown.more or not shown.number:
            output.note(self._more(shown, total) or "nothing found")

    def _more(self, shown: "_Counted[One]", total: Callable[[], int] | None) -> str:
        if not shown.more:
            return ""
        of = f"{shown.number} of {total():,} shown" if total else f"{shown.number} shown, and there are more"
        return f"{of}; more with --skip {self.skip + shown.number} or --limit 0"

    def _write(self, shown: Iterator[One], kind: type[One], put: Callable[[str], object]) -> None:
        from summarizer import views

        if self.shape is Shape.PRETTY:
            console = output.console(like_stdout=self.out is None)
            if self.out is None:
                views.print_view(shown, console)
                return
            with console.capture() as captured:
                views.print_view(shown, console)
            put(captured.get())
            return
        if self.shape is Shape.CSV:
            lines = views.as_csv(kind, shown)
        else:
            lines = views.as_jsonl(shown) if self.shape is Shape.JSONL else views.as_json(shown)
        for line in lines:
            put(line)


class _Counted(Generic[One]):
    """Answers up to a limit, counted as they pass; knows in the end whether there are more."""

    def __init__(self, found: Iterable[One], limit: int) -> None:
        self._found, self._limit = found, limit
        self.number, self.more = 0, False

    def __iter__(self) -> Iterator[One]:
        for one in self._found:
            if self._limit and self.number == self._limit:
                self.more = True
                return
            self.number += 1
            yield one


def _query(
    party: str | None,
    about: str | None,
    since: datetime | None,
    until: datetime | None,
    prompt: str | None,
    **narrower: Any,
) -> "Query":
    from summarizer.store import Query

    first, last = since and since.date(), until and until.date()
    return Query(party=party, about=about, since=first, until=last, prompt=prompt, **narrower)


def _note_parties(store: "Store", party: str | None) -> None:
    """Say so if some words for a party match none, or several that are not the same."""
    from summarizer import views

    found = views.which_parties(store, party).distinct if party is not None else ()
    if len(found) > 1:
        named = ", ".join(
            f"{one.name} ({output.counted(one.articles, 'article')})" for one in found[:_PARTIES_NAMED]
        )
        more = f" and {len(found) - _PARTIES_NAMED} more" if len(found) > _PARTIES_NAMED else ""
        output.note(f"{party!r} matches {len(found)} parties: {named}{more}")
    elif not found and party is not None:
        output.note(f"no party is called {party!r}")


def _days(text: str) -> timedelta:
    number = text.strip().removesuffix("d")
    if not number.isascii() or not number.isdigit() or int(number) > _LONGEST:
        raise UsageError(f"--within {text}: give days, such as 7d, {_LONGEST} at most")
    return timedelta(days=int(number))


def _title(what: str, query: "Query") -> str:
    party = f" of {query.party}" if query.party else ""
    return f"{what}{party}{f' about {query.about}' if query.about else ''}"
