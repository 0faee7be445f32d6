"""What a party held and said over time, and where it turned round."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from summarizer.comparison.corpus.parties import Parties
from summarizer.comparison.corpus.reversals import Past, Reversal
from summarizer.store import Held, Quoted, Where
from summarizer.text.fold import folded

COPIES_WITHIN = timedelta(days=7)
"""How long after the first the same words in another article count as a copy of it."""
_TOLD = 8  # places of copies that are named


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline: a position with the quotes in the passages that carry it, or a quote alone."""

    day: date
    parties: tuple[str, ...]
    """Who holds or says it, each by the name that it has in the whole timeline."""
    position: Held | None
    quotes: tuple[Quoted, ...]
    copies: int = 0
    """In how many more articles of the next seven days the same words stand."""
    also: tuple[Where, ...] = ()
    """The first eight of those."""
    reverses: Reversal | None = None

    @property
    def where(self) -> Where:
        """Where it stands first."""
        return self.position.where if self.position else self.quotes[0].where


def moments(found: Iterable[Held | Quoted], parties: Parties) -> Iterator[Moment]:
    """Return the entries of a timeline, oldest first, from positions and quotes in that order.

    Copies in other articles are folded into the first, and reversals marked: `Past` says what makes one.
    """
    past = Past()
    for moment in _folded(_paired(found, parties)):
        if moment.position is None:
            yield moment
            continue
        holders = parties.matched(moment.position.holders) or moment.parties
        yield replace(moment, reverses=past.reversal(moment.day, moment.position, holders))


def _paired(found: Iterable[Held | Quoted], parties: Parties) -> Iterator[Moment]:
    """The positions of each article with their quotes; a quote without one is an entry of its own."""
    for _, together in groupby(found, key=lambda one: one.where.summary):
        items = list(together)
        positions = [one for one in items if isinstance(one, Held)]
        quotes: dict[str, list[Quoted]] = defaultdict(list)
        made: list[Moment] = []
        for one in items:
            if isinstance(one, Quoted):
                carrier = next((held for held in positions if _carries(held, one)), None)
                if carrier is not None:
                    quotes[carrier.where.item].append(one)
                    continue
            made.append(_moment(one, parties))
        yield from (
            replace(one, quotes=tuple(quotes[one.position.where.item])) if one.position else one
            for one in made
        )


def _moment(one: Held | Quoted, parties: Parties) -> Moment:
    names = one.holders if isinstance(one, Held) else one.speakers
    called = tuple(dict.fromkeys(map(parties.which, names)))
    if isinstance(one, Held):
        return Moment(one.where.dated, called, one, ())
    return Moment(one.where.dated, called, None, (one,))


def _carries(held: Held, quote: Quoted) -> bool:
    """Whether a quote is one of those that carry a position, or its holder's in a passage that does."""
    if held.quotes:
        return quote.where.item in held.quotes
    start, end = quote.where.start, quote.where.end
    if start is None or end is None or not set(held.holders) & set(quote.speakers):
        return False
    return any(passage.start < end and start < passage.end for passage in held.evidence)


def _folded(found: Iterable[Moment]) -> Iterator[Moment]:
    """Entries with their copies, held back until no more copies can come."""
    waiting: deque[list[str]] = deque()  # keys of each entry, the oldest first
    held: dict[int, Moment] = {}
    known: dict[str, int] = {}
    first = 0
    for moment, keys in _keyed(found):
        while waiting and held[first].day + COPIES_WITHIN < moment.day:
            yield _released(waiting, held, known, first)
            first += 1
        before = next((known[key] for key in keys if key in known), None)
        if before is not None and held[before].where.article != moment.where.article:
            held[before] = _with_copy(held[before], moment)
            continue
        place = first + len(waiting)
        keys += [_said(moment, quote) for quote in moment.quotes if moment.position]
        waiting.append(keys)
        held[place] = moment
        for key in keys:
            known.setdefault(key, place)
    while waiting:
        yield _released(waiting, held, known, first)
        first += 1


def _released(
    waiting: deque[list[str]], held: dict[int, Moment], known: dict[str, int], place: int
) -> Moment:
    for key in waiting.popleft():
        if known.get(key) == place:
            del known[key]
    return held.pop(place)


def _keyed(found: Iterable[Moment]) -> Iterator[tuple[Moment, list[str]]]:
    """Yield each entry with what is the same in copies of it.

    That are its parties with their words, or with their stance and either the statement or the passages that
    carry it. Where one passage of an article carries several positions, they are told apart by their order.
    """
    article, carried = "", Counter[str]()
    for moment in found:
        if moment.where.article != article:
            article, carried = moment.where.article, Counter()
        held = moment.position
        if held is None:
            yield moment, [_said(moment, moment.quotes[0])]
            continue
        stand = f"{_who(moment)}\n{held.stance}"
        passages = f"{stand}\n{folded(*(passage.text for passage in held.evidence))}"
        carried[passages] += 1
        yield moment, [f"{stand}\n{folded(held.statement)}", f"{passages}\n{carried[passages]}"]


def _said(moment: Moment, quote: Quoted) -> str:
    return f"{_who(moment)}\n{folded(quote.text)}"


def _who(moment: Moment) -> str:
    return "\n".join(sorted(moment.parties))


def _with_copy(moment: Moment, copy: Moment) -> Moment:
    places = moment.also if len(moment.also) >= _TOLD else (*moment.also, copy.where)
    return replace(moment, copies=moment.copies + 1, also=places)
