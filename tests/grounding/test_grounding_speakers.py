import pytest
from grounding_drafts import (
    CAIRO,
    codes,
    copied,
    copy,
    counted,
    holds,
    marked,
    named,
    party,
    reference,
    rejected,
    unmarked,
)

from summarizer.pipeline import ground_draft

CAST = [
    party("Hamas", "organisation", "The group"),
    party("Hossam Badran"),
    party("Benjamin Netanyahu", "person", "Israeli prime minister"),
]


def speaker(name: str | None, *, quote: str = "q8") -> tuple[str | None, list[str]]:
    """The name of the party that `name` resolves to, and the warnings."""
    summary = ground_draft(CAIRO, reference(parties=CAST, quotes=[named(quote, name)]))
    by_id = {one.id: one.name for one in summary.parties}
    names = [by_id[party] for party in summary.quotes[0].speakers]
    assert len(names) <= 1
    return (names[0] if names else None), codes(summary)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Hossam Badran", "Hossam Badran"),
        ("Badran", "Hossam Badran"),
        ("badran", "Hossam Badran"),
        ("Badran's", "Hossam Badran"),
        ("Bardan", "Hossam Badran"),
        ("Hosam Badran", "Hossam Badran"),
        ("Mr. Badran", "Hossam Badran"),
        ("Hamas member Hossam Badran", "Hossam Badran"),
        ("Hossam Badran, member of Hamas’ Political Bureau", "Hossam Badran"),
        ("The group", "Hamas"),
        ("senior Hamas official", "Hamas"),
        ("the “Israeli” prime minister", "Benjamin Netanyahu"),
        ("Prime Minister Netanyahu", "Benjamin Netanyahu"),
        ("Ismail Haniyeh", "Ismail Haniyeh"),
    ],
)
def test_a_speaker_is_linked_to_the_party_that_the_name_means(name: str | None, meant: str) -> None:
    assert speaker(name)[0] == meant


@pytest.mark.parametrize(
    "name",
    [
        "he",
        "He",
        "the official",
        "a senior official",
        "President",
        "Joe Biden",
        "civilians",
        None,
        "null",
        "unknown",
    ],
)
def test_a_speaker_whom_the_name_does_not_tell_is_unresolved(name: str | None) -> None:
    assert speaker(name) == (None, ["speaker_unresolved"])


def test_the_warning_of_an_unresolved_speaker_says_the_offered_name() -> None:
    summary = ground_draft(CAIRO, reference(quotes=[named("q8", "Joe Biden")]))
    assert "'Joe Biden'" in summary.warnings[0].message


def test_a_newcomer_is_a_party_of_unknown_kind() -> None:
    summary = ground_draft(CAIRO, reference(quotes=[named("q8", "Ismail Haniyeh")]))
    assert [(one.kind, one.description) for one in summary.parties] == [("other", "")]


def test_a_newcomer_under_two_names_is_one_party() -> None:
    summary = ground_draft(CAIRO, reference(quotes=[named("q6", "Badran"), named("q8", "Hossam Badran")]))
    assert [one.name for one in summary.parties] == ["Hossam Badran"]


def test_newcomers_are_numbered_in_the_order_of_the_article() -> None:
    summary = ground_draft(
        CAIRO, reference(quotes=[named("q3", "Recep Tayyip Erdogan"), named("q4", "Washington")])
    )
    assert [one.name for one in summary.parties] == ["Washington", "Recep Tayyip Erdogan"]


def test_a_name_two_parties_share_is_unresolved() -> None:
    article = marked("“We will not go there again,” Clinton said. Bill Clinton and Hillary Clinton left.")
    draft = reference(
        parties=[party("Bill Clinton"), party("Hillary Clinton")], quotes=[named("q1", "Mrs. Clinton")]
    )
    assert codes(ground_draft(article, draft)) == ["speaker_unresolved"]


def test_a_speaker_named_far_from_the_quote_is_reported() -> None:
    assert speaker("Ismail Haniyeh", quote="q3")[1] == ["speaker_far_from_quote"]


def test_the_quote_that_a_quote_continues_counts_for_the_distance() -> None:
    filler = "Nothing else happened on that day at all. " * 4
    article = marked(f"“We will go home now,” said Ann Lee. “We will go on. {filler}We will stay there.”")
    draft = reference(parties=[party("Ann Lee")], quotes=[named("q2", "Ann Lee")])
    assert "speaker_far_from_quote" not in codes(ground_draft(article, draft))


