"""A store in an SQLite file and one in a real PostgreSQL; what holds must hold in both."""

import postgres_server
import pytest

from summarizer.store import Store
from summarizer.store.schema import metadata


@pytest.fixture(scope="session")
def postgres():
    with postgres_server.serve() as server:
        yield server


@pytest.fixture(scope="session")
def upgraded(postgres):
    """A database with all tables."""
    name = postgres.database()
    Store.upgrade(postgres.url(name))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request):
    """Where a new store may be."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def sqlite_url(tmp_path):
    return f"sqlite:///{tmp_path}/news.db"


@pytest.fixture
def postgresql_url(postgres, upgraded):
    """One database for all tests, emptied: to make a database anew takes far longer."""
    postgres.run(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY", database=upgraded)
    return postgres.url(upgraded)


@pytest.fixture
def store(url):
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def other_url(tmp_path):
    """Where another store may be."""
    return f"sqlite:///{tmp_path}/other.db"
