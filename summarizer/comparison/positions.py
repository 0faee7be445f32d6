"""Positions: matched by their evidence, holders, topic and stance, and what each pair says otherwise."""

from collections.abc import Iterator

from summarizer.comparison.changes import Change, Side
from summarizer.comparison.held import Held
from summarizer.comparison.kinds import KINDS, WITHOUT_MEANING, ChangeKind
from summarizer.comparison.knowledge import tells_target, tells_teller
from summarizer.comparison.own_words import doubt, doubts
from summarizer.comparison.pairing import Matched, match_positions
from summarizer.comparison.parties import Cast, Casts
from summarizer.comparison.stances import are_neighbours, are_opposed
from summarizer.text.fold import folded
from summarizer.text.positions import joined


def compare_positions(casts: Casts) -> Iterator[Change]:
    """Positions flipped, of other holders, toward others, in other words, lost and found.

    One that was joined with another, or split from it, is no loss.
    """
    found = match_positions(casts)
    for pair in found.pairs:
        changes = list(_differences(pair, casts))
        yield from changes
        told = any(KINDS[change.kind].section not in WITHOUT_MEANING for change in changes)
        stance_told = any(change.kind == "positions.stance_worded" for change in changes)
        if pair.before.position.statement != pair.after.position.statement and not (told or stance_told):
            yield _changed("positions.reworded", pair, casts, *_stances(pair))
    for held in found.lost:
        yield Change(kind="positions.lost", before=_side(held, casts.before))
    for held in found.found:
        yield Change(kind="positions.found", after=_side(held, casts.after))


def _differences(pair: Matched, casts: Casts) -> Iterator[Change]:
    one, other = pair.before.position, pair.after.position
    was, is_now = casts.before, casts.after
    if pair.is_reassigned:
        names = (joined(was.called(one.holders)), joined(is_now.called(other.holders)))
        yield _changed("positions.reassigned", pair, casts, *names)
    else:
        yield from _holders(pair, casts)
        yield from _stance(pair, casts)
        if tells_teller(one) and tells_teller(other) and was.same(one.told_by) != is_now.same(other.told_by):
            yield _changed("positions.teller", pair, casts, was.name(one.told_by), is_now.name(other.told_by))
    if tells_target(one) and tells_target(other) and was.all(one.toward) != is_now.all(other.toward):
        names = (joined(was.called(one.toward)), joined(is_now.called(other.toward)))
        yield _changed("positions.target", pair, casts, *names)
    yield from doubts(
        was.summary,
        is_now.summary,
        (one.support, other.support),
        (_side(pair.before, was), _side(pair.after, is_now)),
    )
    if one.topic and other.topic and folded(one.topic) != folded(other.topic):
        yield _changed("positions.topic", pair, casts, one.topic, other.topic)
    if pair.is_elsewhere:
        yield _changed("positions.evidence", pair, casts, *_stances(pair))


def _holders(pair: Matched, casts: Casts) -> Iterator[Change]:
    """Holders that came or went; those of a position that was joined with this one were there before."""
    one, other = pair.before.position, pair.after.position
    added = pair.after.holders - pair.holders_before
    removed = pair.before.holders - pair.holders_after
    if removed:
        names = casts.before.names_beside(one.holders, pair.holders_after)
        yield _changed("holders.removed", pair, casts, names, None)
    if added:
        names = casts.after.names_beside(other.holders, pair.holders_before)
        yield _changed("holders.added", pair, casts, None, names)


def _stance(pair: Matched, casts: Casts) -> Iterator[Change]:
    was, is_now = pair.before.position.stance, pair.after.position.stance
    if was == is_now:
        return
    kind: ChangeKind = "positions.stance"
    if are_opposed(was, is_now):
        kind = "positions.flipped"
    elif are_neighbours(was, is_now):
        kind = "positions.stance_worded"
    yield _changed(kind, pair, casts, was, is_now)


def _stances(pair: Matched) -> tuple[str, str]:
    return pair.before.position.stance, pair.after.position.stance


def _changed(kind: ChangeKind, pair: Matched, casts: Casts, before: str | None, after: str | None) -> Change:
    one, other = _side(pair.before, casts.before), _side(pair.after, casts.after)
    return Change(
        kind=kind,
        before=one.model_copy(update={"value": before or None}),
        after=other.model_copy(update={"value": after or None}),
    )


def _side(held: Held, cast: Cast) -> Side:
    position = held.position
    return Side(
        items=[position.id],
        text=position.statement,
        parties=cast.called(position.holders),
        value=position.stance,
        stance=position.stance,
        topic=position.topic,
        toward=cast.called(position.toward),
        told_by=cast.name(position.told_by),
        doubt=doubt(position.support),
        anchors=position.evidence,
    )
