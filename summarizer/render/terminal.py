"""A summary for a person at a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.analysis import MarkedArticle
from summarizer.render.paragraphs import paragraph as _line
from summarizer.render.view import PartyView, SummaryView, arrange
from summarizer.review import Review
from summarizer.summary import Anchor, Quote, Rejected, Summary
from summarizer.text.format_figure import framed, reading
from summarizer.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console

_SENTENCES_SHOWN = 12
_VERDICTS = {"right": "green", "wrong": "red", "unsure": "yellow"}
_DIFF = {"equal": ("{}", "dim"), "offered": ("[-{}-]", "red strike"), "article": ("{{+{}+}}", "green")}


def print_pretty(summary: Summary, marked: MarkedArticle, console: "Console") -> None:
    """Print a summary the way a person likes to read it; `console` decides width and colour."""
    view = arrange(summary, marked)
    _head(view, console)
    _parties(view, console)
    _figures(view, console)
    _framing(view, console)
    _rejected(summary.rejected, console)
    _uncovered(view, console)
    _foot(summary, console)


def _title(console: "Console", words: str, style: str = "bold") -> None:
    console.print()
    _line(console, (words, style))


def _head(view: SummaryView, console: "Console") -> None:
    article = view.summary.article
    _line(console, (view.summary.headline, "bold"))
    facts = [
        article.published.isoformat() if article.published else "",
        article.site or "",
        article.author or "",
        view.title or "",
        f"{article.characters:,} characters",
    ]
    _line(console, (" · ".join(fact for fact in facts if fact), "dim"))
    console.print()
    _line(console, (view.summary.abstract, ""))


def _parties(view: SummaryView, console: "Console") -> None:
    if view.parties:
        _title(console, "Parties")
    for shown in view.speaking:
        _party(view, shown, console)
    if view.also_named:
        _line(console, ("Also named: ", "dim"), (view.also_named, ""), indent=2, hang=2)
    if view.unattributed:
        _title(console, "Quoted, speaker not settled")
        for quote in view.unattributed:
            _quote(view, quote, console)


def _party(view: SummaryView, shown: PartyView, console: "Console") -> None:
    party = shown.party
    about = f" — {party.description}" if party.description else ""
    aliases = f" (also {', '.join(party.aliases)})" if party.aliases else ""
    _line(
        console, (party.name, "bold cyan"), (f", {party.kind}", "dim"), (about, ""), (aliases, "dim"),
        indent=2, hang=2,
    )  # fmt: skip
    for position in shown.positions:
        # The article's own words begin with its verb; the model's need one.
        stance = "" if position.wording == "article" else f"{position.stance} "
        _line(
            console,
            (stance, "yellow"),
            (position.statement, ""),
            (f" {view.sentences(position.evidence)}", "dim"),
            indent=4, hang=2,
        )  # fmt: skip
    for quote in shown.quotes:
        _quote(view, quote, console)


def _quote(view: SummaryView, quote: Quote, console: "Console") -> None:
    where = (f" {view.sentence(quote.anchor)}", "dim")
    if view.is_narrated(quote):
        _line(console, ("not in quotation marks: ", "yellow"), (quote.text, ""), where, indent=4, hang=2)
    else:
        _line(console, (f"“{quote.text}”", "green"), where, indent=4, hang=1)


def _figures(view: SummaryView, console: "Console") -> None:
    if view.summary.figures:
        _title(console, "Figures")
    for figure in view.summary.figures:
        claimant = view.name(figure.claimed_by)
        _line(
            console,
            (figure.text, "bold magenta"),
            (f" {figure.measures}" if figure.measures else "", ""),
            (f", says {claimant}" if claimant else "", ""),
            (f" — {reading(figure)}", "cyan"),
            (f" {view.sentence(figure.anchor)}", "dim"),
            indent=2, hang=2,
        )  # fmt: skip


def _framing(view: SummaryView, console: "Console") -> None:
    if view.summary.framing:
        _title(console, "Loaded wording of the article's own")
    for item in view.summary.framing:
        _line(
            console,
            (item.text, "yellow"),
            (f", {framed(item)}", ""),
            (f" {view.sentences([item.anchor, *item.others])}", "dim"),
            indent=2, hang=2,
        )  # fmt: skip


def _rejected(rejected: Iterable[Rejected], console: "Console") -> None:
    rejected = list(rejected)
    if not rejected:
        return
    _title(
        console, f"Rejected: {len(rejected)} offered by the model that the article does not hold", "bold red"
    )
    for item in rejected:
        _line(
            console, (f"{item.kind}, {item.verdict.replace('_', ' ')}: ", "red"), (item.text, ""),
            (f" — {item.reason}", "dim"), indent=2, hang=2,
        )  # fmt: skip
        if item.diff:
            pieces = [
                (_DIFF[piece.op][0].format(piece.text) + " ", _DIFF[piece.op][1]) for piece in item.diff
            ]
            _line(console, *pieces, indent=4)


def _uncovered(view: SummaryView, console: "Console") -> None:
    coverage = view.summary.coverage
    tallies = (
        ("quotations", coverage.quotations), ("figures", coverage.figures), ("sentences", coverage.sentences),
    )  # fmt: skip
    counted = ", ".join(f"{tally.reported} of {tally.found} {name}" for name, tally in tallies)
    _title(console, f"Coverage: {counted}")
    for name, anchors in (
        ("quotation", coverage.quotations_left_out),
        ("figure", coverage.figures_left_out),
        ("sentence", coverage.sentences_left_out),
    ):
        for anchor in anchors[:_SENTENCES_SHOWN]:
            _left_out(view, name, anchor, console)
        if len(anchors) > _SENTENCES_SHOWN:
            _line(console, (f"… and {len(anchors) - _SENTENCES_SHOWN} more", "dim"), indent=2)


def _left_out(view: SummaryView, name: str, anchor: Anchor, console: "Console") -> None:
    words = printable(anchor.exact)
    room = max(20, console.width - 36)
    shown = words if len(words) <= room else words[: room - 1] + "…"
    _line(
        console,
        (f"{name} {view.sentence(anchor)} not reported: ", "dim"),
        (shown, "dim italic"),
        indent=2,
        hang=2,
    )


def _foot(summary: Summary, console: "Console") -> None:
    notes: dict[str, list[str]] = {}
    for warning in summary.warnings:
        notes.setdefault(warning.message, []).append(warning.item or "")
    for message, items in notes.items():
        about = ", ".join(filter(None, items))
        _line(console, (f"note: {about}{': ' if about else ''}{message}", "yellow"), hang=2)
    made = summary.provenance
    if made is not None:
        console.print()
        tokens = f"{made.tokens.input} tokens in, {made.tokens.output} out"
        if made.cost_usd:
            tokens += f", ${made.cost_usd:.4f}"
        used = f"{made.recipe.prompt.reference} · {made.recipe.model}"
        _line(console, (f"{used} · {tokens} · {made.seconds:.0f} s", "dim"))


def print_reviews(reviews: Sequence[Review], console: "Console") -> None:
    """What people said of a summary, oldest first."""
    if reviews:
        _title(console, "Reviews")
    for mark in reviews:
        when = f"{mark.made:%Y-%m-%d}" if mark.made else ""
        by = ", ".join(filter(None, (mark.reviewer, when)))
        _line(
            console,
            (mark.item or "summary", "bold"),
            (f" {mark.verdict}", _VERDICTS[mark.verdict]),
            (f": {mark.note}" if mark.note else "", ""),
            (f" ({by})" if by else "", "dim"),
            indent=2, hang=2,
        )  # fmt: skip


def print_rows(rows: Sequence[Mapping[str, object]], columns: Sequence[str], console: "Console") -> None:
    """A plain table of some columns."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row[column]) for column in columns))
    console.print(table)


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "yes" if value else "no"
    return printable(str(value))
