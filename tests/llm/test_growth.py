"""An answer of a model that runs here is told while it grows; it is the same answer."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import json
from contextlib import contextmanager

from misbehaving_server import GOOD, MisbehavingServer
from test_model_faults import MESSAGES

from summarizer.cli import output
from summarizer.drafts import ReferenceDraft
from summarizer.llm import Endpoint, Growth, Model, local
from summarizer.llm.local.serving import LocalServer
from summarizer.summary import Tokens

PIECES = 20


class Llama(MisbehavingServer):
    """Streams as llama.cpp's server does, the progress of reading before the answer."""

    def answer(self, exchange):
        if not exchange.body.get("stream"):
            return exchange.fine()
        good = exchange.good
        events = [
            {
                "choices": [{"delta": {"role": "assistant"}}],
                "prompt_progress": {"total": 90, "processed": read},
            }
            for read in (30, 90)
        ]
        width = len(good) // (PIECES - 1)
        events += [
            {"choices": [{"delta": {"content": good[at : at + width]}}]} for at in range(0, len(good), width)
        ]
        events.append({"choices": [{"delta": {}, "finish_reason": "stop"}]})
        events.append({"choices": [], "usage": {"prompt_tokens": 90, "completion_tokens": PIECES}})
        text = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + "data: [DONE]\n\n"
        return exchange.text(text, kind="text/event-stream")


def asked(*, streams, on_growth):
    async def ask(url):
        async with Model(Endpoint("m", url, streams=streams), on_growth=on_growth) as model:
            return await model.ask(MESSAGES, draft=ReferenceDraft)

    with Llama() as server:
        return asyncio.run(ask(server.url)), server.requests[0]


def test_tokens_are_told_as_they_are_read_and_written_and_counted_by_the_server():
    told: list[Growth] = []
    answer, request = asked(streams=True, on_growth=told.append)
    assert request["stream"] is True
    assert answer.raw == GOOD
    assert answer.flags == ()
    assert answer.tokens == Tokens(input=90, output=PIECES, cached=0)
    assert told[-1].read == told[-1].of == 90
    assert PIECES - 1 <= told[-1].written <= PIECES + 1


def test_an_answer_is_streamed_only_where_that_is_known_to_work_and_somebody_watches():
    for streams, on_growth in ((False, print), (True, None)):
        answer, request = asked(streams=streams, on_growth=on_growth)
        assert "stream" not in request
        assert answer.raw == GOOD


def test_off_a_terminal_a_line_now_and_then_says_how_far_the_embedded_model_is(
    command, monkeypatch, tmp_path
):
    (tmp_path / "model.gguf").touch()
    (tmp_path / "a.txt").write_text("The ferry stays in port, said Ana Ruiz.")
    monkeypatch.setattr(output, "BETWEEN_LINES", 0.0)
    with Llama() as server:

        @contextmanager
        def serve(*_, **__):
            yield LocalServer(server.url, "tiny")

        monkeypatch.setattr(local, "serve", serve)
        monkeypatch.setattr(local, "identity", lambda _: "tiny")
        told = command("summarize", tmp_path / "a.txt", "--model", tmp_path / "model.gguf", "--no-store")
    assert told.code == 0
    assert "tokens written" in told.err
