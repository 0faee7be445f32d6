"""The rows of items: several parties in several roles, kinds, topics; and the indexes that find them."""

from dataclasses import replace

import pytest
from sqlalchemy import select, text
from store_samples import keep, sample

from summarizer.store import Query, Store
from summarizer.store.schema import item_parties, items
from summarizer.store.wanted import chosen
from summarizer.summary import Party, Summary

HOSTILE = "'; DROP TABLE items; --\0\x1b[31m\u202e=cmd()"


def described(**position):
    """A sample whose position is several parties', of whom others tell; and what it is made with."""
    made = sample()
    found = made.summary
    others = [
        Party(id=f"p{number}", name=name, kind="group", description="", mentions=found.parties[0].mentions)
        for number, name in ((8, "the engineers"), (9, "the port"))
    ]
    first, second = (party.id for party in found.parties)
    told = {
        "holders": [second, first], "toward": ["p8", "p9"], "told_by": "p9", "stance": "accuses",
        "topic": "the Rebuilding of the harbour",
    } | position  # fmt: skip
    summary = found.model_copy(
        update={
            "parties": [*found.parties, *others],
            "positions": [found.positions[0].model_copy(update=told)],
            "quotes": [found.quotes[0].model_copy(update={"speakers": ["p8", "p9"], "kind": "written"})],
            "figures": [found.figures[0].model_copy(update={"claimed_by": ["p9", "p8"], "kind": "count"})],
        }
    )
    return replace(made, summary=Summary.model_validate(summary.model_dump()))


def rows(store, *columns):
    with store._database.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*columns))]


def test_an_item_has_a_row_for_each_party_in_each_role_in_its_order(store):
    made = described()
    keep(store, made)
    [position], [quote], [figure] = made.summary.positions, made.summary.quotes, made.summary.figures
    found = rows(store, *(item_parties.c[name] for name in ("item", "role", "position", "party")))
    assert [row for row in found if row[0] == position.id] == [
        (position.id, "holder", 0, position.holders[0]),
        (position.id, "holder", 1, position.holders[1]),
        (position.id, "told_by", 0, "p9"),
        (position.id, "toward", 0, "p8"),
        (position.id, "toward", 1, "p9"),
    ]
    assert [row[1:] for row in found if row[0] == quote.id] == [("speaker", 0, "p8"), ("speaker", 1, "p9")]
    assert [row[1:] for row in found if row[0] == figure.id] == [("claimant", 0, "p9"), ("claimant", 1, "p8")]


def test_kinds_stances_and_topics_are_columns(store):
    keep(store, described())
    found = rows(store, *(items.c[name] for name in ("kind", "category", "detail", "topic", "topic_folded")))
    assert (
        "position",
        None,
        "accuses",
        "the Rebuilding of the harbour",
        "the rebuilding of the harbour",
    ) in found
    assert ("quote", "written", "verbatim", None, None) in found
    assert ("figure", "count", "at_least", None, None) in found
    assert ("party", "group", "main", None, None) in found


@pytest.mark.parametrize("words", ["rebuilding harbour", "engineers", "port", "Ruíz Xanthoria1"])
def test_a_position_is_found_by_its_topic_and_by_all_its_parties(store, words):
    keep(store, described())
    assert [hit.kind for hit in store.search(words, kinds=("position",))] == ["position"]


@pytest.mark.parametrize("topic", [HOSTILE, "word " * 20_000, "…", "和平谈判"])
def test_any_topic_can_be_stored(store, topic):
    found = keep(store, described(topic=topic))
    [(kept, words)] = [row for row in rows(store, items.c.topic, items.c.topic_folded) if row[0] is not None]
    assert kept == topic.replace("\0", "\ufffd")
    assert words is None or len(words) <= 600
    assert store.find(found).summary.positions[0].topic == topic


def test_a_party_that_is_named_twice_in_a_role_counts_once(store):
    keep(store, described(holders=["p8", "p8"]))
    assert rows(store, item_parties.c.party, item_parties.c.role).count(("p8", "holder")) == 1


def test_only_current_summaries_have_parties_of_items(store):
    keep(store, described())
    before = len(rows(store, item_parties.c.item))
    keep(store, described().again())
    assert len(rows(store, item_parties.c.item)) == before > 0


def test_parties_of_items_go_with_their_article(store):
    made = described()
    keep(store, made)
    store.forget([made.article.id])
    assert rows(store, item_parties.c.item) == []


def test_the_items_of_a_party_are_looked_up_by_an_index(sqlite_url):
    asked = (
        "SELECT items.key FROM item_parties JOIN items ON items.summary = item_parties.summary "
        "AND items.item = item_parties.item "
        "WHERE item_parties.summary = 1 AND item_parties.party = 'p8' AND item_parties.role = 'toward'"
    )
    with Store.open(sqlite_url) as store, store._database.reading() as connection:
        plan = " ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {asked}")))
    assert "ix_item_parties_summary_party_role" in plan
    assert "ix_items_summary_item" in plan
    assert "SCAN" not in plan


def test_words_and_a_party_together_do_not_look_up_each_item_with_each_hit(sqlite_url):
    query = Query(party="Ruíz", about="harbour")
    with Store.open(sqlite_url) as store, store._database.reading() as connection:
        asked = str(
            chosen(connection, ("position",), query).compile(
                connection.engine, compile_kwargs={"literal_binds": True}
            )
        )
        plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    assert any("ix_items_summary_item" in step for step in plan)
    assert not any("item=? AND rowid=?" in step for step in plan)
