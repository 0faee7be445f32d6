"""`evaluate --check`: the shares of items by what a model finds of them are scores."""

import json

import pytest
from judging_server import TEXT, JudgingServer

GOLD = {
    "id": "ferry", "article": {"text": TEXT, "language": "en"}, "parties": [], "quotes": [], "positions": [],
    "figures": [], "not_quotes": [], "traps": [],
}  # fmt: skip


@pytest.fixture
def evaluate(command, tmp_path):
    corpus = tmp_path / "ferry.jsonl"
    corpus.write_text(json.dumps(GOLD))

    def run(server, *options):
        named = ("--model", "news-1", "--base-url", server.url, "--out", tmp_path / "runs", "--json")
        return command("evaluate", corpus, *named, *options)

    return run


def test_what_was_kept_unchecked_is_checked_once_and_scored(evaluate):
    with JudgingServer() as server:
        assert evaluate(server).code == 0
        found = [evaluate(server, "--check", "judge-1") for _ in range(2)]
        assert (server.summaries, len(server.judged)) == (1, 1)
        under = evaluate(server, "--check", "judge-1", "--fail-under", "check.supported=0.9")
    for outcome in found:
        [run] = json.loads(outcome.out)["runs"]
        shares = {
            name: run["scores"][f"check.{name}"]["hits"]
            for name in ("supported", "partly", "contradicted", "not")
        }
        assert shares == {"supported": 6, "partly": 1, "contradicted": 3, "not": 1}
        assert run["scores"]["check.supported"]["of"] == 11
    assert under.code == 1


def test_without_a_check_there_is_no_such_score(evaluate):
    with JudgingServer() as server:
        [run] = json.loads(evaluate(server).out)["runs"]
    assert "check.supported" not in run["scores"]
