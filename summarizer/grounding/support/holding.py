"""Whether the sentences that a position cites may be about whom it gives as its holder."""

from collections.abc import Collection, Iterator, Mapping

from summarizer.grounding.support.cited import Cited
from summarizer.grounding.support.naming import PartyNames, has_case
from summarizer.grounding.support.words import SupportWords, WordIndex, folded
from summarizer.grounding.vocabulary import ROLES, TITLES
from summarizer.summary import Party, Position
from summarizer.text.tokens import Tokens

_SHORTEST_VERB = 3
_OFFICES = TITLES | ROLES
"""Words for a person by office; an office may stand for the name of whoever was named before."""


def doubtful_holders(
    position: Position,
    cited: Cited,
    parties: Mapping[str, Party],
    names: PartyNames,
    language: SupportWords | None,
) -> Iterator[str]:
    """Say which holders the cited sentences neither name nor may mean, and who speaks there instead."""
    pointed = cited.parties | cited.speakers
    if points_back(cited, language):
        pointed = pointed | cited.before.parties
    holders = [parties[holder] for holder in position.holders if parties[holder].kind != "outlet"]
    missing = [
        party.name
        for party in holders
        if party.id not in pointed and not names.is_described(party.id, cited.words)
    ]
    yield from (f"The cited sentences do not name {name}." for name in missing)
    if missing or not holders:
        return
    related = {*position.holders, *([position.told_by] if position.told_by else [])}
    others = _speakers_instead(related, cited) or _subjects_instead(related, cited)
    if others:
        named = " and ".join(parties[other].name for other in sorted(others) if other in parties)
        yield f"In the cited sentences {named} speaks, not {' or '.join(party.name for party in holders)}."


def doers_instead(
    position: Position, own: Tokens, cited: Cited, parties: Mapping[str, Party], names: PartyNames
) -> Iterator[str]:
    """Say who does in the cited sentences what a statement says of a holder, if its words show it."""
    related = {*position.holders, *([position.told_by] if position.told_by else [])}
    opening = next(iter(names.found(own)), None)
    if opening is None or opening.first > 1 or opening.parties.isdisjoint(position.holders):
        return
    verb = folded(own.words[opening.last]) if opening.last < len(own.words) else ""
    if (
        len(verb) < _SHORTEST_VERB
        or not own.gap(opening.last).isspace()
        or any(parties[one].kind == "outlet" for one in related)
    ):
        return
    doers = cited.doers(verb)
    if doers and doers.isdisjoint(related):
        found = " and ".join(sorted(parties[one].name for one in doers if one in parties))
        yield f"In the cited sentences it is {found} of whom “{own.words[opening.last]}” is said."


def points_back(cited: Cited, language: SupportWords | None) -> bool:
    """Whether a word in the sentences may mean somebody named before them."""
    if language is None or language.drops_pronouns:
        return True
    return any(
        word in language.pronouns or word in _OFFICES
        for sentence in cited.sentences
        for word in sentence.words
    )


def _speakers_instead(related: Collection[str], cited: Cited) -> set[str]:
    """Those who are quoted, where nobody related is, and nobody related is named beside what they say."""
    if not cited.speakers or not cited.speakers.isdisjoint(related):
        return set()
    return set() if not cited.parties_outside_quotations.isdisjoint(related) else cited.speakers


def _subjects_instead(related: Collection[str], cited: Cited) -> set[str]:
    """Those beside words such as said, where nobody related is named outside quotation marks."""
    if not cited.parties_outside_quotations.isdisjoint(related):
        return set()
    saying = set().union(*cited.subjects.values())
    return set() if not saying.isdisjoint(related) else saying


def names_another(
    position: Position, tokens: Tokens, parties: Mapping[str, Party], names: PartyNames
) -> bool:
    """Whether a statement names none of those whose position it is said to be, nor who tells it, but others.

    Where no letter is a capital, so that a strange name cannot be told, it need not name others.
    """
    related = {*position.holders, *([position.told_by] if position.told_by else [])}
    if any(parties[party].kind == "outlet" for party in related):
        return False
    own = WordIndex(map(folded, tokens.words))
    if any(names.is_described(party, own, fewest=1) for party in related):
        return False
    return not has_case(tokens.text) or any(one.parties.isdisjoint(related) for one in names.found(tokens))
