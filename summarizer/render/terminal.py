"""A summary for a person at a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.render.paragraphs import paragraph as _line
from summarizer.render.view import (
    PositionView,
    SummaryView,
    Term,
    arrange,
    described,
    in_brief,
    language,
    own_words,
)
from summarizer.review import Review
from summarizer.summary import Anchor, Quote, Summary, Support, Wording
from summarizer.text.format_figure import framed, is_worded_otherwise, measured, spoken
from summarizer.text.positions import according_to
from summarizer.text.printable import printable

if TYPE_CHECKING:
    from rich.console import Console

_Piece = tuple[str, str]
_HANG = 5
"""Width of the column of ids, such as o12."""
_SENTENCES_SHOWN = 12
_LEGEND = (
    "s8 is the article's eighth sentence ('summarizer mark' lists them); o7, q3, f2 and p4 are what "
    "'summarizer review' takes."
)
_CLIPPED, _UNBOUNDED = 18, 10_000
"""Widths: of a clipped column in the middle of a table, and of a line where no terminal has an edge."""
_VERDICTS = {"right": "green", "wrong": "red", "unsure": "yellow"}
_DIFF = {"equal": ("{}", "dim"), "offered": ("[-{}-]", "red strike"), "article": ("{{+{}+}}", "green")}


def print_pretty(summary: Summary, article: Article, console: "Console") -> None:
    """Print a summary the way a person likes to read it; `console` decides width and colour."""
    view = arrange(summary, article)
    _head(view, console)
    _parties(view, console)
    _positions(view, console)
    _quotes(view, console)
    _figures(view, console)
    _framing(view, console)
    _rejected(view, console)
    _uncovered(view, console)
    _foot(view, console)


def _title(console: "Console", words: str, style: str = "bold") -> None:
    console.print()
    _line(console, (words, style))


def _head(view: SummaryView, console: "Console") -> None:
    headline, article = view.summary.headline, view.summary.article
    _line(console, (headline.text, "bold"), *_own_words(headline.wording), *_where(view, headline.evidence))
    _remarks(view, console, support=headline.support, indent=2)
    facts = [
        article.published.isoformat() if article.published else "",
        article.site or "",
        article.author or "",
        view.title or "",
        language(article),
        f"{article.characters:,} characters",
    ]
    _line(console, (" · ".join(fact for fact in facts if fact), "dim"))
    for remark in filter(None, (view.by_rules, view.doubtful)):
        _line(console, (remark, "yellow"))
    if view.unchecked:
        _line(console, (view.unchecked, "dim"))
    console.print()
    for sentence in view.summary.abstract:
        where = _where(view, sentence.evidence)
        _line(console, (sentence.text, ""), *_own_words(sentence.wording), *where)
        _remarks(view, console, support=sentence.support, indent=2)


def _where(view: SummaryView, anchors: Iterable[Anchor]) -> list[_Piece]:
    """The numbers of the sentences that carry an item, to stand at its end."""
    return [(f" {numbers}", "dim")] if (numbers := view.sentences(anchors)) else []


def _own_words(wording: Wording) -> list[_Piece]:
    return [(f" ({remark})", "dim")] if (remark := own_words(wording)) else []


def _remarks(
    view: SummaryView,
    console: "Console",
    item: str | None = None,
    *,
    support: Support | None = None,
    indent: int,
) -> None:
    for remark in view.remarks(item, support):
        _line(console, (remark, "yellow"), indent=indent)


def _parties(view: SummaryView, console: "Console") -> None:
    if view.summary.parties:
        _title(console, "Parties")
    for party in view.main:
        about = f" — {party.description}" if party.description else ""
        aliases = f" (also {', '.join(party.aliases)})" if party.aliases else ""
        _line(
            console,
            (party.name, "bold cyan"), (f", {described(party)}", "dim"), (about, ""),
            (aliases, "dim"), indent=2, hang=_HANG, label=party.id,
        )  # fmt: skip
        _remarks(view, console, party.id, support=party.support, indent=2 + _HANG)
    if view.minor:
        minor = [
            piece for party in view.minor for piece in ((f", {party.id} ", "dim"), (in_brief(party), ""))
        ]
        minor[0] = (minor[0][0].removeprefix(","), "dim")
        _line(console, ("Also:", "dim"), *minor, indent=2, hang=_HANG)
    for party in view.minor:
        for remark in view.remarks(party.id, party.support):
            _line(console, (f"{party.id} {remark}", "yellow"), indent=2 + _HANG)


def _positions(view: SummaryView, console: "Console") -> None:
    if view.positions:
        _title(console, "Positions")
    for shown in view.positions:
        _position(view, shown, console)


def _position(view: SummaryView, shown: PositionView, console: "Console") -> None:
    position, inside = shown.position, 2 + _HANG
    _line(console, (view.heading(position), "bold"), indent=2, hang=_HANG, label=position.id)
    before = f" (also {', '.join(shown.quoted_before)})" if shown.quoted_before else ""
    _line(
        console,
        (view.statement(position), ""), *_where(view, position.evidence), (before, "dim"),
        indent=inside,
    )  # fmt: skip
    _remarks(view, console, position.id, support=position.support, indent=inside)
    for quote in shown.quotes:
        _quote(view, quote, console, known=position.holders, indent=inside)


def _quotes(view: SummaryView, console: "Console") -> None:
    if view.quotes:
        _title(console, view.quotes_title)
    for quote in view.quotes:
        _quote(view, quote, console, indent=2)
    for name, terms in (("Words held at a distance", view.terms), ("Titles", view.titles)):
        if terms:
            console.print()
            _line(console, (f"{name}: ", "bold"), *_terms(view, terms), hang=2)
        for quote in (quote for term in terms for quote in term.quotes):
            for doubt in view.remarks(support=quote.support):
                _line(console, (f"{quote.id} {doubt}", "yellow"), indent=2)


def _terms(view: SummaryView, terms: Iterable[Term]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number, term in enumerate(terms):
        places = ", ".join(f"{quote.id} {view.sentence(quote.anchor)}" for quote in term.quotes)
        pieces += [(", " if number else "", ""), (f"“{term.words}”", ""), (f" {places}", "dim")]
    return pieces


def _quote(
    view: SummaryView, quote: Quote, console: "Console", *, known: Sequence[str] = (), indent: int
) -> None:
    speakers = view.speakers(quote, known=known)
    words = (quote.text, "") if view.is_narrated(quote) else (f"“{spoken(quote.text)}”", "green")
    _line(
        console,
        (f"{speakers}: " if speakers else "", "cyan"), words, *_where(view, [quote.anchor]),
        indent=indent, hang=_HANG, label=quote.id,
    )  # fmt: skip
    _remarks(view, console, quote.id, support=quote.support, indent=indent + _HANG)


def _figures(view: SummaryView, console: "Console") -> None:
    if view.summary.figures:
        _title(console, "Figures")
    for figure in view.summary.figures:
        claimants = according_to(view.named(figure.claimed_by))
        _line(
            console,

            (measured(figure), "magenta"),
            (f", {claimants}" if claimants else "", ""),
            (f" (“{figure.text}”)" if is_worded_otherwise(figure) else "", ""),
            *_where(view, [figure.anchor]),
            indent=2, hang=_HANG, label=figure.id,
        )  # fmt: skip
        _remarks(view, console, figure.id, support=figure.support, indent=2 + _HANG)


def _framing(view: SummaryView, console: "Console") -> None:
    if view.summary.framing:
        _title(console, "Loaded wording of the article's own")
    for item in view.summary.framing:
        _line(
            console,

            (item.text, "yellow"),
            (f", {framed(item)}", ""),
            *_where(view, [item.anchor, *item.others]),
            indent=2, hang=_HANG, label=item.id,
        )  # fmt: skip


def _rejected(view: SummaryView, console: "Console") -> None:
    offered = len(view.summary.rejected)
    if offered:
        title = f"Rejected: {offered} offered by the {view.who_offers} that the article does not hold"
        _title(console, title, "bold red")
    for item, times in view.rejected:
        _line(
            console, (f"{item.kind}, {item.verdict.replace('_', ' ')}: ", "red"), (item.text, ""),
            (f" — {item.reason}{times}", "dim"), indent=2, hang=2,
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
    words, what = printable(anchor.exact), f"{name} {view.sentence(anchor)} not reported: "
    room = max(20, console.width - len(what) - 4)
    shown = words if len(words) <= room else words[: room - 1] + "…"
    _line(console, (what, "dim"), (shown, "dim italic"), indent=2, hang=2)


def _foot(view: SummaryView, console: "Console") -> None:
    for message, items in view.notes.items():
        about = ", ".join(items)
        _line(console, (f"note: {about}{': ' if about else ''}{message}", "yellow"), hang=2)
    console.print()
    _line(console, (_LEGEND, "dim"))
    made = view.summary.provenance
    if made is not None and view.by_rules:
        console.print()
        _line(console, (f"{made.recipe.analysis} · no model · {made.seconds:.3f} s", "dim"))
    elif made is not None:
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


def print_rows(
    rows: Sequence[Mapping[str, object]],
    columns: Sequence[str],
    console: "Console",
    *,
    clipped: Sequence[str] = (),
) -> None:
    """Print a table of some columns, a line for each row where the long ones are `clipped`.

    They are cut at the edge of a terminal; elsewhere, where there is none, nothing is cut or broken.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in columns:
        most = _CLIPPED if console.is_terminal and column in clipped[:-1] else None
        table.add_column(
            column, overflow="fold", no_wrap=bool(clipped) and column not in clipped, max_width=most
        )
    for row in rows:
        table.add_row(
            *(
                Text(_cell(row[column]), no_wrap=True, overflow="ellipsis")
                if column in clipped
                else _cell(row[column])
                for column in columns
            )
        )
    if clipped and not console.is_terminal:
        console.width = _UNBOUNDED
    console.print(table)


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return "yes" if value else "no"
    return printable(str(value))
