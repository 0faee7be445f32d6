import pytest
from grounding_drafts import CAIRO, holds, marked, party, reference

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.grounding import verify
from summarizer.pipeline import ground_draft

TOWN = (
    "The brutal mayor of Port Ellis, a stooge of the dock owners, sacked 34,622 dockers on 7 October 2023. "
    "“We are fighting a regime of bloodsuckers,” said Maria Lund, 61. One in four homes is empty, and "
    "1.5 million crates wait; the rate rose by 18.5 percent. Twelve ships left at 10:30."
)


def warned(article, code, **draft):
    return [
        (warning.item, warning.message)
        for warning in ground_draft(article, reference(**draft)).warnings
        if warning.code == code
    ]


def loaded(abstract, article=CAIRO):
    return [message for _, message in warned(article, "loaded_wording", abstract=abstract)]


def missing(text, article=None):
    found = warned(article or marked(TOWN), "number_not_in_article", abstract=text)
    return [message.split("“")[1].split("”")[0] for _, message in found]


def test_a_word_of_the_article_taken_over_is_named_with_its_field_and_a_neutral_one():
    [message] = loaded("The war has martyred thousands.")
    assert message == (
        "The abstract says “martyred”, the article's loaded wording, without saying whose it is; neutral is “killed”."
    )


def test_another_form_of_the_article_s_word_counts_too():
    [message] = loaded("The resistance groups go to Cairo.")
    assert "“resistance groups”" in message


def test_a_loaded_word_that_is_not_the_articles_is_one_all_the_same():
    [message] = loaded("A heinous war goes on.")
    assert "a loaded word" in message
    assert "leave it out" in message


def test_the_headline_is_read_as_well():
    [(item, message)] = warned(CAIRO, "loaded_wording", headline="“Israeli” premier stays firm")
    assert item is None
    assert message.startswith("The headline says “Israeli”")


@pytest.mark.parametrize(
    "abstract",
    [
        "Hamas is at war with what it calls genocidal aggression.",
        "Hamas accused Israel of genocidal aggression.",
        "Hamas said that the war had martyred thousands.",
        "Hamas spoke of “genocidal aggression”, and its leader said that talks go on.",
        "The war has killed at least 34,622 Palestinians; Israel's prime minister has vowed to attack Rafah.",
        "Hamas demands the withdrawal of the occupation forces.",
    ],
)
def test_attributed_and_neutral_words_raise_no_warning(abstract):
    assert loaded(abstract) == []


def test_quotation_marks_without_a_speaker_do_not_make_a_word_somebody_elses():
    assert len(loaded("The “genocidal aggression” goes on in the south.")) == 1


def test_a_partys_own_word_in_its_position_is_its_own_and_the_articles_word_is_not():
    article = marked(TOWN)
    own = holds("Maria Lund", "s2").model_copy(update={"statement": "The regime must go."})
    taken = holds("Maria Lund", "s2").model_copy(update={"statement": "The stooge must go."})
    parties = [party("Maria Lund")]
    assert warned(article, "loaded_wording", parties=parties, positions=[own]) == []
    [(item, message)] = warned(article, "loaded_wording", parties=parties, positions=[taken])
    assert item == "o1"
    assert "“stooge”" in message


@pytest.mark.parametrize(
    "text",
    [
        "34,622 dockers lost their jobs.",
        "34622 dockers lost their jobs on 7 October 2023.",
        "About 35,000 dockers lost their jobs.",
        "Nearly 35,000 dockers lost their jobs.",
        "More than 34,000 dockers lost their jobs.",
        "A quarter of homes, or 25 percent, are empty.",
        "1,500,000 crates wait, and the rate rose by 18.5%.",
        "12 ships left, and twelve ships did.",
        "The two sides talk, one of them by letter.",
        "They left at 10:30.",
    ],
)
def test_numbers_that_the_article_holds_in_any_spelling_are_fine(text):
    assert missing(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("35,000 dockers lost their jobs.", "35,000"),
        ("About 40,000 dockers lost their jobs.", "About 40,000"),
        ("More than 35,000 dockers lost their jobs.", "More than 35,000"),
        ("It was in 2022.", "2022"),
        ("15 million crates wait.", "15 million"),
        ("Thirteen ships left.", "Thirteen"),
        ("The rate rose by 19 percent.", "19 percent"),
    ],
)
def test_a_number_that_the_article_does_not_hold_is_named(text, number):
    assert missing(text) == [number]


def test_the_day_of_publication_is_a_number_of_the_article():
    from datetime import date

    article = mark(Article(text="Talks go on.", published=date(2024, 11, 13)))
    assert missing("They talked on 13 November 2024.", article) == []


def test_a_number_in_a_position_names_the_position():
    claim = holds("Maria Lund", "s2").model_copy(update={"statement": "It pays for 999 boats."})
    [(item, _)] = warned(
        marked(TOWN), "number_not_in_article", parties=[party("Maria Lund")], positions=[claim]
    )
    assert item == "o1"


def test_in_another_language_small_numbers_may_have_been_words():
    article = mark(Article(text="Zwölf Orte bekommen 5,2 Millionen Euro und 1.200 Betten.", language="de"))
    assert missing("12 towns get 5.2 million euros and 1,200 beds.", article) == []
    assert missing("12 Orte bekommen 6,2 Millionen Euro und 1.300 Betten.", article) == [
        "6,2 Millionen Euro",
        "1.300",
    ]


def test_a_summary_with_such_warnings_agrees_with_its_article():
    summary = ground_draft(CAIRO, reference(abstract="A heinous war killed 99,999 people."))
    assert {warning.code for warning in summary.warnings} == {"loaded_wording", "number_not_in_article"}
    assert verify(summary, CAIRO) == []


@pytest.mark.parametrize("change", [{"text": "martyrs"}, {"times": 1}, {"id": "w2"}])
def test_a_forged_framing_is_found(change):
    summary = ground_draft(CAIRO, reference())
    forged = [summary.framing[0].model_copy(update=change), *summary.framing[1:]]
    assert verify(summary.model_copy(update={"framing": forged}), CAIRO)


def test_a_moved_framing_anchor_is_found():
    summary = ground_draft(CAIRO, reference())
    item = summary.framing[0]
    moved = item.model_copy(
        update={"anchor": item.anchor.model_copy(update={"start": item.anchor.start + 1})}
    )
    findings = verify(summary.model_copy(update={"framing": [moved, *summary.framing[1:]]}), CAIRO)
    assert "summary.framing[0].anchor" in [finding.path for finding in findings]


def test_a_summary_of_before_there_was_framing_is_still_one():
    from summarizer.summary import Summary

    old = ground_draft(CAIRO, reference()).model_dump(mode="json")
    del old["framing"]
    assert Summary.model_validate(old).framing == []
