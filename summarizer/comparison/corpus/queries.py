"""The questions of those who follow the news: who said what, who wants what, how many, and since when."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from summarizer.comparison.corpus.conflicts import Conflict, conflicts, days_around
from summarizer.comparison.corpus.parties import Parties
from summarizer.comparison.corpus.stems import stems
from summarizer.comparison.corpus.timeline import Moment, moments
from summarizer.errors import UsageError
from summarizer.store import Counted, Held, Query, Quoted, Store, Surrounded

WITHIN = timedelta(days=7)
"""How far apart two articles may be whose figures are compared."""
MOST_SEEDS = 5000
"""Of a query with a party or subject, so many figures are looked at for conflicts, the newest."""
_MOST_SPANS, _MOST_WORDS = 100, 50  # beyond that a database reads everything faster


def quotes(store: Store, query: Query, *, limit: int | None = None, skip: int = 0) -> Iterator[Quoted]:
    """What is quoted in the articles of a store, newest first; terms and titles only if they are asked for.

    Args:
        store: where to look.
        query: who is quoted, about what, and when.
        limit: at most so many; None means all, which are read as they are taken.
        skip: leave out the first so many.

    Raises:
        UsageError: if the words for a party or subject hold no word.
    """
    for one in store.ask(query, ("quote",), limit=limit, skip=skip):
        if isinstance(one, Quoted):
            yield one


def positions(store: Store, query: Query, *, limit: int | None = None, skip: int = 0) -> Iterator[Held]:
    """What parties want, say and refuse, newest first, each with the passages that carry it; see `quotes`."""
    for one in store.ask(query, ("position",), limit=limit, skip=skip):
        if isinstance(one, Held):
            yield one


def figures(store: Store, query: Query, *, limit: int | None = None, skip: int = 0) -> Iterator[Counted]:
    """What is counted, newest first; the query's party is who claims it; see `quotes`."""
    for one in store.ask(query, ("figure",), limit=limit, skip=skip):
        if isinstance(one, Counted):
            yield one


def conflicting_figures(
    store: Store, query: Query, *, within: timedelta = WITHIN, limit: int | None = None, skip: int = 0
) -> Iterator[Conflict]:
    """What is counted differently by several articles or parties, newest first.

    One side of each is a figure that the query means; the others may be anybody's. `conflicts` says what
    makes a conflict. A party or subject makes this quick; without either all figures of the time are looked
    at.

    Args:
        store: where to look.
        query: as for `figures`.
        within: no more time than this between two articles.
        limit: at most so many conflicts.
        skip: leave out the first so many.

    Raises:
        UsageError: if the words for a party or subject hold no word.
    """
    if query.party is None and query.about is None:
        found = conflicts(((one, True) for one in store.surrounded(query)), within)
    else:
        found = conflicts(_around(store, query, within), within)
    yield from islice(found, skip, None if limit is None else skip + limit)


def timeline(store: Store, query: Query, *, limit: int | None = None, skip: int = 0) -> Iterator[Moment]:
    """What a party held and said, oldest first, with its reversals marked; `reversals` says what makes one.

    Raises:
        UsageError: if the query names no party, or its words hold none.
    """
    if query.party is None:
        raise UsageError("a timeline is of a party; name one")
    parties = which_parties(store, query.party)
    found = store.ask(query, ("position", "quote"), oldest_first=True)
    both = (one for one in found if not isinstance(one, Counted))
    yield from islice(moments(both, parties), skip, None if limit is None else skip + limit)


def which_parties(store: Store, party: str) -> Parties:
    """The distinct parties that the words for a party match.

    Raises:
        UsageError: if there is no word in them.
    """
    return Parties.among(store.called(party))


def _around(store: Store, query: Query, within: timedelta) -> Iterator[tuple[Surrounded, bool]]:
    """The figures that are asked for and those of their days and words, newest first."""
    seeds = list(islice(store.seeds(query), MOST_SEEDS))
    asked = {(seed.summary, seed.item) for seed in seeds}
    words = {stem.removesuffix("y") for seed in seeds for stem in stems(seed.measures)}
    spans = days_around((seed.dated for seed in seeds), within)
    if not words:
        return
    if len(spans) > _MOST_SPANS:
        spans = [(spans[-1][0], spans[0][1])]
    others = Query(prompt=query.prompt, unit=query.unit)
    found = store.surrounded(others, days=spans, counts=sorted(words) if len(words) <= _MOST_WORDS else None)
    for one in found:
        yield one, (one.figure.where.summary, one.figure.where.item) in asked
