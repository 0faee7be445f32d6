"""`--check` over many articles: batches, plans and regenerations ask the judge as they ask for summaries."""

import json
from decimal import Decimal

import pytest
from judging_server import TEXT, JudgingServer

from summarizer.store import Store

ARTICLES = 4


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [json.dumps({"text": f"{TEXT}\n\nThis was told in town {n}."}) for n in range(ARTICLES)]
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/news.db"


@pytest.fixture
def run(command, url):
    """Runs a command against a server, with a store in `tmp_path`; None keeps nothing."""

    def run(name, server, *arguments, check="judge-1", store=url):
        asked = ("--check", check) if check else ()
        kept = ("--no-store",) if store is None else ("--store", store)
        named = ("--model", "news-1", "--base-url", server.url)
        return command(name, *arguments, *named, *asked, *kept)

    return run


def written(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("keeps", [True, False])
def test_a_batch_checks_each_summary_once_and_says_what_was_found(run, news, tmp_path, keeps, url):
    out = tmp_path / "out.jsonl"
    with JudgingServer() as server:
        done = run("batch", server, news, "-o", out, "--json", store=url if keeps else None)
        assert (done.code, len(server.judged)) == (0, ARTICLES), done.err
        again = run("batch", server, news, "-o", out, "--json", store=url if keeps else None)
        assert (again.code, server.summaries, len(server.judged)) == (0, ARTICLES, ARTICLES)
    told = json.loads(done.out)
    assert (told["done"], told["checked"], told["check_failed"]) == (ARTICLES, ARTICLES, 0)
    assert told["judged"] == {
        "supported": 6 * ARTICLES, "contradicted": 3 * ARTICLES, "partly": ARTICLES, "not": ARTICLES
    }  # fmt: skip
    assert told["tokens"] == {"input": 2 * 100 * ARTICLES, "output": 2 * 20 * ARTICLES}
    found = written(out)
    assert len(found) == ARTICLES
    assert all(line["summary"]["provenance"]["check"]["model"] == "judge-1" for line in found)


def test_a_batch_with_a_check_checks_what_a_batch_without_one_has_stored(run, news, tmp_path):
    out = tmp_path / "out.jsonl"
    with JudgingServer() as server:
        run("batch", server, news, "-o", out, check=None)
        done = run("batch", server, news, "-o", out, "--json")
        assert (server.summaries, len(server.judged)) == (ARTICLES, ARTICLES)
    assert json.loads(done.out)["only_checked"] == ARTICLES
    last = {line["article"]: line for line in written(out)}
    assert all(line["summary"]["provenance"]["check"] for line in last.values())


def test_where_the_judge_is_of_no_use_a_batch_ends_with_all_summaries_and_the_next_run_checks_them(
    run, news, tmp_path, monkeypatch
):
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")
    out = tmp_path / "out.jsonl"
    with JudgingServer(*["words"] * 2 * ARTICLES) as server:
        done = run("batch", server, news, "-o", out, "--json")
        assert json.loads(done.out)["check_failed"] == ARTICLES
        assert (done.code, len(written(out))) == (0, ARTICLES)
        again = run("batch", server, news, "-o", out, "--json")
        assert json.loads(again.out)["checked"] == ARTICLES
        assert server.summaries == ARTICLES


def test_a_budget_is_asked_before_each_check_and_a_higher_one_goes_on_with_the_checks_alone(
    run, news, url, monkeypatch
):
    monkeypatch.setenv("SUMMARIZER_CHECK_PRICE", "1/1000")
    named = ("--run", "nightly", "--price", "1/1")
    with JudgingServer() as server:
        poor = run("batch", server, news, *named, "--budget", "0.5")
        assert (poor.code, server.judged) == (75, [])
        made = server.summaries
        assert made > 0
        rich = run("batch", server, news, *named, "--budget", "500")
        assert (rich.code, server.summaries, len(server.judged)) == (0, ARTICLES, ARTICLES)
    with Store.open(url) as store:
        costs = {recipe.prompt: recipe.cost_usd for recipe in store.stats().recipes}
    assert costs["check@1"] == ARTICLES * (Decimal("0.0001") + Decimal("0.02"))


def test_a_budget_needs_the_price_of_the_judge_too(run, news):
    with JudgingServer() as server:
        refused = run("batch", server, news, "--price", "1/1", "--budget", "1")
        assert (refused.code, server.count) == (2, 0)
    assert "judge-1" in refused.err


def test_a_plan_counts_what_is_unchecked_and_says_what_the_check_takes(run, news, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_CHECK_PRICE", "1/10")
    with JudgingServer() as server:
        run("batch", server, news, check=None)
        asked = server.count
        told = json.loads(run("plan", server, "--json").out)
        words = run("plan", server)
        assert server.count == asked
    assert (told["current"], told["unchecked"], told["stale"], told["missing"]) == (ARTICLES, ARTICLES, 0, 0)
    low, high = (told["check_estimate"]["cost_usd"][end] for end in ("low", "high"))
    assert 0 < low < high < ARTICLES * 0.1
    assert f"Plan: {ARTICLES} to check, {ARTICLES} current." in words.out
    assert f"Check: {ARTICLES} current and unchecked." in words.out
    assert "--check judge-1" in words.out


def test_a_plan_goes_by_what_earlier_checks_took(run, news):
    with JudgingServer() as server:
        run("batch", server, news)
        news.write_text("\n".join(json.dumps({"text": f"{TEXT} Story {n}."}) for n in range(6)))
        run("batch", server, news)
        news.write_text("\n".join(json.dumps({"text": f"{TEXT} Other story {n}."}) for n in range(3)))
        run("batch", server, news, check=None)
        told = json.loads(run("plan", server, "--json").out)
    assert told["unchecked"] == 3
    assert told["check_estimate"]["basis"] == "10 checks with check@1 and judge-1"
    assert told["check_estimate"]["tokens"]["low"] == told["check_estimate"]["tokens"]["high"] == 3 * 120


def test_regenerating_checks_what_is_current_and_what_it_makes_anew(run, news):
    with JudgingServer() as server:
        run("batch", server, news, check=None)
        done = run("regenerate", server, "--yes", "--json")
        assert (done.code, server.summaries, len(server.judged)) == (0, ARTICLES, ARTICLES), done.err
        assert json.loads(done.out)["only_checked"] == ARTICLES
        assert "Nothing to do" in run("regenerate", server, "--yes").err
        again = run("regenerate", server, "--language", "de", "--yes", "--json")
    assert json.loads(again.out)["checked"] == ARTICLES


def test_without_a_check_a_plan_leaves_unchecked_summaries_alone(run, news):
    with JudgingServer() as server:
        run("batch", server, news, check=None)
        told = json.loads(run("plan", server, "--json", check=None).out)
    assert (told["unchecked"], told["check_estimate"]) == (0, None)
