"""`summarizer review`: what to look at first, and what people say of summaries and their items."""

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import opening, output
from summarizer.errors import UsageError
from summarizer.text.ids import short_id

if TYPE_CHECKING:
    from summarizer.review import Review
    from summarizer.summary import Summary

_SHOWN = 60  # characters of an item
EXAMPLE = """\
\b
Examples:
  summarizer review article.txt
  summarizer review article.txt q3 --verdict wrong --note "said by the mayor" --reviewer desk
  summarizer review --list article.txt
"""


class Verdict(StrEnum):
    """What a reviewer may say."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog=EXAMPLE, short_help="List what is doubtful in a stored summary; mark it as right or wrong."
    )(review)


def review(
    reference: Annotated[
        str | None,
        typer.Argument(
            metavar="ID|PATH",
            help="The beginning of a summary's or article's id, or an article's path or URL.",
        ),
    ] = None,
    item: Annotated[
        str | None, typer.Argument(metavar="ITEM", help="Such as q3; without it the summary as a whole.")
    ] = None,
    verdict: Annotated[Verdict | None, typer.Option(help="What you say of it.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List marks, the newest first.")] = False,  # noqa: FBT002 - a flag
    store: opening.Url = None,
    json: output.Json = False,  # noqa: FBT002 - a flag
) -> None:
    """Mark a stored summary, or one of its items, as right, wrong or unsure; earlier marks stay.

    Without --verdict, list its items in order of doubt: what its evidence may not carry comes first, with the
    reasons, then what is warned of, then the rest; `mark` is what a reviewer said last. Marks are shown with
    the summary, exported and imported with it, and a column of its tables.
    """
    if list_ and (verdict or note or reviewer):
        raise UsageError("--list shows marks and takes none; leave out --verdict, --note and --reviewer")
    if list_:
        _list(reference, item, store, json=json)
        return
    if reference is None:
        raise UsageError(
            "say which summary: summarizer review ID, with --verdict right to mark it; or --list"
        )
    if verdict is None:
        if note or reviewer:
            raise UsageError("--note and --reviewer belong to a mark; say which with --verdict")
        _print_items(reference, item, store, json=json)
        return
    from summarizer import render
    from summarizer.review import Review

    with opening.opened(store) as kept:
        found = kept.find(*opening.references(reference))
        mark = Review(verdict.value, item=item, note=note, reviewer=reviewer)
        kept.review(found.id, mark)
        said = kept.reviews(found.id)[-1]
    if json:
        output.write(render.facts_as_json(_plain(found.id, said)), None)
    output.note(f"{short_id(found.id)}: {_words(found.summary, item)} marked {verdict}")


def _print_items(reference: str, item: str | None, store: str | None, *, json: bool) -> None:
    """Print the items of a summary in order of doubt, or one of them."""
    from summarizer import render
    from summarizer.review import by_doubt

    with opening.opened(store) as kept:
        found = kept.find(*opening.references(reference))
        last = {mark.item: mark.verdict for mark in kept.reviews(found.id)}
    shown = [one for one in by_doubt(found.summary) if item in {None, one.item}]
    if not shown:
        raise UsageError(f"the summary has no item {item!r}")
    facts = [{"item": one.item, "mark": last.get(one.item), "text": one.text} for one in shown]
    why = [one.remarks for one in shown]
    if json:
        rows = [{"summary": found.id, **row, "why": list(told)} for row, told in zip(facts, why, strict=True)]
        output.write(render.rows_as_json(rows), None)
        return
    table = [
        {**row, "mark": row["mark"] or "", "why": "; ".join(told)}
        for row, told in zip(facts, why, strict=True)
    ]
    render.print_rows(table, ("item", "mark", "text", "why"), output.console())
    doubted = sum(one.support.verdict == "doubtful" for one in shown)
    output.note(f"{short_id(found.id)}: {doubted} of {output.counted(len(shown), 'item')} doubtful")


def _list(reference: str | None, item: str | None, store: str | None, *, json: bool) -> None:
    from summarizer import render

    with opening.opened(store) as kept:
        ids = None if reference is None else kept.summaries(*opening.references(reference))
        marks = [one for one in kept.reviewed(ids) if item in {None, one.review.item}]
    rows = [_plain(one.summary, one.review) | {"title": one.name} for one in marks]
    if json:
        output.write(render.rows_as_json(rows), None)
    elif rows:
        shown = [{name: value or "" for name, value in row.items()} for row in rows]
        short = [row | {"summary": short_id(row["summary"]), "made": row["made"][:10]} for row in shown]
        columns = ("summary", "item", "verdict", "reviewer", "made", "note", "title")
        render.print_rows(short, columns, output.console())
    else:
        output.note("nobody has said anything yet; summarizer review ID ITEM --verdict right")


def _plain(summary: str, mark: "Review") -> dict[str, Any]:
    return {"summary": summary} | asdict(mark) | {"made": mark.made.isoformat() if mark.made else None}


def _words(summary: "Summary", item: str | None) -> str:
    """The item with its beginning, so that a slip of the finger is seen."""
    from summarizer.review import by_doubt

    texts = {one.item: one.text for one in by_doubt(summary)}
    text = texts.get(item or "", summary.headline.text)
    return f"{item or 'the summary'} “{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"
