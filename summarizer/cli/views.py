"""`summarizer quotes`, `positions`, `figures` and `timeline`: what the whole store says."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from summarizer.cli import help as completing
from summarizer.cli import opening, output
from summarizer.cli.showing import Format, Reports, Showing
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.store import Query, Quoted, Store
    from summarizer.summary import QuoteKind, Stance

_PARTIES_NAMED = 8
_LONGEST = 3650  # days


class StanceName(StrEnum):
    """What a party does with what it holds."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    OFFERS = "offers"
    CLAIMS = "claims"
    ACCUSES = "accuses"
    DENIES = "denies"
    WARNS = "warns"
    THREATENS = "threatens"
    INTENDS = "intends"
    ACCEPTS = "accepts"
    REFUSES = "refuses"
    UNDECIDED = "undecided"


class QuoteKindName(StrEnum):
    """What the words in quotation marks are."""

    SPEECH = "speech"
    WRITTEN = "written"
    TERM = "term"
    TITLE = "title"


_NAME = 'Whole words of a name; "in quotes" a phrase, wor* a beginning.'
_PARTY = typer.Option(metavar="NAME", autocompletion=completing.parties, help=_NAME)
Toward = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        autocompletion=completing.parties,
        help="Whom it is about or addressed to, named as for --party.",
    ),
]
ToldBy = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who tells it of somebody else, named as for --party."),
]
Topic = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Words of its topic, singular or plural; wor* a beginning."),
]
Party = Annotated[str | None, _PARTY]
About = Annotated[
    str | None, typer.Option(metavar="WORDS", help="Words that it holds, as for 'summarizer search'.")
]


Within = Annotated[str, typer.Option(metavar="DAYS", help="Of conflicts: at most so far apart, such as 7d.")]
Doubtful = Annotated[
    bool, typer.Option("--doubtful", help="Only what its evidence may not carry, with the reasons.")
]
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
        epilog="Example: summarizer positions --toward Israel --topic truce",
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
    kind: Annotated[
        list[QuoteKindName] | None,
        typer.Option(
            metavar="|".join(QuoteKindName),
            help="Only these; may be given again. Default: what somebody said or wrote.",
        ),
    ] = None,
    doubtful: Doubtful = False,  # noqa: FBT002 - a flag
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    reports: Reports = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Show what a party is quoted saying, newest first; each article counts once, by its newest summary."""
    showing = Showing.chosen(format, out, limit, skip, reports=reports)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        quotes_page,
    )
    from summarizer.store import STATEMENTS, Query

    kinds = cast("tuple[QuoteKind, ...]", tuple(one.value for one in kind or ())) or STATEMENTS
    query = Query(
        party=party,
        about=about,
        since=since,
        until=until,
        prompt=prompt,
        quote_kinds=kinds,
        doubtful=doubtful,
    )
    with _asked(store, party) as kept:
        found = corpus.quotes(kept, query, limit=showing.enough, skip=skip)

        def page(shown: "list[Quoted]", **about: Any) -> str:
            return quotes_page(_title("Quotes", query), shown, voices=kept.voices(query), **about)

        showing.show(kept, found, corpus.Quoted, page, total=lambda: kept.ask_count(query, ("quote",)))


def positions(
    party: Party = None,
    toward: Toward = None,
    told_by: ToldBy = None,
    topic: Topic = None,
    about: About = None,
    stance: Annotated[
        list[StanceName] | None,
        typer.Option(metavar="|".join(StanceName), help="Only these; may be given again."),
    ] = None,
    doubtful: Doubtful = False,  # noqa: FBT002 - a flag
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    reports: Reports = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Show what parties want, say and refuse, newest first, with the sentences that carry it.

    A position that several hold together is found by each of them.
    """
    showing = Showing.chosen(format, out, limit, skip, reports=reports)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        positions_page,
    )
    from summarizer.store import Query

    stances = cast("tuple[Stance, ...]", tuple(one.value for one in stance or ()))
    query = Query(
        party=party, toward=toward, told_by=told_by, topic=topic, about=about, since=since, until=until,
        prompt=prompt, stances=stances, doubtful=doubtful,
    )  # fmt: skip
    with _asked(store, party, toward, told_by) as kept:
        found = corpus.positions(kept, query, limit=showing.enough, skip=skip)

        page = partial(positions_page, _title("Positions", query))
        showing.show(kept, found, corpus.Held, page, total=lambda: kept.ask_count(query, ("position",)))


def figures(
    conflicts: Conflicts = False,  # noqa: FBT002 - a flag
    party: Party = None,
    about: About = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="Only of that unit: USD, %, days.")] = None,
    within: Within = "7d",
    doubtful: Doubtful = False,  # noqa: FBT002 - a flag
    since: opening.Since = None,
    until: opening.Until = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    format: Format = None,  # noqa: A002 - the option's name
    out: output.Out = None,
    reports: Reports = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Show figures, newest first, with what they count and who claims them; or those that conflict.

    Two conflict if both cannot be right: same unit and kind, same thing counted as far as the words around
    tell, near in time. A conflict is a place to look, not a verdict; --format json says why each is called
    one.
    """
    showing = Showing.chosen(format, out, limit, skip, reports=reports)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        conflicts_page,
        figures_page,
    )
    from summarizer.store import Query

    query = Query(
        party=party, about=about, since=since, until=until, prompt=prompt, unit=unit, doubtful=doubtful
    )
    span = _days(within)
    with _asked(store, party) as kept:
        if conflicts:
            opposed = corpus.conflicting_figures(kept, query, within=span, limit=showing.enough, skip=skip)
            showing.show(
                kept, opposed, corpus.Conflict, partial(conflicts_page, _title("Conflicting figures", query))
            )
            return
        found = corpus.figures(kept, query, limit=showing.enough, skip=skip)
        showing.show(
            kept,
            found,
            corpus.Counted,
            partial(figures_page, _title("Figures", query)),
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
    reports: Reports = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Show what a party held and said, oldest first, and mark where it turned round.

    A reversal is an opposed stance of the same holder on the same topic, toward the same party if both name
    one. Positions without a topic, as in summaries of the first version, are compared by the words of their
    statements; what these tell is called a reversal with a perhaps. The same words in articles of the next
    seven days are shown once, with their number.
    """
    showing = Showing.chosen(format, out, limit, skip, reports=reports)
    from summarizer.comparison import corpus
    from summarizer.render.corpus import (
        timeline_page,
    )
    from summarizer.store import Query

    query = Query(party=party, about=about, since=since, until=until, prompt=prompt)
    with _asked(store, party) as kept:
        found = corpus.timeline(kept, query, limit=showing.enough, skip=skip)
        showing.show(kept, found, corpus.Moment, partial(timeline_page, _title("Timeline", query)))


@contextmanager
def _asked(url: str | None, *parties: str | None) -> Iterator["Store"]:
    """The store that is meant; says so if some words for a party match none, or several, in it."""
    with opening.opened(url) as store:
        for party in parties:
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
    asked = (
        ("of", query.party), ("toward", query.toward), ("on", query.topic), ("told by", query.told_by),
        ("about", query.about),
    )  # fmt: skip
    what = f"Doubtful {what.lower()}" if query.doubtful else what
    return " ".join([what, *(f"{relation} {words}" for relation, words in asked if words)])
