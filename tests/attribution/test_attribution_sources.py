import pytest
from attributed import descriptions, kinds, named, sources, speakers

LAST = "“We will build it in spring,” "


@pytest.mark.parametrize(("pronoun", "name"), [("he", "Robert Doe"), ("she", "Mary Roe")])
def test_a_pronoun_is_whom_the_article_calls_so(pronoun, name):
    text = f"Mary Roe lost her house. It rained. Then Mary Roe met Robert Doe and his wife. {LAST}{pronoun} said."
    assert speakers(text) == [name]


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_of_two_whom_the_article_calls_nothing_nobody_is_taken_for_meant(pronoun):
    assert speakers(f"Zuri Moyo met Tendai Dube on Monday. {LAST}{pronoun} said.") == [None]


@pytest.mark.parametrize(
    "between",
    [
        "The storm took a roof.\n\n",
        "A woman lost her roof. ",
        "Neighbours spoke of rain. Others left.\n\n",
    ],
)
def test_somebody_of_a_paragraph_further_up_is_not_taken_for_meant(between):
    text = f"Tendai Dube, the minister, spoke on Monday of the storm.\n\n{between}{LAST}she said."
    assert speakers(text) == [None]


def test_somebody_of_the_paragraph_before_is_meant_if_nobody_else_may_be():
    text = f"The storm took many roofs.\n\nZuri Moyo, a farmer, lost a barn.\n\n{LAST}she said."
    assert speakers(text) == ["Zuri Moyo"]


@pytest.mark.parametrize("telling", ["a widow,", "the mother of two,", "a businesswoman who builds,"])
def test_a_noun_beside_a_name_gives_away_the_gender(telling):
    text = f"Robert Doe met Mary Roe, {telling} on Monday. {LAST}she said."
    assert speakers(text) == ["Mary Roe"]


def test_a_pronoun_goes_on_from_an_office_that_nobody_is_named_for():
    text = f"Mary Roe came. A spokesman said the bridge was old. {LAST}he said."
    assert speakers(text) == ["A spokesman"]


def test_of_two_men_the_one_spoken_of_last_is_he():
    text = f"Robert Poe opened the talks. Robert Poe left. Then Thomas Doe came in. {LAST}he said."
    assert speakers(text) == ["Thomas Doe"]


def test_they_is_a_body_and_not_a_person():
    text = f"Acme Holdings met Robert Doe on Monday. {LAST}they said."
    assert speakers(text) == ["Acme Holdings"]


def test_a_title_gives_away_the_gender():
    text = f"Mrs. Roe met Mr. Doe on Monday. {LAST}she said."
    assert speakers(text) == ["Roe"]


def test_nobody_is_he_whom_the_article_calls_she():
    assert speakers(f"Mary Roe came on Monday with her brother. {LAST}he said.") == [None]


def test_nobody_is_he_for_ever():
    text = f"Robert Doe came. {'Rain fell all night. ' * 12}{LAST}he said."
    assert speakers(text) == [None]


def test_an_office_is_whoever_holds_it():
    text = f"Mayor Ann Roe came on Monday. The river rose. {LAST}the mayor said."
    assert speakers(text) == ["Ann Roe"]


def test_an_office_told_in_an_apposition_is_known_too():
    text = f"Ann Roe, a lawyer from the valley, came on Monday. {LAST}the lawyer said."
    assert speakers(text) == ["Ann Roe"]


def test_an_office_that_nobody_is_named_for_is_left_in_the_words_of_the_article():
    assert speakers(f"{LAST}a senior official of the ministry said.") == ["a senior official"]


def test_the_group_is_the_body_that_spoke_last():
    text = f"Acme Holdings said the bridge is old. Robert Doe came on Monday. {LAST}the group said."
    assert speakers(text) == ["Acme Holdings"]


def test_an_office_in_the_plural_is_no_single_holder():
    text = f"Senator Ann Roe came on Monday. {LAST}the senators said."
    assert speakers(text) == ["the senators"]


def test_a_surname_is_the_full_name_given_anywhere():
    text = "Roe said the bridge is old. Later Ann Roe said it would fall."
    assert sources(text) == ["Ann Roe", "Ann Roe"]


def test_of_two_with_one_surname_whoever_is_named_more_often_or_first_is_meant():
    text = "Ann Roe came. Bo Roe came too. Roe said the bridge is old."
    assert sources(text) == ["Ann Roe"]
    assert sources(f"{text} Bo Roe left.") == ["Bo Roe"]


def test_a_title_tells_two_with_one_surname_apart():
    text = "Mary Roe came. Robert Roe came too. Mrs. Roe said the bridge is old."
    assert sources(text) == ["Mary Roe"]


def test_a_misspelt_name_is_the_one_it_is_a_slip_of():
    text = "Ann Barlow came. Then Bralow said the bridge is old."
    assert sources(text) == ["Ann Barlow"]


def test_a_middle_initial_makes_nobody_new():
    assert named("Ann B. Roe said the bridge is old. Ann Roe said it would fall.") == {
        "Ann B. Roe": ["Ann Roe"]
    }


def test_initials_are_the_body_they_abbreviate():
    text = "The Bridge Builders Association met. The BBA said the bridge is old."
    assert sources(text) == ["Bridge Builders Association"]


def test_titles_are_no_part_of_a_name():
    assert list(named("On Monday Secretary of State Dr. Ann Roe said the bridge is old.")) == ["Ann Roe"]


def test_where_somebody_is_from_is_no_part_of_a_name():
    assert "Mary Roe" in named("On Monday Mary Roe of Acmeville said the bridge is old.")


def test_the_of_of_a_body_is_part_of_its_name():
    assert list(named("On Monday the Bank of Acmeland said it is old.")) == ["Bank of Acmeland"]


def test_particles_are_part_of_a_name():
    assert list(named("On Monday Ludwig van der Roe said the bridge is old.")) == ["Ludwig van der Roe"]


def test_days_and_sentence_openers_are_no_names():
    assert named("Yesterday the river rose. On Monday it fell. However, nobody came.") == {}


def test_a_dateline_is_nobody():
    assert "ACMEVILLE" not in named("ACMEVILLE — The bridge is old, Ann Roe said.")


def test_in_a_headline_only_names_of_the_text_are_names():
    text = "Ann Roe Says Old Bridge Falls Down\n\nAnn Roe said the bridge is old."
    assert list(named(text)) == ["Ann Roe"]


def test_a_sentence_above_nothing_is_no_headline():
    assert list(named("Yesterday Ann Roe Followed Others.")) == ["Ann Roe Followed Others"]


def test_a_country_is_known_by_its_government():
    text = "Acmeland’s army said the bridge is old. Acmeland said it would fall."
    assert kinds(text)["Acmeland"] == "government"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann Roe", "person"),
        ("Acme Holdings", "organisation"),
        ("the Bridge Ministry", "government"),
        ("the Riversiders", "group"),
    ],
)
def test_the_form_of_a_name_tells_the_kind_of_party(name, kind):
    assert list(kinds(f"On Monday {name} said the bridge is old.").values()) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, leader of the bridge council, said it is old.",
        "Ann Roe, the leader of the bridge council, said it is old.",
    ],
)
def test_an_apposition_describes_a_person(text):
    assert descriptions(text) == {"Ann Roe": "leader of the bridge council"}


def test_words_before_a_name_describe_a_person():
    assert descriptions("On Monday council leader Ann Roe said it is old.") == {"Ann Roe": "council leader"}


def test_a_relative_clause_is_no_description():
    assert descriptions("Ann Roe, who met a lawyer, said it is old.") == {"Ann Roe": ""}
