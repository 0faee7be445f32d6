import json

import pytest
from answering_server import TEXTS, golden
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import CorpusMalformed
from summarizer.evaluation import Selection, read_corpus, words


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    lines = [json.dumps(golden("dam", TEXTS["dam"] + " Rain" * number, f"a{number}")) for number in range(30)]
    path.write_text("\n".join(lines))
    return path


@given(st.integers(1, 30), st.integers(1, 30), st.integers())
def test_a_smaller_pick_is_part_of_a_larger_one(many, one, other, seed):
    smaller, larger = sorted([one, other])
    few, more = (
        [gold.name for gold in Selection(limit=limit, seed=seed).pick(many).articles]
        for limit in (smaller, larger)
    )
    assert len(few) == smaller
    assert set(few) <= set(more)


def test_a_pick_is_in_the_order_of_the_corpus(many):
    picked = Selection(limit=20).pick(many).articles
    assert [gold.name for gold in picked] == [gold.name for gold in read_corpus(many) if gold in picked]


def test_both_ends_of_a_range_of_words_are_in_it(many):
    picked = Selection.of("20-22").pick(many)
    assert [words(gold.article.text) for gold in picked.articles] == [20, 21, 22]
    assert (picked.corpus, picked.fitting) == (30, 3)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Two words.", 2),
        ("half-way  there\n", 2),
        ("水库，大坝", 4),
        ("Il a dit : « oui ».", 7),
        ("ダムは古い", 5),
    ],
)
def test_words_are_what_white_space_parts_or_characters_where_nothing_parts_them(text, count):
    assert words(text) == count


def test_an_empty_corpus_is_refused(tmp_path):
    path = tmp_path / "empty.jsonl"
    path.touch()
    with pytest.raises(CorpusMalformed, match="holds no article"):
        read_corpus(path)
