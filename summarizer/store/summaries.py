"""Summaries: the current one of each article and recipe, and those it has replaced."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Self

from pydantic import ValidationError
from sqlalchemy import Connection, and_, bindparam, or_, select

from summarizer.errors import StoreCorrupt
from summarizer.recipe import canonical_json, check_recipe, fingerprint, identity
from summarizer.store import items, reviews, rows
from summarizer.store.mending import mended, optional, short
from summarizer.store.records import Said, Source, Stored
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, attempts, recipes, replies, requests, sources, summaries
from summarizer.store.standing_for import is_by_rules
from summarizer.summary import Provenance, Recipe, Summary
from summarizer.text.ids import short_id

_RECIPE = select(recipes.c.key).where(recipes.c.fingerprint == bindparam("fingerprint"))
_ROWS = select(
    select(articles.c.key).where(articles.c.id == bindparam("article")).scalar_subquery().label("article"),
    select(recipes.c.key)
    .where(recipes.c.fingerprint == bindparam("recipe"))
    .scalar_subquery()
    .label("recipe"),
)
_COLUMNS = select(summaries.c.id, summaries.c.json, summaries.c.current, summaries.c.stored)
_CURRENT = _COLUMNS.join(articles).join(recipes).where(
    articles.c.id == bindparam("article"), recipes.c.fingerprint == bindparam("recipe"), summaries.c.current
)  # fmt: skip
_BEFORE = (
    select(summaries.c.key, summaries.c.article, sources.c.last_seen)
    .select_from(sources)
    .join(articles, articles.c.key == sources.c.article)
    .join(summaries, summaries.c.article == articles.c.key)
    .join(recipes, recipes.c.key == summaries.c.recipe)
    .where(
        sources.c.location == bindparam("location"), sources.c.kind == bindparam("kind"),
        articles.c.id != bindparam("article"), recipes.c.fingerprint == bindparam("recipe"),
        summaries.c.current,
    )
)  # fmt: skip
_LAST_BEFORE = _BEFORE.order_by(sources.c.last_seen.desc(), sources.c.key.desc()).limit(1)
_PAST = (
    _COLUMNS.add_columns(
        articles.c.key.label("article"), _BEFORE.correlate(None).exists().label("has_earlier")
    )
    .select_from(recipes)
    .outerjoin(articles, articles.c.id == bindparam("article"))
    .outerjoin(
        summaries,
        and_(
            summaries.c.article == articles.c.key, summaries.c.recipe == recipes.c.key, summaries.c.current
        ),
    )
    .where(recipes.c.fingerprint == bindparam("recipe"))
)  # fmt: skip
_OF_BOTH = and_(
    summaries.c.article == bindparam("article"),
    summaries.c.recipe == bindparam("recipe"),
    summaries.c.current,
)
_CURRENT_ID = select(summaries.c.id).where(_OF_BOTH)
_SAME_OR_CURRENT = select(summaries.c.key, summaries.c.id).where(
    or_(summaries.c.id == bindparam("id"), _OF_BOTH)
)


def keep_recipe(connection: Connection, recipe: Recipe, fingerprint: str) -> int:
    """The row of a recipe, made if there is none."""
    key: int | None = connection.scalar(_RECIPE, {"fingerprint": fingerprint})
    if key is not None:
        return key
    row = {
        "fingerprint": fingerprint,
        "prompt_name": recipe.prompt.name,
        "prompt_version": recipe.prompt.version,
        "prompt_sha256": recipe.prompt.sha256,
        "draft_format": recipe.draft_format,
        "summary_schema": recipe.summary_schema,
        "analysis": recipe.analysis,
        "authority": recipe.authority,
        "model": mended(recipe.model),
        "language": optional(recipe.language),
        "merge": recipe.merge and canonical_json(recipe.merge),
        "parameters": canonical_json(recipe.parameters),
    }
    return rows.add(connection, recipes, row)


def rows_of(connection: Connection, article_id: str, fingerprint: str) -> tuple[int | None, int | None]:
    """The rows of an article and of a recipe; None where there is none."""
    article, recipe = connection.execute(_ROWS, {"article": article_id, "recipe": fingerprint}).one()
    return article, recipe


class Belongings(NamedTuple):
    """The rows a summary belongs to."""

    article: int
    recipe: int
    attempt: int | None


class Written(NamedTuple):
    """The JSON of a summary in the version in which it was written, and the id that follows from it."""

    id: str
    json: str

    @classmethod
    def today(cls, summary: Summary) -> Self:
        """Write a summary in today's version."""
        return cls(identity(summary), summary.model_dump_json())


