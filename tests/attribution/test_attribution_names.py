import pytest
from attributed import named


@pytest.mark.parametrize(
    "text",
    [
        "Recently the river rose. Additional homes burned. Heading home, nobody came. Get out.",
        "The Old River Act was read on Acme Island in the Cold War.",
        "She moved to a TV set and signed the Acme Treaty.",
        "ACMEVILLE, N.Y. (UPI) — The bridge fell.",
    ],
)
def test_what_opens_a_sentence_and_what_nobody_bears_is_no_party(text):
    assert named(text) == {}


def test_a_word_that_only_opens_sentences_is_a_name_where_it_acts():
    assert list(named("Acmeco said the bridge is old. Plainly it was. Bridges stood.")) == ["Acmeco"]


def test_an_affiliation_behind_a_name_is_nobody():
    assert list(named("On Monday Rep. Ann Roe (D-Acme) spoke.")) == ["Ann Roe"]


@pytest.mark.parametrize("before", ["Republican", "Democrat", "Activist", "Former Gov."])
def test_what_somebody_belongs_to_is_no_part_of_the_name(before):
    assert list(named(f"On Monday {before} Ann Roe spoke.")) == ["Ann Roe"]


@pytest.mark.parametrize(
    "body",
    [
        "Commission on Acme Bridges",
        "Institute for Bridge Studies",
        "Acme Coalition for the Homeless",
        "Department of Roads and Bridges",
    ],
)
def test_a_body_is_named_with_what_it_is_for(body):
    assert list(named(f"On Monday the {body} met.")) == [body]


def test_whom_a_title_makes_a_person_is_named_without_where_they_are_from():
    assert next(iter(named("On Monday Gov. Orla Quist of West Acme spoke."))) == "Orla Quist"


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Roth and Quist says it will close shops.",
        "On Monday shops of Roth and Quist shut. Later Roth and Quist told staff.",
    ],
)
def test_two_words_that_the_article_has_only_together_are_one_name(text):
    assert list(named(text)) == ["Roth and Quist"]


def test_a_word_joined_with_itself_is_one_name():
    assert list(named("Staff of Roth and Roth met.")) == ["Roth and Roth"]


def test_two_that_the_article_has_apart_are_two():
    text = "On Monday Roth and Quist met. On Tuesday Roth and Quist met again. But Quist left."
    assert set(named(text)) == {"Roth", "Quist"}


def test_a_nickname_is_part_of_a_name():
    assert list(named("On Monday Rep. Robert “Bo” Quist spoke.")) == ["Robert “Bo” Quist"]


@pytest.mark.parametrize(
    "text",
    [
        "I’ve seen it fall. WARNING: It fell again. Oddest, it rained.",
        "On Monday Rep. Ann Roe, Republican of West Acme, left.",
    ],
)
def test_contractions_labels_and_affiliations_are_nobody(text):
    assert set(named(text)) <= {"Ann Roe", "West Acme"}


@pytest.mark.parametrize(
    "text",
    [
        "Keeps saying that the bridge is old.",
        "Problems are old. The juror left. Jurors said nothing.",
        "An Acme League-trained doctor and an Acmeville-based firm met.",
    ],
)
def test_a_verb_a_plain_noun_or_a_compound_with_a_capital_is_nobody(text):
    assert not {"Keeps", "Problems", "Jurors", "Acmeville-based", "Acme League-trained"} & named(text).keys()


def test_the_place_in_a_title_is_no_part_of_the_name():
    assert list(named("On Monday former Miss Acmeland Alicia Roe spoke.")) == ["Alicia Roe"]


def test_a_verb_before_a_full_name_is_no_part_of_it():
    text = "Hold Melanie Roe to it. Melanie Roe left. Melanie said no."
    assert named(text) == {"Melanie Roe": ["Melanie"]}


def test_a_part_of_a_name_in_lower_case_behind_a_hyphen_belongs_to_it():
    assert list(named("On Monday Prime Minister Roe Ki-moon spoke.")) == ["Roe Ki-moon"]
