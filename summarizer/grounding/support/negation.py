"""A negation that a model's own words add to what the cited sentences say, or lose."""

from collections.abc import Iterator, Sequence

from summarizer.analysis.cues import speech_cues
from summarizer.grounding.support.cited import Cited
from summarizer.grounding.support.polarity import Negation, Reading
from summarizer.grounding.support.words import WordIndex

_NEAR = 2
"""Words right behind a negation, which are what it denies first of all."""
_LOOKED_AT = 4
"""Words on each side of one by which its clause is known again."""
_FEWEST = 2
"""Words of a clause that are said again, where its own words have it for the same."""


def doubtful_negation(mine: Reading, cited: Cited, *, is_translated: bool) -> Iterator[str]:
    """Say which negation of a text the cited sentences lack, and which of theirs it loses."""
    if not cited.sentences:
        return
    others = [clause for sentence in cited.sentences for clause in sentence.clauses]
    if is_translated:
        if mine.negations and not any(other.is_negative for other in others):
            yield f"It says “{mine.negations[0].word}”, and the cited sentences deny nothing."
        return
    added = next((one for one in mine.negations if _is_added(one, mine, others)), None)
    if added:
        yield f"It says “{added.word}”, which the cited sentences do not say there."
    lost = next(_lost(mine, others), None)
    if lost:
        yield f"The cited sentences say “{lost[0]}” before “{lost[1]}”, which it leaves out."


def _is_added(negation: Negation, mine: Reading, others: Sequence[Reading]) -> bool:
    if not negation.scope:
        return not any(other.is_negative for other in others)
    near = [mine.unit(place) for place in negation.scope[:_NEAR]]
    if mine.is_denial(negation.scope[0]):
        if any(other.has(near[0]) for other in others):
            return not any(other.denies(near[0]) for other in others)
        return not any(
            other.is_denial(one.scope[0]) for other in others for one in other.negations if one.scope
        )
    if any(other.has(near[0]) for other in others):
        subjects = {mine.unit(place) for place in mine.before(negation.place)}
        return not any(
            any(map(other.denies, near)) or not subjects.isdisjoint(_heads(other)) for other in others
        )
    return not any(_explains(one, other, mine, near[0]) for other in others for one in _all(other))


def _heads(other: Reading) -> Iterator[str]:
    """What its negators stand right before."""
    return (other.unit(one.scope[0]) for one in other.negations if one.scope)


def _all(other: Reading) -> Iterator[Negation | None]:
    yield from other.negations
    yield from other.lexical
    if other.is_question:
        yield None


def _explains(negation: Negation | None, other: Reading, mine: Reading, head: str) -> bool:
    """Whether a negation of the cited sentences may be what a text puts in other words."""
    if negation is None:
        return any(mine.has(other.unit(place)) for place in other.content)
    cues = speech_cues(mine.language.code)
    if not negation.scope:
        return negation.turns
    if other.words[negation.scope[0]] in cues:
        return True
    return (head not in cues or negation.turns) and any(
        mine.has(other.unit(place)) for place in negation.scope[:_NEAR]
    )


def _lost(mine: Reading, others: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """The negations of the cited sentences that a text leaves out, with what they stand before."""
    kept = WordIndex(
        mine.unit(place)
        for one in (*mine.negations, *mine.lexical)
        for place in (*one.scope, *list(mine.before(one.place))[:_NEAR])
    )
    for clause in others:
        for negation in clause.denying_what_follows:
            head = clause.unit(negation.scope[0])
            if not mine.asserts(head) or mine.denies(head) or head in kept:
                continue
            if any(other.asserts(head) for other in others):
                continue
            around = {*negation.scope[:_LOOKED_AT], *list(clause.before(negation.place))[:_LOOKED_AT]}
            if sum(mine.has(clause.unit(place)) for place in around) >= min(_FEWEST, len(around)):
                yield negation.word, head
