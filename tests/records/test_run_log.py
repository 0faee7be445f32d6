"""The log of a run's requests: a line for each thing that happened, and no text unless wanted."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json

import pytest
from conftest import CAIRO
from misbehaving_server import MisbehavingServer
from secrets_sought import SENTINEL, assert_nowhere


@pytest.fixture
def logged(command, tmp_path, monkeypatch):
    """`logged("429", "ok")` asks a misbehaving server about an article, and returns the lines of the log."""
    monkeypatch.setenv("OPENAI_API_KEY", SENTINEL)
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0.01")
    path = tmp_path / "run.jsonl"

    def run(*script, options=()):
        with MisbehavingServer(*script) as server:
            words = ("--base-url", server.url, "--model", "m", "--no-store", "--log-file", path)
            command("summarize", CAIRO, *words, *options)
        assert_nowhere(SENTINEL, path)
        return [json.loads(line) for line in path.read_text().splitlines()]

    return run


def test_a_request_leaves_and_its_answer_comes_back_with_ids_tokens_and_time(logged):
    left, back = logged("ok")
    assert (left["event"], back["event"]) == ("left", "came_back")
    assert left["question"] == back["question"]
    assert left["article"].startswith("sha256:")
    assert (back["status"], back["server_request"], back["attempt"]) == (200, "req-1", 1)
    assert back["tokens"] == {"input": 100, "output": 20, "cached": 60}
    assert back["seconds"] > 0
    assert left["time"] <= back["time"]


def test_a_fault_its_wait_and_the_repeat_are_told_in_order(logged):
    lines = logged("429_soon", "reset", "ok")
    assert [line["event"] for line in lines] == [
        "left", "failed", "waits", "left", "failed", "waits", "left", "came_back",
    ]  # fmt: skip
    busy, asked, broken, backoff = (line for line in lines if line["event"] in {"failed", "waits"})
    assert (busy["reason"], busy["status"], busy["possibly_billed"]) == ("busy", 429, False)
    assert (asked["reason"], asked["seconds"]) == ("asked for", 0.02)
    assert (broken["reason"], broken["status"], broken["possibly_billed"]) == ("reading", None, True)
    assert backoff["reason"] == "backoff"
    assert {line["question"] for line in lines} == {busy["question"]}


def test_a_question_that_is_given_up_says_in_which_error(logged):
    last = logged("refusal")[-1]
    assert (last["event"], last["error"], last["tokens"]["input"]) == ("gave_up", "ReplyRefused", 100)


def test_no_text_is_logged_unless_wanted(logged):
    told = json.dumps(logged("refusal"))
    assert "Cairo" not in told
    assert "cannot" not in told


def test_text_is_logged_if_wanted(logged):
    asked, answered = (line for line in logged("ok", options=["--log-text"]) if line["event"] == "wording")
    assert "Cairo" in json.dumps(asked["messages"])
    assert "Talks go on" in answered["reply"]


def test_a_log_is_added_to(logged):
    assert len(logged("ok")) == 2
    assert len(logged("ok")) == 4


@pytest.mark.parametrize("options", [["--log-text"], ["--log-file", "no/such/folder/run.jsonl"]])
def test_a_log_that_cannot_be_is_refused_before_anything_is_asked(command, options):
    with MisbehavingServer("ok") as server:
        outcome = command("summarize", CAIRO, "--base-url", server.url, "--model", "m", *options)
    assert (outcome.code, server.count) == (2, 0)


def test_a_log_on_a_full_disk_ends_and_the_run_does_not(command):
    with MisbehavingServer("ok") as server:
        words = ("--base-url", server.url, "--model", "m", "--no-store", "--log-file", "/dev/full")
        outcome = command("summarize", CAIRO, *words)
    assert outcome.code == 0
    assert "the log is not complete" in outcome.err
