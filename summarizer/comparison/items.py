"""Quotes, positions and figures: matched by their places in the article, not by their wording."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from summarizer.article import Span
from summarizer.comparison.changes import Change, Side
from summarizer.comparison.kinds import ChangeKind
from summarizer.comparison.matching import Placed, apart, meetings, partners, spans_of
from summarizer.comparison.parties import Cast, Casts
from summarizer.grounding.coverage import Cover
from summarizer.summary import FigureItem, Position, Quote
from summarizer.text.format_figure import reading


def compare_quotes(casts: Casts) -> Iterator[Change]:
    """Quotes lost and found, narrowed and widened, and words that another party says.

    What counts is which words are quoted: a quote split in two, or two joined, is no change.
    """
    yield from _less_quoted(casts.before, casts.after)
    for change in _less_quoted(casts.after, casts.before):
        yield change.mirrored()
    yield from _speakers(casts)


def _less_quoted(ours: Cast, theirs: Cast) -> Iterator[Change]:
    quotes, others = ours.summary.quotes, theirs.summary.quotes
    cover = Cover(span for quote in others for span in _span(quote))
    met: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for meeting in meetings(list(map(_span, quotes)), list(map(_span, others))):
        met[meeting.before][meeting.after] = None
    for number, quote in enumerate(quotes):
        [span] = _span(quote)
        if not cover.touches(span):
            yield Change(kind="quotes.lost", before=_quoted(quote, ours))
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
                    party=theirs.name(still[0].speaker) if still else None,
                    anchors=[other.anchor for other in still],
                ),
            )


def _speakers(casts: Casts) -> Iterator[Change]:
    ones, others = casts.before.summary.quotes, casts.after.summary.quotes
    told = set()
    for met in meetings(list(map(_span, ones)), list(map(_span, others))):
        pair = (met.before, met.after)
        one, other = ones[met.before], others[met.after]
        was, is_now = casts.before.same(one.speaker), casts.after.same(other.speaker)
        if pair in told or was == is_now or not _has_word(_words(one, met.span)):
            continue
        told.add(pair)
        kind: ChangeKind = "speakers.changed"
        if was is None or is_now is None:
            kind = "speakers.found" if was is None else "speakers.lost"
        yield Change(
            kind=kind,
            before=_quoted(one, casts.before, value=casts.before.name(one.speaker)),
            after=_quoted(other, casts.after, value=casts.after.name(other.speaker)),
        )


def _span(quote: Quote) -> tuple[Span, ...]:
    return spans_of([quote.anchor])


def _words(quote: Quote, span: Span) -> str:
    """The article's words at a part of a quote."""
    return quote.anchor.exact[span.start - quote.anchor.start : span.end - quote.anchor.start].strip()


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _quoted(quote: Quote, cast: Cast, *, value: str | None = None) -> Side:
    return Side(
        items=[quote.id], text=quote.text, party=cast.name(quote.speaker), value=value, anchors=[quote.anchor]
    )


def compare_positions(casts: Casts) -> Iterator[Change]:
    """Positions flipped, of another party, in other words, lost and found.

    Those that agree in most are paired first. Of what is left over, a position whose party, stance and place
    another one has too was joined with it, or split from it, and is no loss.
    """
    left = _Left(casts)
    left.take(lambda cast, each: (cast.same(each.party), each.stance, each.statement))
    for pair in left.take(lambda cast, each: (cast.same(each.party), each.stance)):
        yield _held_otherwise("positions.reworded", *pair, casts)
    left.drop_joined()
    for pair in left.take(lambda cast, each: cast.same(each.party)):
        yield _held_otherwise("positions.flipped", *pair, casts)
    for pair in left.take(lambda _, each: each.stance):
        yield _held_otherwise("positions.reassigned", *pair, casts)
    for position in left.before:
        yield Change(kind="positions.lost", before=_held(position, casts.before))
    for position in left.after:
        yield Change(kind="positions.found", after=_held(position, casts.after))


class _Left:
    """The positions of both summaries that have no counterpart yet."""

    def __init__(self, casts: Casts) -> None:
        self._casts = casts
        self.before: list[Position] = list(casts.before.summary.positions)
        self.after: list[Position] = list(casts.after.summary.positions)

    def take(self, alike: Callable[[Cast, Position], Hashable]) -> list[tuple[Position, Position]]:
        """Pair those that are alike and share evidence, and take them out."""
        befores = _placed(self.before, self._casts.before, alike)
        afters = _placed(self.after, self._casts.after, alike)
        found = partners(befores, afters)
        pairs = [(self.before[one], self.after[other]) for one, other in found]
        self.before = _without(self.before, {one for one, _ in found})
        self.after = _without(self.after, {other for _, other in found})
        return pairs

    def drop_joined(self) -> None:
        """Take out those whose party, stance and place one in the other summary has too."""

        def alike(cast: Cast, each: Position) -> Hashable:
            return cast.same(each.party), each.stance

        ours, theirs = self._casts.before, self._casts.after
        kept = apart(_placed(self.before, ours, alike), _placed(theirs.summary.positions, theirs, alike))
        came = apart(_placed(self.after, theirs, alike), _placed(ours.summary.positions, ours, alike))
        self.before = [self.before[number] for number in kept]
        self.after = [self.after[number] for number in came]


def _placed(
    positions: Sequence[Position], cast: Cast, alike: Callable[[Cast, Position], Hashable]
) -> list[Placed]:
    return [Placed(spans_of(position.evidence), alike(cast, position)) for position in positions]


def _without(positions: list[Position], taken: set[int]) -> list[Position]:
    return [position for number, position in enumerate(positions) if number not in taken]


def _held_otherwise(kind: ChangeKind, one: Position, other: Position, casts: Casts) -> Change:
    was, is_now = _held(one, casts.before), _held(other, casts.after)
    if kind == "positions.reassigned":
        was, is_now = (side.model_copy(update={"value": side.party}) for side in (was, is_now))
    return Change(kind=kind, before=was, after=is_now)


def _held(position: Position, cast: Cast) -> Side:
    return Side(
        items=[position.id],
        text=position.statement,
        party=cast.name(position.party),
        value=position.stance,
        anchors=position.evidence,
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
            "figures.claimant", was.same(one.claimed_by) == is_now.same(other.claimed_by),
            was.name(one.claimed_by), is_now.name(other.claimed_by),
        ),
    ]  # fmt: skip
    for kind, same, before, after in told:
        if not same:
            yield Change(
                kind=kind,
                before=_counted(one, was).model_copy(update={"value": before}),
                after=_counted(other, is_now).model_copy(update={"value": after}),
            )


def _amount(figure: FigureItem) -> tuple[Decimal | str | None, ...]:
    return tuple(map(_number, (figure.value, figure.upper)))


def _number(written: str | None) -> Decimal | str | None:
    try:
        return None if written is None else Decimal(written)
    except InvalidOperation:  # longer than any number is
        return written


def _range(figure: FigureItem) -> str:
    return figure.value if figure.upper is None else f"{figure.value} to {figure.upper}"


def _sign(figure: FigureItem) -> str:
    return figure.comparator.replace("_", " ")


def _counted(figure: FigureItem, cast: Cast) -> Side:
    return Side(
        items=[figure.id],
        text=f"{figure.text} {figure.measures}".strip(),
        party=cast.name(figure.claimed_by),
        value=reading(figure),
        anchors=[figure.anchor],
    )
