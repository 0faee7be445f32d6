from decimal import Decimal

import pytest
from grounding_drafts import (
    CAIRO,
    codes,
    copied,
    copied_position,
    copy,
    counted,
    holds,
    marked,
    named,
    number,
    party,
    reference,
    rejected,
)

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.grounding.figures import measured, plain
from summarizer.pipeline import ground_draft

HAMAS = party("Hamas", "organisation")
DEMAND = "While Hamas has demanded a lasting ceasefire"


def test_a_named_figure_has_the_reading_of_its_mark() -> None:
    (figure,) = ground_draft(CAIRO, reference(figures=[counted("f2")])).figures
    assert (figure.text, figure.value, figure.comparator) == ("Around 1.5 million", "1500000", "about")


def test_a_copied_figure_takes_the_span_of_the_mark() -> None:
    (figure,) = ground_draft(CAIRO, copy(figures=[number("34622 Palestinians", "34622")])).figures
    assert (figure.text, figure.comparator) == ("at least 34622", "at_least")


def test_a_value_the_model_misread_is_reported_and_not_shown() -> None:
    summary = ground_draft(CAIRO, copy(figures=[number("1.5 million", "1.5")]))
    assert summary.figures[0].value == "1500000"
    assert codes(summary) == ["figure_value_differs"]


def test_a_single_digit_is_enough_for_a_figure() -> None:
    summary = ground_draft(
        marked("The fire killed 5 people and left 15 homeless."), copy(figures=[number("5", "5")])
    )
    assert [figure.value for figure in summary.figures] == ["5"]


def test_a_number_that_counts_nothing_is_rejected() -> None:
    (item,) = rejected(ground_draft(CAIRO, copy(figures=[number("2024", "2024")])), "figure")
    assert item.reason == "No number that counts something stands there."


def test_a_number_the_article_does_not_have_is_rejected() -> None:
    (item,) = rejected(ground_draft(CAIRO, copy(figures=[number("at least 99", "99")])), "figure")
    assert item.verdict != "spliced"


def test_a_figure_named_twice_is_reported_once() -> None:
    summary = ground_draft(CAIRO, reference(figures=[counted("f1"), counted("f1")]))
    assert len(summary.figures) == 1
    assert codes(summary) == ["duplicate_item"]


def test_a_quotation_is_no_figure() -> None:
    assert rejected(ground_draft(CAIRO, reference(figures=[counted("q1")])), "figure")


@pytest.mark.parametrize(
    ("value", "written"),
    [("1E+6", "1000000"), ("1.50", "1.5"), ("-0.000001", "-0.000001"), ("7.0", "7"), ("100", "100")],
)
def test_a_value_is_written_in_plain_digits(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("at least 34622 Palestinians", "Palestinians"),
        ("34622 Palestinians", "Palestinians"),
        ("Palestinians killed: At Least 34622", "Palestinians killed:"),
        ("at least 34622", ""),
        ("people killed at sea", "people killed at sea"),
    ],
)
def test_what_a_figure_counts_does_not_say_the_figure_again(words: str, kept: str) -> None:
    assert measured(words, "at least 34622") == kept


def test_evidence_is_the_named_sentences() -> None:
    (position,) = ground_draft(
        CAIRO, reference(parties=[HAMAS], positions=[holds("Hamas", "s5", "s9")])
    ).positions
    assert [anchor.exact[:9] for anchor in position.evidence] == ["The group", "While Ham"]


def test_one_bad_reference_is_rejected_and_the_position_stays() -> None:
    summary = ground_draft(CAIRO, reference(parties=[HAMAS], positions=[holds("Hamas", "s5", "s99")]))
    assert len(summary.positions) == 1
    assert [item.text for item in rejected(summary, "position")] == ["s99"]


def test_a_position_that_nothing_carries_is_rejected() -> None:
    summary = ground_draft(CAIRO, reference(parties=[HAMAS], positions=[holds("Hamas", "s98", "q1")]))
    assert not summary.positions
    assert [item.text for item in rejected(summary, "position")] == ["They want it."]


def test_a_position_given_twice_is_one_with_the_evidence_of_both() -> None:
    given = [holds("Hamas", "s5"), holds("Hamas", "s9", "s5")]
    summary = ground_draft(CAIRO, reference(parties=[HAMAS], positions=given))
    (position,) = summary.positions
    assert [anchor.exact[:9] for anchor in position.evidence] == ["The group", "While Ham"]
    assert codes(summary) == ["duplicate_item"]


def test_copied_evidence_is_located() -> None:
    (position,) = ground_draft(
        CAIRO, copy(parties=[HAMAS], positions=[copied_position("Hamas", DEMAND)])
    ).positions
    assert [anchor.exact for anchor in position.evidence] == [DEMAND]


def test_altered_evidence_is_rejected_with_its_place() -> None:
    altered = DEMAND.replace("lasting", "durable")
    summary = ground_draft(
        CAIRO, copy(parties=[HAMAS], positions=[copied_position("Hamas", DEMAND, altered)])
    )
    (item,) = rejected(summary, "position")
    assert (item.verdict, item.text) == ("altered", altered)


def test_coverage_counts_statements_and_reported_scare_quotes() -> None:
    assert ground_draft(CAIRO, reference(quotes=[named("q2")])).coverage.quotations.model_dump() == {
        "found": 5,
        "reported": 1,
    }


def test_a_sentence_copied_around_a_scare_quote_does_not_report_it() -> None:
    text = "Bardan cited the “Israeli” premier’s insistence on carrying out a ground invasion"
    assert ground_draft(CAIRO, copy(quotes=[copied(text)])).coverage.quotations.found == 4


def test_coverage_counts_scare_quotes_where_a_text_has_no_other_quotation() -> None:
    marked = mark(Article(text="They closed the “miracle” bridge. The “tower” stays.", language="en"))
    assert ground_draft(marked, reference()).coverage.quotations.model_dump() == {"found": 2, "reported": 0}


def test_coverage_lists_the_quotations_left_out() -> None:
    summary = ground_draft(CAIRO, reference(quotes=[named("q3"), named("q4"), named("q6")]))
    assert [anchor.exact[:6] for anchor in summary.coverage.quotations_left_out] == ["thwart"]


def test_part_of_a_quotation_reports_it() -> None:
    summary = ground_draft(CAIRO, copy(quotes=[copied("thwart any possibility")]))
    assert summary.coverage.quotations.reported == 1


def test_coverage_counts_figures() -> None:
    summary = ground_draft(CAIRO, reference(figures=[counted("f1")]))
    assert summary.coverage.figures.model_dump() == {"found": 3, "reported": 1}


def test_a_sentence_is_reported_by_a_quote_or_a_position_and_not_by_a_number_out_of_it() -> None:
    draft = reference(
        parties=[HAMAS], quotes=[named("q8")], figures=[counted("f2")], positions=[holds("Hamas", "s9")]
    )
    coverage = ground_draft(CAIRO, draft).coverage
    assert coverage.sentences.reported == 2
    left_out = [anchor.exact for anchor in coverage.sentences_left_out]
    assert any("Around 1.5 million" in sentence for sentence in left_out)
