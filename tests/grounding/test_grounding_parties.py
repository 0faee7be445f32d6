import pytest
from grounding_drafts import CAIRO, codes, marked, party, reference, rejected

from summarizer.analysis import MarkedArticle
from summarizer.drafts import DraftParty
from summarizer.pipeline import ground_draft
from summarizer.summary import Party


def parties(article: MarkedArticle, *listed: DraftParty) -> list[Party]:
    return ground_draft(article, reference(parties=list(listed))).parties


def names(article: MarkedArticle, *listed: DraftParty) -> list[str]:
    return [one.name for one in parties(article, *listed)]


CLINTONS = marked("Bill Clinton spoke first. Hillary Clinton spoke next. Later Clinton left for Boston.")


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Badran", "Hossam Badran", "Hossam Badran"),
        ("Hossam Badran", "Bardan", "Hossam Badran"),
        ("Benjamin Netanyahu", "Netanyahu", "Benjamin Netanyahu"),
        ("President Recep Tayyip Erdogan", "Recep Tayyip Erdogan", "President Recep Tayyip Erdogan"),
    ],
)
def test_one_person_under_two_names_is_one_party(one: str, other: str, name: str | None) -> None:
    assert names(CAIRO, party(one), party(other)) == [name]


def test_merged_parties_are_reported() -> None:
    summary = ground_draft(CAIRO, reference(parties=[party("Badran"), party("Hossam Badran")]))
    assert codes(summary) == ["duplicate_item"]


def test_a_party_listed_as_an_alias_of_another_is_merged() -> None:
    listed = parties(CAIRO, party("Hamas", "organisation", "The group"), party("The group", "group"))
    assert [(one.name, one.aliases) for one in listed] == [("Hamas", ["The group"])]


def test_possessives_marks_and_articles_do_not_make_another_party() -> None:
    article = marked("The “Israeli” army left. Israel’s ministers met. Israel agreed.")
    assert names(article, party("Israel", "government"), party("“Israel’s”", "government")) == ["Israel"]


def test_two_people_of_one_surname_stay_two() -> None:
    assert names(CLINTONS, party("Bill Clinton"), party("Hillary Clinton")) == [
        "Bill Clinton",
        "Hillary Clinton",
    ]


def test_a_model_that_calls_one_namesake_an_alias_of_the_other_does_not_merge_them() -> None:
    summary = ground_draft(
        CLINTONS,
        reference(parties=[party("Bill Clinton", "person", "Hillary Clinton"), party("Hillary Clinton")]),
    )
    assert [one.name for one in summary.parties] == ["Bill Clinton", "Hillary Clinton"]
    assert [item.text for item in rejected(summary, "alias")] == ["Hillary Clinton"]


def test_a_surname_that_two_people_share_belongs_to_neither() -> None:
    listed = parties(CLINTONS, party("Bill Clinton"), party("Hillary Clinton"))
    assert [one.aliases for one in listed] == [[], []]


def test_a_surname_that_stands_behind_a_strange_first_name_is_not_added() -> None:
    assert parties(CLINTONS, party("Bill Clinton"))[0].aliases == []


def test_a_person_is_never_merged_with_an_organisation() -> None:
    article = marked("Trump sued. The Trump Organization paid. Donald Trump was silent.")
    listed = names(article, party("Donald Trump"), party("Trump Organization", "organisation", "Trump"))
    assert listed == ["Donald Trump", "Trump Organization"]


def test_the_surname_of_a_person_is_no_alias_of_an_organisation() -> None:
    article = marked("Trump sued. The Trump Organization paid. Donald Trump was silent.")
    summary = ground_draft(
        article,
        reference(parties=[party("Donald Trump"), party("Trump Organization", "organisation", "Trump")]),
    )
    assert [item.text for item in rejected(summary, "alias")] == ["Trump"]


def test_a_pronoun_is_no_party() -> None:
    assert names(marked("He left. Ann Lee stayed."), party("He"), party("Ann Lee")) == ["Ann Lee"]


def test_a_letter_replaced_makes_another_name() -> None:
    article = marked("Barack Obama met officials. Osama was there.")
    assert names(article, party("Barack Obama"), party("Osama")) == ["Barack Obama", "Osama"]


