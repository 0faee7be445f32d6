import sqlite3

import pytest
from store_samples import keep, sample

from summarizer.errors import NotInStore, StoreBusy
from summarizer.store import Store
from summarizer.store.schema import metadata

GONE = "Xanthoria7"


def fill(store):
    """Twenty articles, number 7 summarised three times by two recipes and searched for."""
    for number in range(20):
        keep(store, sample(number))
    seventh = sample(7, version=1)
    keep(store, seventh)
    keep(store, seventh.again())
    assert store.search(GONE)
    return seventh.article.id


def test_a_forgotten_article_leaves_no_word_in_any_file_of_the_store(sqlite_url, tmp_path):
    with Store.open(sqlite_url) as store:
        article = fill(store)
        before = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert GONE.encode() in before
        assert GONE.lower().encode() in before
        assert store.forget([article]) == 1
        after = b"".join(path.read_bytes() for path in tmp_path.iterdir()).lower()
        assert GONE.lower().encode() not in after
        assert article.removeprefix("sha256:").encode() not in after
        assert b"xanthoria6" in after


def test_a_forgotten_article_leaves_no_row_in_postgresql(postgres, postgresql_url):
    database = postgresql_url.rpartition("/")[2]
    with Store.open(postgresql_url) as store:
        store.forget([fill(store)])
    for table in metadata.tables:
        assert GONE.lower() not in str(postgres.rows(f"TABLE {table}", database)).lower(), table


def test_only_the_forgotten_article_is_gone(store):
    store.forget([fill(store)])
    assert store.stats().articles == 19
    assert store.search(GONE) == []
    assert len(store.search("Xanthoria6", kinds=("party",))) == 1
    with pytest.raises(NotInStore):
        store.find(sample(7).article.id)
    assert store.current(sample(6).article.id, sample(6).fingerprint) is not None


def test_replaced_summaries_leave_nothing_behind_for_a_later_search_of_the_file(sqlite_url, tmp_path):
    with Store.open(sqlite_url) as store:
        made = sample(7)
        for times in range(5):
            keep(store, made.again(times))
        store.forget([made.article.id])
    assert b"xanthoria" not in b"".join(path.read_bytes() for path in tmp_path.iterdir()).lower()


def test_a_reader_that_keeps_the_log_alive_is_told_of(sqlite_url, tmp_path):
    with Store.open(sqlite_url, patience=0.1) as store:
        article = fill(store)
        reader = sqlite3.connect(tmp_path / "news.db")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        with pytest.raises(StoreBusy, match="summarizer store vacuum"):
            store.forget([article])
        reader.close()
        store.vacuum()
    assert GONE.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_vacuum_gives_space_back_and_keeps_everything_else(store):
    for number in range(30):
        keep(store, sample(number))
    lines = list(store.export())
    store.forget(store.articles(sample(3).article.id))
    store.vacuum()
    assert list(store.export()) == [line for line in lines if sample(3).article.id not in line]
    assert store.search("Xanthoria4")
