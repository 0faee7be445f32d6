import pytest
from attributed import descriptions, kinds, named, sources, told


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


def test_a_surname_that_is_a_country_too_is_that_of_whom_the_article_names():
    text = "Ann Jordan asked for the file on Monday. Jordan said it was old."
    assert kinds(text) == {"Ann Jordan": "person"}
    assert (
        kinds("Ann Roe flew to Jordan on Monday. Jordan said the bridge was old.")["Jordan"] == "government"
    )


def test_the_word_that_a_bodys_name_begins_with_is_that_body():
    text = "The Bank kept its rate on Monday. Bank of Acme governor Ann Roe said it was low. The Bank said it would rise."
    assert kinds(text) == {"Bank of Acme": "organisation", "Ann Roe": "person"}
    assert descriptions(text).get("Ann Roe", "") == ""


def test_his_lawyer_need_not_be_the_lawyer_who_is_named():
    text = "Roe’s lawyer Ann Lind stayed away. John Quist was there. {} lawyer said that he was ill."
    assert sources(text.format("The")) == ["Ann Lind"]
    assert sources(text.format("His")) != ["Ann Lind"]


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


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("The Acme Party presidential candidate Ann Roe spoke.", "Acme Party presidential candidate"),
        ("Voters met Quist’s campaign manager Ann Roe.", "Quist’s campaign manager"),
        ("A former bridge council leader Ann Roe spoke.", "former bridge council leader"),
        ("On Monday the Acme Board hired director Ann Roe.", ""),
        ("On Monday Republican Ann Roe spoke.", ""),
        ("On Monday Bread and Bridges star Ann Roe spoke.", ""),
        ("On Monday his colleague Ann Roe spoke.", ""),
    ],
)
def test_a_description_is_a_whole_noun_phrase_or_left_out(text, description):
    assert descriptions(text)["Ann Roe"] == description


def test_the_longer_of_two_descriptions_is_kept():
    text = "The nominee Ann Roe spoke. In Acmeville, Democratic nominee Ann Roe left."
    assert descriptions(text)["Ann Roe"] == "Democratic nominee"


@pytest.mark.parametrize(
    "text",
    [
        "In Charlotte it rained. Charlotte said no. The Charlotte Police Department met.",
        "The Acmeburg police met. Acmeburg said no.",
        "Crews met in downtown Acmeburg. In Acmeburg, Ohio, it rained. Acmeburg said no.",
    ],
)
def test_a_town_with_a_police_of_its_own_or_where_things_happen_is_nobody(text):
    assert not {"Charlotte", "Acmeburg"} & roles(text).keys()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quist said the bridge is old.", "other"),
        ("Quist said the bridge is old. He left.", "other"),
        ("The Quist campaign met. Quist said the bridge is old.", "person"),
        ("Ann Roe and Quist met. Quist said the bridge is old.", "person"),
        ("QuistNews said the bridge is old.", "organisation"),
    ],
)
def test_the_kind_of_a_single_word_is_left_open_where_nothing_tells_it(text, kind):
    assert kinds(text)["QuistNews" if "QuistNews" in text else "Quist"] == kind


def test_a_pair_of_words_that_the_article_has_in_lower_case_is_no_person():
    assert kinds("The data is old. Dimension Data said it lost the data.")["Dimension Data"] == "organisation"


@pytest.mark.parametrize(
    "text",
    [
        "An Acme Star mother came. An Acme Star aunt, an Acme Star uncle and an Acme Star niece left.",
        "The best was Blue Lake Song. They sang Blue Lake Song, and more of Blue Lake Song, for years.",
    ],
)
def test_what_does_and_says_nothing_and_may_be_no_person_is_no_party(text):
    assert roles(text) == {}


def test_a_word_that_counts_people_before_a_name_is_no_office():
    assert descriptions("It rained. Some Ann Roe supporters left. Ann Roe said it was late.")["Ann Roe"] == ""


def test_a_nickname_in_a_name_is_another_name_of_the_same():
    text = "Rep. Robert B. “Bo” Quist spoke. On Monday Bo Quist said the bridge is old. Bo Quist left."
    assert list(roles(text)) == ["Robert B. “Bo” Quist"]


def test_a_bare_surname_is_not_that_of_whom_the_article_calls_by_the_first_name():
    text = (
        "On Monday Melanie Roe spoke. Melanie Roe left. Melanie met Tomas Roe, and Melanie sang. "
        "Later Melanie slept. Roe said the bridge is old."
    )
    assert sources(text) == ["Tomas Roe"]


def test_the_word_for_the_kind_of_a_body_means_the_body():
    text = "The Acme Film Institute met. “It is old,” the Institute said."
    assert list(roles(text)) == ["Acme Film Institute"]


def test_a_known_name_behind_where_somebody_is_from_is_the_same():
    assert list(named("On Monday Quist spoke. Quist met the European Quist.")) == ["Quist"]


def test_each_of_those_who_say_something_together_is_a_party():
    text = (
        "The bridge fell on Monday. Ann Roe and Bo Lind stayed away. It was old. It was small.\n\n"
        "But Ms. Roe and Mr. Lind said that others are needed."
    )
    assert set(roles(text)) == {"Ann Roe", "Bo Lind"}