def test_a_party_the_article_does_not_name_is_rejected() -> None:
    summary = ground_draft(CAIRO, reference(parties=[party("Joe Biden")]))
    assert [(item.kind, item.text) for item in summary.rejected] == [("party", "Joe Biden")]


def test_an_alias_the_article_does_not_contain_is_rejected() -> None:
    summary = ground_draft(CAIRO, reference(parties=[party("Washington", "government", "the White House")]))
    assert [(item.kind, item.text) for item in summary.rejected] == [("alias", "the White House")]


def test_an_alias_takes_the_place_of_a_name_that_the_article_does_not_contain() -> None:
    summary = ground_draft(CAIRO, reference(parties=[party("United States", "government", "Washington")]))
    assert [one.name for one in summary.parties] == ["Washington"]
    assert [(item.kind, item.text) for item in summary.rejected] == [("alias", "United States")]


def test_a_name_the_model_misspelt_is_shown_as_the_article_spells_it() -> None:
    assert names(CAIRO, party("Recep Tayip Erdogan")) == ["Recep Tayyip Erdogan"]


def test_a_pronoun_is_no_alias() -> None:
    summary = ground_draft(CAIRO, reference(parties=[party("Hamas", "organisation", "it")]))
    assert [item.text for item in rejected(summary, "alias")] == ["it"]


def test_a_misspelling_in_the_article_becomes_an_alias() -> None:
    assert parties(CAIRO, party("Hossam Badran"))[0].aliases == ["Badran", "Bardan"]


def test_mentions_are_the_names_without_possessives() -> None:
    mentions = [anchor.exact for anchor in parties(CAIRO, party("Benjamin Netanyahu"))[0].mentions]
    assert mentions == ["Benjamin Netanyahu", "Netanyahu", "Netanyahu", "Netanyahu", "Netanyahu"]


def test_a_name_is_found_before_a_possessive_mark() -> None:
    text = "Members of Hamas’ Political Bureau met."
    assert [anchor.exact for anchor in parties(marked(text), party("Hamas", "organisation"))[0].mentions] == [
        "Hamas"
    ]


def test_names_are_found_as_whole_words_only() -> None:
    text = "Usage rose in the US after Usain left."
    (one,) = parties(marked(text), party("US", "government"))
    assert [anchor.start for anchor in one.mentions] == [text.index("US")]


def test_names_with_a_capital_keep_their_case() -> None:
    text = "They told us that the US agreed."
    (one,) = parties(marked(text), party("the US", "government"))
    assert [anchor.exact for anchor in one.mentions] == ["US"]


def test_the_longest_name_wins_where_names_of_one_party_overlap() -> None:
    listed = parties(CAIRO, party("Hamas", "organisation", "the Palestinian resistance movement Hamas"))
    assert listed[0].mentions[1].exact == "Palestinian resistance movement Hamas"


def test_a_surname_inside_the_name_of_another_party_is_no_mention() -> None:
    article = marked("Donald Trump spoke. The Trump Organization paid. Trump left.")
    listed = parties(article, party("Donald Trump"), party("Trump Organization", "organisation"))
    assert [anchor.exact for anchor in listed[0].mentions] == ["Donald Trump", "Trump"]


def test_a_name_with_marks_inside_is_found_with_both_marks() -> None:
    listed = parties(CAIRO, party("Benjamin Netanyahu", "person", "Israeli prime minister"))
    assert "“Israeli” prime minister" in [anchor.exact for anchor in listed[0].mentions]


def test_abbreviated_names_keep_their_full_stops() -> None:
    text = "The U.S. agreed. J. K. Rowling did not."
    listed = parties(marked(text), party("U.S.", "government"), party("J. K. Rowling"))
    assert [one.mentions[0].exact for one in listed] == ["U.S.", "J. K. Rowling"]


def test_names_in_scripts_without_capitals_are_found() -> None:
    article = marked("وقال حسام بدران إن المحادثات مستمرة.")
    assert names(article, party("حسام بدران")) == ["حسام بدران"]
