"""Two words with an `and` between them that are one name: Marks and Spencer, Johnson and Johnson."""

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.analysis.attribution.units import POSSESSIVE, Token, Unit
from summarizer.analysis.attribution.vocabulary import Vocabulary

_OFTEN = 2
"""Times that a pair has to stand together where no verb in the singular follows."""
Pair = tuple[str, str]


def joint_names(units: Sequence[Unit], words: Vocabulary) -> frozenset[Pair]:
    """The pairs of an article that are one name.

    Either both words are the same, or the article has neither by itself, and has both together more than once
    or as one thing: Roe and Doe is, Roe and Doe’s.
    """
    together: Counter[Pair] = Counter()
    single: set[Pair] = set()
    everywhere: Counter[str] = Counter()
    for unit in units:
        everywhere.update(token.text for token in unit.tokens if token.capital)
        for at in _joints(unit.tokens, words):
            pair = (unit.tokens[at - 1].text, unit.tokens[at + 1].text)
            together[pair] += 1
            behind = unit.tokens[at + 2 : at + 3]
            if behind and (behind[0].lower in words.singular or behind[0].text == POSSESSIVE):
                single.add(pair)
    return frozenset(
        (one, other)
        for (one, other), times in together.items()
        if one == other
        or (everywhere[one] == everywhere[other] == times and (times >= _OFTEN or (one, other) in single))
    )


def _joints(tokens: Sequence[Token], words: Vocabulary) -> Iterator[int]:
    """Where an `and` stands between two single words with a capital that may be parts of one name."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower not in words.joins_names:
            continue
        if all(_may_join(tokens[beside], words) for beside in (at - 1, at + 1)) and _stands_alone(
            tokens, at, words
        ):
            yield at


def _stands_alone(tokens: Sequence[Token], at: int, words: Vocabulary) -> bool:
    """Whether neither word goes on as a name of several."""
    outer = (*tokens[max(0, at - 2) : at - 1], *tokens[at + 2 : at + 3])
    return not any(
        token.capital and token.lower not in words.days and token.lower not in words.openers
        for token in outer
    )


def _may_join(token: Token, words: Vocabulary) -> bool:
    plain = token.lower
    return (
        token.capital
        and not token.text.isupper()
        and not words.is_given(plain)
        and not words.is_demonym(plain)
        and not any(plain in group for group in (words.countries, words.places, words.days))
        and not any(plain in group for group in (words.openers, words.offices))
        and plain.removesuffix("s") not in words.affiliations
    )
