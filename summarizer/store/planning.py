"""Where each article stands with respect to a recipe, read from indexes alone.

An article is the newest text of its place: one whose every place has been read with another text since stands
no more, but its summaries are what the newer text may be compared with.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Self

from sqlalchemy import (
    ARRAY,
    CTE,
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
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

from summarizer.store import selecting
from summarizer.store.records import Alike, KnownRecipe, Scope, Spent, Standing, Titled
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, attempts, recipes, replies, sources, summaries
from summarizer.summary import PromptUsed, Recipe, Tokens

STRATA = 48
"""Into at most so many runs of articles that follow each other those that stand alike are divided."""
_AT_ONCE = 10_000  # rows that are fetched together


def known_recipes(connection: Connection) -> list[KnownRecipe]:
    """Every recipe that anything was made by, or tried."""
    return [_known(row) for row in connection.execute(select(recipes).order_by(recipes.c.key))]


def _known(row: AnyRow) -> KnownRecipe:
    used = PromptUsed(name=row.prompt_name, version=row.prompt_version, sha256=row.prompt_sha256)
    recipe = Recipe(
        prompt=used,
        merge=None if row.merge is None else PromptUsed(**json.loads(row.merge)),
        draft_format=row.draft_format,
        summary_schema=row.summary_schema,
        marking=row.marking,
        model=row.model,
        parameters=json.loads(row.parameters),
        language=row.language,
    )
    return KnownRecipe(row.key, row.fingerprint, recipe)


def standing(connection: Connection, scope: Scope) -> Iterator[Alike]:
    """Where the articles in the scope stand, those that stand alike together, the first stored first.

    The database counts, over indexes alone; a row each have only articles that an older text was read in the
    place of. What is held grows with those, and with the recipes, not with the articles.
    """
    changed = _Changed.of(connection, scope)
    yield from _counted(connection, scope, changed)
    if changed.before:
        yield from _edited(connection, scope, changed)


@dataclass(frozen=True, slots=True)
class _Changed:
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


def _counted(connection: Connection, scope: Scope, changed: _Changed) -> Iterator[Alike]:
    """Articles that have but one text at each of their places, counted."""
    wanted = _each(scope)
    aside = changed.outdated | changed.before.keys()
    if aside:
        wanted = wanted.where(articles.c.key.not_in(_listed(connection, aside)))
    if scope.narrowed:
        wanted = wanted.where(articles.c.key.in_(_chosen(connection, scope)))
    if scope.recipes is not None:
        other = summaries.alias("other")
        by_others = exists().where(other.c.article == articles.c.key, other.c.current).correlate(articles)
        wanted = wanted.where(or_(summaries.c.key.is_not(None), ~by_others))
    each = wanted.subquery("each_article")
    kind = [each.c[name] for name in _KIND]
    stratum = each.c.article // _width(connection)
    counts = (func.count().label("articles"), func.sum(each.c.characters).label("characters"))
    first = func.min(each.c.article).label("first")
    grouped = select(*kind, *counts, first).group_by(*kind, stratum).order_by(first)
    found = connection.execute(grouped).all()
    few = _listed(connection, [row.first for row in found if not row.is_current])
    made = {
        row.article: row.summary for row in connection.execute(_each(scope).where(articles.c.key.in_(few)))
    }
    for row in found:
        yield Alike(_standing(row), row.articles, row.characters, row.first, made.get(row.first))


def _width(connection: Connection) -> int:
    """Of a stratum, in keys: those that stand alike are counted in several runs, to have examples of them."""
    ends = [select(end(articles.c.key)).scalar_subquery() for end in (func.min, func.max)]
    low, high = connection.execute(select(*ends)).one()
    return 1 if low is None else (high - low) // STRATA + 1


def _edited(connection: Connection, scope: Scope, changed: _Changed) -> Iterator[Alike]:
    """The newest texts of places an older text of which has a summary, one by one."""
    newest = changed.before.keys() - changed.outdated
    chosen = None
    if scope.narrowed:
        concerned = newest | {row.older for row in changed.before.values()}
        narrowed = _chosen(connection, scope).where(summaries.c.article.in_(_listed(connection, concerned)))
        chosen = set(connection.scalars(narrowed))
    wanted = _each(scope).where(articles.c.key.in_(_listed(connection, newest))).order_by(articles.c.key)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(wanted):
        earlier = changed.before[row.article]
        if chosen is None or not chosen.isdisjoint((row.article, earlier.older)):
            found = _standing(row)._replace(
                earlier_recipe=earlier.recipe, earlier_is_current=bool(earlier.is_current)
            )
            yield Alike(found, 1, row.characters, row.article, row.summary or earlier.summary)


_KIND = ("recipe", "is_undivided", "has_replies", "is_current", "has_failed")


def _standing(row: AnyRow) -> Standing:
    return Standing(
        row.recipe,
        is_undivided=bool(row.is_undivided),
        has_replies=bool(row.has_replies),
        is_current=bool(row.is_current),
        has_failed=bool(row.has_failed),
    )


def _each(scope: Scope) -> Select[Any]:
    """Each article with the summary of it that was stored last, of those that count, if there is any."""
    later, made = summaries.alias("later"), summaries.alias("made")
    stored_since = exists().where(
        later.c.article == summaries.c.article, later.c.key > summaries.c.key, *_counting(later, scope)
    )  # fmt: skip
    last = and_(
        summaries.c.article == articles.c.key,
        *_counting(summaries, scope),
        ~stored_since.correlate(summaries),
    )
    by_target = exists().where(made.c.article == articles.c.key, made.c.current, _is_targets(made, scope))
    said = exists().where(replies.c.attempt == summaries.c.attempt).correlate(summaries)
    wanted = select(
        articles.c.key.label("article"), articles.c.characters, summaries.c.key.label("summary"),
        summaries.c.recipe, func.coalesce(summaries.c.parts == 1, false()).label("is_undivided"),
        case((summaries.c.recipe.in_(scope.replayable), said), else_=false()).label("has_replies"),
        by_target.correlate(articles).label("is_current"),
        articles.c.key.in_(_failed(scope.target)).label("has_failed"),
    ).select_from(articles.outerjoin(summaries, last))  # fmt: skip
    since = scope.selection.since
    return wanted if since is None else wanted.where(articles.c.dated >= since)


def _counting(made: FromClause, scope: Scope) -> list[ColumnElement[bool]]:
    """What holds of summaries that count at all."""
    among = [] if scope.recipes is None else [made.c.recipe.in_(scope.recipes)]
    return [made.c.current, *among]


def _is_targets(made: FromClause, scope: Scope) -> ColumnElement[bool]:
    undivided = and_(made.c.recipe.in_(scope.same_undivided), made.c.parts == 1)
    return or_(made.c.recipe.in_(scope.same), undivided)


def _listed(connection: Connection, keys: Collection[int]) -> Select[Any]:
    """Keys, however many, as one parameter."""
    if connection.dialect.name == "sqlite":
        return select(func.json_each(json.dumps(list(keys))).table_valued("value").c.value)
    return select(func.unnest(literal(list(keys), ARRAY(BigInteger))))


def _chosen(connection: Connection, scope: Scope) -> Select[Any]:
    """Articles with a selected summary."""
    of_any_day = replace(scope.selection, since=None, history=False)
    found = select(summaries.c.article).select_from(summaries).join(articles).join(recipes)
    return found.where(*selecting.conditions(connection, of_any_day))


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
    """For the newest text of a place: the current summaries of its older ones, the last one last."""
    older, new = texts.alias("older"), texts.alias("new")
    same_place = and_(older.c.kind == new.c.kind, older.c.location == new.c.location, older.c.age > new.c.age)
    by_target = case((_is_targets(summaries, scope), 1), else_=0)
    pairs = (
        select(
            new.c.article, older.c.article.label("older"), summaries.c.key.label("summary"),
            summaries.c.recipe, func.max(by_target).over(partition_by=new.c.article).label("is_current"),
        )
        .select_from(new).join(older, same_place)
        .join(summaries, and_(summaries.c.article == older.c.article, summaries.c.current))
        .where(new.c.age == 1).order_by(new.c.article, summaries.c.key)
    )  # fmt: skip
    return pairs if scope.recipes is None else pairs.where(summaries.c.recipe.in_(scope.recipes))


def _failed(target: int | None) -> Select[Any]:
    """Articles that the target's last attempt failed of for good."""
    later = attempts.alias("later")
    tried_since = exists().where(
        later.c.recipe == attempts.c.recipe, later.c.article == attempts.c.article,
        later.c.key > attempts.c.key,
    )  # fmt: skip
    nothing = -1  # no recipe has it
    return select(attempts.c.article).where(
        attempts.c.recipe == (nothing if target is None else target), attempts.c.status == "failed",
        attempts.c.retriable == false(), ~tried_since,
    )  # fmt: skip


