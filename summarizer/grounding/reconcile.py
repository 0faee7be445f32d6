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
from summarizer.grounding.vocabulary import NOBODY
from summarizer.summary import Authority


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
    answers = {claim.place: claim.speakers for claim in model.quotes if claim.speakers}
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

    The rules' parties without a role are only mentioned: they count where the model has them speak.
    """
    speaking = {name for claim in quotes if isinstance(claim.place, Span) for name in _names(claim.speakers)}
    listed = (party for party in rules.parties if party.role or party.name in speaking)
    return (*model.parties, *listed)


def _names(parties: tuple[Who, ...]) -> Iterator[str]:
    return (who.text for who in parties if isinstance(who, ByName))
