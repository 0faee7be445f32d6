"""Loaded wording, sentences, disputes, warnings and rejected items."""

from collections.abc import Iterator, Sequence

from summarizer.comparison.changes import Change, Side
from summarizer.comparison.kinds import ChangeKind
from summarizer.comparison.matching import NOWHERE, Placed, apart, spans_of
from summarizer.grounding.coverage import Cover
from summarizer.summary import Anchor, Framing, Rejected, Summary, SummaryWarning
from summarizer.text.format_figure import framed


def compare_remarks(before: Summary, after: Summary) -> Iterator[Change]:
    """What appeared and what went of all that is no item, and not in the summary's own words."""
    for compared in (_framing, _sentences, _warnings, _rejected):
        yield from compared(before, after)
        for change in compared(after, before):
            yield change.mirrored()


def _gone(
    kind: ChangeKind, ours: Sequence[tuple[Placed, Side]], theirs: Sequence[tuple[Placed, Side]]
) -> Iterator[Change]:
    for number in apart([placed for placed, _ in ours], [placed for placed, _ in theirs]):
        yield Change(kind=kind, before=ours[number][1])


def _framing(ours: Summary, theirs: Summary) -> Iterator[Change]:
    def all_of(summary: Summary) -> list[tuple[Placed, Side]]:
        return [(Placed(spans_of([item.anchor, *item.others])), _loaded(item)) for item in summary.framing]

    yield from _gone("framing.lost", all_of(ours), all_of(theirs))


def _loaded(item: Framing) -> Side:
    return Side(items=[item.id], text=item.text, value=framed(item), anchors=[item.anchor])


def _sentences(ours: Summary, theirs: Summary) -> Iterator[Change]:
    """Sentences that our summary leaves out and the other one covers, as newly covered from our side."""

    def all_of(summary: Summary) -> list[tuple[Placed, Side]]:
        return [
            (Placed(spans_of([anchor])), Side(items=[], text=anchor.exact, anchors=[anchor]))
            for anchor in summary.coverage.sentences_left_out
        ]

    covered = Cover(span for anchors in _says(theirs) for span in spans_of(anchors))
    for change in _gone("sentences.covered", all_of(ours), all_of(theirs)):
        # Summaries of the first version also counted sentences of which they have no more than a number.
        if change.before and any(map(covered.touches, spans_of(change.before.anchors))):
            yield Change(kind="sentences.covered", after=change.before)


def _says(summary: Summary) -> Iterator[Sequence[Anchor]]:
    """The places of all that says what a sentence says."""
    yield summary.headline.evidence
    yield from (sentence.evidence for sentence in summary.abstract)
    yield from (position.evidence for position in summary.positions)
    yield from ([quote.anchor] for quote in summary.quotes)


def _warnings(ours: Summary, theirs: Summary) -> Iterator[Change]:
    """Warnings of a code that the other summary does not give of that place; disputes apart."""
    for change in _gone("warnings.gone", _warned(ours), _warned(theirs)):
        is_dispute = change.side.value == "disputed"
        yield Change(kind="disputes.gone", before=change.before) if is_dispute else change


def _warned(summary: Summary) -> list[tuple[Placed, Side]]:
    places: dict[str, Sequence[Anchor]] = {
        **{quote.id: [quote.anchor] for quote in summary.quotes},
        **{figure.id: [figure.anchor] for figure in summary.figures},
        **{item.id: [item.anchor] for item in summary.framing},
        **{position.id: position.evidence for position in summary.positions},
        **{party.id: party.mentions for party in summary.parties},
    }

    def placed(warning: SummaryWarning) -> tuple[Placed, Side]:
        anchors = list(places.get(warning.item or "", ()))
        side = Side(
            items=[warning.item] if warning.item else [], text=warning.message, value=warning.code,
            anchors=anchors[:1],
        )  # fmt: skip
        if anchors:
            return Placed(spans_of(anchors), warning.code), side
        return Placed(NOWHERE, (warning.code, warning.message)), side

    return list(map(placed, summary.warnings))


def _rejected(ours: Summary, theirs: Summary) -> Iterator[Change]:
    def all_of(summary: Summary) -> list[tuple[Placed, Side]]:
        return [
            (Placed(NOWHERE, (item.kind, _folded(item.text))), _offered(item)) for item in summary.rejected
        ]

    yield from _gone("rejected.gone", all_of(ours), all_of(theirs))


def _offered(item: Rejected) -> Side:
    anchors = [item.closest] if item.closest else []
    return Side(
        items=[], text=item.text, value=f"{item.kind}, {item.verdict.replace('_', ' ')}", anchors=anchors
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
