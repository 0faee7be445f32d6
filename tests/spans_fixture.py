"""OpenTelemetry, set up to keep spans in memory: a process can do that only once."""

import pytest


@pytest.fixture(scope="session")
def _exporter():
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return exporter


@pytest.fixture
def finished_spans(_exporter):
    """`finished_spans()` is those that have ended in this test."""
    _exporter.clear()
    yield _exporter.get_finished_spans
    _exporter.clear()


@pytest.fixture
def spans(finished_spans):
    """`spans()` is all that they hold, as text."""
    return lambda: "\n".join(span.to_json() for span in finished_spans())
