import pytest

from summarizer.article import Article
from summarizer.marking import mark


def sentences(text, language=None):
    marked = mark(Article(text=text, language=language))
    return [text[sentence.span.start : sentence.span.end] for sentence in marked.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Brown met Sen. Green in the U.S. Senate on Nov. 8 and left.",
        "Dr. White of St. Mary's told Gov. Black, Lt. Col. Grey and Prof. Hill.",
        "The bill costs $3.5 million, i.e. nothing.",
        "“It rains. It pours,” she said.",
        '"Is it late? It is," he said.',
    ],
)
def test_a_sentence_is_not_cut_at_an_abbreviation_or_inside_a_quotation(sentence):
    assert sentences(sentence) == [sentence]


def test_each_sentence_stands_alone():
    assert sentences("It rained. The match was off! Was it? Yes.") == [
        "It rained.",
        "The match was off!",
        "Was it?",
        "Yes.",
    ]


def test_offsets_count_code_points_behind_emoji_and_astral_letters():
    assert sentences("Rain 🌧🌧 fell. It was 𝒜 bad. So be it.") == [
        "Rain 🌧🌧 fell.",
        "It was 𝒜 bad.",
        "So be it.",
    ]


def test_paragraphs_are_never_joined():
    assert sentences("A headline without a stop\n\nby someone\n\nThe text.") == [
        "A headline without a stop",
        "by someone",
        "The text.",
    ]


def test_a_line_break_ends_a_paragraph_of_one_line():
    assert sentences("A headline\nThe text begins") == ["A headline", "The text begins"]


def test_lines_wrapped_to_a_width_are_one_paragraph():
    wrapped = (
        "The council of the small town by the river voted late on\n"
        "Monday to keep the old bridge, which engineers had called\n"
        "unsafe, open to walkers until the end of the year."
    )

    assert sentences(wrapped) == [wrapped]


def test_an_inch_mark_does_not_hide_the_end_of_a_sentence():
    assert sentences('The pipe is 12" wide. The hole is 11" wide.') == [
        'The pipe is 12" wide.',
        'The hole is 11" wide.',
    ]


def test_a_quotation_that_stays_open_does_not_swallow_the_sentences_after_it():
    assert sentences("He said “it rains. She left. They stayed.")[1:] == ["She left.", "They stayed."]


def test_an_empty_text_has_no_sentence():
    assert sentences(" \n\n ") == []


def test_a_language_nobody_knows_is_read_like_english():
    assert sentences("It rained. It stopped.", language="xx-XX") == ["It rained.", "It stopped."]


def test_a_paragraph_longer_than_one_reading_keeps_all_its_words():
    text = "The river rose again and the town waited. " * 400

    assert " ".join(sentences(text)) == text.strip()
