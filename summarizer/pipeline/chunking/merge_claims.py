"""What the parts of an article are said to hold, made the claims of one article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from summarizer.analysis import MarkedArticle
from summarizer.claims import ById, Claims, Copied, PartyClaim, PositionClaim, QuoteClaim, Where, Who
from summarizer.grounding.names import Key, find_names, key
from summarizer.pipeline.chunking.joint_parties import each_name_once, with_joint_ids
from summarizer.text.tokens import Tokens

MOST_PARTIES = 30
"""Parties of an article that was read in parts, unless more than these speak, act, claim or are addressed."""


def joined(marked: MarkedArticle, parts: Sequence[Claims], words: Claims) -> tuple[Claims, tuple[str, ...]]:
    """Return all that the parts claim, in order, under one headline and abstract; and the parties left out.

    A party that several parts list is one; of those that do nothing the ones the article names most are kept.

    Args:
        marked: the article.
        parts: what is claimed of its parts, in order; places are those of the whole article.
        words: the headline and abstract of the whole.
    """
    by_id = any(party.id for part in parts for party in part.parties)
    if by_id:
        parties, parts = with_joint_ids(parts)
    else:
        parties = each_name_once(party for part in parts for party in part.parties)
    quotes = [part.quotes for part in parts]
    positions = [part.positions for part in parts]
    every = Claims(
        headline=words.headline,
        abstract=words.abstract,
        # Copied words come last, as they are looked for where no number points.
        quotes=tuple(sorted(_each_quoted_once(marked, quotes), key=_is_copied)),
        figures=tuple(chain.from_iterable(part.figures for part in parts)),
        positions=tuple(_each_told_once(positions) if by_id else chain.from_iterable(positions)),
        unreadable=tuple(chain.from_iterable(claims.unreadable for claims in (*parts, words))),
    )
    kept, left_out = _main(marked, parties, set(_active(every)))
    return replace(every, parties=tuple(kept)), tuple(party.name for party in left_out)


def _is_copied(quote: QuoteClaim) -> bool:
    return isinstance(quote.place, Copied)


def _each_quoted_once(marked: MarkedArticle, parts: Sequence[Sequence[QuoteClaim]]) -> Iterator[QuoteClaim]:
    """Yield the quotes without sentences that an earlier part gave: two parts may be shown the same ones."""
    sentences: set[Where] = {sentence.span for sentence in marked.sentences}
    given: set[Where] = set()
    for quotes in parts:
        yield from (quote for quote in quotes if quote.place not in given)
        given.update(quote.place for quote in quotes if quote.place in sentences)


def _each_told_once(parts: Sequence[Sequence[PositionClaim]]) -> Iterator[PositionClaim]:
    """Yield the positions without those that an earlier part gave with the same sentences, worded otherwise.

    What is only written otherwise is the same topic.
    """
    told: dict[tuple[frozenset[Who], str], set[Where]] = {}
    topics: dict[str, str] = {}
    for positions in parts:
        new = [
            position
            for position in positions
            if not set(position.evidence) <= told.get((frozenset(position.holders), position.stance), set())
        ]
        for position in new:
            told.setdefault((frozenset(position.holders), position.stance), set()).update(position.evidence)
            topic = position.topic and topics.setdefault(position.topic.casefold(), position.topic)
            yield replace(position, topic=topic)


def _active(claims: Claims) -> Iterator[str | Key]:
    """Yield the ids, or the names as they are compared, of all who do something or are addressed."""
    everybody = chain(
        *(quote.speakers for quote in claims.quotes),
        *(figure.claimed_by for figure in claims.figures),
        *((*position.holders, *position.toward) for position in claims.positions),
        (position.told_by for position in claims.positions if position.told_by),
    )
    for who in everybody:
        yield who.id if isinstance(who, ById) else key(who.text)


def _main(
    marked: MarkedArticle, parties: Sequence[PartyClaim], acting: set[str | Key]
) -> tuple[list[PartyClaim], list[PartyClaim]]:
    """Return the parties to keep and those to leave out, both in order."""
    active = [
        party.id in acting or not acting.isdisjoint(map(key, (party.name, *party.aliases)))
        for party in parties
    ]
    room = MOST_PARTIES - sum(active)
    idle = [party for party, acts in zip(parties, active, strict=True) if not acts]
    if len(idle) <= max(room, 0):
        return list(parties), []
    places = find_names(Tokens.of(marked.article.text), {party.name for party in idle})
    kept = sorted(idle, key=lambda party: -len(places[party.name]))[: max(room, 0)]
    left_out = {id(party) for party in idle} - {id(party) for party in kept}
    return (
        [party for party in parties if id(party) not in left_out],
        [party for party in parties if id(party) in left_out],
    )
