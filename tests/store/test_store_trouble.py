"""Stores that cannot be used, from the command line: one line, the exit code, and nothing lost."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import CAIRO
from misbehaving_server import MisbehavingServer
from postgres_server import SENTINEL
from store_samples import keep, sample

from summarizer.errors import StoreFull, StoreLost
from summarizer.store import Store

NOBODY = 65534


def lines(text):
    return [line for line in text.splitlines() if line.strip()]


def only_line(outcome):
    """What the one line on stderr says, when nothing is on stdout."""
    assert outcome.out == ""
    [line] = lines(outcome.err)
    assert SENTINEL not in line
    return line


@pytest.fixture
def filled(sqlite_url):
    """A file with one summary in it."""
    with Store.open(sqlite_url) as store:
        keep(store, sample())
    return Path(sqlite_url.removeprefix("sqlite:///"))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "no URL"),
        ("mysql://host/news", "'mysql'"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:////no/such/folder/news.db", "there is no folder /no/such/folder"),
        ("sqlite:////tmp", "is a folder"),
        ("postgresql://127.0.0.1:port/news", "no URL"),
        (f"postgresql://user:{SENTINEL}@127.0.0.1:9/news", "refused"),
    ],
)
def test_a_wrong_url_is_78(command, url, said):
    outcome = command(
        "summarize", CAIRO, "--store", url, "--model", "m", "--base-url", "http://127.0.0.1:9/v1"
    )
    assert outcome.code == 78
    assert said in only_line(outcome)


def test_a_file_that_is_not_there_yet_is_not_made_by_looking(command, sqlite_url, tmp_path):
    outcome = command("list", "--store", sqlite_url)
    assert outcome.code == 78
    assert "no store yet" in only_line(outcome)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_78_and_left_as_it_is(command, tmp_path):
    path = tmp_path / "news.db"
    path.write_text("Dear diary,\n" * 500)
    outcome = command("list", "--store", f"sqlite:///{path}")
    assert outcome.code == 78
    assert "no SQLite database" in only_line(outcome)
    assert path.read_text() == "Dear diary,\n" * 500


def test_a_damaged_file_is_78(command, filled):
    data = bytearray(filled.read_bytes())
    data[4096 * 2 : 4096 * 30] = os.urandom(4096 * 28)
    filled.write_bytes(data)
    outcome = command("list", "--store", f"sqlite:///{filled}")
    assert outcome.code == 78
    assert "damaged" in only_line(outcome)


def test_a_database_of_another_program_is_78_and_gets_no_tables(command, tmp_path):
    path = tmp_path / "news.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    for words in (("list",), ("store", "upgrade")):
        outcome = command(*words, "--store", f"sqlite:///{path}")
        assert outcome.code == 78
        assert "another program" in only_line(outcome)


@pytest.mark.parametrize("words", [("list",), ("store", "upgrade")])
def test_a_store_of_a_newer_version_is_78_and_left_as_it_is(command, filled, words):
    with sqlite3.connect(filled) as newer:
        newer.execute("UPDATE store_version SET version_num = '9999'")
    newer.close()
    outcome = command(*words, "--store", f"sqlite:///{filled}")
    assert outcome.code == 78
    assert "newer version" in only_line(outcome)


def test_a_store_that_stays_locked_is_75_before_a_model_is_asked(command, monkeypatch, filled):
    monkeypatch.setattr(
        "summarizer.store.store.Store.open.__func__.__kwdefaults__", {"create": True, "patience": 0.2}
    )
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with MisbehavingServer("ok") as server:
        outcome = command(
            "summarize", CAIRO, "--store", f"sqlite:///{filled}", "--model", "m", "--base-url", server.url
        )
    other.close()
    assert (outcome.code, server.requests) == (75, [])
    assert "another process keeps it locked" in only_line(outcome)


def test_a_store_that_may_not_be_written_is_78_before_a_model_is_asked(command):
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # another user has to get there
        path = Path(folder) / "news.db"
        words = ("summarize", CAIRO, "--store", f"sqlite:///{path}", "--model", "m", "--base-url")
        with MisbehavingServer("ok") as server:
            assert command(*words, server.url).code == 0
            Path(folder).chmod(0o555)
            path.chmod(0o444)
            with as_somebody_without_rights():
                outcome = command(*words, server.url, "--fresh")
        Path(folder).chmod(0o755)
    assert (outcome.code, len(server.requests)) == (78, 1)
    assert "rights" in only_line(outcome)


class as_somebody_without_rights:  # noqa: N801 - reads as a sentence where it is used
    """Root may write everything, so be nobody for a while."""

    def __enter__(self):
        self._before = os.geteuid()
        if self._before == 0:
            os.seteuid(NOBODY)

    def __exit__(self, *_):
        os.seteuid(self._before)


def test_a_full_disk_while_storing_is_told_and_what_was_committed_stays(sqlite_url):
    with Store.open(sqlite_url) as store:
        first = keep(store, sample(1))
        kept: list[str] = []
        with store._database.engine.connect() as connection:  # the pool hands out the same connection again
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(StoreFull, match="disk is full"):
            keep_many(store, kept)
        assert {first, *kept} <= {one.id for one in store.listing()}
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    file.close()


def keep_many(store, kept):
    for number in range(2, 100):
        kept.append(keep(store, sample(number)))


def test_a_summary_that_cannot_be_stored_is_printed_all_the_same_and_ends_with_75(tmp_path):
    url = f"sqlite:///{tmp_path}/news.db"
    with Store.open(url) as store:
        keep(store, sample())
    words = ("--store", url, "--model", "m", "--format", "jsonl")

    def no_larger_files():
        # Room for the attempt, not for the summary; the limit is also that of SQLite's log.
        resource.setrlimit(resource.RLIMIT_FSIZE, (80_000, 80_000))

    with MisbehavingServer("ok") as server:
        ran = subprocess.run(
            [sys.executable, "-m", "summarizer", "summarize", CAIRO, "--base-url", server.url, *words],
            capture_output=True, check=False, text=True, preexec_fn=no_larger_files,
        )  # fmt: skip
    assert (ran.returncode, len(server.requests)) == (75, 1), ran.stderr
    assert '"headline":{"text":"Talks go on"' in ran.stdout
    [line] = lines(ran.stderr)
    assert "made but not stored" in line
    with Store.open(url) as store:
        assert (store.stats().summaries, store.stats().attempts["sent"]) == (1, 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password": "wrong"}, "password authentication failed"),
        ({"user": "stranger"}, "password authentication failed"),
        ({"database": "no_such_database"}, "does not exist"),
    ],
)
def test_a_database_that_lets_nobody_in_is_78(command, postgres, upgraded, change, said):
    database = change.pop("database", upgraded)
    outcome = command("list", "--store", postgres.url(database, **change))
    assert outcome.code == 78
    assert said in only_line(outcome)


def test_a_database_user_without_rights_is_78(command, postgres, upgraded):
    postgres.run("DROP ROLE IF EXISTS guest", f"CREATE ROLE guest LOGIN PASSWORD '{SENTINEL}'")
    guest = postgres.url(upgraded, user="guest")
    outcome = command("list", "--store", guest)
    assert outcome.code == 78
    assert "the database user may not do that" in only_line(outcome)
    empty = postgres.url(postgres.database(), user="guest")
    outcome = command("store", "upgrade", "--store", empty)
    assert outcome.code == 78
    assert "the database user may not do that" in only_line(outcome)


def test_a_postgresql_database_without_tables_is_78_and_says_how_to_make_them(command, postgres):
    url = postgres.url(postgres.database())
    outcome = command("list", "--store", url)
    assert outcome.code == 78
    assert "summarizer store upgrade" in only_line(outcome)
    assert command("store", "upgrade", "--store", url).code == 0
    assert command("list", "--json", "--store", url).out == "[]\n"


def test_a_postgresql_database_of_another_program_or_encoding_is_78(command, postgres):
    database = postgres.database()
    postgres.run("CREATE TABLE recipes (name text)", database=database)
    outcome = command("store", "upgrade", "--store", postgres.url(database))
    assert outcome.code == 78
    assert "another program" in only_line(outcome)
    latin = postgres.database("TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    outcome = command("store", "upgrade", "--store", postgres.url(latin))
    assert outcome.code == 78
    assert "UTF8" in only_line(outcome)


def test_a_connection_that_breaks_is_75_and_the_next_call_has_a_new_one(postgres, postgresql_url):
    with Store.open(postgresql_url) as store:
        keep(store, sample())
        with pytest.raises(StoreLost, match="run the same command again"):
            write_while_the_server_hangs_up(store, postgres)
        assert len(store.listing()) == 1


def test_a_database_that_goes_away_meanwhile_is_75(postgres):
    database = postgres.database()
    url = postgres.url(database)
    Store.upgrade(url)
    with Store.open(url) as store:
        postgres.run(f"DROP DATABASE {database} WITH (FORCE)")
        with pytest.raises(StoreLost):
            store.listing()


def write_while_the_server_hangs_up(store, postgres):
    with store._database.writing() as connection:
        own = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        postgres.run(f"SELECT pg_terminate_backend({own})")
        connection.exec_driver_sql("SELECT 1")


def test_without_its_driver_a_postgresql_store_says_what_to_install(postgresql_url):
    code = "import sys; sys.modules['psycopg'] = None; import summarizer.cli as c; c.main()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "list", "--store", postgresql_url],
        capture_output=True,
        check=False,
        text=True,
    )
    assert ran.returncode == 78
    assert "pip install 'anchored-summarizer[postgres]'" in ran.stderr
