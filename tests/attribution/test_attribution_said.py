import pytest
from attributed import said


def test_a_full_sentence_is_said_even_if_nobody_is_named():
    assert said("“The bridge will not stand another winter.”") == [
        "The bridge will not stand another winter."
    ]


def test_a_few_words_behind_a_cue_are_said():
    assert said("Ann Roe said the bridge is “a sorry sight” in spring.") == ["a sorry sight"]


@pytest.mark.parametrize(
    "text",
    [
        "The “bridge” fell on Monday.",
        "Ann Roe said she had read the book “The Old Bridge” twice.",
        "Ann Roe said that Robert “Bobby” Doe was late.",
        "Ann Roe said the “Acmean” premier was late.",
        "Ann Roe said the song “River and stone” is good.",
        "Ann Roe said “I” too often.",
        "Ann Roe denied that the “flexible” timetable was at fault.",
    ],
)
def test_terms_titles_nicknames_and_names_held_with_tongs_are_not_said(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe called him “The Old Fox” on Monday.",
        "Ann Roe described Robert Doe as “Weak” on Monday.",
    ],
)
def test_a_name_that_somebody_calls_somebody_is_said(text):
    assert len(said(text)) == 1


def test_words_in_a_clause_that_tells_what_somebody_means_are_said():
    assert said("The vote sent a message that the “rich” of the valley pay too little.") == ["rich"]


def test_a_term_taken_up_from_a_full_quotation_is_not_said_again():
    text = (
        "“It was a lost year for all of us here,” Ann Roe said on Monday. Bo Doe said the town, its shops, "
        "its schools, its river and its people would need a long time to get over the “lost year” it had."
    )
    assert said(text) == ["It was a lost year for all of us here,"]


def test_of_a_quotation_within_a_quotation_only_the_outer_one_is_listed():
    text = "“He told me ‘go home and sleep’ and then he left us,” Ann Roe said."
    assert said(text) == ["He told me ‘go home and sleep’ and then he left us,"]


def test_words_quoted_in_a_headline_are_said():
    text = "Mayor Declares Bridge Is “a Shame” For Valley\n\nAnn Roe said the bridge is old."
    assert said(text) == ["a Shame"]
