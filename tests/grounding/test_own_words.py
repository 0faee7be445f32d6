from typing import Any

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


def doubts(article, **draft):
    """Why the headline, the abstract and the statements of positions are doubtful, each with what it is of."""
    summary = ground_draft(article, reference(**draft))
    own: list[tuple[str, Any]] = [
        ("headline", summary.headline),
        *(("abstract", one) for one in summary.abstract),
        *((position.id, position) for position in summary.positions),
    ]
    return [(name, reason) for name, text in own for reason in text.support.reasons]


def loaded(abstract, article=CAIRO):
    return [
        reason
        for name, reason in doubts(article, abstract=abstract)
        if "loaded" in reason and name == "abstract"
    ]


def missing(text, article=None):
    found = doubts(article or marked(TOWN), abstract=text)
    return [reason.split("“")[1].split("”")[0] for _, reason in found if "the number" in reason]


def test_a_word_of_the_article_taken_over_is_named_with_a_neutral_one():
    [message] = loaded("The war has martyred thousands.")
    assert message == (
        "It says “martyred”, the article's loaded wording, without saying whose it is; neutral is “killed”."
    )


def test_another_form_of_the_article_s_word_counts_too():
    [message] = loaded("The resistance groups go to Cairo.")
    assert "“resistance groups”" in message


def test_a_loaded_word_that_is_not_the_articles_is_one_all_the_same():
    [message] = loaded("A heinous war goes on.")
    assert "a loaded word" in message
    assert "leave it out" in message


def test_the_headline_is_read_as_well():
    [reason] = [
        reason
        for name, reason in doubts(CAIRO, headline="“Israeli” premier stays firm")
        if name == "headline"
    ]
    assert reason.startswith("It holds “Israeli” at a distance")


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
    assert not any("loaded" in reason for _, reason in doubts(article, parties=parties, positions=[own]))
    [reason] = [
        reason for _, reason in doubts(article, parties=parties, positions=[taken]) if "loaded" in reason
    ]
    assert "“stooge”" in reason


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
    found = doubts(marked(TOWN), parties=[party("Maria Lund")], positions=[claim])
    assert ("o1", "The cited sentences do not hold the number “999”.") in found


def test_in_another_language_small_numbers_may_have_been_words():
    article = mark(Article(text="Zwölf Orte bekommen 5,2 Millionen Euro und 1.200 Betten.", language="de"))
    assert missing("12 towns get 5.2 million euros and 1,200 beds.", article) == []
    assert missing("12 Orte bekommen 6,2 Millionen Euro und 1.300 Betten.", article) == [
        "6,2 Millionen Euro",
        "1.300",
    ]


def test_a_summary_with_such_doubts_agrees_with_its_article():
    summary = ground_draft(CAIRO, reference(abstract="A heinous war killed 99,999 people."))
    assert len(summary.abstract[0].support.reasons) == 2
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
