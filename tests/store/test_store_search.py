import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_samples import days, keep, sample

from summarizer.errors import UsageError
from summarizer.store import Selection

HANGZHOU = "王芳在杭州說：「我們會重建這座城市。」"


@pytest.fixture
def fires(store):
    """Two articles, and one in a script without blanks."""
    return [
        keep(store, sample(1)),
        keep(store, sample(2, published=days(5))),
        keep(
            store,
            sample(
                text=HANGZHOU,
                draft={
                    "quotes": [{"quote": "q1", "speaker": "王芳"}],
                    "figures": [],
                    "positions": [],
                    "parties": [{"name": "王芳", "kind": "person", "description": "市長", "aliases": []}],
                },
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("rebuild town", {"quote"}),
        ("REBUILT", {"position"}),
        ("ana ruiz", {"party", "position", "quote"}),  # the article has an accent
        ("Ána rúiz rebuilt", {"position"}),  # a party's name and its position's words
        ('"this town"', {"quote"}),
        ('"town this"', set()),
        ("rebuil*", {"position", "quote"}),
        ('"ana ru*', {"party", "position", "quote"}),
        ("mayor", {"party", "position", "quote"}),
        ("homes", {"figure"}),
        ("harbour", {"summary"}),
        ("Porto-Claro", {"party", "position", "quote"}),  # an alias, cut as the article's words are
        ("rebuild nothing", set()),
    ],
)
def test_an_item_is_found_by_all_words_of_a_question(store, fires, question, kinds):
    hits = [hit for hit in store.search(question) if hit.summary == fires[0]]
    assert {hit.kind for hit in hits} == kinds


@pytest.mark.parametrize("question", ["重建", "這座城市", "王芳 重建"])
def test_words_are_found_in_scripts_without_blanks(store, fires, question):
    assert [(hit.summary, hit.kind, hit.parties) for hit in store.search(question)] == [
        (fires[2], "quote", ("王芳",))
    ]


@pytest.mark.usefixtures("fires")
def test_characters_that_do_not_follow_each_other_are_no_word(store):
    assert store.search("建重") == []


def test_a_hit_says_what_was_found_whose_it_is_and_where(store, fires):
    [hit] = store.search("rebuild", selection=Selection(since=days(5)), kinds=("quote",), limit=1)
    assert (hit.summary, hit.item, hit.parties, hit.published) == (fires[1], "q1", ("Ana Ruíz",), days(5))
    assert hit.text == "We will rebuild this town,"


def test_an_article_counts_once_by_its_newest_summary_or_that_of_a_prompt(store, fires):
    newest = keep(store, sample(1, version=3))
    for prompt, found in ((None, newest), ("summary@3", newest), ("summary@2", fires[0])):
        hits = store.search("rebuild ana", selection=Selection(prompt=prompt), kinds=("quote",))
        assert [hit.summary for hit in hits if hit.summary != fires[1]] == [found]


@pytest.mark.usefixtures("fires")
def test_a_hit_names_its_article_and_says_whether_a_quote_stands_in_marks(store):
    text = "The harbour reopens\n\nAna Ruíz said the town would rise again. She left."
    keep(
        store,
        sample(
            text=text,
            draft={
                "quotes": [],
                "figures": [],
                "positions": [],
                "unmarked_quotes": [{"text": "the town would rise again", "speaker": "Ana Ruíz"}],
            },
        ),
    )
    marks = {hit.text: (hit.in_marks, hit.name) for hit in store.search("ana", kinds=("quote",))}
    assert marks["We will rebuild this town,"][0]
    unmarked = [facts for words, facts in marks.items() if "rise again" in words]
    assert unmarked == [(False, "The harbour reopens")]


@pytest.mark.usefixtures("fires")
def test_the_best_hits_come_first_and_no_more_than_were_asked_for(store):
    assert len(store.search("ana", limit=2)) == 2


@pytest.mark.parametrize("question", ["", " ", ",", '""', "*", "-- ;", "( )", "\0"])
def test_a_question_without_words_is_no_question(store, question):
    with pytest.raises(UsageError, match="no word"):
        store.search(question)


@pytest.mark.usefixtures("fires")
@pytest.mark.parametrize(
    "question",
    [
        "' OR 1=1 --", '" OR "x', "NEAR(a b)", "words: town", "town AND", "NOT town", "q:*", "a & b | !c", "^q",
        "{a b}: c", "a <-> b", "\\'q\\'", "%s", ":x", "a\0b", "\ud800x", "x" * 5000, "²³", "ǰ",
    ],
)  # fmt: skip
def test_what_a_database_would_take_for_an_operator_is_but_a_word(store, question):
    assert store.search(question) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=40))
def test_no_question_is_too_strange_to_be_answered(store, question):
    try:
        store.search(question)
    except UsageError as error:
        assert "no word" in str(error)  # noqa: PT017 - most questions have an answer instead
