"""`summarizer quotes`, `positions`, `figures` and `timeline`: what the whole store says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from summarizer.cli import opening, output
from summarizer.cli.showing import Format, Showing
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.store import Held, Query, Quoted, Store
    from summarizer.summary import Stance

_PARTIES_NAMED = 8
_LONGEST = 3650  # days


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


_PARTY = typer.Option(metavar="NAME", help='Whole words of a name; "in quotes" a phrase, wor* a beginning.')
Party = Annotated[str | None, _PARTY]
About = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words that it holds, as for 'summarizer search'.")
]


Within = Annotated[str, typer.Option(metavar="DAYS", help="Of conflicts: at most so far apart, such as 7d.")]
Conflicts = Annotated[
    bool, typer.Option("--conflicts", help="What is counted differently by several articles or parties.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        epilog='Example: summarizer quotes --party "Hossam Badran" --about ceasefire',
        short_help="Show what parties are quoted saying.",
    )(quotes)
    app.command(
        epilog="Example: summarizer positions --party Hamas --about truce --stance demands",
        short_help="Show what parties want, say and refuse.",
    )(positions)
    app.command(
        epilog="Example: summarizer figures --conflicts --since 2024-11-01 --within 3d",
        short_help="Show figures, or those that conflict.",
    )(figures)
    app.command(
        epilog="Example: summarizer timeline --party Netanyahu --about Rafah --format html -o rafah.html",
        short_help="Show what a party said, and where it turned round.",
    )(timeline)


def quotes(
    party: Party = None,
    about: About = None,
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    store: opening.Url = None,
) -> None:
    """Show what a party is quoted saying, newest first; each article counts once, by its newest summary."""
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        quotes_page,
    )
    from summarizer.store import Query

    query = Query(party=party, about=about, since=since, until=until, prompt=prompt)
    with _asked(store, party) as kept:
        found = corpus.quotes(kept, query, limit=showing.enough, skip=skip)

        def page(shown: "list[Quoted]", note: str) -> str:
            return quotes_page(_title("Quotes", query), shown, voices=kept.voices(query), note=note)

        showing.show(found, corpus.Quoted, page, total=lambda: kept.ask_count(query, ("quote",)))


def positions(
    party: Party = None,
    about: About = None,
    stance: Annotated[
        list[StanceName] | None,
        typer.Option(metavar="|".join(StanceName), help="Only these; may be given again."),
    ] = None,
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    store: opening.Url = None,
) -> None:
    """Show what parties want, say and refuse, newest first, with the sentences that carry it."""
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        positions_page,
    )
    from summarizer.store import Query

    stances = cast("tuple[Stance, ...]", tuple(one.value for one in stance or ()))
    query = Query(party=party, about=about, since=since, until=until, prompt=prompt, stances=stances)
    with _asked(store, party) as kept:
        found = corpus.positions(kept, query, limit=showing.enough, skip=skip)

        def page(shown: "list[Held]", note: str) -> str:
            return positions_page(_title("Positions", query), shown, note=note)

        showing.show(found, corpus.Held, page, total=lambda: kept.ask_count(query, ("position",)))


def figures(
    conflicts: Conflicts = False,  # noqa: FBT002 - a flag
    party: Party = None,
    about: About = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Only of that unit: USD, %, days.")] = None,
    within: Within = "7d",
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    store: opening.Url = None,
) -> None:
    """Show figures, newest first, with what they count and who claims them; or those that conflict.

    Two conflict if both cannot be right: same unit, same thing counted as far as the words around tell, near
    in time. A conflict is a place to look, not a verdict; --format json says why each is called one.
    """
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        conflicts_page,
        figures_page,
    )
    from summarizer.store import Query

    query = Query(party=party, about=about, since=since, until=until, prompt=prompt, unit=unit)
    span = _days(within)
    with _asked(store, party) as kept:
        if conflicts:
            opposed = corpus.conflicting_figures(kept, query, within=span, limit=showing.enough, skip=skip)
            title = _title("Conflicting figures", query)
            showing.show(
                opposed, corpus.Conflict, lambda shown, note: conflicts_page(title, shown, note=note)
            )
            return
        found = corpus.figures(kept, query, limit=showing.enough, skip=skip)
        title = _title("Figures", query)
        showing.show(
            found,
            corpus.Counted,
            lambda shown, note: figures_page(title, shown, note=note),
            total=lambda: kept.ask_count(query, ("figure",)),
        )


def timeline(
    party: Annotated[str, _PARTY],
    about: About = None,
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 100,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    store: opening.Url = None,
) -> None:
    """Show what a party held and said, oldest first, and mark where it turned round.

    The same words in articles of the next seven days are shown once, with their number.
    """
    showing = Showing.chosen(format, out, limit, skip)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        timeline_page,
    )
    from summarizer.store import Query

    query = Query(party=party, about=about, since=since, until=until, prompt=prompt)
    with _asked(store, party) as kept:
        found = corpus.timeline(kept, query, limit=showing.enough, skip=skip)
        title = _title("Timeline", query)
        showing.show(found, corpus.Moment, lambda shown, note: timeline_page(title, shown, note=note))


@contextmanager
def _asked(url: str | None, party: str | None) -> Iterator["Store"]:
    """The store that is meant; says so if some words for a party match none, or several, in it."""
    with opening.opened(url) as store:
        if party is not None:
            _note_parties(store, party)
        yield store


def _note_parties(store: "Store", party: str) -> None:
    from summarizer.comparison import corpus

    found = corpus.which_parties(store, party).distinct
    if len(found) > 1:
        named = ", ".join(
            f"{one.name} ({output.counted(one.articles, 'article')})" for one in found[:_PARTIES_NAMED]
        )
        more = f" and {len(found) - _PARTIES_NAMED} more" if len(found) > _PARTIES_NAMED else ""
        output.note(f"{party!r} matches {len(found)} parties: {named}{more}")
    elif not found:
        output.note(f"no party is called {party!r}")


def _days(text: str) -> timedelta:
    number = text.strip().removesuffix("d")
    if not number.isascii() or not number.isdigit() or int(number) > _LONGEST:
        raise UsageError(f"--within {text}: give days, such as 7d, {_LONGEST} at most")
    return timedelta(days=int(number))


def _title(what: str, query: "Query") -> str:
    party = f" of {query.party}" if query.party else ""
    return f"{what}{party}{f' about {query.about}' if query.about else ''}"
