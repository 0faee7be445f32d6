"""The article of the issue that started the project, marked as a reader would."""

from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.analysis import mark
from summarizer.article import Article

TEXT = (Path(__file__).parent.parent / "articles" / "cairo-talks.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def marked():
    return mark(Article(text=TEXT))


def test_words_held_with_tongs_are_scare_quotes(marked):
    scare = [TEXT[quote.span.start : quote.span.end] for quote in marked.quotations if quote.form == "scare"]

    assert scare == ["positive spirit", "Israel’s", "Israeli", "Israeli"]


def test_the_four_quotations_are_statements(marked):
    statements = [TEXT[quote.span.start :][:13] for quote in marked.quotations if quote.form == "statement"]

    assert statements == ["We emphasize ", "We in Hamas a", "Netanyahu was", "thwart any po"]


def test_the_figures_are_found_with_what_bounds_them(marked):
    found = [
        (TEXT[figure.span.start : figure.span.end], figure.value, figure.comparator, figure.unit)
        for figure in marked.figures
    ]

    assert found == [
        ("almost seven months", Decimal(7), "about", "months"),
        ("Around 1.5 million", Decimal(1500000), "about", None),
        ("at least 34622", Decimal(34622), "at_least", None),
    ]


def test_each_paragraph_of_one_sentence_is_one_sentence(marked):
    assert len(marked.sentences) == 13
