"""Which summaries a command means, newest first."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, case, func, select

from summarizer.store import full_text, naming
from summarizer.store.mending import mended
from summarizer.store.records import Listed, Selection
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, items, recipes, summaries
from summarizer.store.standing_for import is_by_rules
from summarizer.summary import prompt_reference


def conditions(connection: Connection, selection: Selection) -> Iterator[ColumnElement[bool]]:
    """What must hold of summaries joined with their articles and recipes."""
    if not selection.history:
        yield summaries.c.current
    if selection.ids is not None:
        yield summaries.c.id.in_(selection.ids)
    if selection.since is not None:
        yield articles.c.dated >= selection.since
    if selection.prompt is not None:
        yield from by_prompt(selection.prompt)
    if selection.model is not None:
        yield recipes.c.model == mended(selection.model)
    if selection.party is not None:
        known = full_text.matching(connection, selection.party)
        yield summaries.c.key.in_(select(items.c.summary).where(items.c.kind == "party", known))


def by_prompt(reference: str) -> Iterator[ColumnElement[bool]]:
    """What must hold of recipes with that prompt, named as name or name@version."""
    name, _, version = mended(reference).partition("@")
    yield recipes.c.prompt_name == name
    if version:
        yield recipes.c.prompt_version == (int(version) if version.isdecimal() else -1)


def listed(connection: Connection, selection: Selection, *, limit: int | None, skip: int) -> list[Listed]:
    """The selected summaries, those stored last first."""
    wanted = (
        select(
            summaries.c.id, articles.c.id.label("article"), summaries.c.headline, *naming.COLUMNS,
            articles.c.published, recipes.c.prompt_name, recipes.c.prompt_version, recipes.c.prompt_sha256,
            recipes.c.model, summaries.c.created, summaries.c.current,
        )
        .select_from(summaries).join(articles).join(recipes)
        .where(*conditions(connection, selection))
        .order_by(summaries.c.key.desc()).limit(limit).offset(skip)
    )  # fmt: skip
    return [_listed(row) for row in connection.execute(wanted)]


def count(connection: Connection, selection: Selection) -> int:
    """How many are selected."""
    wanted = select(func.count()).select_from(summaries).join(articles).join(recipes)
    return connection.scalar(wanted.where(*conditions(connection, selection))) or 0


def keys(connection: Connection, selection: Selection, *, after: int, limit: int) -> list[int]:
    """The rows of selected summaries, oldest first, from `after` on."""
    wanted = select(summaries.c.key).select_from(summaries).join(articles).join(recipes)
    chosen = wanted.where(summaries.c.key > after, *conditions(connection, selection))
    return list(connection.scalars(chosen.order_by(summaries.c.key).limit(limit)))


def newest(connection: Connection, selection: Selection, among: Selection) -> dict[str, str]:
    """By id of the article the id of the selected summary that stands for it.

    Only articles are looked at of which a summary, selected or not, is `among` those.
    """
    joined = summaries.join(articles).join(recipes)
    wanted = select(summaries.c.article).select_from(joined).where(*conditions(connection, among))
    last_by_model = func.max(case((~is_by_rules(summaries), summaries.c.key)))
    last = (
        select(func.coalesce(last_by_model, func.max(summaries.c.key))).select_from(joined)
        .where(*conditions(connection, selection), summaries.c.article.in_(wanted.correlate(None)))
        .group_by(summaries.c.article)
    )  # fmt: skip
    chosen = select(articles.c.id, summaries.c.id).select_from(summaries.join(articles))
    rows = connection.execute(chosen.where(summaries.c.key.in_(last.correlate(None))))
    return {row[0]: row[1] for row in rows}


def _listed(row: AnyRow) -> Listed:
    return Listed(
        id=row.id, article=row.article,
        name=naming.name(row, headline=row.headline, article=row.article), headline=row.headline,
        title=row.title, published=row.published,
        prompt=prompt_reference(row.prompt_name, row.prompt_version, row.prompt_sha256), model=row.model,
        created=row.created, current=row.current,
    )  # fmt: skip
