"""Asking the whole store: the items of a kind that a query means, each article counted once.

Rows are chosen and sorted by their keys alone and read some at a time, so that memory does not grow with the
store.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
)

from summarizer.store import naming, search, selecting
from summarizer.store.asked import (
    Called,
    Counted,
    Held,
    Passage,
    Query,
    Quoted,
    Seed,
    Surrounded,
    Voice,
    Where,
)
from summarizer.store.records import Kind
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, items, names, recipes, summaries
from summarizer.text.fold import folded, terms

Item = TypeVar("Item")
_AT_ONCE = 100  # items read at a time
_AROUND = 160  # code points on each side of a figure: about the sentence it stands in
# Hidden from the databases' planners: SQLite's would go through all items of a kind by their index.
_KIND = func.coalesce(items.c.kind, "")
_MOST_NAMES = 500  # of matching parties that are told apart


def chosen(connection: Connection, kinds: Sequence[Kind], query: Query) -> Select[Any]:
    """The keys of the items that a query means, unsorted."""
    wanted = (
        select(items.c.key)
        .select_from(items).join(summaries, summaries.c.key == items.c.summary)
        .join(articles, articles.c.key == summaries.c.article)
        .where(_KIND.in_(kinds), *_counted_once(query.prompt), *_facts(query))
    )  # fmt: skip
    if query.about is not None:
        wanted = wanted.where(search.matching(connection, query.about))
    if query.party is not None:
        called = _called(connection, query.party)
        wanted = wanted.join(
            called, and_(called.c.summary == items.c.summary, called.c.party == items.c.party)
        )
    return wanted


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
    wide = [] if set(kinds) == {"figure"} else [summaries.c.json]
    yield from _read(connection, wanted, _details(*wide), _Maker())


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
        named.correlate(items).scalar_subquery().label("parties"),
    )  # fmt: skip
    yield from _read(connection, _sorted(wanted, oldest_first=False), details, _surrounded)


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
    found = _called(connection, party)
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
        .where(*_counted_once(None))
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
    called = and_(
        speaker.c.summary == items.c.summary, speaker.c.party == items.c.party, speaker.c.position == 0
    )
    wanted = (
        select(
            func.min(speaker.c.name).label("party"), func.count().label("quotes"),
            func.sum(func.length(items.c.text)).label("characters"),
        )
        .select_from(items).join(found, found.c.summary == items.c.summary).outerjoin(speaker, called)
        .where(_KIND == "quote").group_by(speaker.c.folded)
        .order_by(func.count().desc(), speaker.c.folded).limit(limit)
    )  # fmt: skip
    return [Voice(row.party, row.quotes, int(row.characters)) for row in connection.execute(wanted)]


def _counted_once(prompt: str | None) -> Iterator[ColumnElement[bool]]:
    """That a summary is the one by which its article counts: of the current ones the one stored last."""
    newer = summaries.alias("newer")
    later = select(newer.c.key).where(
        newer.c.article == summaries.c.article, newer.c.current, newer.c.key > summaries.c.key
    )
    yield summaries.c.current
    if prompt is not None:
        by_prompt = select(recipes.c.key).where(*selecting.by_prompt(prompt))
        yield summaries.c.recipe.in_(by_prompt)
        later = later.where(newer.c.recipe.in_(by_prompt))
    yield ~exists(later.correlate(summaries))


def _facts(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.since is not None:
        yield articles.c.dated >= query.since
    if query.until is not None:
        yield articles.c.dated <= query.until
    if query.stances:
        yield items.c.detail.in_(query.stances)
    if query.unit is not None:
        yield or_(items.c.unit == query.unit, func.lower(items.c.unit) == query.unit.lower())


def _called(connection: Connection, words: str) -> CTE:
    """Summaries and parties of whom one name holds all the words."""
    whole = literal(" ") + names.c.folded + literal(" ")
    asked = [
        # Folded words hold nothing that LIKE reads as an operator.
        whole.like(f"% {' '.join(term.words)}{'' if term.open_ended else ' '}%")
        for term in terms(words)
    ]
    named = select(names.c.name).where(
        names.c.summary == items.c.summary, names.c.party == items.c.party, *asked
    )
    wanted = select(items.c.summary, items.c.party).where(
        _KIND == "party", search.matching(connection, words), exists(named.correlate(items))
    )
    return wanted.cte("called")


def _sorted(wanted: Select[Any], *, oldest_first: bool) -> Select[Any]:
    """By the date of the article, then as stored; in an article by place."""
    if oldest_first:
        return wanted.order_by(articles.c.dated, summaries.c.key, items.c.begins, items.c.key)
    return wanted.order_by(articles.c.dated.desc(), summaries.c.key.desc(), items.c.begins, items.c.key)


_HOLDER = names.alias("holder")
_COLUMNS = (
    items.c.key, items.c.kind, items.c.item, items.c.begins, items.c.ends, items.c.detail, items.c.value,
    items.c.upper, items.c.unit, items.c.measures, items.c.text, _HOLDER.c.name.label("party"),
    summaries.c.id.label("summary"), summaries.c.headline, articles.c.id.label("article"), articles.c.site,
    articles.c.url, articles.c.published, articles.c.dated, *naming.COLUMNS,
)  # fmt: skip


def _details(*more: ColumnElement[Any]) -> Select[Any]:
    """What is known of items, with whose they are and where they stand."""
    holder = and_(
        _HOLDER.c.summary == items.c.summary, _HOLDER.c.party == items.c.party, _HOLDER.c.position == 0
    )
    return (
        select(*_COLUMNS, *more)
        .select_from(items).join(summaries, summaries.c.key == items.c.summary)
        .join(articles, articles.c.key == summaries.c.article).outerjoin(_HOLDER, holder)
    )  # fmt: skip


def _read(
    connection: Connection, wanted: Select[Any], details: Select[Any], make: Callable[[AnyRow], Item]
) -> Iterator[Item]:
    """Make items of rows, in the order of their sorted keys."""
    for keys in connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}).scalars().partitions():
        found = {row.key: row for row in connection.execute(details.where(items.c.key.in_(keys)))}
        yield from (make(found[key]) for key in keys)


class _Maker:
    """Makes items of rows; what no column has is read from the summary, once for items that follow."""

    def __init__(self) -> None:
        self._summary: str | None = None
        self._whole: dict[str, Any] = {}

    def __call__(self, row: AnyRow) -> Quoted | Held | Counted:
        """The item of a row."""
        if row.kind == "figure":
            return _counted(row)
        if row.summary != self._summary:
            self._summary, self._whole = row.summary, json.loads(row.json)
        return self._quoted(row) if row.kind == "quote" else self._held(row)

    def _quoted(self, row: AnyRow) -> Quoted:
        quote = _of(self._whole["quotes"], row.item)
        unmarked = any(
            warning["code"] == "no_quotation_marks" and warning["item"] == row.item
            for warning in self._whole["warnings"]
        )
        cue = quote["cue"]
        return Quoted(
            party=row.party,
            text=row.text,
            verdict=quote["verdict"],
            in_marks=not unmarked,
            cue=cue and cue["exact"],
            where=_where(row),
        )

    def _held(self, row: AnyRow) -> Held:
        position = _of(self._whole["positions"], row.item)
        said = f" {folded(position['statement'])} "
        others = [party for party in self._whole["parties"] if party["id"] != position["party"]]
        return Held(
            party=row.party,
            stance=row.detail,
            statement=row.text,
            wording=position.get("wording", "model"),
            evidence=tuple(Passage(one["exact"], one["start"], one["end"]) for one in position["evidence"]),
            named=tuple(
                party["name"]
                for party in others
                if any(words and f" {words} " in said for words in map(folded, _names(party)))
            ),
            where=_where(row),
        )


def _names(party: dict[str, Any]) -> list[str]:
    return [party["name"], *party.get("aliases", ())]


def _of(found: list[dict[str, Any]], item: str) -> dict[str, Any]:
    return next(one for one in found if one["id"] == item)


def _where(row: AnyRow) -> Where:
    return Where(
        article=row.article, name=naming.name(row, headline=row.headline, place=row.url, article=row.article),
        title=row.title, site=row.site, url=row.url, published=row.published,
        dated=row.dated, summary=row.summary, item=row.item, start=row.begins, end=row.ends,
    )  # fmt: skip


def _counted(row: AnyRow) -> Counted:
    return Counted(
        claimant=row.party, text=row.text, value=row.value, upper=row.upper, comparator=row.detail,
        unit=row.unit, measures=row.measures, where=_where(row),
    )  # fmt: skip


def _surrounded(row: AnyRow) -> Surrounded:
    parties = frozenset((row.parties or "").split("\n")) - {""}
    return Surrounded(_counted(row), row.context, row.headline, parties)
