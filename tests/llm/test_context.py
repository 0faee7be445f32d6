"""How much a model takes at once: who says so, and who is believed."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import json

import pytest
from loopback_server import LoopbackServer
from misbehaving_server import MisbehavingServer
from test_model_faults import KEY, MESSAGES

from summarizer.drafts import ReferenceDraft
from summarizer.errors import ContextExceeded, ReplyTruncated, UsageError
from summarizer.llm import Endpoint, Meter, Model
from summarizer.llm.context import Excess


class Pages(LoopbackServer):
    """Serves what `pages` holds for a path, as text; notes who asks with which key."""

    def __init__(self, **pages):
        super().__init__()
        self.pages = pages
        self.asked_by: list[tuple[str, str | None]] = []

    def get(self, exchange):
        self.asked_by.append((exchange.path, exchange.headers.get("authorization")))
        page = self.pages.get(exchange.path.removeprefix("/v1").strip("/").replace("/", "_"))
        exchange.text(page if isinstance(page, str) else json.dumps(page), 200 if page is not None else 404)


def context(endpoint, times=1):
    async def ask():
        async with Model(endpoint) as model:
            return [await model.context() for _ in range(times)][-1]

    return asyncio.run(ask())


def served(*, times=1, **pages):
    with Pages(**pages) as server:
        found = context(Endpoint("m", f"http://127.0.0.1:{server.port}/v1", KEY), times)
    return found, server.asked_by


def test_one_slot_of_llama_cpp_counts_and_not_what_the_model_was_trained_on():
    found, _ = served(
        props={"default_generation_settings": {"n_ctx": 4096}, "total_slots": 4},
        models={"data": [{"id": "m", "meta": {"n_ctx_train": 131_072}}]},
    )
    assert found == 4096


@pytest.mark.parametrize(
    "facts",
    [
        {"max_model_len": 8192},
        {"context_length": 8192},
        {"context_length": 131_072, "loaded_context_length": 8192},
        {"meta": {"n_ctx_train": 8192}},
        {"meta": {"n_ctx": 8192, "n_ctx_train": 131_072}},
    ],
)
def test_a_list_of_models_may_say_it(facts):
    found, _ = served(models={"data": [{"id": "other", "context_length": 5}, {"id": "m", **facts}]})
    assert found == 8192


def test_ollama_says_what_it_loaded_a_model_with():
    found, _ = served(
        models={"data": [{"id": "m"}]}, api_ps={"models": [{"name": "m", "context_length": 4096}]}
    )
    assert found == 4096


@pytest.mark.parametrize(
    "page",
    [None, "<html>", "[" * 100_000, [], {}, {"data": 3}, {"data": [3]}, {"data": [{"id": "m"}]},
     {"data": [{"id": "m", "context_length": "8192"}]}, {"data": [{"id": "m", "context_length": -1}]},
     {"data": [{"id": "m", "context_length": True}]},
     {"data": [{"id": "m", "context_length": 10**300}]}],
)  # fmt: skip
def test_a_server_that_says_nothing_of_use_says_nothing(page):
    found, _ = served(props=page, models=page, api_ps=page)
    assert found is None


def test_a_server_is_asked_once_and_with_its_key():
    _, asked = served(props={"default_generation_settings": {"n_ctx": 4096}}, times=3)
    assert asked == [("/props", f"Bearer {KEY}")]


def test_an_endpoint_that_is_down_says_nothing():
    assert context(Endpoint("m", "http://127.0.0.1:9/v1")) is None


def test_what_the_user_says_is_believed_without_asking():
    assert context(Endpoint("m", "http://127.0.0.1:9/v1", context=9000)) == 9000


def test_a_hosted_model_is_known_without_asking():
    assert context(Endpoint("gpt-4o", None, KEY)) == 128_000


def test_a_base_url_that_is_none_is_refused():
    with pytest.raises(UsageError):
        context(Endpoint("m", "file:///etc/passwd"))


VLLM = "This model's maximum context length is 16384 tokens. However, you requested 122946 tokens {}"
OPENAI = "This model's maximum context length is 128000 tokens. However, your messages resulted in {} tokens."
OLDER = "maximum context length is 4097 tokens, however you requested 4231 tokens (3975 in your prompt; {})"


@pytest.mark.parametrize(
    ("message", "fits", "had"),
    [
        ("request (8708 tokens) exceeds the available context size (8192 tokens)", 8192, 8708),
        (VLLM.format("(112946 in the messages, 10000 in the completion)."), 16_384, 112_946),
        (OPENAI.format("130,045"), 128_000, 130_045),
        (OLDER.format("256 for the completion"), 4097, 3975),
        ("prompt is too long: 210000 tokens > 200000 maximum", 200_000, 210_000),
        ("the request exceeds the available context size", None, None),
        ("maximum context length is " + "9" * 5000, None, None),
        ("maximum context length is " + "9" + ",999" * 5000, None, None),
    ],
)
def test_a_refusal_is_read_for_its_numbers(message, fits, had):
    assert Excess().or_in(message) == Excess(fits, had)


def test_the_numbers_beside_a_message_go_first():
    said = Excess.of({"n_ctx": 256, "n_prompt_tokens": 1407}).or_in("context size (9 tokens)")
    assert said == Excess(256, 1407)


@pytest.mark.parametrize(("fault", "error"), [("context_llama", ContextExceeded), ("length", ReplyTruncated)])
def test_a_question_that_ends_in_an_error_is_counted_too(fault, error):
    meter = Meter()

    async def ask(url):
        async with Model(Endpoint("m", url, KEY)) as model:
            for _ in range(2):
                with pytest.raises(error):
                    await model.ask(MESSAGES, draft=ReferenceDraft, meter=meter)

    with MisbehavingServer(fault) as server:
        asyncio.run(ask(server.url))
    assert meter.attempts == len(server.requests) == 2
    assert meter.tokens.output == (40 if fault == "length" else 0)
    assert meter.seconds > 0
