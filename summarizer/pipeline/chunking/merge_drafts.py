"""One draft made of the drafts of an article's parts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from summarizer.analysis import MarkedArticle
from summarizer.draft import AbstractDraft, AnyDraft, DraftParty, HintedDraft
from summarizer.grounding.names import Key, find_names, key
from summarizer.text.tokens import Tokens

MOST_PARTIES = 30
"""Parties of an article that was read in parts; those that speak, act or claim are kept in any case."""
_WHO = ("speaker", "party", "claimed_by")


def joined(
    marked: MarkedArticle, drafts: Sequence[AnyDraft], words: AbstractDraft
) -> tuple[AnyDraft, tuple[str, ...]]:
    """All that the drafts list, in order, under one abstract and headline; and the parties left out.

    The draft is put together unchecked: its lists may be longer than its format lets one answer's be. A party
    that several parts list is one, and of those that do nothing the ones the article names most are kept.
    """
    first = drafts[0]
    every: dict[str, Any] = {
        name: [item for draft in drafts for item in getattr(draft, name)]
        if isinstance(getattr(first, name), list)
        else getattr(first, name)
        for name in type(first).model_fields
    }
    parties, left_out = _main(marked, _each_once(every["parties"]), set(_named(every)))
    own = (
        {"what_happened": words.abstract, "what_each_side_says": ""}
        if isinstance(first, HintedDraft)
        else {"abstract": words.abstract}
    )
    every |= {"parties": parties, "headline": words.headline, **own}
    return type(first).model_construct(**every), tuple(party.name for party in left_out)


def _named(every: dict[str, Any]) -> Iterator[Key]:
    """Whoever speaks, holds a position or claims a number."""
    for name, items in every.items():
        if name != "parties" and isinstance(items, list):
            for item in items:
                yield from (key(who) for field in _WHO if (who := getattr(item, field, None)))


def _each_once(parties: Sequence[DraftParty]) -> list[DraftParty]:
    """Parties of the same name made one: of the kind most parts give it, with the aliases of all."""
    same: dict[Key, list[DraftParty]] = {}
    for party in parties:
        same.setdefault(key(party.name), []).append(party)
    return [_one(group) for group in same.values()]


def _one(group: Sequence[DraftParty]) -> DraftParty:
    kinds = Counter(party.kind for party in group if party.kind != "other")
    return DraftParty.model_construct(
        name=group[0].name,
        kind=kinds.most_common(1)[0][0] if kinds else "other",
        description=next((party.description for party in group if party.description), ""),
        aliases=list(dict.fromkeys(alias for party in group for alias in party.aliases)),
    )


def _main(
    marked: MarkedArticle, parties: Sequence[DraftParty], named: set[Key]
) -> tuple[list[DraftParty], list[DraftParty]]:
    """The parties to keep and those to leave out, both in order."""
    active = [not named.isdisjoint(map(key, (party.name, *party.aliases))) for party in parties]
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
