import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, insert, select
from store_samples import keep, sample

from summarizer.errors import StoreOlder
from summarizer.store import Scope, Store, migrations, versions
from summarizer.store.addresses import address
from summarizer.store.database import Database
from summarizer.store.schema import REVISIONS, VERSION_TABLE, metadata


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
def older_url(request, url, other_url):
    """A store of the first version, with a summary in it."""
    made = url if url.startswith("sqlite") else request.getfixturevalue("postgres_empty_url")
    database = Database(address(made))
    with database.writing() as connection:
        versions._migrate(connection, REVISIONS[0])
    with Store.open(other_url) as store:
        keep(store, sample())
        copy_rows(store._database, database)
    database.close()
    return made


def copy_rows(newer, older):
    """The rows of a store of today, as the first version would have them."""
    then = MetaData()
    with newer.reading() as source, older.writing() as target:
        then.reflect(target)
        for table in metadata.sorted_tables:
            if table.name not in then.tables:
                continue
            columns = [column for column in table.c if column.name in then.tables[table.name].c]
            for row in source.execute(select(*columns)):
                target.execute(insert(table).values(row._asdict()))


@pytest.fixture
def postgres_empty_url(postgres):
    return postgres.url(postgres.database())


def test_a_store_of_an_older_version_is_upgraded_on_demand_and_keeps_its_summaries(older_url):
    with pytest.raises(StoreOlder, match="summarizer store upgrade"):
        Store.open(older_url)
    assert Store.upgrade(older_url) == (REVISIONS[0], REVISIONS[-1])
    with Store.open(older_url) as store:
        assert [hit.item for hit in store.search("rebuild", kinds=("quote",))] == ["q1"]
        [found] = store.standing(Scope(None, same=frozenset()))
        assert (found.articles, found.characters, found.standing.is_undivided) == (
            1,
            len(sample().article.text),
            True,
        )
    assert Store.upgrade(older_url) == (REVISIONS[-1], REVISIONS[-1])


def test_an_empty_postgresql_database_gets_its_tables_on_demand(postgres_empty_url):
    with pytest.raises(StoreOlder, match="no tables yet"):
        Store.open(postgres_empty_url)
    assert Store.upgrade(postgres_empty_url) == (None, REVISIONS[-1])
    with Store.open(postgres_empty_url) as store:
        assert keep(store, sample())
