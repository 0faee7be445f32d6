"""What a small model's answer becomes: the article's own words, and speakers that stand beside their words."""

import json

import pytest

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import ChoosingDraft
from summarizer.pipeline.summarize import ground_draft

TEXT = (
    "Bredes Hafen schließt im Mai\n\n"
    "Die Stadt Brede schließt im Mai ihren Hafen, weil er nach Angaben des Rathauses zu viel kostet.\n\n"
    "„Niemand hat uns gefragt“, sagte Jost Tewes von der Gewerkschaft der Hafenarbeiter.\n\n"
    "„Das ist das Ende der Stadt“, sagte sie.\n\n"
    "Die Reederei Malin will nun die Stadt verklagen und verlangt drei Millionen Euro."
)


def grounded(**answer):
    draft = ChoosingDraft.model_validate_json(json.dumps({"speakers": [], "sentences": [], **answer}))
    return ground_draft(mark(Article(text=TEXT, language="de")), draft)


def test_headline_and_abstract_are_the_words_of_the_article():
    summary = grounded(sentences=["s2", "s3", "s5"])
    assert summary.headline.text == "Bredes Hafen schließt im Mai"
    assert [sentence.text for sentence in summary.abstract] == TEXT.split("\n\n")[1:3] + TEXT.split("\n\n")[
        4:
    ]
    assert {summary.headline.wording, *(sentence.wording for sentence in summary.abstract)} == {"article"}
    assert not [warning for warning in summary.warnings if warning.item is None]


@pytest.mark.parametrize("chosen", [[], ["s99"], ["s4"], ["s3", "s3", "s3"]])
def test_a_choice_that_is_of_no_use_is_made_by_rule(chosen):
    texts = [sentence.text for sentence in grounded(sentences=chosen).abstract]
    assert texts[0] == TEXT.split("\n\n")[1]
    assert len(texts) == len(set(texts)) == 3


def test_a_speaker_is_taken_where_the_name_stands_beside_the_words():
    summary = grounded(
        speakers=[{"quote": "q1", "speaker": "Jost Tewes"}, {"quote": "q2", "speaker": "Jost Tewes"}]
    )
    names = {party.id: party.name for party in summary.parties}
    assert [[names[who] for who in quote.speakers] for quote in summary.quotes] == [["Jost Tewes"], []]


def test_loaded_words_of_the_article_are_no_fault_of_the_models():
    text = (
        "The brutal regime of Brede sent its thugs to crush the martyrs of the dock on Monday.\n\n"
        "The heinous regime said nothing."
    )
    draft = ChoosingDraft(speakers=[], sentences=["s1"])
    summary = ground_draft(mark(Article(text=text, language="en")), draft)
    assert summary.abstract
    assert not [warning for warning in summary.warnings if warning.code == "loaded_wording"]
