"""What the model and the rules claim of an article, made one."""

from collections.abc import Iterator
from dataclasses import replace

from summarizer.article import Span
from summarizer.claims import (
    ByName,
    Claims,
    Dispute,
    FigureClaim,
    PartyClaim,
    PositionClaim,
    QuoteClaim,
    Unknown,
    Where,
    Who,
)
from summarizer.grounding.names import Key, key, untitled
from summarizer.grounding.vocabulary import NOBODY
from summarizer.summary import Authority

_LONGEST_JOINT = 4
"""Letters of a preposition."""


def reconcile(model: Claims, rules: Claims, authority: Authority) -> Claims:
    """Return the claims to ground; pure.

    Args:
        model: what the model claims.
        rules: what the rules claim.
        authority: with `model` its claims stand, and what the rules read otherwise is disputed. With `rules`
            theirs stand, and the model fills in what they leave open.
    """
    if authority == "model":
        return replace(model, disputes=(*_disputed_quotes(model, rules), *_disputed_positions(model, rules)))
    quotes = _completed_quotes(model, rules)
    return replace(
        model,
        quotes=quotes,
        figures=_completed_figures(model, rules, quotes),
        parties=_completed_parties(model, rules, quotes),
        positions=(*rules.positions, *model.positions),
    )


def _disputed_quotes(model: Claims, rules: Claims) -> Iterator[Dispute]:
    readings = {claim.place: claim.speakers for claim in rules.quotes if claim.explicit and claim.speakers}
    shown = {claim.place: claim for claim in reversed(model.quotes)}  # of one that is given twice, the first
    for place, claim in reversed(shown.items()):
        if claim.kind in {"speech", "written"} and claim.speakers and place in readings:
            yield Dispute((claim,), readings[place])


def _disputed_positions(model: Claims, rules: Claims) -> Iterator[Dispute]:
    """Say which sentences have positions of the model, and by the rules one of somebody else."""
    held: dict[Where, list[PositionClaim]] = {}
    for claim in model.positions:
        for place in claim.evidence:
            held.setdefault(place, []).append(claim)
    for reading in rules.positions:
        claims = [claim for place in reading.evidence for claim in held.get(place, ())]
        if claims and reading.explicit:
            yield Dispute(tuple(claims), reading.holders)


def _completed_quotes(model: Claims, rules: Claims) -> tuple[QuoteClaim, ...]:
    """Return all that the rules see said: with their speaker where they are sure, else rather the model's."""
    known = _Known(rules.parties)
    answers = {claim.place: known.meant(claim.speakers) for claim in model.quotes if claim.speakers}
    quotes = [
        claim
        if claim.certain or claim.place not in answers
        else replace(claim, speakers=answers[claim.place], origin="model", sure=True)
        for claim in rules.quotes
    ]
    unknown = [claim for claim in model.quotes if isinstance(claim.place, Unknown) and claim.speakers]
    return (*quotes, *unknown)


def _completed_figures(
    model: Claims, rules: Claims, quotes: tuple[QuoteClaim, ...]
) -> tuple[FigureClaim, ...]:
    """Return all figures; of those in a quotation its speakers are the claimants."""
    measures = {claim.place: claim.measures for claim in model.figures if _says_something(claim.measures)}
    speakers = {claim.place: claim.speakers for claim in quotes}
    figures = [
        replace(
            claim,
            measures=measures.get(claim.place) or claim.measures,
            claimed_by=speakers.get(claim.within, ()) if claim.within else claim.claimed_by,
        )
        for claim in rules.figures
    ]
    known = {claim.place for claim in rules.figures}
    others = [claim for claim in model.figures if claim.place in measures and claim.place not in known]
    return (*figures, *others)


def _says_something(measures: str) -> bool:
    return measures.strip(" .").casefold() not in NOBODY


def _completed_parties(
    model: Claims, rules: Claims, quotes: tuple[QuoteClaim, ...]
) -> tuple[PartyClaim, ...]:
    """Return the model's parties, and those it does not list who have a part in the news by the rules.

    The rules' parties without a role are only mentioned: they count where the model has them speak. So does a
    party that the model gives nothing but a name of; if the rules know it, they know more. Where they know
    nobody, as in languages without rules, all count.
    """
    speaking = {name for claim in quotes if isinstance(claim.place, Span) for name in _names(claim.speakers)}
    spoken = set(map(_comparable, speaking))
    listed = [party for party in rules.parties if party.role or _comparable(party.name) in spoken]
    if not listed:
        return model.parties
    known = {_comparable(name) for party in listed for name in (party.name, *party.aliases)}
    named = spoken.union(*(_comparables(claim.holders) for claim in model.positions)) - known
    own = (party for party in model.parties if not _is_bare(party) or _comparable(party.name) in named)
    return (*own, *listed)


def _is_bare(party: PartyClaim) -> bool:
    return party.kind == "other" and not (party.id or party.description or party.aliases)


def _comparable(name: str) -> Key:
    return untitled(key(name))


def _comparables(parties: tuple[Who, ...]) -> set[Key]:
    return set(map(_comparable, _names(parties)))


class _Known:
    """The parties that the rules know, by their names of two words or more."""

    def __init__(self, parties: tuple[PartyClaim, ...]) -> None:
        self._names = {
            name: party.name
            for party in parties
            for alias in (*party.aliases, party.name)
            if len(name := _comparable(alias)) > 1
        }
        self._longest = max(map(len, self._names), default=0)

    def meant(self, parties: tuple[Who, ...]) -> tuple[Who, ...]:
        """Return the parties, those by the rules' name that the model gives with more words than that."""
        return tuple(ByName(self._meant(who.text)) if isinstance(who, ByName) else who for who in parties)

    def _meant(self, text: str) -> str:
        """The name in `text` behind an office or before a place: chair Ann Roe, Ann Roe of Acme."""
        words = text.split()
        for size in range(min(self._longest, len(words)), 1, -1):
            before, end = words[:-size], " ".join(words[-size:])
            if not any(map(_joins, before)) and (name := self._names.get(_comparable(end))):
                return name
            behind, beginning = words[size:], " ".join(words[:size])
            if (not behind or _joins(behind[0])) and (name := self._names.get(_comparable(beginning))):
                return name
        return text


def _joins(word: str) -> bool:
    """Whether a word may lead to a name that is another's: spokesman for Ann Roe."""
    return word.islower() and len(word) <= _LONGEST_JOINT


def _names(parties: tuple[Who, ...]) -> Iterator[str]:
    return (who.text for who in parties if isinstance(who, ByName))
