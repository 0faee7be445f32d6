"""Those an article names: what kind of party each is likely to be, and what the article says of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.offices import Offices
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.summary import PartyKind


@dataclass(frozen=True, slots=True)
class NamedParty:
    """Somebody the article names; `is_source` tells that the article quotes or reports them.

    `description` is who they are, in the article’s words; empty where it does not say.
    """

    name: str
    kind: PartyKind
    description: str
    aliases: tuple[str, ...]
    is_source: bool


def parties(
    holders: Sequence[Holder], offices: Offices, sources: Collection[Holder], words: Vocabulary
) -> tuple[NamedParty, ...]:
    """The parties that `holders` are, in their order; `sources` are those quoted or reported."""
    return tuple(
        NamedParty(
            holder.name,
            _kind(holder, offices, words),
            offices.descriptions.get(holder, ""),
            tuple(name for name in holder.names if name != holder.name),
            holder in sources,
        )
        for holder in holders
    )


def _kind(holder: Holder, offices: Offices, words: Vocabulary) -> PartyKind:
    if holder.person:
        return "person"
    parts = [word for name in holder.names for word in name.casefold().split()]
    if holder in offices.governing or not words.governing.isdisjoint(parts):
        return "government"
    if " " not in holder.name and words.is_plural(holder.name):
        return "group"
    return "organisation"
