"""How much an article is about each of those it names: where it names them, and how often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from summarizer.analysis.attribution.holders import Holder, Mention
from summarizer.analysis.attribution.units import Unit

_LEDE = 2
"""Sentences behind the title."""
_IN_TITLE = 2
"""Mentions from which on somebody of the title is one of the news."""
_OFTEN = 3
"""Mentions from which on somebody of the lede is."""
_THROUGHOUT = 6
"""Mentions from which on anybody is."""


@dataclass(slots=True)
class Weight:
    """Where and how often somebody is named, quoted and reported."""

    titled: bool = False
    in_lede: bool = False
    mentions: int = 0
    located: int = 0
    """Mentions as a place."""
    acts: int = 0
    """Mentions that a verb or an ’s goes on from."""
    first: int = 0
    """Where they are named first, in code points."""
    told: int = 0
    """Quotations and reports."""

    @property
    def is_news(self) -> bool:
        """Whether the article is about them, whoever speaks."""
        acting = self.mentions - self.located
        if acting * 2 <= self.mentions:
            return False
        return acting >= (_IN_TITLE if self.titled else _OFTEN if self.in_lede else _THROUGHOUT)

    @property
    def is_main(self) -> bool:
        """Whether they are one of the main parties."""
        return self.is_news or self.told > 1 or (self.told > 0 and (self.titled or self.in_lede))

    @property
    def order(self) -> tuple[bool, int]:
        """What sorts the weightier first."""
        return not self.is_main, -(self.mentions + 2 * self.told + 3 * (self.titled + self.in_lede))


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the title and the lede of an article end, in code points; 0 for what it lacks."""

    title: int = 0
    lede: int = 0

    @classmethod
    def of(cls, units: Sequence[Unit]) -> "Opening":
        """The opening of an article: a heading or the only sentence of its first paragraph, and two more."""
        if not units:
            return cls()
        titled = units[0].heading or (len(units) > 1 and units[1].paragraph > units[0].paragraph)
        plain = [unit for unit in units[titled:] if not unit.heading][:_LEDE]
        title = units[0].span.end if titled else 0
        return cls(title, plain[-1].span.end if plain else title)


def weights(
    opening: Opening, mentions: Sequence[Sequence[Mention]], told: Iterable[Holder]
) -> dict[Holder, Weight]:
    """The weight of every holder that is named or labelled; `told` has one for each quotation and report."""
    found: dict[Holder, Weight] = {}
    for mention in chain.from_iterable(mentions):
        start = mention.span.start
        weight = found.setdefault(mention.holder, Weight(first=start))
        weight.mentions += 1
        weight.located += mention.located
        weight.acts += mention.acts
        weight.titled = weight.titled or start < opening.title
        weight.in_lede = weight.in_lede or opening.title <= start < opening.lede
    for holder in told:
        found.setdefault(holder, Weight(first=opening.lede)).told += 1
    return found
