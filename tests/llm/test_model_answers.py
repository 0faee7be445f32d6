"""What a good answer holds, and how the endpoint is asked for it."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import gc
import weakref

import pytest
from misbehaving_server import GOOD, MisbehavingServer
from test_model_faults import MESSAGES, Asked

from summarizer.drafts import ReferenceDraft
from summarizer.llm import Endpoint, Model, read_reply
from summarizer.summary import Tokens

PARAMETERS = {"temperature": 0, "seed": 7, "max_tokens": 500}


def test_an_answer_carries_its_draft_its_text_and_its_cost():
    answer = Asked("ok", parameters=PARAMETERS).answer
    assert type(answer.draft) is ReferenceDraft
    assert answer.draft == ReferenceDraft.model_validate_json(GOOD)
    assert answer.raw == GOOD
    assert answer.tokens == Tokens(input=100, output=20, cached=60)
    assert (answer.attempts, answer.flags) == (1, ())
    assert answer.seconds > 0


def test_what_a_question_held_is_freed_when_it_ends():
    async def go(url):
        async with Model(Endpoint("news-1", url)) as model:
            await model.ask(MESSAGES, draft=ReferenceDraft)  # imports, which leave cycles
            gc.disable()
            try:
                question = asyncio.create_task(model.ask(MESSAGES, draft=ReferenceDraft))
                await question
                held = weakref.ref(question)
                del question
                await asyncio.sleep(0)
                return held()
            finally:
                gc.enable()

    with MisbehavingServer("ok", "ok") as server:
        assert asyncio.run(go(server.url)) is None


def test_tokens_are_summed_over_all_attempts():
    assert Asked("empty", "wrong_shape", "ok").answer.tokens == Tokens(input=300, output=60, cached=180)


def test_an_endpoint_that_counts_nothing_leaves_zero():
    assert Asked("plain_ok").answer.tokens == Tokens(input=0, output=0, cached=0)


def test_the_request_holds_a_strict_schema_and_the_messages_untouched():
    (request,) = Asked("ok", parameters=PARAMETERS).requests
    form = request["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    assert form["json_schema"]["name"] == "ReferenceDraft"
    assert '"title"' not in repr(form)
    assert request["messages"] == MESSAGES
    assert {name: request[name] for name in PARAMETERS} == PARAMETERS


def test_the_second_question_tells_the_model_what_was_wrong_with_its_first_answer():
    first, second = Asked("wrong_shape", "ok").requests
    assert second["messages"][0]["content"].startswith(first["messages"][0]["content"])
    assert second["messages"][1] == first["messages"][1]
    assert "headline" in second["messages"][-1]["content"]


def test_a_model_that_writes_template_code_is_quoted_not_run():
    assert Asked("template").answer.draft.headline == "{{ 7 * 7 }} go on"


def test_an_item_that_does_not_fit_is_set_aside_and_nothing_asked_again():
    asked = Asked("unfit_item")
    assert (len(asked.requests), asked.answer.attempts) == (1, 1)
    assert [quote.quote for quote in asked.answer.draft.quotes] == ["q1", "q1"]
    assert [item.text for item in asked.answer.draft.unreadable] == ['{"quote": "first", "speaker": null}']


def test_a_reply_that_is_kept_is_read_with_the_same_patience():
    asked = Asked("unfit_item")
    assert read_reply(asked.answer.raw, ReferenceDraft) == asked.answer.draft


def test_one_fence_around_the_answer_is_taken_off_and_told():
    answer = Asked("fence").answer
    assert [flag.code for flag in answer.flags] == ["output_repaired"]
    assert answer.raw.startswith("```json")


def test_string_bounds_are_left_out_for_an_endpoint_that_refuses_them_and_stay_out():
    asked = Asked("no_bounds", times=2)
    assert ["maxLength" in repr(request) for request in asked.requests] == [True, False, False]
    assert "maxItems" in repr(asked.requests[-1])
    assert asked.answer.flags == ()


def test_an_endpoint_without_schemas_is_told_the_schema_in_words():
    asked = Asked("no_schema", times=2)
    assert ["response_format" in request for request in asked.requests] == [True, False, False]
    assert "unmarked_quotes" in asked.requests[1]["messages"][0]["content"]
    assert asked.requests[1]["messages"][0]["content"].startswith("Summarise.")
    assert [flag.code for flag in asked.answer.flags] == ["schema_fallback"]


def test_a_refused_parameter_is_left_out_and_every_later_answer_says_so():
    asked = Asked("no_temperature", parameters=PARAMETERS, times=2)
    assert ["temperature" in request for request in asked.requests] == [True, False, False]
    assert [flag.code for flag in asked.answer.flags] == ["parameter_refused"]
    assert "temperature" in asked.answer.flags[0].message


def test_the_token_cap_goes_by_its_other_name_where_the_first_is_refused():
    asked = Asked("no_max_tokens", parameters=PARAMETERS, times=2)
    assert [request.get("max_completion_tokens") for request in asked.requests] == [None, 500, 500]
    assert asked.answer.flags == ()


def test_questions_asked_together_step_an_endpoint_down_only_once():
    async def ask_together(url):
        async with Model(Endpoint("news-1", url)) as model:
            return await asyncio.gather(*(model.ask(MESSAGES, draft=ReferenceDraft) for _ in range(6)))

    with MisbehavingServer("no_bounds") as server:
        answers = asyncio.run(ask_together(server.url))
    assert all(answer.flags == () for answer in answers)
    assert "response_format" in server.requests[-1]


def test_a_wait_one_question_is_told_holds_back_the_others():
    waits = []

    async def sleep(seconds):
        waits.append(seconds)

    async def ask(url):
        async with Model(Endpoint("news-1", url), sleep=sleep) as model:
            await model.ask(MESSAGES, draft=ReferenceDraft)
            await model.ask(MESSAGES, draft=ReferenceDraft)

    with MisbehavingServer("429_seconds", "ok") as server:
        asyncio.run(ask(server.url))
    assert waits == [7.0, pytest.approx(7.0, abs=1)]


def test_a_model_can_be_used_from_one_event_loop_after_another():
    with MisbehavingServer("ok") as server:
        model = Model(Endpoint("news-1", server.url))

        async def ask():
            async with model:
                return await model.ask(MESSAGES, draft=ReferenceDraft)

        assert asyncio.run(ask()).draft == asyncio.run(ask()).draft


def test_the_environment_changes_nothing_that_is_sent(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-other")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-other")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Other: yes")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    (headers,) = Asked("ok").headers
    assert "other" not in repr(headers).lower()
    assert "sk-admin" not in repr(headers)
