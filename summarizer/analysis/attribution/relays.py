"""Who tells a position of somebody else: Ann Roe wants a bridge, according to the police."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.analysis.attribution.clauses import subject_start
from summarizer.analysis.attribution.cues import Cue
from summarizer.analysis.attribution.reports import whose
from summarizer.analysis.attribution.units import Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_NEAR = 3
"""Tokens between a verb and the subject of what is said: said [that the] …"""


def relayed(unit: Unit, cues: Sequence[Cue], words: Vocabulary) -> Iterator[tuple[Cue, Cue]]:
    """Cues of what somebody wants or says by another’s account, each with the cue of who gives it.

    Only “according to” and sources without a name, as the police or a witness, give an account without a
    stake in it; what somebody with a name says of a rival is rather a charge.
    """
    if not cues:
        return
    opening = cues[0]
    closing = next((cue for cue in cues[1:] if cue.trails), None)
    if closing and _opens(unit, opening, words) and _gives_account(closing):
        between = unit.tokens[opening.last : closing.start]
        if whose(opening) != whose(closing) and not any(
            token.kind == "quotation" or token.text == ";" for token in between
        ):
            yield opening, closing
    for outer, inner in pairwise(cues):
        if (
            _gives_account(outer)
            and outer.rule == inner.rule == "active"
            and _opens_content(unit, outer, inner)
        ):
            yield inner, outer


def _opens(unit: Unit, cue: Cue, words: Vocabulary) -> bool:
    """Whether the subject of a cue opens its unit."""
    return cue.rule == "active" and subject_start(unit, cue.start, words) == 0


def _gives_account(cue: Cue) -> bool:
    return cue.rule == "according" or (cue.source.kind == "role" and cue.source.holder is None)


def _opens_content(unit: Unit, outer: Cue, inner: Cue) -> bool:
    """Whether the subject of a cue is that of what another says: said (that) [Ann Roe] refused."""
    between = unit.tokens[outer.last : inner.start]
    return (
        outer.stance == "claims"
        and whose(outer) != whose(inner)
        and 0 <= inner.start - outer.last <= _NEAR
        and all(token.kind == "word" for token in between)
    )
