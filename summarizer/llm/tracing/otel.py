"""Spans by OpenTelemetry's conventions for generative AI; needs the extra `otel`.

https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/, version 1.38: a span `chat {model}` for each
request, repeats included, under one span `summarize_article` for each article. No span holds any text.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from opentelemetry import trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer

from summarizer._version import __version__
from summarizer.llm.events import CameBack, Event, Failed, Left

_PARAMETERS = ("temperature", "top_p", "seed", "max_tokens", "frequency_penalty", "presence_penalty")
_under_way: dict[tuple[str, int], Span] = {}


@contextmanager
def article(article_id: str, prompt: str) -> Iterator[None]:
    """The span of an article."""
    facts = {"summarizer.article": article_id, "summarizer.prompt": prompt}
    with _tracer().start_as_current_span(
        "summarize_article",
        attributes=facts,
        record_exception=False,  # the words of an error may be the model's
        set_status_on_exception=False,
    ) as span:
        try:
            yield
        except BaseException as error:
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(Status(StatusCode.ERROR))
            raise


def observe(event: Event) -> None:
    """Begin a span for a request that leaves; end it when the request does."""
    key = (event.question, event.attempt)
    if isinstance(event, Left):
        name = f"chat {event.model}"
        _under_way[key] = _tracer().start_span(name, kind=SpanKind.CLIENT, attributes=_asked(event))
    elif isinstance(event, CameBack | Failed):
        span = _under_way.pop(key, None)
        if span is not None:
            span.set_attributes(_answered(event))
            if isinstance(event, Failed):
                span.set_status(Status(StatusCode.ERROR, event.reason))
            span.end()


def _tracer() -> Tracer:
    return trace.get_tracer("summarizer", __version__)


def _asked(event: Left) -> dict[str, str | int | float | bool]:
    place = urlsplit(event.url)
    asked: dict[str, str | int | float | bool] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",  # whose protocol it is
        "gen_ai.request.model": event.model,
        "gen_ai.output.type": "json",
        "server.address": place.hostname or "",
        "server.port": place.port or (443 if place.scheme == "https" else 80),
        "http.request.resend_count": event.attempt - 1,
        "summarizer.question": event.question,
        "summarizer.drafts": event.draft,
    }
    told = event.parameters
    return asked | {f"gen_ai.request.{name}": told[name] for name in _PARAMETERS if name in told}


def _answered(event: CameBack | Failed) -> dict[str, str | int | bool]:
    facts: dict[str, str | int | bool | None] = {
        "gen_ai.usage.input_tokens": event.tokens.input,
        "gen_ai.usage.output_tokens": event.tokens.output,
        "http.response.status_code": event.status,
        "summarizer.server_request": event.server_request,
    }
    if isinstance(event, Failed):
        facts |= {
            "error.type": event.error or event.reason,
            "summarizer.possibly_billed": event.possibly_billed,
        }
    return {name: value for name, value in facts.items() if value is not None}
