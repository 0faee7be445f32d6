"""Where the rules read who speaks or holds a position otherwise than the model: a second reader."""

from collections.abc import Iterable, Iterator, Mapping

from summarizer.article import Span
from summarizer.claims import Dispute, PositionClaim, QuoteClaim, Who
from summarizer.grounding.linking import Linker
from summarizer.grounding.parties import Member
from summarizer.summary import Position, Quote, SummaryWarning


def disputed(
    disputes: Iterable[Dispute],
    linker: Linker,
    quotes: Mapping[Span, Quote],
    positions: Mapping[PositionClaim, Position],
) -> Iterator[SummaryWarning]:
    """Warn of each item for which the rules name a party of the article that the model does not.

    Args:
        disputes: where the names differ, which may mean the same.
        linker: whom they mean.
        quotes: the quotes of the summary, by their place.
        positions: its positions, by the claim that each is from.
    """
    for dispute in disputes:
        readings = [member for who in dispute.rules if (member := linker.known(who))]
        item = next((item for claim in dispute.items if (item := _item(claim, quotes, positions))), None)
        if not readings or item is None:
            continue
        meant = [who for claim in dispute.items for who in _everybody(claim)]
        members = [member for who in meant if (member := linker.known(who))]
        if not any(_may_be_same(one, other) for one in members for other in readings):
            what = "speaker" if isinstance(item, Quote) else "holder"
            yield SummaryWarning(
                code="disputed",
                item=item.id,
                message=f"The model reads {_named(members)} as the {what}, the rules {_named(readings)}.",
            )


def _item(
    claim: QuoteClaim | PositionClaim,
    quotes: Mapping[Span, Quote],
    positions: Mapping[PositionClaim, Position],
) -> Quote | Position | None:
    if isinstance(claim, PositionClaim):
        return positions.get(claim)
    return quotes.get(claim.place) if isinstance(claim.place, Span) else None


def _everybody(claim: QuoteClaim | PositionClaim) -> tuple[Who, ...]:
    """Whoever the model names: a rule that takes the teller for the holder is no other reading."""
    if isinstance(claim, PositionClaim):
        return (*claim.holders, *((claim.told_by,) if claim.told_by else ()))
    return claim.speakers


def _may_be_same(one: Member, other: Member) -> bool:
    """Whether two are the same, or share a surname, by which alone rules cannot tell them apart."""
    return one is other or (one.surname is not None and one.surname == other.surname)


def _named(members: Iterable[Member]) -> str:
    return " and ".join(dict.fromkeys(member.name for member in members)) or "nobody"
