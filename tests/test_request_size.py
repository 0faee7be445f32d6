"""What a request says of an article stays in proportion to the article."""

import pytest

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.pipeline.summarize import messages
from summarizer.prompts.library import PromptLibrary

PROMPTS = ["summary@2", "summary@3", "summary@4", "small@1"]


def size(text, prompt):
    return sum(
        len(message["content"]) for message in messages(mark(Article(text=text, language="en")), prompt)
    )


@pytest.mark.parametrize("name", PROMPTS)
@pytest.mark.parametrize("unit", ['"x ', '"x," he said. ', ",,a ", '"A." ', "$5 ", "“A b,” she said. “C.” "])
def test_a_request_holds_no_more_than_four_times_a_text_of_nothing_but_marks(name, unit):
    prompt = PromptLibrary().get(name)
    text = unit * (12_000 // len(unit))

    assert size(text, prompt) - size("x", prompt) <= 4 * len(text)


def test_a_long_sentence_is_not_told_again_with_each_of_its_quotations():
    text = "He “will” and " * 800 + "left."
    prompt = PromptLibrary().get("summary@2")

    assert size(text, prompt) - size("x", prompt) <= 4 * len(text)


@pytest.mark.parametrize("name", ["summary@2", "summary@4"])
def test_a_request_names_every_quotation_of_an_ordinary_article(name):
    prompt = PromptLibrary().get(name)
    text = " ".join(f"“We will build bridge number {n} ourselves,” the letter read." for n in range(40))
    sent = " ".join(
        message["content"] for message in messages(mark(Article(text=text, language="en")), prompt)
    )

    assert all(f"q{number}" in sent for number in range(1, 41))
