"""Views of a whole store: 100,000 summaries in an SQLite file, of which three name one party.

A thousand are stored as the program does it, over a year; the others are their copies, made by SQL.
"""

import sqlite3
import tempfile
from datetime import date, timedelta
from itertools import islice

from bench.store import keep, made
from bench.timing import best
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.comparison import corpus
from summarizer.drafts import DecidingDraft
from summarizer.pipeline import ground_draft
from summarizer.store import Query, Store

BASE, COPIES = 1000, 100
STANCES = ("supports", "demands", "opposes", "claims")
RARE, FREQUENT = "Ottilie Rarr", "Hossam Badran"
_COPIES = """
INSERT INTO articles SELECT key + :by, id || :by, dated, first_seen, published, title, author, site, url,
language, text || ' ' || :by, characters FROM articles WHERE key <= :base;
INSERT INTO summaries SELECT key + :by, id || :by, article + :by, recipe, NULL, current, created, stored,
headline, json, parts FROM summaries WHERE key <= :base;
INSERT INTO items SELECT key + :items, summary + :by, kind, item, category, detail, begins, ends, value, upper,
number, unit, measures, topic, topic_folded, text, words FROM items WHERE key <= :most;
INSERT INTO item_parties SELECT summary + :by, item, role, party, position FROM item_parties WHERE summary <= :base;
INSERT INTO names SELECT summary + :by, party, folded, name, position FROM names WHERE summary <= :base
"""


def measure():
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(f"sqlite:///{folder}/store.db") as store,
    ):
        for number in range(BASE):
            keep(store, *summary(number, FREQUENT))
        multiply(f"{folder}/store.db")
        for number in range(3):
            keep(store, *summary(BASE + number, RARE))
        yield "views: summaries in the store", f"{store.stats().summaries:,}", ""
        yield from asked(store)


def asked(store):
    """Twenty answers of each view, of a party with few hits and of one that is in all."""
    for party in (RARE, FREQUENT):
        query = Query(party=party)
        for what in (
            corpus.quotes,
            corpus.positions,
            corpus.figures,
            corpus.timeline,
            corpus.conflicting_figures,
        ):
            seconds = best(lambda what=what, query=query: list(islice(what(store, query, limit=20), 20)), 3)
            yield f"views: 20 {what.__name__} of {party}", f"{1000 * seconds:.0f} ms", ""
        yield (
            f"views: parties called {party}",
            f"{1000 * best(lambda p=party: store.called(p), 1):.0f} ms",
            "",
        )
    for words in ("valley 7", "nothing"):
        on = best(lambda words=words: list(corpus.positions(store, Query(topic=words), limit=20)), 3)
        yield f"views: 20 positions on {words}", f"{1000 * on:.0f} ms", ""
    toward = Query(toward="Varenia", party=RARE, stances=("supports",))
    asked = best(lambda: list(corpus.positions(store, toward, limit=20)), 3)
    yield f"views: 20 positions of {RARE} toward anybody", f"{1000 * asked:.0f} ms", ""
    newest = best(lambda: list(corpus.quotes(store, Query(), limit=20)), 3)
    yield "views: 20 quotes of anybody", f"{1000 * newest:.0f} ms", ""
    week = Query(since=date(2026, 6, 1), until=date(2026, 6, 7))
    conflicts = best(lambda: list(corpus.conflicting_figures(store, week)), 1)
    yield "views: all conflicts of a week (about 2,000 articles)", f"{conflicts:.1f} s", ""


def multiply(path):
    """Copy all there is, a hundredfold."""
    connection = sqlite3.connect(path)
    most = connection.execute("SELECT max(key) FROM items").fetchone()[0]
    base = connection.execute("SELECT max(key) FROM summaries").fetchone()[0]
    for copy in range(1, COPIES):
        values = {"by": copy * base, "items": copy * most, "base": base, "most": most}
        for statement in _COPIES.split(";"):
            named = {name: value for name, value in values.items() if f":{name}" in statement}
            connection.execute(statement, named)
    connection.commit()
    connection.execute("PRAGMA optimize")
    connection.close()


def summary(number, party):
    """What a model might say of an article in which `party` speaks, wants something and counts."""
    text = (
        f"Talks on the {number}th. {party} met the council of Varenia. “We want a truce, and we say so,” {party} said. "
        f"{party} said {30 + number} homes had burned in the valley. Varenia said a truce was far away."
    )
    article = Article(
        text=text, title=f"Talks {number}", published=date(2026, 1, 1) + timedelta(days=number % 365)
    )
    draft = DecidingDraft.model_validate(
        {
            "parties": [
                {"id": i, "name": name, "kind": "other", "role": "main", "description": "", "aliases": []}
                for i, name in (("p1", party), ("p2", "Varenia"))
            ],
            "positions": [
                {
                    "evidence": ["s2"],
                    "holders": ["p1"],
                    "told_by": None,
                    "toward": ["p2"],
                    "stance": STANCES[number % len(STANCES)],
                    "topic": f"truce in valley {number % 50}",
                    "statement": f"{party} spoke of a truce in the valley.",
                }
            ],
            "quotes": [{"quote": "q1", "speakers": ["p1"], "kind": "speech"}],
            "unmarked_quotes": [],
            "figures": [
                {
                    "figure": "f1",
                    "kind": "count",
                    "measures": "homes burned in the valley",
                    "claimed_by": ["p1"],
                }
            ],
            "abstract": [{"text": "Talks go on.", "evidence": ["s1"]}],
            "headline": {"text": f"Talks go on, {number}", "evidence": ["s1"]},
        }
    )
    return article, ground_draft(mark(article), draft).model_copy(update={"provenance": made()})