def made(summary: Summary) -> Provenance:
    """How a summary was made.

    Raises:
        ValueError: if it does not say so.
    """
    if summary.provenance is None:
        raise ValueError("a summary without provenance cannot be stored")
    return summary.provenance


def keep(
    connection: Connection,
    summary: Summary,
    belongs: Belongings,
    *,
    stored: datetime,
    current: bool = True,
    written: Written | None = None,
) -> str:
    """Store a summary, and its items if it is `current`, which the one before then is no more; its id.

    `written` is what is stored of a summary that was not written today.

    Raises:
        ValueError: if it does not say how it was made.
    """
    told = made(summary)
    found, text = written or Written.today(summary)
    same = {"id": found, "article": belongs.article, "recipe": belongs.recipe}
    before = connection.execute(_SAME_OR_CURRENT, same).all()
    if any(row.id == found for row in before):
        return found
    if current:
        for row in before:
            items.drop(connection, row.key)
            rows.change(connection, summaries, row.key, {"current": False})
    values = {
        "id": found,
        **belongs._asdict(),
        "current": current,
        "created": told.created,
        "stored": stored,
        "headline": mended(summary.headline.text),
        "json": text,
        "parts": told.parts,
        "checked": _keep_check(connection, summary, told),
    }
    key = rows.add(connection, summaries, values)
    if current:
        items.keep(connection, key, summary)
    return found


def _keep_check(connection: Connection, summary: Summary, told: Provenance) -> int | None:
    """The row of what a summary was checked by; None where it was not, or not as a whole."""
    if told.check is None or any(warning.code == "check_failed" for warning in summary.warnings):
        return None
    recipe = check_recipe(told.check)
    return keep_recipe(connection, recipe, fingerprint(recipe))


def keep_unless_known(
    connection: Connection, summary: Summary, article: int, attempt: int | None, *, stored: datetime
) -> Stored:
    """Store a summary as current, unless its article has a current one by its recipe; the one that is.

    Raises:
        ValueError: if it does not say how it was made.
    """
    told = made(summary)
    known = current(connection, summary.article.id, told.fingerprint)
    if known is not None:
        return known
    recipe = keep_recipe(connection, told.recipe, told.fingerprint)
    found = keep(connection, summary, Belongings(article, recipe, attempt), stored=stored)
    return Stored(id=found, summary=summary, current=True, stored=stored)


def keep_checked(
    connection: Connection, checked_id: str, summary: Summary, *, stored: datetime
) -> Stored | None:
    """Store a summary that has got verdicts, with all that belongs to the one that it comes from.

    It is current if that one still is. None if that one is gone.
    """
    columns = (summaries.c[name] for name in ("key", "current", *Belongings._fields))
    before = connection.execute(select(*columns).where(summaries.c.id == checked_id)).one_or_none()
    if before is None:
        return None
    belongs = Belongings(before.article, before.recipe, before.attempt)
    found = keep(connection, summary, belongs, stored=stored, current=before.current)
    after = connection.scalar(select(summaries.c.key).where(summaries.c.id == found))
    if before.current and after is not None and after != before.key:
        reviews.move(connection, before.key, after)
    return Stored(id=found, summary=summary, current=before.current, stored=stored)


def current(connection: Connection, article_id: str, fingerprint: str) -> Stored | None:
    """The current summary of an article and a recipe."""
    found = connection.execute(_CURRENT, {"article": article_id, "recipe": fingerprint}).one_or_none()
    return None if found is None else _stored(found)


def current_id(connection: Connection, article: int, recipe: int) -> str | None:
    """The id of the current summary of an article and a recipe, by their rows."""
    found: str | None = connection.scalar(_CURRENT_ID, {"article": article, "recipe": recipe})
    return found


