"""Articles that another text was read in the place of.

An article is the newest text of its place: one whose every place has been read with another text since stands
no more, but its summaries are what the newer text may be compared with.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import CTE, ColumnElement, Connection, FromClause, Select, and_, case, func, or_, select

from summarizer.store.records import Scope
from summarizer.store.rows import AnyRow
from summarizer.store.schema import sources, summaries
from summarizer.store.standing_for import is_by_rules


@dataclass(frozen=True, slots=True)
class Changed:
    """Articles of places that were read with several texts."""

    outdated: AbstractSet[int]
    before: Mapping[int, AnyRow]
    """Of the newest text of a place: the current summary of an older one that was stored last."""

    @classmethod
    def of(cls, connection: Connection, scope: Scope) -> Self:
        """Fetch them."""
        if connection.execute(_changed_places().limit(1)).first() is None:
            return cls(frozenset(), {})
        texts = _texts_of_changed_places()
        before = {row.article: row for row in connection.execute(_before(texts, scope))}
        return cls(set(connection.scalars(_outdated(texts))), before)


def is_targets(made: FromClause, scope: Scope) -> ColumnElement[bool]:
    """Whether a summary is the target's."""
    undivided = and_(made.c.recipe.in_(scope.same_undivided), made.c.parts == 1)
    return or_(made.c.recipe.in_(scope.same), undivided)


def _changed_places() -> Select[Any]:
    several = func.count() > 1
    return (
        select(sources.c.location)
        .where(sources.c.location != "")
        .group_by(sources.c.location)
        .having(several)
    )


def _texts_of_changed_places() -> CTE:
    """Texts of places that were read with several, with their age: 1 is the one that was read last."""
    changed = _changed_places().cte("changed")
    newest_first = (sources.c.last_seen.desc(), sources.c.key.desc())
    age = func.row_number().over(partition_by=(sources.c.kind, sources.c.location), order_by=newest_first)
    columns = (sources.c.key, sources.c.article, sources.c.kind, sources.c.location, age.label("age"))
    return select(*columns).join(changed, changed.c.location == sources.c.location).cte("texts")


def _outdated(texts: CTE) -> Select[Any]:
    """Articles whose every place has been read with another text since."""
    older = select(texts.c.article).where(texts.c.age > 1)
    places = sources.outerjoin(texts, texts.c.key == sources.c.key)
    ages = select(sources.c.article).select_from(places).where(sources.c.article.in_(older))
    return ages.group_by(sources.c.article).having(func.min(func.coalesce(texts.c.age, 1)) > 1)


def _before(texts: CTE, scope: Scope) -> Select[Any]:
    """For the newest text of a place: the current summaries of its older ones, the one that counts last."""
    older, new = texts.alias("older"), texts.alias("new")
    same_place = and_(older.c.kind == new.c.kind, older.c.location == new.c.location, older.c.age > new.c.age)
    by_target = case((is_targets(summaries, scope), 1), else_=0)
    pairs = (
        select(
            new.c.article, older.c.article.label("older"), summaries.c.key.label("summary"),
            summaries.c.recipe, func.max(by_target).over(partition_by=new.c.article).label("is_current"),
        )
        .select_from(new).join(older, same_place)
        .join(summaries, and_(summaries.c.article == older.c.article, summaries.c.current))
        .where(new.c.age == 1).order_by(new.c.article, is_by_rules(summaries).desc(), summaries.c.key)
    )  # fmt: skip
    return pairs if scope.recipes is None else pairs.where(summaries.c.recipe.in_(scope.recipes))
