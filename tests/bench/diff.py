"""Changes over a store: 10,000 articles of 600 words, each summarised by two prompts, compared by the command.

In PostgreSQL and in SQLite; with what memory it takes.
"""

import tempfile
from datetime import UTC, datetime

import postgres_server

from bench.command import took
from bench.store import made, some, summary
from summarizer.store import Source, Store, articles, summaries

NUMBER = 10_000
AT_ONCE = 500


def measure(number=NUMBER):
    with tempfile.TemporaryDirectory() as folder:
        with postgres_server.serve() as server:
            yield from _measured("PostgreSQL", server.url(server.database()), number, folder)
        yield from _measured("SQLite", f"sqlite:///{folder}/store.db", number, folder)


def _measured(database, url, number, folder):
    Store.upgrade(url)
    fill(url, number)
    told = took(
        "diff", "--from", "summary@2", "--to", "summary@3", "--store", url, "-o", f"{folder}/{database}.json"
    )
    yield f"diff of {number:,} pairs in a store, {database}", str(told), ""


def fill(url, number):
    """Store pairs: what is said of one article, put under many of the same beginning."""
    [first] = some(0, 1)
    pairs = [summary(first, made(version)) for version in (2, 3)]
    less = pairs[1].model_copy(update={"quotes": pairs[1].quotes[1:]})
    with Store.open(url) as store:
        for start in range(0, number, AT_ONCE):
            with store._database.writing() as connection:
                for one, article in enumerate(some(start, min(start + AT_ONCE, number)), start=start):
                    for found in (pairs[0], less if one % 3 else pairs[1]):
                        keep(connection, article, found)


def keep(connection, article, found):
    now = datetime.now(UTC)
    row = articles.keep(connection, article, Source.of(article), now)
    recipe = summaries.keep_recipe(connection, found.provenance.recipe, found.provenance.fingerprint)
    facts = found.article.model_copy(update={"id": article.id})
    belongs = summaries.Belongings(row, recipe, None)
    found = found.model_copy(update={"article": facts})
    summaries.keep(connection, found, belongs, stored=now)
