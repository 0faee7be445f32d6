import gzip
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, insert, select
from store_samples import keep, sample

from summarizer.errors import StoreOlder
from summarizer.store import Query, Scope, Selection, Store, migrations, versions
from summarizer.store.addresses import address
from summarizer.store.database import Database
from summarizer.store.schema import (
    REVISIONS,
    VERSION_TABLE,
    item_parties,
    items,
    metadata,
    summaries,
)
from summarizer.summary import Support

OLDER = Path(__file__).parent / "older/store.0004.db.gz"


def test_the_migrations_lead_to_the_tables_of_this_version(store):
    options = {"version_table": VERSION_TABLE, "include_object": of_ours}
    with store._database.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def of_ours(_thing, name, *_):
    """Not what the search adds, which no table definition can say."""
    return not (name.startswith("item_words") or name in {"vector", "ix_items_vector"})


def test_every_migration_is_a_known_version_in_its_order():
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    revisions = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(found.revision for found in revisions)[::-1] == REVISIONS


@pytest.fixture
def older_url(request, url, tmp_path):
    """A store of the first version, with summaries in it that the version before this one made."""
    made = url if url.startswith("sqlite") else request.getfixturevalue("postgres_empty_url")
    database = Database(address(made))
    with database.writing() as connection:
        versions._migrate(connection, REVISIONS[0])
    path = tmp_path / "older.db"
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    copy_rows(create_engine(f"sqlite:///{path}"), database)
    database.close()
    return made


def copy_rows(newer, older):
    """The rows of a store, as the first version would have them."""
    there, then = MetaData(), MetaData()
    with newer.connect() as source, older.writing() as target:
        there.reflect(source, resolve_fks=False)
        then.reflect(target)
        for table in metadata.sorted_tables:
            if table.name not in then.tables:
                continue
            into = then.tables[table.name]
            for row in source.execute(
                select(*(there.tables[table.name].c[column.name] for column in into.c))
            ):
                target.execute(
                    insert(into).values({name: utc(value) for name, value in row._asdict().items()})
                )
    newer.dispose()


def utc(value):
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value


@pytest.fixture
def postgres_empty_url(postgres):
    return postgres.url(postgres.database())


def test_a_store_of_an_older_version_is_upgraded_on_demand_and_keeps_its_summaries(older_url):
    with pytest.raises(StoreOlder, match="summarizer store upgrade"):
        Store.open(older_url)
    assert Store.upgrade(older_url)[:2] == (REVISIONS[0], REVISIONS[-1])
    with Store.open(older_url) as store:
        assert len(store.listing(Selection(history=True))) == 5
        assert {hit.summary for hit in store.search("Rafah", kinds=("quote",))} <= {
            one.id for one in store.listing()
        }
        found = list(store.standing(Scope(None, same=frozenset())))
        assert sum(one.articles for one in found) == 3
        assert sum(one.characters for one in found) == sum(
            len(kept.article.text) for kept in {kept.article.id: kept for kept in store.each()}.values()
        )
        assert all(one.standing.is_undivided for one in found)
    assert Store.upgrade(older_url) == (REVISIONS[-1], REVISIONS[-1], None)


def test_items_of_an_older_version_get_their_parties_and_kinds(older_url):
    Store.upgrade(older_url)
    with Store.open(older_url) as store:
        for kept in store.each():
            one = kept.summary
            columns = (items.c.item, items.c.category, items.c.detail, items.c.topic)
            assert rows_of(store, kept.id, columns) == {
                ("", None, None, None),
                *((party.id, party.kind, party.role, None) for party in one.parties),
                *((position.id, None, position.stance, None) for position in one.positions),
                *((quote.id, "speech", quote.verdict, None) for quote in one.quotes),
                *((figure.id, None, figure.comparator, None) for figure in one.figures),
            }
            involved = (item_parties.c.item, item_parties.c.role, item_parties.c.party)
            assert rows_of(store, kept.id, involved) == {
                *((position.id, "holder", party) for position in one.positions for party in position.holders),
                *((quote.id, "speaker", party) for quote in one.quotes for party in quote.speakers),
                *((figure.id, "claimant", party) for figure in one.figures for party in figure.claimed_by),
            }


def rows_of(store, summary_id, columns):
    key = select(summaries.c.key).where(summaries.c.id == summary_id).scalar_subquery()
    with store._database.reading() as connection:
        found = connection.execute(select(*columns).where(columns[0].table.c.summary == key))
        return {tuple(row) for row in found}


def test_an_empty_postgresql_database_gets_its_tables_on_demand(postgres_empty_url):
    with pytest.raises(StoreOlder, match="no tables yet"):
        Store.open(postgres_empty_url)
    assert Store.upgrade(postgres_empty_url) == (None, REVISIONS[-1], None)
    with Store.open(postgres_empty_url) as store:
        assert keep(store, sample())


def test_what_was_doubtful_before_there_was_a_column_for_it_is_found_by_it_afterwards(sqlite_url):
    made = sample(1)
    doubt = Support(verdict="doubtful", reasons=["Nobody says so."])
    quotes = [quote.model_copy(update={"support": doubt}) for quote in made.summary.quotes]
    with Store.open(sqlite_url) as store:
        keep(store, replace(made, summary=made.summary.model_copy(update={"quotes": quotes})))
        keep(store, sample(2))
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as older, older:
        older.execute("DROP INDEX ix_items_support")
        older.execute("ALTER TABLE items DROP COLUMN support")
        older.execute("DROP INDEX ix_summaries_checked")
        older.execute("ALTER TABLE summaries DROP COLUMN checked")
        older.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0005'")  # noqa: S608 - our own name
    Store.upgrade(sqlite_url)
    with Store.open(sqlite_url) as store:
        assert [one.doubts for one in store.ask(Query(doubtful=True), ("quote",))] == [("Nobody says so.",)]
