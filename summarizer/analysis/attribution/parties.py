"""The parties of an article: what kind of party each is likely to be, and what the article says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.analysis.attribution.holders import Holder
from summarizer.analysis.attribution.offices import Offices
from summarizer.analysis.attribution.unnamed import Unnamed, UnnamedSources
from summarizer.analysis.attribution.vocabulary import Vocabulary
from summarizer.analysis.attribution.weight import Weight
from summarizer.summary import PartyKind, Role


@dataclass(frozen=True, slots=True)
class NamedParty:
    """Somebody the article names, or quotes or reports without a name.

    `description` is who they are, in the article’s words; empty where it does not say. `is_source` tells that
    the article quotes or reports them. `role` is None for those who are only mentioned.
    """

    name: str
    kind: PartyKind
    description: str
    aliases: tuple[str, ...]
    is_source: bool
    role: Role | None = None


def parties(
    holders: Sequence[Holder],
    offices: Offices,
    weights: Mapping[Holder, Weight],
    unnamed: UnnamedSources,
    words: Vocabulary,
) -> tuple[NamedParty, ...]:
    """The parties of an article, the weightiest first, those without a name behind."""
    ordered = sorted(holders, key=lambda holder: weights[holder].order)
    named = (_named(holder, offices, weights[holder], unnamed, words) for holder in ordered)
    return (*named, *map(_unnamed, unnamed.found))


def _named(
    holder: Holder, offices: Offices, weight: Weight, unnamed: UnnamedSources, words: Vocabulary
) -> NamedParty:
    names = {**holder.names, **unnamed.meant.get(holder, {})}
    return NamedParty(
        holder.name,
        _kind(holder, offices, words),
        offices.descriptions.get(holder, ""),
        tuple(name for name in names if name != holder.name),
        is_source=weight.told > 0,
        role=_role(holder, weight, words),
    )


def _role(holder: Holder, weight: Weight, words: Vocabulary) -> Role | None:
    """What part somebody has in the news; a place has one only by its government."""
    plain = holder.name.lower().strip(".")
    if holder.kind == "place":
        governs = plain in words.countries or plain in words.seats or plain in words.states
        if not (governs and weight.told) and not (
            plain in words.countries and weight.titled and weight.is_news
        ):
            return None
    if holder.kind == "people" and not words.is_plural(holder.name):
        return None
    if not weight.told and (holder.common or not (holder.sure or weight.acts or weight.titled)):
        return None
    if weight.told or weight.is_news:
        return "main" if weight.is_main else "minor"
    return None


def _kind(holder: Holder, offices: Offices, words: Vocabulary) -> PartyKind:
    if holder.person:
        return "person"
    plain = holder.name.lower().strip(".")
    if holder in offices.governing or holder.kind == "place" or plain in words.seats:
        return "government"
    if holder.kind == "people":
        return "group"
    if holder.kind == "unknown":
        return "other"
    parts = plain.split()
    until = next((at for at, word in enumerate(parts) if at and word in words.prepositions), len(parts))
    head = parts[until - 1]
    state = head in words.bodies and head not in words.parties and not words.legislatures.isdisjoint(parts)
    if head in words.governing or state:
        return "government"
    return "organisation"


def _unnamed(party: Unnamed) -> NamedParty:
    name, *others = party.phrases
    role: Role = "main" if party.told > 1 else "minor"
    return NamedParty(name, party.kind, "", tuple(others), is_source=True, role=role)
