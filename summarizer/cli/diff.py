"""`summarizer diff`: what changed in meaning."""

from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import opening, output
from summarizer.errors import NotInStore, UsageError
from summarizer.text.ids import short_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.comparison import Changelog, Recipes, Run
    from summarizer.store import Selection, Store, Stored


class Format(StrEnum):
    """How changes are written."""

    PRETTY = "pretty"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


EXAMPLE = """\
\b
Examples:
  summarizer diff article.txt
  summarizer diff --from summary@2 --to summary@3 --since 2024-11-01 --format html -o changes.html
  summarizer diff old.jsonl new.jsonl --fail-if 'quotes.lost>0' --fail-if 'coverage.quotations<0'

--fail-if compares with > >= < <= == !=. Numbers of changes: positions.flipped .reassigned .stance
.target .teller .lost .found .stance_worded .topic .evidence .reworded; holders.added .removed;
speakers.changed .lost .found .added .removed; quotes.lost .found .narrowed .widened .kind;
figures.value .comparator .unit .claimant .kind .lost .found; parties.lost .found .merged .split
.kind .role .renamed; framing.lost .found; sentences.covered .uncovered; support.doubtful .cleared;
disputes.new .gone; warnings.new .gone; rejected.new .gone; headline.changed; abstract.lost .found
.changed. Numbers of articles: articles.changed .only_before .only_after. Differences of the share
that is reported, such as -0.01: coverage.quotations .figures .sentences.
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog=EXAMPLE, short_help="Tell what changed in meaning.")(diff)


def diff(
    one: Annotated[
        str | None,
        typer.Argument(metavar="BEFORE|ARTICLE", help="A summary, a run, or an article."),
    ] = None,
    other: Annotated[str | None, typer.Argument(metavar="AFTER", help="What to compare it with.")] = None,
    before: Annotated[
        str | None,
        typer.Option("--from", metavar="PROMPT", help="Before: by this prompt, such as summary@2."),
    ] = None,
    after: Annotated[
        str | None, typer.Option("--to", metavar="PROMPT", help="After: by this prompt, such as summary@3.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="MODEL", help="Only by that model, on both sides.")
    ] = None,
    party: opening.Party = None,
    since: opening.Since = None,
    limit: Annotated[
        int, typer.Option(min=0, metavar="N", help="Articles listed, the most telling; 0 lists all.")
    ] = 10,
    reworded: Annotated[bool, typer.Option("--reworded", help="List reworded positions too.")] = False,  # noqa: FBT002 - a flag
    fail_if: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CONDITION", help="Exit with 1 if so, such as quotes.lost>0; may be given again."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help=output.SHAPE_HELP)
    ] = None,
    out: output.Out = None,
    store: opening.Url = None,
) -> None:
    """Tell what changed in meaning: positions flipped, holders and speakers changed, quotes lost, coverage.

    Of an article: its newest summary against the one before, else that of an earlier text as far as its
    words still stand, or against that by --from and --to. Without
    arguments: all articles of the store, by --from and --to. BEFORE and AFTER are ids of stored summaries,
    files of summaries (JSON; JSON Lines by export or summarize) or stores (sqlite:///…). Items are matched
    by their places in the article, positions also by holders, stance and topic.
    """
    from summarizer import comparison
    from summarizer.store import Selection

    gates = [comparison.Gate.parse(written) for written in fail_if or ()]
    shape = output.shape(Format, format, out)
    output.ensure_writable(out)
    sides = comparison.Recipes(before, model), comparison.Recipes(after, model)
    among = Selection(party=party, since=since)
    with _runs(one, other, sides, among, store) as (old, new), output.counting("comparing") as tell:
        found = comparison.compare(old, new, limit=limit or None, report=tell)
    output.write(_text(found, shape, out, reworded=reworded), out)
    failed = comparison.failures(gates, found)
    for line in failed:
        output.note(f"failed: {line}")
    if failed:
        raise typer.Exit(1)


@contextmanager
def _runs(
    one: str | None,
    other: str | None,
    sides: "tuple[Recipes, Recipes]",
    among: "Selection",
    url: str | None,
) -> "Iterator[tuple[Run, Run]]":
    """What the arguments mean."""
    from summarizer.comparison import StoredRun

    asked = all(side.prompt for side in sides)
    with ExitStack() as opened:
        if one is not None and other is not None:
            stores = _Stores(opened, url, among)
            yield stores.run(one, sides[0]), stores.run(other, sides[1])
            return
        if not asked and (one is None or any(side.prompt for side in sides)):
            raise UsageError(
                "what with what? name an article, two summaries or runs, or two prompts with --from and --to"
            )
        if asked and sides[0] == sides[1]:
            raise UsageError(f"--from and --to are both {sides[0].prompt}; name two prompts")
        kept = opened.enter_context(opening.opened(url))
        if one is None:
            yield StoredRun(kept, sides[0], among=among), StoredRun(kept, sides[1], among=among)
        elif asked:
            chosen = _of_article(kept, one, among)
            yield StoredRun(kept, sides[0], among=chosen), StoredRun(kept, sides[1], among=chosen)
        else:
            yield _last_two(kept, one)


class _Stores:
    """Opens stores as arguments name them; the usual one once, and only if an id is looked up in it."""

    def __init__(self, opened: ExitStack, url: str | None, among: "Selection") -> None:
        self._opened, self._url, self._among = opened, url, among
        self._usual: Store | None = None

    def run(self, source: str, recipes: "Recipes") -> "Run":
        from summarizer.comparison import FileRun, OneSummary, StoredRun

        if source.startswith(("sqlite:", "postgres:", "postgresql:")):
            store = self._opened.enter_context(opening.opened(source))
            return StoredRun(store, recipes, among=self._among, name=store.address)
        if Path(source).exists():
            return FileRun(Path(source), recipes)
        if self._usual is None:
            self._usual = self._opened.enter_context(opening.opened(self._url))
        found = self._usual.find(*opening.references(source))
        return OneSummary(found.summary, short_id(found.id))


def _of_article(store: "Store", source: str, among: "Selection") -> "Selection":
    from dataclasses import replace

    return replace(among, ids=tuple(store.summaries(*opening.references(source))))


def _last_two(store: "Store", source: str) -> "tuple[Run, Run]":
    """The newest summary of an article's text, and the one before it, be it of an earlier text."""
    from summarizer.comparison import OneSummary

    history = store.history(*opening.references(source))
    article = next((found.summary.article.id for found in history), None)
    of_text = [found for found in history if found.summary.article.id == article]
    if not of_text:
        raise NotInStore(f"{source}: the store has no summary of it; make one with summarize")
    new = of_text[0]
    newest = OneSummary(new.summary, short_id(new.id))
    if len(of_text) > 1:
        return OneSummary(of_text[1].summary, short_id(of_text[1].id)), newest
    earlier = _of_earlier_text(store, source, new)
    if earlier is None:
        raise NotInStore(
            f"{source}: there is nothing to compare with, as the store has one summary of it; "
            "make another with summarize --fresh or --prompt"
        )
    return earlier, newest


def _of_earlier_text(store: "Store", source: str, new: "Stored") -> "Run | None":
    """The summary of what the article said before, as far as its words still stand.

    One by the same recipe is taken rather than another. None if no other text was
    read at its place, or one that shares too little with it.
    """
    from summarizer.comparison import OneSummary
    from summarizer.pipeline.carry_over import in_words, reanchor

    kept = store.material(new.id)
    others = [
        found
        for found in (store.history(kept.source) if kept.source else [])
        if found.summary.article.id != new.summary.article.id
    ]
    recipe = new.summary.provenance and new.summary.provenance.fingerprint
    alike = (one for one in others if one.summary.provenance and one.summary.provenance.fingerprint == recipe)
    old = next(alike, others[0] if others else None)
    if old is None:
        return None
    changes = reanchor(old.summary, store.material(old.id).article, kept.article)
    if changes.is_another_article:
        return None
    output.note(
        f"{source}: compared with the summary of an earlier text ({short_id(old.id)}), as far as its words "
        f"still stand; since then: {in_words(changes) or 'nothing that it says'}"
    )
    return OneSummary(changes.summary, f"{short_id(old.id)} of an earlier text")


def _text(found: "Changelog", shape: Format, out: Path | None, *, reworded: bool) -> str:
    from summarizer import render
    from summarizer.render.diff import as_html, as_markdown, print_changelog

    if shape is Format.JSON:
        return render.as_json(found)
    if shape is Format.MARKDOWN:
        return as_markdown(found, reworded=reworded)
    if shape is Format.HTML:
        return as_html(found, reworded=reworded)
    console = output.console(like_stdout=out is None)
    with console.capture() as captured:
        print_changelog(found, console, reworded=reworded)
    return captured.get()
