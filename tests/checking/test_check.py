"""`--check`: another model says of each item whether its evidence carries it, and what it says is kept."""

import json
from decimal import Decimal

import pytest
from judging_server import SENTENCE, TEXT, JudgingServer

from summarizer.article import Article
from summarizer.client import Summarizer
from summarizer.errors import KeyRefused, UsageError
from summarizer.pipeline.checking import judged, judgements, without_verdicts
from summarizer.store import Review, Store
from summarizer.summary import Judgement, Support

ARTICLE = Article(text=TEXT, language="en")


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/news.db"


def checked(server, store=None, *, check="judge-1", **options):
    named = {"base_url": server.url, "model": "news-1", "check": check, "store": store, "price": "1/1"}
    with Summarizer(**named | options) as summarizer:
        return summarizer.summarize(ARTICLE)


def verdicts(summary):
    """What was said of each kind of item, in order."""
    items = {
        "headline": [summary.headline],
        **{
            name: getattr(summary, name) for name in ("abstract", "positions", "parties", "quotes", "figures")
        },
    }
    return {
        name: [item.support.judgement and item.support.judgement.verdict for item in found]
        for name, found in items.items()
    }


def test_each_item_in_the_models_own_words_gets_a_verdict():
    with JudgingServer() as server:
        summary = checked(server)
    assert verdicts(summary) == {
        "headline": ["supported"],
        "abstract": ["supported", "partly"],
        "positions": ["supported", "contradicted"],
        "parties": ["supported", "contradicted", None],
        "quotes": ["supported", "supported", "contradicted"],
        "figures": ["not"],
    }


def test_what_is_not_supported_is_doubtful_with_the_models_reason():
    with JudgingServer() as server:
        summary = checked(server)
    offered = summary.positions[1].support
    assert offered.verdict == "doubtful"
    assert "judge-1 finds that the evidence says otherwise: he says that there is none" in offered.reasons
    assert summary.abstract[0].support.verdict == "supported"


def test_a_doubt_by_a_rule_stays_beside_the_verdict_of_the_model():
    doubt = Support(verdict="doubtful", reasons=["A rule misses a name."])
    with JudgingServer() as server:
        made = checked(server, check=None)
    doubted = made.model_copy(update={"headline": made.headline.model_copy(update={"support": doubt})})
    supported = Judgement(model="judge-1", verdict="supported")
    found = judged(doubted, {("headline", 0): supported}).headline.support
    assert (found.verdict, found.reasons, found.judgement) == ("doubtful", doubt.reasons, supported)
    assert without_verdicts(judged(doubted, {("headline", 0): supported})).headline == doubted.headline


def test_the_model_sees_the_sentences_that_items_rest_on_with_the_one_before_and_no_others():
    article = Article(text=f"{TEXT}\n\nIt rained in the north. Nobody minded.", language="en")
    with JudgingServer() as server, Summarizer(model="m", base_url=server.url, check="judge-1") as summarizer:
        summarizer.summarize(article)
        asked = server.requests[-1]["messages"][-1]["content"]
    shown = dict(SENTENCE.findall(asked))
    assert [shown[number] for number in ("s1", "s2")] == [
        "The ferry crews will strike on Friday, their union said.",
        "Norlin, which runs the ferries, carries 4,000 passengers a day.",
    ]
    assert "Nobody minded" not in asked


def test_what_the_check_took_stands_beside_the_recipe_and_changes_nothing_of_it():
    with JudgingServer() as server:
        summary, alone = checked(server), checked(server, check=None)
    made = summary.provenance
    assert (made.recipe, made.fingerprint) == (alone.provenance.recipe, alone.provenance.fingerprint)
    assert (made.check.model, made.check.prompt.name, made.check.attempts) == ("judge-1", "check", 1)
    assert (made.check.tokens.input, made.check.tokens.output) == (100, 20)
    assert made.tokens == alone.provenance.tokens


def test_an_item_that_the_model_does_not_mention_stays_unchecked():
    with JudgingServer('{"verdicts": [{"item": 1, "reason": "", "verdict": "supported"}]}') as server:
        summary = checked(server)
    assert summary.headline.support.verdict == "supported"
    assert {item.support.verdict for item in summary.quotes} == {"unchecked"}
    assert not any(warning.code == "check_failed" for warning in summary.warnings)


def test_verdicts_on_items_that_do_not_exist_and_second_verdicts_count_for_nothing():
    told = [
        {"item": number, "reason": f"because {number}", "verdict": verdict}
        for number, verdict in ((0, "not"), (-1, "not"), (99, "not"), (1, "supported"), (1, "not"))
    ]
    with JudgingServer(json.dumps({"verdicts": told})) as server:
        summary = checked(server)
    assert [found.verdict for found in judgements(summary)] == ["supported"]


def test_a_reason_can_neither_repaint_a_terminal_nor_run_on():
    told = {"item": 1, "reason": "\x1b[31m\u202eno\n\nsuch " + "word " * 200, "verdict": "not"}
    with JudgingServer(json.dumps({"verdicts": [told]})) as server:
        [found] = judgements(checked(server))
    assert found.reason.isprintable()
    assert len(found.reason) <= 200


