"""What an endpoint takes is learnt from what it refuses, in any words; what is learnt is remembered."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio

import pytest
from misbehaving_server import DIALECTS, MEANT_OTHERWISE, SCHEMALESS, MisbehavingServer
from test_model_faults import MESSAGES, Asked

from summarizer.drafts import ReferenceDraft
from summarizer.llm import Endpoint, Model

PARAMETERS = {"temperature": 0, "seed": 7, "top_p": 0.9, "max_tokens": 8000}
SENT = {"model", "messages", "response_format", *PARAMETERS}


@pytest.mark.parametrize("server", SCHEMALESS)
def test_a_server_without_schemas_is_asked_in_words_once_and_from_then_on(server):
    asked = Asked(server, parameters=PARAMETERS, times=2)
    assert ["response_format" in request for request in asked.requests] == [True, False, False]
    assert "unmarked_quotes" in asked.requests[1]["messages"][0]["content"]
    assert [flag.code for flag in asked.answer.flags] == ["schema_fallback"]
    assert set(asked.requests[-1]) == SENT - {"response_format"}


@pytest.mark.parametrize("server", DIALECTS)
def test_what_a_server_does_not_take_is_found_out_by_the_first_question_alone(server):
    asked = Asked(server, parameters=PARAMETERS, times=3)
    assert asked.error is None
    first = len(asked.requests) - 2
    assert 2 <= first <= 9
    assert asked.requests[first:] == [asked.requests[-1]] * 2


@pytest.mark.parametrize(
    ("server", "given_up"),
    [
        ("temperature_refused", {"temperature"}),
        ("temperature_refused_in_french", {"temperature"}),
        ("seed_refused", {"seed"}),
        ("seed_refused_in_russian", {"seed"}),
        ("top_p_refused", {"top_p"}),
        ("schema_then_temperature", {"response_format", "temperature"}),
    ],
)
def test_nothing_is_given_up_that_the_server_would_take(server, given_up):
    asked = Asked(server, parameters=PARAMETERS)
    assert set(asked.requests[-1]) == SENT - given_up
    assert asked.requests[-1]["messages"][1:] == MESSAGES[1:]
    assert {flag.code for flag in asked.answer.flags} >= {"parameter_refused"}


@pytest.mark.parametrize("server", [name for name in DIALECTS if name.startswith("system")])
def test_a_refused_system_message_goes_before_the_users(server):
    asked = Asked(server, parameters=PARAMETERS)
    (message,) = asked.requests[-1]["messages"]
    assert message == {"role": "user", "content": "\n\n".join(one["content"] for one in MESSAGES)}
    assert set(asked.requests[-1]) == SENT
    assert [flag.code for flag in asked.answer.flags] == ["parameter_refused"]


@pytest.mark.parametrize("server", ["cap_too_large", "cap_out_of_range"])
def test_a_token_cap_that_is_too_large_becomes_what_the_server_says(server):
    asked = Asked(server, parameters=PARAMETERS)
    assert [request["max_tokens"] for request in asked.requests] == [8000, 4096]
    assert "4096" in asked.answer.flags[0].message


@pytest.mark.parametrize(("server", "error"), [(name, error) for name, (error, _) in MEANT_OTHERWISE.items()])
def test_a_refusal_that_other_words_would_not_mend_is_not_asked_about_again(server, error):
    asked = Asked(server, parameters=PARAMETERS)
    assert (type(asked.error).__name__, len(asked.requests)) == (error, 1)


def test_a_refusal_that_nothing_mends_is_guessed_about_in_the_first_question_only():
    first = len(Asked("400", parameters=PARAMETERS).requests)
    assert first <= 9
    assert len(Asked("400", parameters=PARAMETERS, times=3).requests) == first + 2


def test_an_endpoint_that_has_answered_is_not_guessed_about():
    asked = Asked("ok", "400", parameters=PARAMETERS, times=2)
    assert len(asked.requests) == 2


def test_a_servers_error_at_first_changes_nothing_of_what_is_asked():
    asked = Asked("500", "ok", parameters=PARAMETERS, times=2)
    assert all(set(request) == SENT for request in asked.requests)
    assert asked.answer.flags == ()


def test_a_server_that_answers_every_schema_with_an_error_is_asked_in_words_within_the_usual_repeats():
    asked = Asked("500", "500", "ok", parameters=PARAMETERS)
    assert ["response_format" in request for request in asked.requests] == [True, True, False]


def test_an_answer_of_the_wrong_shape_after_a_good_one_is_no_ignored_schema():
    asked = Asked("ok", "wrong_shape", "ok", times=2)
    assert all("response_format" in request for request in asked.requests)
    assert asked.answer.flags == ()


def test_an_item_out_of_bounds_is_no_ignored_schema():
    asked = Asked("unfit_items", "ok")
    assert all("response_format" in request for request in asked.requests)


@pytest.mark.parametrize("server", ["schema_ignored_for_prose", "seed_refused_in_russian", "no_bounds"])
def test_of_many_questions_at_once_only_the_first_pays_for_learning(server):
    alone = len(Asked(server, parameters=PARAMETERS).requests)

    async def ask(url):
        async with Model(Endpoint("news-1", url)) as model:
            questions = (model.ask(MESSAGES, draft=ReferenceDraft, parameters=PARAMETERS) for _ in range(20))
            return await asyncio.gather(*questions)

    with MisbehavingServer(server) as many:
        answers = asyncio.run(ask(many.url))
    assert many.count == alone + 19
    assert {answer.attempts for answer in answers} == {1, alone}
