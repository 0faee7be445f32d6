"""Who watches: the run's log, and OpenTelemetry where the program that runs us has set it up."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from summarizer.llm.events import Event, Observe, about
from summarizer.llm.tracing.log import RunLog


def observer(log: RunLog | None = None) -> Observe:
    """Passes each event on to the log, if there is one, and to OpenTelemetry, if it is set up by then."""

    def observe(event: Event) -> None:
        if log is not None:
            log(event)
        if _is_traced():
            from summarizer.llm.tracing import otel

            otel.observe(event)

    return observe


@contextmanager
def article(article_id: str, prompt: str) -> Iterator[None]:
    """Let what is asked inside be known as about an article, and put it under one span."""
    span: AbstractContextManager[None] = nullcontext()
    if _is_traced():
        from summarizer.llm.tracing import otel

        span = otel.article(article_id, prompt)
    with about(article_id), span:
        yield


def _is_traced() -> bool:
    # Nobody can have set up a tracer without importing this; without one all spans would go nowhere.
    return "opentelemetry.trace" in sys.modules
