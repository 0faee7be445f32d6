"""What a summary says in words of its own: its headline, and its abstract sentence by sentence."""

from collections.abc import Iterator, Sequence

from summarizer.comparison.changes import Change, Side
from summarizer.comparison.knowledge import are_words_comparable, tells_support
from summarizer.comparison.likeness import beginnings, likeness
from summarizer.comparison.matching import NOWHERE, Placed, likeliest, partners, shared, spans_of
from summarizer.summary import AbstractSentence, Headline, Summary, Support

_ALIKE = 0.5
"""Part of the shorter sentence's words that two sentences have in common if one stands for the other …"""
_ALIKE_IN_PLACE = 0.25
"""… or this much, if they rest on the same sentences of the article."""
_Sentences = list[AbstractSentence]


def compare_own_words(before: Summary, after: Summary) -> Iterator[Change]:
    """What the headline and the sentences of the abstract say in other words, or say no more."""
    if not _is_same(before.headline, after.headline):
        yield Change(kind="headline.changed", before=_said(before.headline), after=_said(after.headline))
    pairs: list[tuple[Headline | AbstractSentence, Headline | AbstractSentence]] = [
        (before.headline, after.headline),
        *_equal(before.abstract, after.abstract),
    ]
    ones, others = _left(before.abstract, after.abstract)
    reworded = _alike(ones, others, comparable=are_words_comparable(before, after))
    for place, counterpart in reworded:
        yield Change(kind="abstract.changed", before=_said(ones[place]), after=_said(others[counterpart]))
        pairs.append((ones[place], others[counterpart]))
    for one, other in pairs:
        yield from doubts(before, after, (one.support, other.support), (_said(one), _said(other)))
    stayed, came = {number for number, _ in reworded}, {number for _, number in reworded}
    for number, sentence in enumerate(ones):
        if number not in stayed:
            yield Change(kind="abstract.lost", before=_said(sentence))
    for number, sentence in enumerate(others):
        if number not in came:
            yield Change(kind="abstract.found", after=_said(sentence))


def doubts(
    before: Summary, after: Summary, support: tuple[Support, Support], sides: tuple[Side, Side]
) -> Iterator[Change]:
    """Say whether an item of both summaries became doubtful, or is so no more."""
    was, is_now = (found.verdict == "doubtful" for found in support)
    if was == is_now or not (tells_support(before, support[0]) and tells_support(after, support[1])):
        return
    values = (found.verdict for found in support)
    one, other = (side.model_copy(update={"value": value}) for side, value in zip(sides, values, strict=True))
    yield Change(kind="support.cleared" if was else "support.doubtful", before=one, after=other)


def doubt(support: Support) -> str | None:
    """Why something is doubtful; None where it is not."""
    return " ".join(support.reasons) or "doubtful" if support.verdict == "doubtful" else None


def _said(words: Headline | AbstractSentence) -> Side:
    return Side(items=[], text=words.text, doubt=doubt(words.support), anchors=words.evidence)


def _is_same(one: Headline | AbstractSentence, other: Headline | AbstractSentence) -> bool:
    return one.text.split() == other.text.split()


def _numbers_of_equal(before: _Sentences, after: _Sentences) -> list[tuple[int, int]]:
    ones, others = (
        [Placed(NOWHERE, " ".join(sentence.text.split())) for sentence in side] for side in (before, after)
    )
    return partners(ones, others)


def _equal(before: _Sentences, after: _Sentences) -> Iterator[tuple[AbstractSentence, AbstractSentence]]:
    return ((before[one], after[other]) for one, other in _numbers_of_equal(before, after))


def _left(before: _Sentences, after: _Sentences) -> tuple[_Sentences, _Sentences]:
    """The sentences that are not the same in both."""
    same = _numbers_of_equal(before, after)
    ones, others = {one for one, _ in same}, {other for _, other in same}
    return (
        [sentence for number, sentence in enumerate(before) if number not in ones],
        [sentence for number, sentence in enumerate(after) if number not in others],
    )


def _alike(
    before: Sequence[AbstractSentence], after: Sequence[AbstractSentence], *, comparable: bool
) -> list[tuple[int, int]]:
    """Pairs of sentences of which one stands for the other; in two languages, by their order and evidence."""

    def weight(one: int, other: int) -> int:
        in_common = shared(spans_of(before[one].evidence), spans_of(after[other].evidence))
        alike = likeness(beginnings(before[one].text), beginnings(after[other].text))
        if comparable and alike < (_ALIKE_IN_PLACE if in_common else _ALIKE):
            return 0
        return 1 + round(1000 * alike) + min(in_common, 1000)

    ones, others = ([[Placed(NOWHERE)] for _ in side] for side in (before, after))
    return likeliest(ones, others, weight)
