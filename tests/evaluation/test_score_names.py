import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article, Span
from summarizer.evaluation.names import same_name
from summarizer.evaluation.sources import SourceReader

WORDS = [
    "Ann",
    "Bo",
    "Roe",
    "Doe",
    "Mrs.",
    "President",
    "the",
    "campaign",
    "of",
    "University",
    "J.",
    "Jr.",
    "’s",
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Clinton", "Mrs. Clinton"),
        ("Clinton", "Hillary Clinton"),
        ("Hillary", "Hillary Clinton"),
        ("CLINTON", "former Secretary of State Hillary Clinton’s"),
        ("Cy Poe", "House Speaker Cy D. Poe (R-Ohio)"),
        ("Cy Poe, the speaker", "Poe"),
        ("the Times", "The Harbour Times"),
        ("the Roe campaign", "Ann Roe’s campaign"),
        ("the S.E.C.", "SEC"),
        ("the Ministry", "Ministry of Health"),
        ("Martin Roe Jr.", "Martin Roe"),
        ("O'Brien", "Miles O’Brien"),
    ],
)
def test_names_of_one_party_are_the_same(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Trump", "the Trump campaign"),
        ("Roe campaign", "Doe campaign"),
        ("California", "the University of California"),
        ("Roe", "a spokesman for Roe"),
        ("Foreign Ministry", "Interior Ministry"),
        ("President Roe", "the president"),
        ("Roe’s lawyer", "Roe"),
        ("he", "Hector"),
        ("", ""),
        ("…", "Roe"),
    ],
)
def test_names_of_two_parties_are_not_the_same(one, other):
    assert not same_name(one, other)


names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join) | st.text(max_size=12)


@given(names, names)
def test_the_order_of_two_names_does_not_matter(one, other):
    assert same_name(one, other) == same_name(other, one)


@given(st.lists(st.sampled_from(["Ann", "Bo", "Roe", "Doe"]), min_size=1).map(" ".join))
def test_a_title_changes_nothing(name):
    assert same_name(name, f"Mrs. {name}")


def names_in(source, text=None):
    article = Article(text=text or f"As {source} said.")
    start = article.text.index(source)
    return SourceReader(article).names(Span(start, start + len(source)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ann Roe", ("Ann Roe",)),
        ("Mayor Ann Roe (D-Harbour), 52,", ("Mayor Ann Roe",)),
        ("Ann Roe’s adviser Bo Doe", ("Bo Doe",)),
        ("Doe’s campaign", ("Doe campaign",)),
        ("the Roe campaign", ("Roe campaign",)),
        ("Cy Poe, Bo Doe and the Harbour Board", ("Cy Poe", "Bo Doe", "the Harbour Board")),
        ("his wife, Ann Roe, a lawyer,", ("Ann Roe",)),
        ("Ann Roe, who met Bo Doe", ("Ann Roe",)),
        ("Ann Roe of Harbour City", ("Ann Roe of Harbour City",)),
        ("the IMF", ("IMF",)),
        ("Ann Roe of the Harbour Board in Lowtown", ("Ann Roe of the Harbour Board",)),
        ("a professor and writer, Bo Doe", ("Bo Doe",)),
        ("both Ann Roe and economics professor Bo Doe", ("Ann Roe", "Bo Doe")),
        ("ROE", ("ROE",)),
    ],
)
def test_a_source_with_a_proper_name_is_named(source, expected):
    assert [name.removeprefix("the ") for name in names_in(source)] == [
        name.removeprefix("the ") for name in expected
    ]


@pytest.mark.parametrize(
    "source",
    [
        "he",
        "I",
        "the president",
        "the President",
        "a spokesman for Ann Roe",
        "Roe’s lawyer",
        "Harbour residents",
        "a study by Harbour University",
        "a poll released Friday",
    ],
)
def test_a_pronoun_or_role_names_nobody(source):
    assert names_in(source) == ()


def test_a_capital_at_the_start_of_a_sentence_names_nobody():
    assert names_in("Protesters", "It rained. Protesters said so.") == ()


def test_a_name_at_the_start_of_a_sentence_counts_if_it_stands_inside_one_too():
    assert names_in("Doe", "Doe said so. Then Doe left; all saw Doe go.") == ("Doe",)
