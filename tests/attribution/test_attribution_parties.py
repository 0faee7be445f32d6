import pytest
from attributed import descriptions, kinds, sources, told


def roles(text):
    """The parties that have a part in the news."""
    return {party.name: party.role for party in told(text).parties if party.role}


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        ("a senior official", "person"),
        ("the police", "government"),
        ("a dockers union", "organisation"),
        ("several residents", "group"),
        ("an aid group", "group"),
    ],
)
def test_whoever_speaks_without_a_name_is_a_party_of_a_kind(party, kind):
    text = f"The bridge fell on Monday. It was old, {party} said."
    assert kinds(text) == {party: kind}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ukraine", "government"),
        ("The Kremlin", "government"),
        ("The Acme Justice Department", "government"),
        ("The Acmeville Police Union", "organisation"),
        ("Quist Energy", "organisation"),
        ("Republicans", "group"),
    ],
)
def test_a_body_is_a_government_where_its_last_word_is_that_of_one(name, kind):
    text = f"The bridge fell on Monday. {name} said it was old."
    assert kinds(text)[name.removeprefix("The ")] == kind


def test_a_place_is_no_party_unless_a_government_acts():
    text = "Ann Roe said in Ohio that Cairo and Kansas are far. In Poland, she said, it rained."
    assert list(roles(text)) == ["Ann Roe"]


def test_a_document_is_no_party():
    assert roles("The bridge fell on Monday. The report said it was old.") == {}


def test_an_office_is_whoever_holds_it_under_another_name_of_it():
    text = "A judge closed the bridge on Monday. Justice Ann Roe said it was old. The judge said it may fall."
    assert roles(text) == {"Ann Roe": "main"}


def test_a_body_told_of_before_it_is_named_is_one_party():
    text = (
        "A union called for a strike, a union said. The Dock Workers Union met. The union said it wants pay."
    )
    assert list(roles(text)) == ["Dock Workers Union"]


def test_whoever_the_news_is_about_is_a_party_without_a_word():
    text = "Ann Roe Is Accused\n\nProsecutors said Ann Roe lied. They want Roe jailed. Roe left."
    assert roles(text)["Ann Roe"] == "main"


def test_longer_and_shorter_names_of_a_body_are_one():
    text = "The Acme Institute for Bridges met. The Acme Institute said the bridge is old."
    assert sources(text) == ["Acme Institute for Bridges"]


def test_names_of_a_country_are_one_party():
    text = "The United States said the bridge is old. The U.S. denied more."
    assert sources(text) == ["United States", "United States"]


def test_a_surname_two_have_is_rather_that_of_whom_the_article_is_about():
    text = (
        "Ann Roe won. Ann Roe spoke. Bo Roe came too. The river rose over Acme Dam, Quist Dam, Poe Dam "
        "and Doe Dam. Roe said the bridge is old."
    )
    assert sources(text)[-1] == "Ann Roe"


@pytest.mark.parametrize(
    "aside",
    ["saying the mayor is old", "accused by the mayor", "40 percent of officials", "whom the mayor met"],
)
def test_a_clause_is_no_description(aside):
    assert descriptions(f"On Monday Ann Roe, {aside}, left.")["Ann Roe"] == ""


def test_a_form_of_address_is_no_description():
    assert descriptions("On Monday Dr. Ann Roe left.") == {"Ann Roe": ""}
