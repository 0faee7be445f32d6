"""What a store holds and takes, and giving back what it no longer needs."""

from sqlalchemy import Connection, case, func, or_, select, text

from summarizer.errors import StoreBusy
from summarizer.store.database import Database
from summarizer.store.money import from_nano
from summarizer.store.records import RecipeStats, Stats
from summarizer.store.schema import articles, attempts, metadata, recipes, reviews, summaries
from summarizer.store.versions import version
from summarizer.summary import Tokens

_PAGES = 500  # of the index that are merged in one transaction
_MERGE = text("INSERT INTO item_words(item_words, rank) VALUES ('merge', :pages)")
_CHANGES = text("SELECT total_changes()")
STATUSES = ("sent", "done", "failed", "stopped", "lost")


def stats(database: Database) -> Stats:
    """Counts, tokens and costs."""
    with database.reading() as connection:
        by_status = select(attempts.c.status, func.count()).group_by(attempts.c.status)
        counted = {row[0]: row[1] for row in connection.execute(by_status)}
        kept = select(func.count(), func.coalesce(func.sum(case((summaries.c.current, 1), else_=0)), 0))
        total, current = connection.execute(kept.select_from(summaries)).one()
        return Stats(
            address=str(database.address),
            version=version(connection) or "",
            size=_size(database, connection),
            articles=connection.scalar(select(func.count()).select_from(articles)) or 0,
            summaries=current,
            superseded=total - current,
            attempts={status: counted.get(status, 0) for status in STATUSES},
            reviews=connection.scalar(select(func.count()).select_from(reviews)) or 0,
            recipes=tuple(_recipes(connection)),
        )


def _recipes(connection: Connection) -> list[RecipeStats]:
    current = (
        select(summaries.c.recipe, func.count().label("current"))
        .where(summaries.c.current).group_by(summaries.c.recipe).subquery()
    )  # fmt: skip
    names = ("input_tokens", "output_tokens", "cached_tokens", "seconds", "cost_nanousd")
    sums = [func.sum(attempts.c[name]).label(name) for name in names]
    spent = select(attempts.c.recipe, *sums).group_by(attempts.c.recipe).subquery()
    wanted = (
        select(recipes, current.c.current, *(spent.c[name] for name in names))
        .outerjoin(current, current.c.recipe == recipes.c.key)
        .outerjoin(spent, spent.c.recipe == recipes.c.key)
        .where(or_(current.c.current > 0, spent.c.recipe.is_not(None)))
        .order_by(recipes.c.prompt_name, recipes.c.prompt_version, recipes.c.model, recipes.c.key)
    )
    return [
        RecipeStats(
            prompt=f"{row.prompt_name}@{row.prompt_version}",
            model=row.model,
            fingerprint=row.fingerprint,
            current=row.current or 0,
            tokens=Tokens(
                input=row.input_tokens or 0, output=row.output_tokens or 0, cached=row.cached_tokens or 0
            ),
            seconds=row.seconds or 0.0,
            cost_usd=from_nano(None if row.cost_nanousd is None else int(row.cost_nanousd)),
        )
        for row in connection.execute(wanted)
    ]


def _size(database: Database, connection: Connection) -> int:
    path = database.address.path
    if path is not None:
        files = (path, path.with_name(f"{path.name}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())
    sizes = (connection.scalar(select(func.pg_total_relation_size(name))) for name in metadata.tables)
    return sum(size or 0 for size in sizes)


def vacuum(database: Database) -> None:
    """Write the store anew without its holes.

    Raises:
        StoreFull: if there is no room for a second copy of it.
        StoreBusy: if another process does not let go of it.
    """
    if not database.is_sqlite:
        with database.alone() as connection:
            for name in metadata.tables:
                connection.exec_driver_sql(f"VACUUM (ANALYZE) {name}")
        return
    merge_index(database)
    with database.alone() as connection:
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA optimize")
    empty_log(database)


def merge_index(database: Database) -> None:
    """Have SQLite's full-text index let go of the words of deleted items, which it else only marks.

    Some pages at a time, so that other writers get their turn; the way is FTS5's own, see its `merge` command
    at https://www.sqlite.org/fts5.html.
    """
    pages, changed = -_PAGES, _PAGES  # a negative number begins a merge of everything
    while database.is_sqlite and changed >= 2:  # noqa: PLR2004 - fewer changes mean that there is no more to do
        with database.writing() as connection:
            before = connection.scalar(_CHANGES)
            connection.execute(_MERGE, {"pages": pages})
            changed = connection.scalar(_CHANGES) - before
        pages = _PAGES


def empty_log(database: Database) -> None:
    """Have SQLite's write-ahead log let go of what was deleted.

    Raises:
        StoreBusy: if another process does not stop reading.
    """
    if not database.is_sqlite:
        return
    with database.alone() as connection:
        busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
    if busy:
        raise StoreBusy(
            f"store {database.address}: what was deleted still stands in its log, for another process is "
            "reading; run: summarizer store vacuum"
        )
