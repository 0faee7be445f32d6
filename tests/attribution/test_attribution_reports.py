import pytest
from attributed import marked, reported, sources, told

from summarizer.analysis.attribution import attribute


def test_a_report_has_its_source_and_the_words_from_the_verb_on():
    assert reported("Ann Roe said the bridge is old.") == [("Ann Roe", "claims", "said the bridge is old")]


def test_a_report_before_its_cue_is_worded_by_what_stands_before():
    assert reported("The bridge is old, Ann Roe said.") == [("Ann Roe", "claims", "The bridge is old")]


def test_a_report_ends_where_the_next_source_begins():
    text = "Ann Roe said the bridge is old, while Bo Doe denied it."
    assert reported(text) == [
        ("Ann Roe", "claims", "said the bridge is old"),
        ("Bo Doe", "denies", "denied it"),
    ]


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", "claims"),
        ("denied", "denies"),
        ("rejected", "opposes"),
        ("welcomed", "supports"),
        ("demanded", "demands"),
        ("called for", "demands"),
        ("called on", "demands"),
        ("promised", "offers"),
        ("warned of", "warns"),
        ("threatened", "threatens"),
        ("lashed out at", "opposes"),
        ("has urged", "demands"),
        ("did not deny", "denies"),
    ],
)
def test_the_verb_gives_the_stance(verb, stance):
    [(name, found, _)] = reported(f"Ann Roe {verb} the new bridge.")
    assert (name, found) == ("Ann Roe", stance)


def test_a_source_is_reported_once_a_sentence_under_the_verb_that_says_most():
    text = "Ann Roe said the bridge is old and demanded a new one."
    assert [(name, stance) for name, stance, _ in reported(text)] == [("Ann Roe", "demands")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe was told to leave.",
        "Ann Roe was widely criticised.",
        "Ann Roe came to say goodbye.",
        "The town has a plan of its own.",
        "Many said the bridge is old.",
    ],
)
def test_a_passive_an_infinitive_a_noun_or_a_crowd_reports_nobody(text):
    assert reported(text) == []


def test_a_passive_with_by_reports_who_stands_behind_it():
    assert reported("The bridge was criticised by Ann Roe.") == [("Ann Roe", "opposes", "The bridge was")]


def test_the_one_who_is_addressed_is_no_source():
    assert sources("Ann Roe told Bo Doe that the bridge is old.") == ["Ann Roe"]


def test_a_noun_behind_a_possessive_reports():
    [(name, stance, _)] = reported("Ann Roe’s demand for a new bridge was heard.")
    assert (name, stance) == ("Ann Roe", "demands")


def test_a_verb_in_its_base_form_belongs_to_a_plural_alone():
    assert sources("The officials say the bridge is old.") == ["The officials"]


@pytest.mark.parametrize("text", ["Ann Roe read it and Bo Doe answered.", "“It is old,” Ann Roe said."])
def test_sentences_of_a_report_are_those_that_hold_its_words(text):
    article = marked(text)
    assert all(report.sentences == ("s1",) for report in attribute(article).reports)


def test_a_report_that_is_a_quotation_alone_is_told_apart():
    text = "“The bridge is far too old,” Ann Roe said. Bo Doe said nobody had looked at it for years."
    assert [report.quoted for report in told(text).reports] == [True, False]


def test_a_long_report_is_cut_at_a_mark_or_a_word():
    text = f"Ann Roe said the bridge is old, {'and the river is deep and cold ' * 20}."
    [(_, _, words)] = reported(text)

    assert len(words) <= 200
    assert text[text.index(words) + len(words)] in " ,."


def test_reports_are_numbered_in_the_order_of_the_article():
    text = "Ann Roe said it is old. Bo Doe denied it. Cy Poe demanded a new one."
    assert [report.id for report in told(text).reports] == ["r1", "r2", "r3"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe said that Bo Doe wanted a new bridge.",
        "Ann Roe said parents demanded a new bridge.",
        "Bo Doe wanted a new bridge, Ann Roe said.",
    ],
)
def test_what_somebody_says_of_a_rivals_wishes_is_nobody_elses_report(text):
    assert sources(text) == ["Ann Roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe demanded a bridge, and Bo Doe rejected it.",
        "While Ann Roe demanded a bridge, Bo Doe rejected it.",
        "Ann Roe demanded a bridge and Bo Doe rejected it.",
    ],
)
def test_two_sides_of_one_sentence_are_two_reports(text):
    assert sources(text) == ["Ann Roe", "Bo Doe"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe, of Acmeville, said the bridge is old.",
        "Ann Roe, 59, of Acmeville, said the bridge is old.",
        "Ann Roe, a lawyer and spokeswoman for the Harbour League, said the bridge is old.",
    ],
)
def test_where_somebody_is_from_and_what_she_does_is_no_source(text):
    assert sources(text) == ["Ann Roe"]