class Before(NamedTuple):
    """The row of a current summary of an earlier text, and of that text."""

    key: int
    article: int
    last_seen: datetime


def before(connection: Connection, article_id: str, source: Source, fingerprint: str) -> Before | None:
    """The current summary by a recipe of the text, not the article's own, that was last read at a place."""
    found = connection.execute(_LAST_BEFORE, _place(article_id, source, fingerprint)).one_or_none()
    return None if found is None else Before(*found)


def _place(article_id: str, source: Source, fingerprint: str) -> dict[str, str | None]:
    # Text that came from nowhere has no earlier version: nothing equals NULL.
    place = {"kind": source.kind, "location": short(source.location) or None}
    return {"article": article_id, "recipe": fingerprint, **place}


class Past(NamedTuple):
    """Of an article and a recipe: its row, their current summary, whether an earlier text has one."""

    article: int | None
    current: Stored | None
    has_earlier: bool


def past(connection: Connection, article_id: str, source: Source, fingerprint: str) -> Past | None:
    """What summaries there are of an article that was read at a place; None if the recipe is new."""
    row = connection.execute(_PAST, _place(article_id, source, fingerprint)).one_or_none()
    if row is None:
        return None
    return Past(row.article, None if row.id is None else _stored(row), row.has_earlier)


def attempt(connection: Connection, key: int) -> int | None:
    """The row of the attempt that gave a summary; None where it was imported or carried over without."""
    found: int | None = connection.scalar(select(summaries.c.attempt).where(summaries.c.key == key))
    return found


def newest(connection: Connection, article: int) -> Stored | None:
    """The summary that stands for an article: a model's, else what the rules know; the one stored last."""
    chosen = _COLUMNS.where(summaries.c.article == article, summaries.c.current)
    best_first = (is_by_rules(summaries), summaries.c.key.desc())
    found = connection.execute(chosen.order_by(*best_first).limit(1)).one_or_none()
    return None if found is None else _stored(found)


def ids(connection: Connection, article: int) -> list[str]:
    """The ids of all summaries of an article, newest first."""
    chosen = select(summaries.c.id).where(summaries.c.article == article)
    return list(connection.scalars(chosen.order_by(summaries.c.key.desc())))


def history(connection: Connection, article: int) -> list[Stored]:
    """All summaries of an article, newest first."""
    chosen = _COLUMNS.where(summaries.c.article == article).order_by(summaries.c.key.desc())
    return [_stored(row) for row in connection.execute(chosen)]


def read(connection: Connection, key: int) -> Stored:
    """The summary of a row."""
    return _stored(connection.execute(_COLUMNS.where(summaries.c.key == key)).one())


def id_of(connection: Connection, key: int) -> str:
    """The id of the summary of a row."""
    found: str = connection.execute(select(summaries.c.id).where(summaries.c.key == key)).scalar_one()
    return found


def read_all(connection: Connection, wanted: Sequence[str]) -> dict[str, Stored]:
    """The summaries of some ids, by id; without those that are not there."""
    found = connection.execute(_COLUMNS.where(summaries.c.id.in_(wanted)))
    return {row.id: _stored(row) for row in found}


def said(connection: Connection, key: int) -> tuple[Said, ...]:
    """What the model replied, in order; empty for a summary that was imported without."""
    chosen = select(replies.c.kind, replies.c.body).join(summaries, summaries.c.attempt == replies.c.attempt)
    found = connection.execute(chosen.where(summaries.c.key == key).order_by(replies.c.position))
    return tuple(Said(*row) for row in found)


def messages(connection: Connection, key: int) -> str:
    """What the model was sent, as JSON; an empty array for a summary that was imported without."""
    sent = select(requests.c.messages).select_from(summaries).join(attempts).join(requests)
    return connection.scalar(sent.where(summaries.c.key == key)) or "[]"


def _stored(row: AnyRow) -> Stored:
    try:
        summary = Summary.model_validate_json(row.json)
    except ValidationError as error:
        raise StoreCorrupt(
            f"summary {short_id(row.id)} in the store is not as it was written; restore the store from a copy"
        ) from error
    return Stored(id=row.id, summary=summary, current=row.current, stored=row.stored)
