"""Spans by the conventions for generative AI, where the program that runs us has set up OpenTelemetry."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import subprocess
import sys
from contextlib import suppress

import pytest
from misbehaving_server import MisbehavingServer

from summarizer import Summarizer
from summarizer.errors import SummarizerError

TEXT = "“We will rebuild this town,” Ana Ruiz said."


@pytest.fixture
def traced(finished_spans, monkeypatch):
    """`traced("429", "ok")` asks about an article; its span, and those of its requests."""
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")

    def run(*script):
        with (
            MisbehavingServer(*script) as server,
            Summarizer(model="m", base_url=server.url) as made,
            suppress(SummarizerError),
        ):
            made.summarize(TEXT)
        *requests, article = finished_spans()
        return article, requests, server

    return run


def test_a_request_has_a_span_under_that_of_its_article(traced):
    article, (request,), server = traced("ok")
    assert (article.name, request.name) == ("summarize_article", "chat m")
    assert request.parent.span_id == article.context.span_id
    told = request.attributes
    assert (told["gen_ai.operation.name"], told["gen_ai.request.model"]) == ("chat", "m")
    assert (told["gen_ai.usage.input_tokens"], told["gen_ai.usage.output_tokens"]) == (100, 20)
    assert (told["server.address"], told["server.port"]) == ("127.0.0.1", server.port)
    assert told["http.response.status_code"] == 200


def test_a_repeat_has_a_span_of_its_own_and_the_fault_its_type(traced):
    _, (busy, good), _ = traced("429", "ok")
    assert busy.attributes["error.type"] == "RateLimited"
    assert not busy.status.is_ok
    assert (busy.attributes["http.request.resend_count"], good.attributes["http.request.resend_count"]) == (
        0,
        1,
    )
    assert "error.type" not in good.attributes


def test_the_span_of_an_article_that_failed_says_so(traced):
    article, _, _ = traced("refusal")
    assert not article.status.is_ok


def test_no_span_holds_text(traced):
    article, requests, _ = traced("refusal")
    for span in (article, *requests):
        assert "rebuild" not in span.to_json()
        assert "cannot" not in span.to_json()


def test_without_a_tracer_opentelemetry_is_not_even_imported():
    code = (
        "import sys, summarizer.llm.tracing as r\n"
        "with r.article('sha256:0', 'summary@3'): r.observer()(None)\n"
        "sys.exit(any(name.startswith('opentelemetry') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
