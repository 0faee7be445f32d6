"""Which candidates make the abstract: the news first, then what others say of it, nothing twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from summarizer.article import Span
from summarizer.extracts.candidates import Candidate, Fault

MOST = 3
"""Sentences of an abstract."""
_LEDE_AMONG = 6
"""Fit sentences at the beginning of an article, one of which has the news."""
_OF_THE_TITLE = 4
"""Words of the title that count, in a sentence with the news."""
_MAIN = 2
"""Main parties that count."""
_STEM = 5
"""Letters by which words are told to be the same."""
_LOOKED_AT = 60
"""Candidates that are compared with those chosen."""
_LOADED = 3.0
"""What loaded words take from the worth of a sentence: more than a model’s choice adds."""
_SAME = 0.5
"""The share of the words of the shorter of two sentences that makes them say the same."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to choose from: the words of the `title`, `loaded` candidates by number, `wanted` sentences."""

    found: Sequence[Candidate]
    title: frozenset[str]
    loaded: frozenset[int]
    wanted: frozenset[Span]
    main: Mapping[str, int]
    """The main parties, by each word of their names."""


def choose(choice: Choice, most: int = MOST) -> list[Candidate]:
    """Return up to `most` candidates in the order of the article, those that do not say the same."""
    fit = [one for one in choice.found if not one.faults - {Fault.REFERS_BACK}]
    if not any(Fault.REFERS_BACK not in one.faults for one in fit):
        fit = _least_unfit(choice.found)
    if not fit:
        return []
    if any(Fault.OPINION in one.faults for one in fit):
        most = min(most, 1)  # one sentence of an author's own view is enough to tell what kind of text it is
    lede = _lede(fit, choice)
    chosen, topic = [lede], lede.words | choice.title
    others = (one for one in fit if one is not lede)
    rest = nlargest(_LOOKED_AT, others, key=lambda one: (_worth(one, chosen, topic, choice), -one.number))
    while rest and len(chosen) < most:
        best = max(rest, key=lambda one: (_worth(one, chosen, topic, choice), -one.number))
        if _worth(best, chosen, topic, choice) <= 0 and len(chosen) > 1:
            break
        rest.remove(best)
        if not any(_is_same(best, other) for other in chosen) and _stands(best, chosen):
            chosen.append(best)
    return sorted(chosen, key=lambda one: one.number)


def _least_unfit(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that are as little unfit as any, where none is fit."""
    least = min((one.badness for one in found), default=0)
    return [one for one in found if one.badness == least]


def _lede(fit: Sequence[Candidate], choice: Choice) -> Candidate:
    """Return the one of the first that stand alone which has the news, rather than a scene before it."""
    alone = [one for one in fit if Fault.REFERS_BACK not in one.faults][:_LEDE_AMONG] or list(fit[:1])
    title = _stems(choice.title)

    def news(place: int) -> float:
        one = alone[place]
        worth = 0.6 * min(len(_stems(one.words) & title), _OF_THE_TITLE) + _facts(one, choice)
        return worth - 0.4 * place - _LOADED * (one.number in choice.loaded)

    return alone[max(range(len(alone)), key=news)]  # the first among equals


def _facts(one: Candidate, choice: Choice) -> float:
    """Return how much of who and when a sentence tells."""
    main = len({choice.main[word] for word in one.words if word in choice.main})
    return 0.4 * min(main, _MAIN) + 0.4 * one.is_dated + 0.3 * bool(one.holders)


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words)


def _stands(one: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether what it refers back to stands before it, if it does."""
    return Fault.REFERS_BACK not in one.faults or any(other.number == one.number - 1 for other in chosen)


def _is_same(one: Candidate, other: Candidate) -> bool:
    least = min(len(one.words), len(other.words))
    return one.words == other.words or 0 < _SAME * least <= len(one.words & other.words)


def _worth(one: Candidate, chosen: Sequence[Candidate], topic: frozenset[str], choice: Choice) -> float:
    """Return how much a candidate would add to those chosen."""
    heard = frozenset[str]().union(*(other.holders for other in chosen))
    worth = 1.5 / (1 + 0.15 * one.number) + 0.15 * min(len(one.words & topic), 6)
    worth += 0.7 * one.is_report + _facts(one, choice)
    worth += 1.0 * bool(one.holders - heard)
    worth += 2.0 * any(span in choice.wanted for span in one.sentences)
    worth -= _LOADED * (one.number in choice.loaded)
    worth -= 2.0 * (not _stands(one, chosen)) + 0.5 * (Fault.REFERS_BACK in one.faults)
    length = one.shown.end - one.shown.start
    return worth - max(0.0, (length - 220) / 200)