def titled(connection: Connection, found: Sequence[Alike]) -> list[Titled]:
    """The ids and titles of the first ones, in their order, and the id of the summary each has."""
    keys = [one.first for one in found]
    wanted = select(articles.c.key, articles.c.id, articles.c.title).where(articles.c.key.in_(keys))
    of_articles = {row.key: row for row in connection.execute(wanted)}
    made = [one.summary for one in found]
    named = select(summaries.c.key, summaries.c.id, summaries.c.headline).where(summaries.c.key.in_(made))
    of_summaries = {row.key: row for row in connection.execute(named)}
    return [_titled(of_articles[one.first], of_summaries.get(one.summary)) for one in found]


def _titled(article: AnyRow, summary: AnyRow | None) -> Titled:
    headline = None if summary is None else summary.headline
    return Titled(article.id, article.title or headline, None if summary is None else summary.id)


def spent(connection: Connection, recipe_keys: Collection[int], *, limit: int) -> list[Spent]:
    """What attempts by some recipes took that gave a summary, the last ones first."""
    wanted = (
        select(
            articles.c.characters, attempts.c.input_tokens, attempts.c.output_tokens,
            attempts.c.cached_tokens, attempts.c.seconds,
        )
        .select_from(attempts).join(articles)
        .where(attempts.c.recipe.in_(recipe_keys), attempts.c.status == "done")
        .order_by(attempts.c.key.desc()).limit(limit)
    )  # fmt: skip
    return [_spent(row) for row in connection.execute(wanted)]


def _spent(row: AnyRow) -> Spent:
    tokens = Tokens(input=row.input_tokens, output=row.output_tokens, cached=row.cached_tokens)
    return Spent(row.characters, tokens, row.seconds)
