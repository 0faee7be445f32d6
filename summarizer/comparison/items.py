"""Quotes and figures: matched by their places in the article, not by their wording."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.comparison.changes import Change, Side
from summarizer.comparison.knowledge import tells_kinds
from summarizer.comparison.matching import Placed, apart, meetings, partners, spans_of
from summarizer.comparison.own_words import doubt, doubts
from summarizer.comparison.parties import Cast, Casts
from summarizer.grounding.coverage import Cover
from summarizer.summary import FigureItem, Quote
from summarizer.text.format_figure import reading
from summarizer.text.positions import joined

if TYPE_CHECKING:
    from summarizer.comparison.kinds import ChangeKind


def compare_quotes(casts: Casts) -> Iterator[Change]:
    """Quotes lost and found, narrowed and widened, and words that others say or that are of another kind.

    What counts is which words are quoted: a quote split in two, or two joined, is no change.
    """
    yield from _less_quoted(casts.before, casts.after)
    for change in _less_quoted(casts.after, casts.before):
        yield change.mirrored()
    yield from _same_words(casts)


def _less_quoted(ours: Cast, theirs: Cast) -> Iterator[Change]:
    quotes, others = ours.summary.quotes, theirs.summary.quotes
    cover = Cover(span for quote in others for span in _span(quote))
    met: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for meeting in meetings(list(map(_span, quotes)), list(map(_span, others))):
        met[meeting.before][meeting.after] = None
    for number, quote in enumerate(quotes):
        [span] = _span(quote)
        if not cover.touches(span):
            nobodys = None if quote.is_statement else f"a {quote.kind}"
            yield Change(kind="quotes.lost", before=_quoted(quote, ours, value=nobodys))
            continue
        lost = [words for gap in cover.gaps(span) if _has_word(words := _words(quote, gap))]
        if lost:
            still = [others[other] for other in met[number]]
            yield Change(
                kind="quotes.narrowed",
                before=_quoted(quote, ours, value=" … ".join(lost)),
                after=Side(
                    items=[other.id for other in still],
                    text=" … ".join(other.text for other in still),
                    parties=theirs.called(still[0].speakers) if still else [],
                    anchors=[other.anchor for other in still],
                ),
            )


def _same_words(casts: Casts) -> Iterator[Change]:
    """What is said otherwise of words that both summaries quote."""
    ones, others = casts.before.summary.quotes, casts.after.summary.quotes
    kinds_known = tells_kinds(casts.before.summary) and tells_kinds(casts.after.summary)
    told = set()
    for met in meetings(list(map(_span, ones)), list(map(_span, others))):
        pair = (met.before, met.after)
        one, other = ones[met.before], others[met.after]
        if pair in told or not _has_word(_words(one, met.span)):
            continue
        told.add(pair)
        if kinds_known and one.kind != other.kind:
            yield Change(
                kind="quotes.kind",
                before=_quoted(one, casts.before, value=one.kind),
                after=_quoted(other, casts.after, value=other.kind),
            )
            if one.is_statement != other.is_statement:
                continue  # that nobody says it follows from its kind
        yield from _speakers(one, other, casts)
        yield from doubts(
            casts.before.summary,
            casts.after.summary,
            (one.support, other.support),
            (_quoted(one, casts.before), _quoted(other, casts.after)),
        )


def _speakers(one: Quote, other: Quote, casts: Casts) -> Iterator[Change]:
    before, after = casts.before, casts.after
    was, is_now = before.all(one.speakers), after.all(other.speakers)
    names = _speakers_named(one, before), _speakers_named(other, after)
    if was == is_now:
        return
    kind: ChangeKind = "speakers.changed"
    if not was or not is_now:
        kind = "speakers.lost" if was else "speakers.found"
    elif was < is_now:
        kind, names = "speakers.added", (None, after.names_beside(other.speakers, was))
    elif is_now < was:
        kind, names = "speakers.removed", (before.names_beside(one.speakers, is_now), None)
    yield Change(
        kind=kind,
        before=_quoted(one, before, value=names[0]),
        after=_quoted(other, after, value=names[1]),
    )


def _speakers_named(quote: Quote, cast: Cast) -> str | None:
    if quote.speakers or quote.is_statement:
        return joined(cast.called(quote.speakers)) or None
    return f"nobody, it is a {quote.kind}"


def _span(quote: Quote) -> tuple[Span, ...]:
    return spans_of([quote.anchor])


def _words(quote: Quote, span: Span) -> str:
    """The article's words at a part of a quote."""
    return quote.anchor.exact[span.start - quote.anchor.start : span.end - quote.anchor.start].strip()


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _quoted(quote: Quote, cast: Cast, *, value: str | None = None) -> Side:
    return Side(
        items=[quote.id],
        text=quote.text,
        parties=cast.called(quote.speakers),
        value=value,
        doubt=doubt(quote.support),
        anchors=[quote.anchor],
    )


def compare_figures(casts: Casts) -> Iterator[Change]:
    """Figures lost and found, and what else is said of those that stayed."""
    ones, others = casts.before.summary.figures, casts.after.summary.figures
    befores = [Placed(spans_of([figure.anchor])) for figure in ones]
    afters = [Placed(spans_of([figure.anchor])) for figure in others]
    for one, other in partners(befores, afters):
        yield from _counted_otherwise(ones[one], others[other], casts)
    for number in apart(befores, afters):
        yield Change(kind="figures.lost", before=_counted(ones[number], casts.before))
    for number in apart(afters, befores):
        yield Change(kind="figures.found", after=_counted(others[number], casts.after))


def _counted_otherwise(one: FigureItem, other: FigureItem, casts: Casts) -> Iterator[Change]:
    was, is_now = casts.before, casts.after
    told: list[tuple[ChangeKind, bool, str | None, str | None]] = [
        ("figures.value", _amount(one) == _amount(other), _range(one), _range(other)),
        ("figures.comparator", one.comparator == other.comparator, _sign(one), _sign(other)),
        ("figures.unit", one.unit == other.unit, one.unit, other.unit),
        (
            "figures.claimant", was.all(one.claimed_by) == is_now.all(other.claimed_by),
            joined(was.called(one.claimed_by)) or None, joined(is_now.called(other.claimed_by)) or None,
        ),
        ("figures.kind", None in {one.kind, other.kind} or one.kind == other.kind, one.kind, other.kind),
    ]  # fmt: skip
    for kind, same, before, after in told:
        if not same:
            yield Change(
                kind=kind,
                before=_counted(one, was).model_copy(update={"value": before}),
                after=_counted(other, is_now).model_copy(update={"value": after}),
            )
    sides = _counted(one, was), _counted(other, is_now)
    yield from doubts(was.summary, is_now.summary, (one.support, other.support), sides)


def _amount(figure: FigureItem) -> tuple[Decimal | str | None, ...]:
    return tuple(map(_number, (figure.value, figure.upper)))


def _number(written: str | None) -> Decimal | str | None:
    try:
        return None if written is None else Decimal(written)
    except InvalidOperation:  # longer than any number is
        return written


def _range(figure: FigureItem) -> str:
    value = figure.value or "?"
    return value if figure.upper is None else f"{value} to {figure.upper}"


def _sign(figure: FigureItem) -> str:
    return figure.comparator.replace("_", " ")


def _counted(figure: FigureItem, cast: Cast) -> Side:
    return Side(
        items=[figure.id],
        text=f"{figure.text} {figure.measures}".strip(),
        parties=cast.called(figure.claimed_by),
        value=reading(figure),
        doubt=doubt(figure.support),
        anchors=[figure.anchor],
    )
