"""Only `transport` knows the openai SDK, and it knows all of it."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import httpx2
import openai
import pytest

from summarizer.errors import SummarizerError
from summarizer.llm import Endpoint, Limits
from summarizer.llm.faults import Fault
from summarizer.llm.transport import Transport

REQUEST = httpx2.Request("POST", "http://127.0.0.1:9/v1/chat/completions")


def _tree(root: type[Exception]) -> list[type[Exception]]:
    return [root, *(kind for branch in root.__subclasses__() for kind in _tree(branch))]


def _name(kind: type[Exception]) -> str:
    return kind.__name__


def _raised(kind):
    """An exception of that class as the SDK would raise it, built without knowing its constructor."""
    error = kind.__new__(kind)
    Exception.__init__(error, "secret words of the SDK")
    error.request = REQUEST
    error.response = httpx2.Response(getattr(kind, "status_code", 500), text="no", request=REQUEST)
    error.status_code = error.response.status_code
    return error


@pytest.mark.parametrize("kind", _tree(openai.OpenAIError), ids=_name)
def test_every_exception_of_the_sdk_becomes_one_of_ours(kind):
    fault = Transport(Endpoint("news-1", "http://127.0.0.1:9/v1"), Limits()).translated(_raised(kind))
    assert isinstance(fault, Fault)
    assert isinstance(fault.error, SummarizerError)
    assert "secret words" not in str(fault)


@pytest.mark.parametrize("kind", _tree(httpx2.TransportError), ids=_name)
def test_every_failure_of_a_connection_becomes_one_of_ours(kind):
    error = openai.APIConnectionError(request=REQUEST)
    error.__cause__ = kind("words\nof the\x1b[31m HTTP library")
    fault = Transport(Endpoint("news-1", "http://127.0.0.1:9/v1"), Limits()).translated(error)
    assert str(fault.error).isprintable()
