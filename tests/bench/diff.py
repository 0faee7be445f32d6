"""Changes over a store: 10,000 articles of 600 words, each summarised by two prompts, compared by the command.

In PostgreSQL and in SQLite; with what memory it takes.
"""

import tempfile
from datetime import UTC, datetime

import postgres_server

from bench.command import took
from bench.store import made, some
from summarizer.analysis import mark
from summarizer.drafts import DecidingDraft
from summarizer.pipeline import ground_draft
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
    before, after = decided(first, made(2)), decided(first, made(3), changed=True)
    same = before.model_copy(update={"provenance": after.provenance})
    with Store.open(url) as store:
        for start in range(0, number, AT_ONCE):
            with store._database.writing() as connection:
                for one, article in enumerate(some(start, min(start + AT_ONCE, number)), start=start):
                    for found in (before, after if one % 3 else same):
                        keep(connection, article, found)


def decided(article, made, *, changed=False):
    """What a model might say of it, with ten positions; `changed`: their stance, statement or topic, and a quote."""
    marked = mark(article)
    stance, verb = ("claims", "says") if changed else ("accuses", "accuses")
    draft = {
        "parties": [
            {
                "id": "p1",
                "name": "Hossam Badran",
                "kind": "person",
                "role": "main",
                "description": "",
                "aliases": [],
            },
            {
                "id": "p2",
                "name": "Netanyahu",
                "kind": "person",
                "role": "main",
                "description": "",
                "aliases": [],
            },
        ],
        "positions": [
            {
                "evidence": [sentence.id],
                "holders": ["p1"],
                "told_by": None,
                "toward": ["p2"],
                "stance": stance if number % 2 else "claims",
                "topic": "truce" if changed and number % 3 else "truce deal",
                "statement": f"Badran {verb} {' '.join(article.slice(sentence.span).split()[:12])}",
            }
            for number, sentence in enumerate(marked.sentences[:10])
        ],
        "quotes": [
            {"quote": quote.id, "speakers": ["p1"], "kind": "speech"}
            for quote in marked.quotations[int(changed) : 8]
        ],
        "unmarked_quotes": [],
        "figures": [],
        "abstract": [{"text": f"Badran {verb} so.", "evidence": ["s1"]}],
        "headline": {"text": "Talks go on", "evidence": ["s1"]},
    }
    found = ground_draft(marked, DecidingDraft.model_validate(draft))
    return found.model_copy(update={"provenance": made})


def keep(connection, article, found):
    now = datetime.now(UTC)
    row = articles.keep(connection, article, Source.of(article), now)
    recipe = summaries.keep_recipe(connection, found.provenance.recipe, found.provenance.fingerprint)
    facts = found.article.model_copy(update={"id": article.id})
    belongs = summaries.Belongings(row, recipe, None)
    found = found.model_copy(update={"article": facts})
    summaries.keep(connection, found, belongs, stored=now)