@pytest.mark.parametrize(
    "fault", ["words", "wrong_shape", "refusal", "filter", "401", "500", "html", "nested", "quota", "context"]
)
def test_a_judge_that_is_of_no_use_never_loses_the_summary(fault, url, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")
    with JudgingServer(*[fault] * 20) as server:
        summary = checked(server, url)
    assert summary.headline.text == "Ferry crews to strike"
    [warning] = [warning for warning in summary.warnings if warning.code == "check_failed"]
    assert warning.message.startswith("judge-1 could not be asked about all items: ")
    assert list(judgements(summary)) == []


def test_what_could_not_be_checked_is_checked_the_next_time_without_asking_for_the_summary_again(url):
    with JudgingServer("words", "words") as server:
        first, second = checked(server, url), checked(server, url)
        assert server.summaries == 1
    assert first.provenance.check is None
    assert second.provenance.check.model == "judge-1"
    assert not any(warning.code == "check_failed" for warning in second.warnings)


def test_a_stored_summary_without_a_check_asks_only_the_judge_and_one_with_it_nobody(url):
    with JudgingServer() as server:
        checked(server, url, check=None)
        found = checked(server, url)
        assert (server.summaries, len(server.judged)) == (1, 1)
        assert checked(server, url) == found
        assert checked(server, url, check=None) == found
        assert (server.summaries, len(server.judged)) == (1, 1)


def test_another_model_is_asked_anew_and_its_verdicts_replace_those_of_the_first(url):
    said = json.dumps({"verdicts": [{"item": 1, "reason": "no strike", "verdict": "not"}]})
    with JudgingServer(said) as server:
        first, second = checked(server, url), checked(server, url, check="judge-2")
    assert first.headline.support.verdict == "doubtful"
    assert (second.headline.support.verdict, second.headline.support.reasons) == ("supported", [])
    assert {found.model for found in judgements(second)} == {"judge-2"}


def test_the_checked_summary_takes_the_place_of_the_other_with_its_review_marks(url):
    with JudgingServer() as server:
        checked(server, url, check=None)
        with Store.open(url) as store:
            [before] = store.history(ARTICLE.id)
            store.review(before.id, Review(verdict="right", item="o1"))
        checked(server, url)
    with Store.open(url) as store:
        [after, old] = store.history(ARTICLE.id)
        assert (after.current, old.current, old.id) == (True, False, before.id)
        assert [mark.item for mark in store.reviews(after.id)] == ["o1"]
        assert store.material(after.id).replies  # it can be grounded again as before


def test_the_judge_may_be_another_model_at_another_endpoint_with_a_key_of_its_own(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "of-the-summariser")
    monkeypatch.setenv("SUMMARIZER_CHECK_API_KEY", "of-the-judge")
    with JudgingServer() as summariser, JudgingServer() as judge:
        summary = checked(summariser, check_base_url=judge.url)
        assert (summariser.count, judge.count) == (1, 1)
        [header] = judge.headers
    assert summary.provenance.check.base_url == judge.url
    assert header["authorization"] == "Bearer of-the-judge"


def test_a_judge_that_cannot_be_asked_is_refused_before_anything_is_paid_for():
    with JudgingServer() as server:
        with pytest.raises(UsageError, match="no base URL"):
            checked(server, check_base_url="nowhere")
        with pytest.raises(UsageError, match="which model is to check"):
            checked(server, check=" ")
        with pytest.raises(KeyRefused):
            checked(server, check_base_url=server.url, check_api_key="two words")
        assert server.count == 0


def test_many_items_are_asked_about_in_several_requests_and_a_failure_keeps_what_was_found(url, monkeypatch):
    monkeypatch.setattr("summarizer.pipeline.checking.check_request.MOST_ITEMS", 4)
    with JudgingServer(None, "words", "words") as server:
        broken = checked(server, url)
        assert [len(items) for items in server.judged] == [4, 4, 4]
        whole = checked(server, url)
        assert [len(items) for items in server.judged] == [4, 4, 4, 4, 3]
    assert len(list(judgements(broken))) == 4
    assert any(warning.code == "check_failed" for warning in broken.warnings)
    assert len(list(judgements(whole))) == 11
    assert whole.provenance.check.attempts == 5


def test_where_the_context_is_small_the_items_go_in_as_many_requests_as_it_takes():
    with JudgingServer() as server:
        summary = checked(server)
        whole = len(server.judged)
        server.faults = ["context"]
        parts = checked(server)
        assert len(server.judged) > whole + 2
    assert verdicts(parts) == verdicts(summary)


def test_what_the_check_cost_stands_in_the_store_with_its_prompt_and_model(url, monkeypatch):
    monkeypatch.setenv("SUMMARIZER_CHECK_PRICE", "10/100")
    with JudgingServer() as server:
        checked(server, url)
    with Store.open(url) as store:
        spent = {recipe.prompt: recipe.cost_usd for recipe in store.stats().recipes}
    assert spent["check@1"] == Decimal("0.003")
    assert spent["summary@4"] == Decimal("0.00012")


def test_on_the_command_line_the_verdicts_come_with_the_summary(command, tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    with JudgingServer() as server:
        asked = (
            "--model",
            "news-1",
            "--base-url",
            server.url,
            "--store",
            f"sqlite:///{tmp_path}/n.db",
            "--format",
            "json",
        )
        assert command("summarize", path, *asked).code == 0
        done = command("summarize", path, *asked, "--check", "judge-1")
        assert (server.summaries, len(server.judged)) == (1, 1)
    assert "to be checked" in done.err
    found = json.loads(done.out)
    assert found["positions"][1]["support"]["judgement"]["verdict"] == "contradicted"


def test_a_server_that_takes_no_schema_is_told_in_words(monkeypatch):
    monkeypatch.setenv("SUMMARIZER_RETRY_WAIT", "0")
    with JudgingServer("no_schema") as server:
        assert verdicts(checked(server))["headline"] == ["supported"]