@pytest.mark.parametrize(
    ("quote", "name", "cue"),
    [
        ("q3", "Hamas", "Hamas posted"),
        ("q4", "The group", "The group further mentioned"),
        ("q6", "Hossam Badran", "Hossam Badran, member of Hamas’ Political Bureau, confirmed"),
        ("q8", "Badran", "Badran said"),
        ("q8", "Netanyahu", None),
        ("q2", "Netanyahu", None),
    ],
)
def test_the_cue_is_the_words_that_attribute_the_quote(quote: str, name: str | None, cue: str | None) -> None:
    summary = ground_draft(CAIRO, reference(parties=CAST, quotes=[named(quote, name)]))
    assert (summary.quotes[0].cue and summary.quotes[0].cue.exact) == cue


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“We must go home today,” said Ann Lee.", "said Ann Lee"),
        ("“We must go home today,” Ann Lee told Bob Ray.", "Ann Lee told"),
        ("Ann Lee spoke on Monday. “We must go home today,” she said.", "said"),
        ("Ann Lee spoke on Monday. “We must go home today,” Bob Ray said.", None),
        ("Ann Lee met Bob Ray, who said “we must go home today” twice.", None),
        ("According to Ann Lee, “we must go home today” is true.", "According to Ann Lee"),
        ("Ann Lee added:\n\n“We must go home today.”", "Ann Lee added"),
        ("“Ann Lee said we must go home today.”", None),
        ("“We must go home today.” Ann Lee was told later.", None),
    ],
)
def test_a_cue_is_taken_only_from_words_that_attribute(text: str, cue: str | None) -> None:
    draft = reference(parties=[party("Ann Lee"), party("Bob Ray")], quotes=[named("q1", "Ann Lee")])
    quote = ground_draft(marked(text), draft).quotes[0]
    assert (quote.cue and quote.cue.exact) == cue


def test_a_quote_without_marks_has_a_cue_too() -> None:
    draft = reference(
        parties=[party("Hamas", "organisation")],
        unmarked_quotes=[unmarked("Netanyahu was stonewalling the truce deal", "Hamas")],
    )
    cue = ground_draft(CAIRO, draft).quotes[0].cue
    assert cue
    assert cue.exact == "Hamas official said"


@pytest.mark.parametrize("nobody", [None, "null", "None", "unknown", "narrator", "the article"])
def test_a_figure_that_nobody_claims_needs_no_warning(nobody: str | None) -> None:
    assert not ground_draft(CAIRO, reference(figures=[counted("f3", nobody)])).warnings


def test_a_figure_claimed_by_a_party_names_it() -> None:
    article = marked("Ana Ruiz said 40 homes burned.")
    summary = ground_draft(
        article, reference(parties=[party("Ana Ruiz")], figures=[counted("f1", "Ana Ruiz")])
    )
    assert summary.figures[0].claimed_by == ["p1"]


def test_a_figure_inside_a_quotation_may_be_its_speakers() -> None:
    article = marked("Ana Ruiz came. “It was bad. We saw 40 homes burn.”")
    summary = ground_draft(
        article, reference(parties=[party("Ana Ruiz")], figures=[counted("f1", "Ana Ruiz")])
    )
    assert summary.figures[0].claimed_by == ["p1"]


def test_a_figure_is_not_laid_at_the_door_of_a_party_its_sentence_does_not_name() -> None:
    summary = ground_draft(CAIRO, reference(parties=CAST, figures=[counted("f3", "Hamas")]))
    assert summary.figures[0].claimed_by == []
    assert codes(summary) == ["claimant_not_near"]


def test_a_figure_claimed_by_somebody_else_is_reported() -> None:
    assert codes(ground_draft(CAIRO, reference(figures=[counted("f3", "Joe Biden")]))) == [
        "speaker_unresolved"
    ]


def test_a_position_of_no_party_is_rejected() -> None:
    (item,) = rejected(ground_draft(CAIRO, reference(positions=[holds("Joe Biden", "s5")])), "position")
    assert "Joe Biden" in item.reason


def test_a_speaker_of_a_rejected_quote_makes_no_party() -> None:
    assert not ground_draft(CAIRO, copy(quotes=[copied("no such words here", "Ismail Haniyeh")])).parties
