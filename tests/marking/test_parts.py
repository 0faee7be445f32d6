"""Cutting an article into parts: nothing lost, nothing twice, nothing too long, and cut where it is weakest."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_mark_properties import TEXTS

from summarizer.analysis import mark
from summarizer.article import Article, Span
from summarizer.errors import ContextExceeded
from summarizer.pipeline.chunking.parts import Part, halves, parts, view, whole
from summarizer.prompts.rendering import annotated, figure_lines, quotation_lines, to_attribute

BUDGETS = st.integers(min_value=60, max_value=400)
LONG = st.lists(TEXTS, min_size=1, max_size=8).map("\n\n".join).filter(lambda text: "\r\n" not in text)


def length(marked):
    """What a request about it shows, in characters."""
    lines = [*quotation_lines(marked), *figure_lines(marked)]
    return len(annotated(marked)) + sum(len(line.text) for line in lines)


def cut(text, budget, measure=length):
    marked = mark(Article(text=text))
    return marked, parts(marked, lambda one: measure(one) / budget)


def ids(marked):
    return [mark.id for mark in (*marked.quotations, *marked.figures)]


@given(LONG, BUDGETS)
def test_the_parts_own_all_of_the_text_and_none_of_it_twice(text, budget):
    marked, found = cut(text, budget)
    assert (found[0].own.start, found[-1].own.end) == (0, len(marked.article.text))
    assert all(one.own.end == following.own.start for one, following in pairwise(found))


@given(LONG, BUDGETS)
def test_every_mark_belongs_to_exactly_one_part(text, budget):
    marked, found = cut(text, budget)
    owned = Counter(name for part in found for name in ids(view(marked, part)))
    assert owned == Counter(ids(marked))


@given(LONG, BUDGETS)
def test_every_sentence_is_shown(text, budget):
    marked, found = cut(text, budget)
    shown = {sentence.id for part in found for sentence in view(marked, part).sentences}
    assert shown == {sentence.id for sentence in marked.sentences}


@given(LONG, BUDGETS)
def test_no_part_is_too_full(text, budget):
    marked, found = cut(text, budget)
    assert all(length(view(marked, part)) <= budget for part in found)


@given(LONG, BUDGETS)
def test_the_same_article_is_cut_the_same_way(text, budget):
    assert cut(text, budget) == cut(text, budget)


@given(LONG, BUDGETS)
def test_what_a_part_shows_lies_inside_its_text_and_reads_as_in_the_article(text, budget):
    marked, found = cut(text, budget)
    spans = {sentence.id: sentence.span for sentence in marked.sentences}
    for part in found:
        shown = view(marked, part)
        places = [sentence.span for sentence in shown.sentences]
        places += [quotation.outer for quotation in shown.quotations]
        places += [figure.span for figure in shown.figures]
        assert all(0 <= place.start <= place.end <= len(shown.article.text) for place in places)
        for sentence in shown.sentences:
            assert shown.article.slice(sentence.span) in marked.article.slice(spans[sentence.id])


@given(LONG, BUDGETS)
def test_no_figure_is_cut_in_two(text, budget):
    marked, found = cut(text, budget)
    borders = [part.own.start for part in found[1:]]
    assert not [
        figure
        for figure in marked.figures
        for place in borders
        if figure.span.start < place < figure.span.end
    ]


@given(LONG, BUDGETS)
def test_the_halves_of_a_part_own_what_it_owns(text, budget):
    marked, found = cut(text, budget)
    for part in found:
        pieces = halves(marked, part)
        assert (pieces[0].own.start, pieces[-1].own.end) == part.own
        assert all(one.own.end == following.own.start for one, following in pairwise(pieces))
        owned = [name for piece in pieces for name in ids(view(marked, piece))]
        assert Counter(owned) == Counter(ids(view(marked, part)))


def test_an_article_that_fits_is_one_part_and_shown_as_it_is():
    marked, found = cut("It rained. It rained again.", 1000)
    assert found == [whole(marked)]
    assert view(marked, found[0]) is marked


def test_a_part_begins_at_a_heading_rather_than_at_a_paragraph():
    paragraph = "The council met in the morning and went home at night. Nothing was said of it later."
    chapters = [
        "\n\n".join([f"Chapter {name}", *[paragraph] * 4]) for name in ("one", "two", "three", "four")
    ]
    marked, found = cut("\n\n".join(chapters), 1100)
    begun = [marked.article.text[part.own.start :].split("\n")[0] for part in found]
    assert begun == ["Chapter one", "Chapter three"]


def test_a_part_begins_at_a_paragraph_rather_than_amid_one():
    paragraph = "It rained on the hills all day long. " * 3
    marked, found = cut("\n\n".join([paragraph.strip()] * 12), 700)
    assert len(found) > 1
    assert all(marked.article.text[part.own.start - 2 : part.own.start] == "\n\n" for part in found[1:])


def test_a_quotation_of_several_paragraphs_stays_in_one_part():
    filler = "\n\n".join(["The council met in the morning and went home at night."] * 8)
    quotation = "“We waited for days.\n\n“Nobody came to see us.\n\n“We left in the end,” Ana Ruiz said."
    text = f"{filler}\n\n{quotation}\n\n{filler}"
    for budget in range(300, 900, 20):
        _, found = cut(text, budget)
        first, last = text.index("“We waited"), text.index(" Ana Ruiz")
        assert not [part for part in found if first < part.own.start < last], budget
        assert len(found) > 1


def test_a_quotation_longer_than_a_part_is_cut_and_asked_for_where_it_begins():
    text = "“" + "We waited for a long time. " * 60 + "We left,” Ana Ruiz said."
    marked, found = cut(text, 500)
    assert len(found) > 2
    assert [ids(view(marked, part)) for part in found] == [["q1"], *[[]] * (len(found) - 1)]


def test_a_sentence_longer_than_a_part_is_cut_between_words():
    text = "rain and snow and " * 200
    _, found = cut(text, 400)
    assert len(found) > 5
    assert all(text[part.own.start - 1] == " " for part in found[1:])


def test_a_part_shows_the_sentences_just_before_it_but_asks_nothing_about_them():
    paragraph = "“We stay {n} weeks,” she said. Then Ana Ruiz came in again and sat down in a corner."
    marked, found = cut("\n\n".join(paragraph.format(n=n + 20) for n in range(20)), 900)
    second = view(marked, found[1])
    lead = marked.article.text[found[1].shown.start : found[1].own.start]
    assert lead.rstrip().endswith("Then Ana Ruiz came in again and sat down in a corner.")
    assert to_attribute(second)[0].outer.start >= len(lead)
    assert all(int(one.id[1:]) > len(view(marked, found[0]).quotations) for one in second.quotations)


def test_parts_come_out_about_even():
    _, found = cut("\n\n".join(["It rained on the hills all day long, and on the town."] * 21), 1200)
    sizes = [part.own.end - part.own.start for part in found]
    assert max(sizes) < 1.5 * min(sizes)


def test_a_context_without_any_room_is_an_error():
    with pytest.raises(ContextExceeded):
        cut("It rained. It rained again.", 1)


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_a_text_without_a_sentence_is_one_part(text):
    _, found = cut(text, 0.001)
    assert found == [Part(Span(0, len(text)), Span(0, len(text)))]


def test_cutting_measures_each_part_a_few_times_however_long_the_article_is():
    looked_at = []

    def measure(marked):
        looked_at.append(len(marked.article.text))
        return length(marked)

    paragraphs = ["It rained on the hills all day. “Nobody came,” Ana Ruiz said of 30 visitors."] * 3000
    text = "\n\n".join(paragraphs)
    _, found = cut(text, 3000, measure)
    assert len(found) > 100
    assert sum(looked_at) < 5 * len(text)
