"""Articles, each text once, and the places it was read at."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from summarizer.article import Article
from summarizer.errors import NotInStore, ReferenceAmbiguous
from summarizer.store import rows
from summarizer.store.mending import mended, optional, short
from summarizer.store.records import Source
from summarizer.store.rows import AnyRow
from summarizer.store.schema import articles, sources, summaries

_SHORTEST = 4  # hexadecimal digits of an id that are enough to name it
_TAG = "sha256:"
_TEXT = select(articles.c.key).where(articles.c.id == bindparam("id"))
_SOURCE = select(sources.c.key, sources.c.last_seen).where(
    *(sources.c[name] == bindparam(name) for name in ("article", "kind", "location"))
)


def source(connection: Connection, key: int) -> str | None:
    """The path or link that an article was read at last; None for a text that came from nowhere."""
    seen = select(sources.c.location).where(sources.c.article == key, sources.c.location != "")
    return connection.scalar(seen.order_by(sources.c.last_seen.desc(), sources.c.key.desc()).limit(1))


def keep(connection: Connection, article: Article, source: Source | None, now: datetime) -> int:
    """The row of an article, made if there is none, with the place it was just read at, if it was."""
    return keep_as(connection, find_text(connection, article.id), article, source, now)


def keep_as(
    connection: Connection, key: int | None, article: Article, source: Source | None, now: datetime
) -> int:
    """`keep`, of an article whose row is known; None if there is none."""
    if source is None and key is not None:
        return key
    place, seen = source or Source("text", ""), {**_of_source(article), "first_seen": now, "last_seen": now}
    if key is None:
        key = add(connection, article, now)
        rows.add(connection, sources, {**_named(key, place), **seen})
        return key
    told = {name: value for name, value in _facts(article).items() if value is not None}
    if article.published is not None:
        told["dated"] = article.published
    if told:
        rows.change(connection, articles, key, told)
    keep_source(connection, key, place, seen)
    return key


def add(connection: Connection, article: Article, now: datetime) -> int:
    """A row for an article there is none for."""
    row = {
        "id": article.id,
        "text": article.text,
        "characters": len(article.text),
        "first_seen": now,
        "dated": article.published or now.date(),
        **_facts(article),
    }
    return rows.add(connection, articles, row)


def keep_source(connection: Connection, article: int, source: Source, seen: Mapping[str, Any]) -> None:
    """Note that an article was read at a place, unless it is known to have been read there later."""
    place = _named(article, source)
    before = connection.execute(_SOURCE, place).one_or_none()
    if before is None:
        rows.add(connection, sources, {**place, **seen})
    elif before.last_seen <= seen["last_seen"]:
        later = {name: value for name, value in seen.items() if name != "first_seen"}
        rows.change(connection, sources, before.key, later)


def _named(article: int, source: Source) -> dict[str, Any]:
    return {"article": article, "kind": source.kind, "location": short(source.location)}


def find_text(connection: Connection, article_id: str) -> int | None:
    """The row of the article of that id."""
    found: int | None = connection.scalar(_TEXT, {"id": article_id})
    return found


def _facts(article: Article) -> dict[str, Any]:
    return {**_of_source(article), "url": optional(article.url)}


def _of_source(article: Article) -> dict[str, Any]:
    return {
        "published": article.published,
        "title": optional(article.title),
        "author": optional(article.author),
        "site": optional(article.site),
        "language": optional(article.language),
    }


def read(connection: Connection, key: int) -> Article:
    """The article of a row, as it was read last."""
    columns = [articles.c[name] for name, field in Article.model_fields.items() if not field.exclude]
    row = connection.execute(select(*columns).where(articles.c.key == key)).one()
    return Article(**row._asdict())


def find(connection: Connection, reference: str) -> list[int]:
    """The rows of the articles that `reference` means, the one read last first.

    Args:
        connection: where to look.
        reference: an article's id or the beginning of one, or of a summary's id, or a path or URL that
            articles were read at; there may be several, where its text has changed.

    Raises:
        NotInStore: if there is none.
        ReferenceAmbiguous: if the beginning of an id fits several.
    """
    reference = mended(reference)
    place = select(sources.c.article).where(sources.c.location == short(reference))
    newest_first = place.order_by(sources.c.last_seen.desc(), sources.c.key.desc())
    found = list(connection.scalars(newest_first)) if reference else []
    if not found:
        found = [row.key for row in _beginning_with(connection, reference.removeprefix(_TAG), _TAG)]
    if not found:
        row = find_summary(connection, reference)
        found = [] if row is None else [row.article]
    if not found:
        raise NotInStore(f"the store holds nothing of the id, path or URL {reference!r}")
    return list(dict.fromkeys(found))


def find_summary(connection: Connection, reference: str) -> AnyRow | None:
    """Key, id and article of the one summary whose id begins with `reference`.

    Raises:
        ReferenceAmbiguous: if there are several.
    """
    found = _beginning_with(connection, reference, "")
    return found[0] if found else None


def summary(connection: Connection, reference: str) -> AnyRow:
    """`find_summary`, where there has to be one.

    Raises:
        NotInStore: if there is none.
        ReferenceAmbiguous: if there are several.
    """
    found = find_summary(connection, reference)
    if found is None:
        raise NotInStore(f"the store holds no summary {reference!r}")
    return found


def _beginning_with(connection: Connection, digits: str, tag: str) -> list[AnyRow]:
    if len(digits) < _SHORTEST or not set(digits) <= set("0123456789abcdef"):
        return []
    table = articles if tag else summaries
    columns = [table.c.key, table.c.id, *([] if tag else [table.c.article])]
    # A range, because LIKE would not use the index; "g" sorts after every hexadecimal digit.
    inside = table.c.id.between(tag + digits, tag + digits + "g")
    found = list(connection.execute(select(*columns).where(inside).limit(2)))
    if len(found) > 1:
        raise ReferenceAmbiguous(f"{digits!r} begins several ids; give more of it")
    return found


def place(connection: Connection, key: int) -> Source | None:
    """Where an article was read last; None for text that came from nowhere."""
    newest = (sources.c.last_seen.desc(), sources.c.key.desc())
    seen = select(sources.c.kind, sources.c.location).where(
        sources.c.article == key, sources.c.location != ""
    )
    found = connection.execute(seen.order_by(*newest).limit(1)).one_or_none()
    return found and Source(*found)


def sites(connection: Connection) -> Iterator[tuple[int, str]]:
    """The row of each article with where it is from: its publication, else the beginning of its address."""
    columns = (articles.c.key, articles.c.site, articles.c.url)
    for key, site, url in connection.execute(select(*columns)):
        yield key, site or "/".join((url or "").split("/", 3)[:3])


def forget(connection: Connection, ids: Sequence[str]) -> int:
    """Delete articles and all that hangs on them; how many there were."""
    return connection.execute(delete(articles).where(articles.c.id.in_(ids))).rowcount
