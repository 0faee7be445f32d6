"""Where articles stand with respect to a recipe, counted without a look at any text or summary."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ARRAY,
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

from summarizer.store import naming, selecting
from summarizer.store.records import Alike, KnownRecipe, Scope, Spent, Standing, Titled
from summarizer.store.replaced import Changed, is_targets
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, attempts, recipes, replies, summaries
from summarizer.store.standing_for import stands_before
from summarizer.summary import PromptUsed, Recipe, Tokens

_STRATA = 48
"""Runs of articles that follow each other: what stands alike is counted in each, for examples of each."""
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
        analysis=row.analysis,
        authority=row.authority,
        model=row.model,
        parameters=json.loads(row.parameters),
        language=row.language,
    )
    return KnownRecipe(row.key, row.fingerprint, recipe)


def standing(connection: Connection, scope: Scope) -> Iterator[Alike]:
    """Where the articles in the scope stand, those that stand alike together.

    The database counts. It hands out a row each only of articles that are an edited text of a place, and what
    is held here grows with those and with the recipes, not with the articles.
    """
    changed = Changed.of(connection, scope)
    yield from _counted(connection, scope, changed)
    if changed.before:
        yield from _edited(connection, scope, changed)


def waiting(connection: Connection, scope: Scope) -> Iterator[Alike]:
    """The articles in the scope without a summary by the target, each by itself."""
    changed = Changed.of(connection, scope)
    each = _unchanged(connection, scope, changed).subquery("each_article")
    wanted = select(each).where(~each.c.is_current).order_by(each.c.article)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(wanted):
        yield Alike(_standing(row), 1, row.characters, row.article, row.summary)
    if changed.before:
        edited = _edited(connection, scope, changed)
        yield from (one for one in edited if not one.standing.is_current)


def unchecked(connection: Connection, scope: Scope, checks: Collection[int]) -> Iterator[Alike]:
    """The articles whose summary by the target's very recipe was not checked by any of some recipes."""
    outdated = Changed.of(connection, scope).outdated
    wanted = (
        select(articles.c.key.label("article"), articles.c.characters, summaries.c.key.label("summary"))
        .select_from(summaries).join(articles, articles.c.key == summaries.c.article)
        .where(summaries.c.recipe == scope.target, summaries.c.current)
        .where(or_(summaries.c.checked.is_(None), summaries.c.checked.not_in(checks)))
        .order_by(articles.c.key)
    )  # fmt: skip
    if outdated:
        wanted = wanted.where(articles.c.key.not_in(_listed(connection, outdated)))
    if scope.selection.since is not None:
        wanted = wanted.where(articles.c.dated >= scope.selection.since)
    if scope.narrowed:
        wanted = wanted.where(articles.c.key.in_(_chosen(connection, scope)))
    is_current = Standing(
        scope.target, is_undivided=False, has_replies=False, is_current=True, has_failed=False
    )
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(wanted):
        yield Alike(is_current, 1, row.characters, row.article, row.summary)


def _unchanged(connection: Connection, scope: Scope, changed: Changed) -> Select[Any]:
    """Articles that came in no other's place, as far as that matters."""
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
    return wanted


def _counted(connection: Connection, scope: Scope, changed: Changed) -> Iterator[Alike]:
    """Unchanged articles, counted by kind, and in runs."""
    each = _unchanged(connection, scope, changed).subquery("each_article")
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
    """Of a run, in keys."""
    ends = [select(end(articles.c.key)).scalar_subquery() for end in (func.min, func.max)]
    low, high = connection.execute(select(*ends)).one()
    return 1 if low is None else (high - low) // _STRATA + 1


def _edited(connection: Connection, scope: Scope, changed: Changed) -> Iterator[Alike]:
    """The newest texts of places where an older text has a summary, one by one."""
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
    """Each article with the summary that stands for it, of those that count, if there is any."""
    later, made = summaries.alias("later"), summaries.alias("made")
    stored_since = exists().where(
        later.c.article == summaries.c.article, stands_before(later, summaries), *_counting(later, scope)
    )  # fmt: skip
    last = and_(
        summaries.c.article == articles.c.key,
        *_counting(summaries, scope),
        ~stored_since.correlate(summaries),
    )
    by_target = exists().where(made.c.article == articles.c.key, made.c.current, is_targets(made, scope))
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
    """The ids and names of the first ones, in their order, and the id of the summary each has."""
    keys = [one.first for one in found]
    wanted = select(articles.c.key, articles.c.id, *naming.COLUMNS).where(articles.c.key.in_(keys))
    of_articles = {row.key: row for row in connection.execute(wanted)}
    made = [one.summary for one in found]
    named = select(summaries.c.key, summaries.c.id, summaries.c.headline).where(summaries.c.key.in_(made))
    of_summaries = {row.key: row for row in connection.execute(named)}
    return [_titled(of_articles[one.first], of_summaries.get(one.summary)) for one in found]


def _titled(article: AnyRow, summary: AnyRow | None) -> Titled:
    headline = None if summary is None else summary.headline
    name = naming.name(article, headline=headline) or None
    return Titled(article.id, name, None if summary is None else summary.id)


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
