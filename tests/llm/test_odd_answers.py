"""Answers that are right but odd in form are read, and said to be so; what is ambiguous is not guessed."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json

import pytest
from misbehaving_server import GOOD, ODDITIES
from test_model_faults import Asked

from summarizer.drafts import ReferenceDraft
from summarizer.llm import read_reply
from summarizer.llm.repair import find_draft

WANTED = ReferenceDraft.model_validate_json(GOOD)


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_answer_of_odd_form_is_read_at_once_and_is_the_same_draft(oddity):
    asked = Asked(oddity)
    assert asked.error is None
    assert asked.answer.draft.headline.split() == ["Talks", "go", "on"]
    assert asked.answer.draft.abstract == WANTED.abstract
    told = [flag.code for flag in asked.answer.flags]
    assert told == ([] if oddity.startswith("streamed") else ["output_repaired"])
    assert len(asked.requests) == 1


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_answer_of_odd_form_that_was_kept_is_read_again_alike(oddity):
    answer = Asked(oddity).answer
    assert read_reply(answer.raw, ReferenceDraft) == answer.draft


def test_marks_inside_a_text_of_the_answer_are_the_models_words():
    marked = GOOD.replace("Talks go on", "“</think>” and <|im_end|> are tokens, says the paper")
    answer = find_draft(f"<think>Tokens, then.</think>{marked}<|im_end|>", ReferenceDraft)
    assert json.loads(answer.text)["headline"] == "“</think>” and <|im_end|> are tokens, says the paper"


def test_a_good_answer_is_not_touched():
    assert find_draft(GOOD, ReferenceDraft).text is GOOD


@pytest.mark.parametrize(
    "around", ["{0}{0}", "[{0},{0}]", '{{"a": {0}, "b": {0}}}', '{{"a": {0}', "<think>{0}"]
)
def test_what_might_mean_two_things_is_left_as_it_is(around):
    text = around.format(GOOD)
    assert find_draft(text, ReferenceDraft).text == text


@pytest.mark.parametrize(
    "piece",
    ['{"', "{ ", "<think>", "</think>", "<|channel|>analysis<|message|>", '{"a":', "[", "```", '"', "\\"],
)
def test_a_hostile_answer_is_given_up_in_one_pass(piece):
    text = piece * (1_000_000 // len(piece))
    assert find_draft(text, ReferenceDraft).repairs == ()
