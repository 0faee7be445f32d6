"""`summarizer store`: the store itself."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from summarizer.cli import opening, output

if TYPE_CHECKING:
    from summarizer.store import Stats

app = typer.Typer(
    no_args_is_help=True,
    help="The store of summaries.",
    epilog="Example: summarizer store stats",
    rich_markup_mode=None,
)


@app.command(epilog="Example: summarizer store stats --json")
def stats(
    store: opening.Url = None,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Say what the store holds, and what that took."""
    from summarizer import render
    from summarizer.text.printable import printable

    with opening.opened(store) as kept:
        found = kept.stats()
    if json:
        output.write(render.facts_as_json(_plain(found)), None)
        return
    for line in _lines(found):
        output.write(printable(line) + "\n", None)
    columns = ("prompt", "model", "current", "input", "output", "seconds", "dollars")
    if found.recipes:
        render.print_rows(_rows(found), columns, output.console())


@app.command(
    epilog="Example: summarizer store upgrade --store postgresql://news@localhost/news",
    short_help="Bring a store up to this version.",
)
def upgrade(store: opening.Url = None) -> None:
    """Bring a store's tables up to this version, or make them in an empty PostgreSQL database.

    An SQLite file is copied first, and the name of the copy is said.
    """
    from summarizer.store import Store

    with output.working("upgrading"):
        done = Store.upgrade(opening.url(store))
    if done.before == done.after:
        output.note(f"the store is up to date (version {done.after})")
        return
    copy = "" if done.copy is None else f"; as it was, it is in {done.copy}, which you may delete"
    output.note(f"upgraded from {done.before or 'nothing'} to version {done.after}{copy}")


@app.command(epilog="Example: summarizer store vacuum", short_help="Give the space of deleted rows back.")
def vacuum(store: opening.Url = None) -> None:
    """Give the space of deleted rows back; needs room for a second copy of the store meanwhile."""
    with opening.opened(store) as kept:
        before = kept.stats().size
        with output.working("writing the store anew"):
            kept.vacuum()
        after = kept.stats().size
    output.note(f"{before / 1e6:,.1f} MB before, {after / 1e6:,.1f} MB after")


def _lines(found: "Stats") -> list[str]:
    tried = ", ".join(f"{number:,} {status}" for status, number in found.attempts.items() if number)
    return [
        f"{found.address}, version {found.version}, {found.size / 1e6:,.1f} MB",
        f"articles: {found.articles:,}",
        f"summaries: {found.summaries:,} current, {found.superseded:,} superseded",
        f"attempts: {tried or 'none'}",
        f"review marks: {found.reviews:,}",
    ]


def _rows(found: "Stats") -> list[dict[str, Any]]:
    return [
        {
            "prompt": one.prompt,
            "model": one.model,
            "current": f"{one.current:,}",
            "input": f"{one.tokens.input:,}",
            "output": f"{one.tokens.output:,}",
            "seconds": f"{one.seconds:,.0f}",
            "dollars": "" if one.cost_usd is None else f"{one.cost_usd:,.4f}",
        }
        for one in found.recipes
    ]


def _plain(found: "Stats") -> dict[str, Any]:
    recipes = [
        {
            **asdict(one),
            "tokens": one.tokens.model_dump(),
            "cost_usd": None if one.cost_usd is None else str(one.cost_usd),
        }
        for one in found.recipes
    ]
    return {**asdict(found), "recipes": recipes}
