"""Asking the whole store: the items of a kind that a query means, each article counted once.

Rows are chosen and sorted by their keys alone and read some at a time, so that memory does not grow with the
store.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, literal, or_, select, true

from summarizer.store import answers as made
from summarizer.store import involved, naming
from summarizer.store.asked import Called, Counted, Held, Query, Quoted, Seed, Surrounded, Voice
from summarizer.store.records import Kind
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, item_parties, items, names, recipes, summaries
from summarizer.store.wanted import KIND, chosen, counted_once, matching_parties

Item = TypeVar("Item")
_AT_ONCE = 100  # items read at a time
_AROUND = 160  # code points on each side of a figure: about the sentence it stands in
_MOST_NAMES = 500  # of matching parties that are told apart


def count(connection: Connection, kinds: Sequence[Kind], query: Query) -> int:
    """How many items a query means."""
    return (
        connection.scalar(select(func.count()).select_from(chosen(connection, kinds, query).subquery())) or 0
    )


def answers(
    connection: Connection,
    kinds: Sequence[Kind],
    query: Query,
    *,
    oldest_first: bool,
    limit: int | None,
    skip: int,
) -> Iterator[Quoted | Held | Counted]:
    """The items a query means, by the date of their articles, in an article by their place."""
    wanted = _sorted(chosen(connection, kinds, query), oldest_first=oldest_first).limit(limit).offset(skip)
    # Of figures alone it is read only where something is doubtful.
    is_wide = items.c.support.is_not(None) if set(kinds) == {"figure"} else true()
    wide = case((is_wide, summaries.c.json)).label("json")
    yield from _read(connection, wanted, _details(wide), made.Maker())


def surrounded(
    connection: Connection,
    query: Query,
    *,
    days: Sequence[tuple[date, date]] | None,
    counts: Sequence[str] | None,
) -> Iterator[Surrounded]:
    """The figures that say what they count, newest first, each with what stands around it.

    Args:
        connection: where to look.
        query: which.
        days: within one of these, both days included; None means any time.
        counts: beginnings of words, folded, of which `measures` or the figure's words must hold one; None
            means any.
    """
    wanted = chosen(connection, ("figure",), query).where(items.c.measures != "")
    if days is not None:
        wanted = wanted.where(or_(false(), *(articles.c.dated.between(*span) for span in days)))
    if counts is not None:
        # Not by the index of words: the days leave fewer rows than a common word does.
        words = literal(" ") + items.c.words
        wanted = wanted.where(or_(false(), *(words.like(f"% {word}%") for word in counts)))
    begin = case((items.c.begins > _AROUND, items.c.begins - _AROUND), else_=0)
    around = func.substr(articles.c.text, begin + 1, items.c.ends - begin + _AROUND)
    named = select(func.aggregate_strings(names.c.folded, "\n")).where(names.c.summary == items.c.summary)
    details = _details(
        around.label("context"),
        named.correlate(items).scalar_subquery().label("called"),
    )  # fmt: skip
    yield from _read(connection, _sorted(wanted, oldest_first=False), details, made.surrounded)


def seeds(connection: Connection, query: Query) -> Iterator[Seed]:
    """The figures that a query means and that say what they count, newest first."""
    found = chosen(connection, ("figure",), query).where(items.c.measures != "")
    wanted = _sorted(found, oldest_first=False).with_only_columns(
        articles.c.dated, items.c.measures, summaries.c.id, items.c.item
    )
    for row in connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}):
        yield Seed(*row)


def called(connection: Connection, party: str) -> list[Called]:
    """The parties that the words of a query match, by what their articles call them first."""
    found = matching_parties(connection, party)
    first = names.alias("first")
    wanted = (
        select(
            first.c.folded, func.min(first.c.name).label("name"), names.c.folded.label("other"),
            func.count().label("times"),
        )
        .select_from(found)
        .join(
            first,
            and_(first.c.summary == found.c.summary, first.c.party == found.c.party, first.c.position == 0),
        )
        .join(names, and_(names.c.summary == found.c.summary, names.c.party == found.c.party))
        .join(summaries, summaries.c.key == found.c.summary)
        .where(*counted_once(None))
        .group_by(first.c.folded, names.c.folded)
        .order_by(func.count().desc(), first.c.folded, names.c.folded)
        .limit(_MOST_NAMES)
    )  # fmt: skip
    known: dict[str, Called] = {}
    for row in connection.execute(wanted):
        before = known.get(row.folded) or Called(row.name, 0)
        times = row.times if row.other == row.folded else before.articles
        known[row.folded] = Called(before.name, times, before.names | {row.folded, row.other})
    return sorted(known.values(), key=lambda one: -one.articles)


def voices(connection: Connection, query: Query, *, limit: int) -> list[Voice]:
    """Whose words are quoted in the articles in which a query finds a quote, most quotes first."""
    found = chosen(connection, ("quote",), query).with_only_columns(items.c.summary).distinct().cte("found")
    speaker = names.alias("speaker")
    said = and_(
        item_parties.c.summary == items.c.summary,
        item_parties.c.item == items.c.item,
        item_parties.c.role == "speaker",
    )
    named = and_(
        speaker.c.summary == item_parties.c.summary,
        speaker.c.party == item_parties.c.party,
        speaker.c.position == 0,
    )
    kinds = [items.c.category.in_(query.quote_kinds)] if query.quote_kinds else []
    wanted = (
        select(
            func.min(speaker.c.name).label("party"), func.count().label("quotes"),
            func.sum(func.length(items.c.text)).label("characters"),
        )
        .select_from(items).join(found, found.c.summary == items.c.summary)
        .outerjoin(item_parties, said).outerjoin(speaker, named)
        .where(KIND == "quote", *kinds).group_by(speaker.c.folded)
        .order_by(func.count().desc(), speaker.c.folded).limit(limit)
    )  # fmt: skip
    return [Voice(row.party, row.quotes, int(row.characters)) for row in connection.execute(wanted)]


def _sorted(wanted: Select[Any], *, oldest_first: bool) -> Select[Any]:
    """By the date of the article, then as stored; in an article by place."""
    if oldest_first:
        return wanted.order_by(articles.c.dated, summaries.c.key, items.c.begins, items.c.key)
    return wanted.order_by(articles.c.dated.desc(), summaries.c.key.desc(), items.c.begins, items.c.key)


_COLUMNS = (
    items.c.key, items.c.kind, items.c.item, items.c.begins, items.c.ends, items.c.category, items.c.detail,
    items.c.value, items.c.upper, items.c.unit, items.c.measures, items.c.support, items.c.topic,
    items.c.text,
    summaries.c.id.label("summary"), summaries.c.headline, recipes.c.model,
    articles.c.id.label("article"), articles.c.site, articles.c.url,
    articles.c.published, articles.c.dated, *naming.COLUMNS,
)  # fmt: skip


def _details(*more: ColumnElement[Any]) -> Select[Any]:
    """What is known of items, and where they stand."""
    return (
        select(*_COLUMNS, *more)
        .select_from(items).join(summaries, summaries.c.key == items.c.summary)
        .join(articles, articles.c.key == summaries.c.article)
        .join(recipes, recipes.c.key == summaries.c.recipe)
    )  # fmt: skip


def _read(
    connection: Connection,
    wanted: Select[Any],
    details: Select[Any],
    make: Callable[[AnyRow, involved.Involved], Item],
) -> Iterator[Item]:
    """Make items of rows, in the order of their sorted keys."""
    for keys in connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}).scalars().partitions():
        found = {row.key: row for row in connection.execute(details.where(items.c.key.in_(keys)))}
        parties = involved.by_role(connection, keys)
        yield from (make(found[key], parties.get(key, {})) for key in keys)
