"""`summarizer list`, `show` and `search`: what the store holds."""

from dataclasses import asdict
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from summarizer.cli import opening, output, writing
from summarizer.cli.writing import Format, TableOption
from summarizer.text.ids import short_id

if TYPE_CHECKING:
    from summarizer.store import Hit, Listed, Record, Store, Stored
    from summarizer.store import Kind as ItemKind


class Kind(StrEnum):
    """What a search looks at."""

    PARTY = "party"
    POSITION = "position"
    QUOTE = "quote"
    FIGURE = "figure"
    SUMMARY = "summary"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("list", epilog="Example: summarizer list --party Badran --since 2024-11-01")(list_)
    app.command(epilog="Example: summarizer show article.txt", short_help="Show a stored summary.")(show)
    app.command(
        epilog="Example: summarizer search 'ceasefire \"exchange deal\" nego*' --kind quote",
        short_help="Search stored summaries.",
    )(search)


def list_(
    party: opening.Party = None,
    since: opening.Since = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    skip: opening.Skip = 0,
    store: opening.Url = None,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """List stored summaries, those stored last first."""
    from summarizer.store import Selection

    selection = Selection(party=party, since=since, prompt=prompt)
    with opening.opened(store) as kept:
        found = kept.listing(selection, limit=limit or None, skip=skip)
        total = kept.count(selection)
    columns = ("id", "published", "prompt", "model", "title")
    _print(found, [_in_short(one) for one in found], columns, json=json, clipped=("model", "title"))
    if not found:
        output.note(f"there are {total:,} in all" if total else "the store holds no such summary")
    if skip + len(found) < total:
        output.note(f"{len(found)} of {total:,} shown; more with --skip {skip + len(found)} or --limit 0")
    if not found:
        raise typer.Exit(1)


def show(
    reference: opening.Reference,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help=output.SHAPE_HELP)
    ] = None,
    out: output.Out = None,
    table: TableOption = None,
    offsets: output.OffsetsOption = output.Offsets.CODE_POINTS,
    history: Annotated[bool, typer.Option("--history", help="All, of earlier texts too.")] = False,  # noqa: FBT002 - a flag
    open_: output.Open = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
) -> None:
    """Show a stored summary; of an article's summaries the one stored last."""
    shape = output.shape(Format, format, out)
    writing.ensure_writable(shape, out, table, offsets)
    output.ensure_openable(out, wanted=open_, is_page=shape is Format.HTML)
    meant = opening.references(reference)
    with opening.opened(store) as kept:
        # A place comes first here: it knows the earlier texts of an article that was edited since.
        found = kept.history(*meant[1:], meant[0]) if history else [kept.find(*meant)]
        if found and meant[0].startswith("sha256:") and found[0].summary.article.id != meant[0]:
            output.note(f"{reference}: its text has changed since; this is of what it said before")
        if found:
            writing.write(
                (_record(kept, one) for one in found),
                shape,
                out,
                several=history,
                table=table,
                offsets=offsets,
            )
    if open_ and found:
        output.open_in_browser(out)


def _record(kept: "Store", one: "Stored") -> "Record":
    from summarizer.store import Record

    material, reviews = kept.material(one.id), tuple(kept.reviews(one.id))
    return Record.of(
        material.article, one.summary, summary_id=one.id, reviews=reviews, source=material.source
    )


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help='All must occur in an item or its party; "in quotes" a phrase, wor* a beginning.',
        ),
    ],
    kind: Annotated[
        list[Kind] | None, typer.Option(metavar="|".join(Kind), help="Only these; may be given again.")
    ] = None,
    party: opening.Party = None,
    since: opening.Since = None,
    prompt: opening.Prompt = None,
    limit: opening.Limit = 20,
    store: opening.Url = None,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Search parties, positions, quotes, figures and headlines of stored summaries, the best hits first."""
    from summarizer.store import Selection

    question = " ".join(words)
    kinds = cast("tuple[ItemKind, ...]", tuple(one.value for one in kind or ()))
    with opening.opened(store) as kept:
        selection = Selection(party=party, since=since, prompt=prompt)
        found = kept.search(question, kinds=kinds, selection=selection, limit=limit or None)
    _print(
        found,
        [_in_short(one) for one in found],
        ("summary", "item", "date", "parties", "text", "title"),
        json=json,
    )
    if not found:
        output.note(f"nothing holds all of: {question}")
        raise typer.Exit(1)


def _print(
    found: "list[Listed] | list[Hit]",
    shown: list[dict[str, Any]],
    columns: tuple[str, ...],
    *,
    json: bool,
    clipped: tuple[str, ...] = (),
) -> None:
    from summarizer import render

    if json:
        output.write(render.rows_as_json([_plain(one) for one in found]), None)
    elif found:
        render.print_rows(shown, columns, output.console(), clipped=clipped)


def _plain(one: "Listed | Hit") -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in asdict(one).items()
    }


def _in_short(one: "Listed | Hit") -> dict[str, Any]:
    """A row for people: short ids, blanks for what is not known, and what the article is called."""
    from summarizer.text.positions import joined

    row = {name: "" if value is None else value for name, value in _plain(one).items()}
    if "parties" in row:
        row["parties"] = joined(row["parties"])
        row["date"] = row["published"]
        row["item"] = row["item"] or row["kind"]
        row["text"] = row["text"] if row["in_marks"] else f"not in quotation marks: {row['text']}"
    for name in ("id", "summary"):
        if name in row:
            row[name] = short_id(row[name])
    return row | {"title": row.get("name", row["title"])}
