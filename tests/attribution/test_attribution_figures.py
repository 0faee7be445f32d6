import pytest
from attributed import claimants, marked, measures

from summarizer.analysis.attribution import attribute
from summarizer.prompts.hints import (
    headline_sentences,
    open_figures,
    open_quotations,
    party_names,
    report_lines,
)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The fire took 40 old homes in the valley.", "old homes"),
        ("At least 40 of the homes are gone.", "homes"),
        ("It took 40 homes that stood empty.", "homes"),
        ("In all, 40 were hurt.", ""),
        ("It burned 40, they said.", ""),
    ],
)
def test_the_words_behind_a_number_say_what_it_counts(text, counted):
    assert measures(text) == [counted]


def test_whoever_reports_a_number_claims_it():
    text = "Ann Roe said 40 homes burned. In the valley 30 cars burned."
    assert claimants(text) == ["Ann Roe", None]


def test_whoever_is_quoted_with_a_number_claims_it():
    assert claimants("“We lost 40 homes in a single night,” Ann Roe said.") == ["Ann Roe"]


def test_a_number_is_claimed_by_the_source_it_stands_with():
    text = "Ann Roe said 40 homes burned, but Bo Doe said 30 homes burned."
    assert claimants(text) == ["Ann Roe", "Bo Doe"]


TEXT = (
    "Ann Roe Says Old Bridge Falls Down\n\nAnn Roe, head of Acme, said the bridge is old. "
    "“We will never pay for a new one here,” a lawyer said. It has 40. Acme counts 30 arches."
)


def hinted(kind):
    article = marked(TEXT)
    return [line.id for line in kind(article, attribute(article))]


def test_a_model_is_asked_only_for_what_the_wording_leaves_open():
    assert (hinted(open_quotations), hinted(open_figures)) == (["q1"], ["f1"])


def test_a_model_is_shown_each_report_with_its_source():
    article = marked(TEXT)
    lines = report_lines(article, attribute(article))
    assert "Ann Roe: said the bridge is old" in lines


def test_a_model_is_shown_the_sources_with_what_they_are():
    assert list(party_names(attribute(marked(TEXT)))) == ["Ann Roe, head of Acme", "a lawyer"]


def test_the_headline_is_known_by_its_sentences():
    article = marked(TEXT)
    assert headline_sentences(article, attribute(article)) == {"s1"}
