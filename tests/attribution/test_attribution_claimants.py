import pytest
from attributed import claimants

STUDY = "An Acme Institute survey of drivers found that 40 percent fear the bridge."


def test_the_figures_of_a_study_are_its_maker_s():
    assert claimants(STUDY) == ["Acme Institute"]


@pytest.mark.parametrize(
    "text",
    [
        "According to a poll by Acmeco, 40 percent fear the bridge.",
        "A tally from Acmeco shows that 40 homes burned.",
    ],
)
def test_a_study_may_name_its_maker_behind_it(text):
    assert claimants(text) == ["Acmeco"]


def test_sentences_that_go_on_with_the_results_of_a_study_are_its_maker_s_too():
    text = f"{STUDY} Of the young, 60 percent never cross it. In the survey, 12 homes were empty."
    assert claimants(text) == ["Acme Institute"] * 3


def test_a_study_ends_where_somebody_else_reports_or_something_else_is_counted():
    text = f"{STUDY} Ann Roe said 70 percent do. It took 12 boats to cross."
    assert claimants(text) == ["Acme Institute", "Ann Roe", None]


def test_what_somebody_plans_with_a_figure_is_no_claim_of_it():
    assert claimants("Ann Roe, who plans to build 40 homes, came on Monday.") == [None]
