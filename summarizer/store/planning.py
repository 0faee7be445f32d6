"""Where each article stands with respect to a recipe, read from indexes alone.

An article is the newest text of its place: one whose every place has been read with another text since stands
no more, but its summaries are what the newer text may be compared with.
"""

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Self

from sqlalchemy import CTE, Connection, Select, and_, case, exists, false, func, or_, select

from summarizer.store import selecting
from summarizer.store.records import KnownRecipe, Scope, Spent, Standing, Titled
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, attempts, recipes, replies, sources, summaries
from summarizer.summary import PromptUsed, Recipe, Tokens

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


def standing(connection: Connection, scope: Scope) -> Iterator[Standing]:
    """Where each article in the scope stands, in the order they were first stored.

    Two indexes are read side by side, in their order: joined by the database they take four times as long.
    What holds of few articles is fetched first.
    """
    few = _Few.of(connection, scope)
    wanted = select(articles.c.key, articles.c.characters).order_by(articles.c.key)
    if scope.selection.since is not None:
        wanted = wanted.where(articles.c.dated >= scope.selection.since)
    made = groupby(_stream(connection, _CURRENT), key=itemgetter(0))
    owner, rows = next(made, _END)
    for article, characters in _stream(connection, wanted):
        while owner < article:
            owner, rows = next(made, _END)
        found = list(rows) if owner == article else _NONE
        counting = found if scope.recipes is None else [row for row in found if row[2] in scope.recipes]
        earlier = few.before.get(article)
        if article in few.outdated or (found and not counting and earlier is None):
            continue
        if few.chosen is None or article in few.chosen or (earlier and earlier.older in few.chosen):
            yield few.standing(article, characters, counting, scope)


def _stream(connection: Connection, wanted: Select[Any]) -> Iterator[AnyRow]:
    return iter(connection.execution_options(yield_per=_AT_ONCE).execute(wanted))


_CURRENT = (
    select(
        summaries.c.article, summaries.c.key, summaries.c.recipe, summaries.c.parts, summaries.c.attempt
    )
    .where(summaries.c.current).order_by(summaries.c.article, summaries.c.key)
)  # fmt: skip
_NONE: list[AnyRow] = []
_END: tuple[float, list[AnyRow]] = (math.inf, _NONE)


@dataclass(frozen=True, slots=True)
class _Few:
    """What holds of few articles, beside what an index tells of each."""

    outdated: AbstractSet[int]
    before: Mapping[int, AnyRow]
    failed: AbstractSet[int]
    told: AbstractSet[int]
    """Attempts whose replies are kept, if that matters."""
    chosen: AbstractSet[int] | None
    """Articles with a selected summary; None where nothing but a day is asked for."""

    @classmethod
    def of(cls, connection: Connection, scope: Scope) -> Self:
        """Fetch it."""
        texts = _texts_of_changed_places()
        told = connection.scalars(select(replies.c.attempt).distinct()) if scope.replayable else ()
        return cls(
            outdated=set(connection.scalars(_outdated(texts))),
            before={row.article: row for row in connection.execute(_before(texts, scope))},
            failed=set(connection.scalars(_failed(scope.target))),
            told=set(told),
            chosen=set(connection.scalars(_chosen(connection, scope))) if scope.narrowed else None,
        )

    def standing(self, article: int, characters: int, made: list[AnyRow], scope: Scope) -> Standing:
        """Where an article stands that has these summaries, the one stored last last."""
        _, summary, recipe, parts, attempt = made[-1] if made else (None,) * 5
        earlier = self.before.get(article)
        return Standing(
            article, characters, summary, recipe, parts,
            has_replies=attempt in self.told,
            is_current=any(
                row[2] in scope.same or (row[3] == 1 and row[2] in scope.same_undivided) for row in made
            ),
            has_failed=article in self.failed,
            earlier=None if earlier is None else earlier.summary,
            earlier_recipe=None if earlier is None else earlier.recipe,
            earlier_is_current=earlier is not None and bool(earlier.is_current),
        )  # fmt: skip


def _chosen(connection: Connection, scope: Scope) -> Select[Any]:
    """Articles with a selected summary."""
    of_any_day = replace(scope.selection, since=None, history=False)
    found = select(summaries.c.article).select_from(summaries).join(articles).join(recipes)
    return found.where(*selecting.conditions(connection, of_any_day))


def _texts_of_changed_places() -> CTE:
    """Texts of places that were read with several, with their age: 1 is the one that was read last."""
    changed = (
        select(sources.c.location).where(sources.c.location != "")
        .group_by(sources.c.location).having(func.count() > 1).cte("changed")
    )  # fmt: skip
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
    undivided = and_(summaries.c.recipe.in_(scope.same_undivided), summaries.c.parts == 1)
    by_target = case((or_(summaries.c.recipe.in_(scope.same), undivided), 1), else_=0)
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


def titled(connection: Connection, found: Sequence[Standing]) -> list[Titled]:
    """The ids and titles of some articles, in their order, and the id of the summary each has."""
    keys = [one.article for one in found]
    wanted = select(articles.c.key, articles.c.id, articles.c.title).where(articles.c.key.in_(keys))
    of_articles = {row.key: row for row in connection.execute(wanted)}
    made = [one.summary or one.earlier for one in found]
    named = select(summaries.c.key, summaries.c.id, summaries.c.headline).where(summaries.c.key.in_(made))
    of_summaries = {row.key: row for row in connection.execute(named)}
    return [
        _titled(of_articles[one.article], of_summaries.get(key)) for one, key in zip(found, made, strict=True)
    ]


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
