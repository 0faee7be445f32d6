"""`summarizer doctor` says what works, what was learnt, and what to do where something does not."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
from pathlib import Path

import pytest
from misbehaving_server import MisbehavingServer
from secrets_sought import SENTINEL, assert_nowhere

from summarizer import settings


class Listing(MisbehavingServer):
    """A server that lists its models."""

    def __init__(self, *script, models=("tiny-7b",)):
        super().__init__(*script)
        self.models = models

    def get(self, exchange):
        if exchange.path.endswith("/models"):
            exchange.json({"data": [{"id": name, "meta": {"n_ctx": 8192}} for name in self.models]})
        else:
            exchange.json({}, 404)


@pytest.fixture
def doctor(command, tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", SENTINEL)
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")
    return lambda *words: command("doctor", "--store", f"sqlite:///{tmp_path}/news.db", *words)


def test_it_shows_the_endpoint_its_model_and_what_was_learnt_of_it_and_no_key(doctor):
    with Listing("schema_refused") as server:
        told = doctor("--base-url", server.url, "--format", "json")
    found = json.loads(told.out)
    assert told.code == 0
    assert found["model"]["model"] == "tiny-7b"
    assert found["model"]["class"] == "able"
    assert found["endpoint"]["context"] == 8192
    assert "no JSON schema" in found["request"]["learnt"][0]
    assert found["request"]["requests"] == len(server.requests) == 2
    assert found["store"]["there"] is False
    assert "summary" in found["prompts"]["versions"]
    assert_nowhere(SENTINEL, told.out, told.err)


def test_it_reads_as_text_too(doctor):
    with Listing() as server:
        told = doctor("--base-url", server.url, "--format", "pretty")
    assert "request: works" in told.out
    assert "  models: tiny-7b" in told.out


def test_without_a_request_nothing_is_asked_of_the_model(doctor):
    with Listing() as server:
        told = doctor("--base-url", server.url, "--no-request", "--format", "json")
    assert (told.code, server.count) == (0, 0)
    assert "request" not in json.loads(told.out)


@pytest.mark.parametrize(("fault", "code"), [("401", 69), ("400", 69), ("quota", 75), ("words", 1)])
def test_its_exit_code_is_that_of_what_does_not_work(doctor, fault, code):
    with Listing(fault) as server:
        told = doctor("--base-url", server.url, "--format", "json")
    assert told.code == code
    assert json.loads(told.out)["request"]["works"] is False
    assert_nowhere(SENTINEL, told.out, told.err)


def test_it_says_where_nothing_listens_and_goes_on_with_the_rest(doctor):
    told = doctor("--base-url", "http://127.0.0.1:9/v1", "--format", "json")
    found = json.loads(told.out)
    assert told.code == 69
    assert "is the server running" in found["model"]["problem"]["message"]
    assert found["prompts"]["works"]


def test_a_store_that_is_none_is_told(doctor, tmp_path):
    (tmp_path / "news.db").write_bytes(b"no database" * 100)
    told = doctor("--model", "none", "--format", "json")
    assert told.code == 78
    assert json.loads(told.out)["store"]["works"] is False


def test_of_several_models_one_has_to_be_named(doctor):
    with Listing(models=("one", "other")) as server:
        told = doctor("--base-url", server.url, "--format", "pretty")
    assert told.code == 2
    assert "name one with --model: one, other" in told.err


def test_a_variable_with_a_wrong_value_is_named_with_it(doctor, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_TIMEOUT", "abc")
    told = doctor("--model", "none")
    assert told.code == 78
    assert "SUMMARIZER_TIMEOUT is 'abc'" in told.err


def test_the_help_and_the_docs_name_every_variable(command):
    page = (Path(__file__).parents[1] / "docs" / "models.md").read_text()
    for text in (command("--help").out, page):
        for name in settings.variables():
            assert name in text or name.removeprefix("SUMMARIZER") in text, name


@pytest.mark.parametrize(
    ("name", "hint"),
    [("SUMMARIZER_STROE", "SUMMARIZER_STORE may be meant"), ("SUMMARIZER_ZZZ", "summarizer doctor")],
)
def test_a_variable_that_is_none_of_ours_is_warned_about(command, monkeypatch, name, hint):
    monkeypatch.setenv(name, "x")
    told = command("models", "list")
    assert f"{name} is set" in told.err
    assert hint in told.err
