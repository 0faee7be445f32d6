import json
import re
import subprocess
import sys
from signal import SIGINT, SIGTERM
from threading import Barrier

import pytest
from answering_server import DOE, FIRST, ROE, SECOND, TEXTS, AnsweringServer, golden, write_corpus
from conftest import NOWHERE, ROOT
from misbehaving_server import MisbehavingServer

from summarizer.cli.progress import Tally
from summarizer.client import Summarizer
from summarizer.errors import UsageError

MODEL = ("--model", "m")
POSITIONS = ("recall", "party", "stance", "told_by", "toward")


def lines(text):
    return [line for line in text.splitlines() if line.strip()]


@pytest.fixture
def corpus(tmp_path):
    return write_corpus(tmp_path / "winter.jsonl")


@pytest.fixture
def runs(tmp_path):
    return tmp_path / "runs"


@pytest.fixture
def evaluate(command, corpus, runs):
    """`evaluate(server, "--limit", 1)` runs the command on the small corpus and keeps its runs."""

    def run(server, *options, dataset=corpus):
        url = NOWHERE if server is None else server.url
        known = () if "--prompt" in options else ("--prompt", "summary@2")
        return command("evaluate", dataset, "--base-url", url, *MODEL, "--out", runs, *known, *options)

    return run


def scores(outcome):
    """Prompt to scores."""
    return {run["prompt"]: run["scores"] for run in json.loads(outcome.out)["runs"]}


def kept(runs):
    return sorted(runs.glob("*/articles/*.json"))


def test_two_prompts_after_one_option_are_scored_side_by_side(evaluate):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--json", "--prompt", "summary@1", "summary@2")
    assert outcome.code == 0, outcome.err
    found = scores(outcome)
    assert found["summary@1"]["quotes.recall"] == {"value": 0.5, "low": 0.5, "high": 0.5, "hits": 3, "of": 6}
    assert found["summary@2"]["quotes.recall"] == {"value": 1, "low": 1, "high": 1, "hits": 6, "of": 6}
    assert found["summary@2"]["speakers.accuracy"]["value"] == pytest.approx(5 / 6)
    assert found["summary@2"]["tokens.input"]["value"] == 100


def test_the_paired_difference_says_where_its_interval_leaves_0_out(evaluate):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--json", "--prompt", "summary@1", "summary@2")
    [difference] = json.loads(outcome.out)["differences"]
    assert difference["articles"] == 3
    assert difference["scores"]["quotes.recall"]["value"] == 0.5
    assert difference["scores"]["speakers.accuracy"]["value"] == pytest.approx(-1 / 6)
    assert "quotes.recall" in difference["significant"]
    assert "speakers.accuracy" not in difference["significant"]


@pytest.mark.parametrize(
    "spelling",
    [
        ("--prompt", "summary@1", "summary@2", "DATASET"),
        ("--prompt", "summary@1", "DATASET", "--prompt", "summary@2"),
        ("--prompt=summary@1", "summary@2", "DATASET"),
        ("DATASET", "--prompt", "summary@1", "summary@2", "--json"),
    ],
)
def test_prompts_and_data_set_are_told_apart_in_any_order(command, corpus, runs, spelling):
    words = [corpus if word == "DATASET" else word for word in spelling]
    with AnsweringServer() as server:
        outcome = command("evaluate", *words, "--base-url", server.url, *MODEL, "--out", runs, "--json")
    assert list(scores(outcome)) == ["summary@1", "summary@2"]


def test_the_table_shows_each_score_with_its_interval(evaluate, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    with AnsweringServer() as server:
        outcome = evaluate(server, "--prompt", "summary@1", "summary@2")
    [recall] = [line for line in lines(outcome.out) if line.startswith("quotes.recall")]
    assert recall.split(maxsplit=1)[1].split("  ") == [
        "0.50 [0.50, 0.50]",
        "1.00 [1.00, 1.00]",
        "+0.50 [+0.50, +0.50] *",
    ]
    assert "3 articles, 54 words; winter.jsonl has 3" in outcome.out
    assert "model: m" in outcome.out


def test_tellers_and_targets_are_scored_where_the_corpus_marks_them(evaluate, corpus):
    line = golden("dam", TEXTS["dam"])
    line["positions"] = [
        {
            "party": "p1",
            "told_by": None,
            "toward": [],
            "stances": ["claims"],
            "evidence": FIRST.format("dam"),
        },
        {"party": "p2", "told_by": None, "toward": ["p1"], "stances": ["accuses"], "evidence": SECOND},
    ]
    corpus.write_text(json.dumps(line))
    with AnsweringServer() as server:
        outcome = evaluate(server, "--json", "--prompt", "summary@4", "--fail-under", "positions.told_by=1")
        shown = evaluate(server, "--prompt", "summary@4")
    assert outcome.code == 0, outcome.err
    found = scores(outcome)["summary@4"]
    counts = {
        name: (found[f"positions.{name}"]["hits"], found[f"positions.{name}"]["of"]) for name in POSITIONS
    }
    assert counts == {
        "recall": (2, 2),
        "party": (2, 2),
        "stance": (2, 2),
        "told_by": (2, 2),
        "toward": (1, 2),
    }
    assert re.search(r"positions\.toward +0\.50 ", shown.out)


def test_a_corpus_without_tellers_and_targets_has_no_score_of_them(evaluate):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--json", "--prompt", "summary@4")
        short = evaluate(server, "--prompt", "summary@4", "--fail-under", "positions.toward=0")
    assert not {"positions.told_by", "positions.toward"} & set(scores(outcome)["summary@4"])
    assert short.code == 1
    assert "positions.toward of summary@4 is not measured here" in short.err


def test_a_narrow_terminal_shows_the_same_numbers_under_each_other(evaluate, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    with AnsweringServer() as server:
        outcome = evaluate(server, "--prompt", "summary@1", "summary@2")
    assert max(map(len, outcome.out.splitlines())) <= 50
    for number in ("0.50 [0.50, 0.50]", "1.00 [1.00, 1.00]", "+0.50 [+0.50, +0.50] *"):
        assert number in outcome.out


def test_what_is_kept_is_not_asked_for_again(evaluate):
    with AnsweringServer() as server:
        first = evaluate(server, "--json")
        second = evaluate(server, "--json")
        assert len(server.requests) == 3
    assert second.out == first.out
    assert "3 of 3 answers are kept from before" in second.err


def test_a_larger_pick_asks_about_what_is_new_alone(evaluate):
    with AnsweringServer() as server:
        evaluate(server, "--limit", 1)
        assert len(server.names) == 1
        evaluate(server, "--limit", 3)
        assert sorted(server.names) == sorted(TEXTS)


def test_another_seed_picks_other_articles(evaluate):
    with AnsweringServer() as server:
        for seed in range(10):
            evaluate(server, "--limit", 1, "--seed", seed)
        assert len(server.names) > 1


@pytest.mark.parametrize("signal", [SIGINT, SIGTERM])
def test_an_interrupted_run_goes_on_where_it_stopped(evaluate, corpus, runs, signal):
    with AnsweringServer(mill="silence") as server:
        with subprocess.Popen(
            [
                sys.executable, "-m", "summarizer", "evaluate", corpus, "--base-url", server.url, *MODEL,
                "--out", runs, "--jobs", "1", "--prompt", "summary@2",
            ],
            stderr=subprocess.PIPE, text=True,
        ) as ran:  # fmt: skip
            assert server.reached["mill"].wait(300)
            ran.send_signal(signal)
            _, err = ran.communicate(timeout=300)
        assert ran.returncode == 75
        assert "run the same command again to go on" in err
        assert "Traceback" not in err
        assert len(kept(runs)) == 1
        server.released.set()
        del server.faults["mill"]
        outcome = evaluate(server)
        assert sorted(server.names) == ["dam", "mill", "mill", "tower"]
    assert outcome.code == 0


def test_an_endpoint_that_refuses_the_key_stops_the_run_and_fails_no_article(evaluate, runs):
    with AnsweringServer(mill="401") as server:
        outcome = evaluate(server, "--jobs", 1)
        assert (outcome.code, len(kept(runs))) == (69, 1)
        del server.faults["mill"]
        assert evaluate(server).code == 0


def test_an_article_that_the_model_cannot_do_counts_and_is_named_with_the_reason(evaluate):
    with AnsweringServer(mill="refusal") as server:
        outcome = evaluate(server, "--json")
        shown = evaluate(server).out
    [run] = json.loads(outcome.out)["runs"]
    assert outcome.code == 0
    assert run["scores"]["quotes.recall"]["value"] == pytest.approx(4 / 6)
    [failed] = run["failed"]
    assert (failed["article"], failed["failure"]["kind"]) == ("mill", "ReplyRefused")
    assert "failed with summary@2: mill: ReplyRefused: m declined" in " ".join(shown.split())


def test_a_failed_article_is_asked_about_again_only_on_request(evaluate):
    with AnsweringServer(mill="refusal") as server:
        evaluate(server)
        server.faults.clear()
        assert scores(evaluate(server, "--json"))["summary@2"]["quotes.recall"]["hits"] == 4
        found = scores(evaluate(server, "--json", "--retry-failed"))
    assert found["summary@2"]["quotes.recall"]["hits"] == 6


@pytest.mark.parametrize(
    ("floor", "code"), [("quotes.recall=0.5", 0), ("quotes.recall=0.51", 1), ("quotes.recall=0", 0)]
)
def test_a_score_under_its_floor_is_1_and_said(evaluate, floor, code):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--prompt", "summary@1", "--fail-under", floor)
    assert outcome.code == code
    assert ("quotes.recall of summary@1 is 0.5000; it should be 0.51 at least" in outcome.err) == (code == 1)


def test_a_floor_under_what_is_not_measured_is_not_held(evaluate):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--fail-under", "figures.value=0.1")
    assert outcome.code == 1
    assert "figures.value of summary@2 is not measured here" in outcome.err


@pytest.mark.parametrize(
    "floor", ["quotes.recal=0.5", "quotes.recall=98", "quotes.recall", "seconds=1", "quotes.recall=nan"]
)
def test_a_floor_that_is_none_is_2_before_anything_is_asked(evaluate, floor):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--fail-under", floor)
        assert (outcome.code, server.requests) == (2, [])
    assert "quotes.recall" in outcome.err


@pytest.mark.parametrize("named", ["summary@1", "summary-1", "FOLDER"])
def test_a_run_is_compared_with_a_kept_one_on_the_articles_that_both_have(evaluate, runs, named):
    with AnsweringServer() as server:
        evaluate(server, "--prompt", "summary@1", "--limit", 2)
        [earlier] = runs.iterdir()
        outcome = evaluate(server, "--json", "--against", earlier if named == "FOLDER" else named)
    found = json.loads(outcome.out)
    [difference] = found["differences"]
    assert (difference["before"], difference["articles"]) == (earlier.name, 2)
    assert difference["scores"]["quotes.recall"]["value"] == 0.5
    assert (found["against"]["articles"], found["runs"][0]["articles"]) == (2, 3)


@pytest.mark.parametrize(("named", "said"), [("summary@7", "there is no run"), ("summary", "may be any of")])
def test_a_kept_run_that_is_not_clear_is_2_and_names_those_there_are(evaluate, named, said):
    with AnsweringServer() as server:
        evaluate(server, "--prompt", "summary@1", "summary@2")
        outcome = evaluate(server, "--against", named)
    assert outcome.code == 2
    assert said in outcome.err
    assert "winter.jsonl.summary-1.m." in outcome.err


def test_a_kept_run_on_other_articles_cannot_be_compared_with(evaluate, runs, tmp_path):
    other = write_corpus(tmp_path / "other.jsonl", names=["dam"], dam="levee")
    with AnsweringServer() as server:
        evaluate(server)
        outcome = evaluate(server, "--against", next(runs.iterdir()), dataset=other)
    assert outcome.code == 2
    assert "none of these articles" in outcome.err


def forget_quotes(runs):
    """Make kept summaries those of a grounding that could not find a quote."""
    for path in kept(runs):
        answer = json.loads(path.read_text())
        answer["summary"]["quotes"] = []
        path.write_text(json.dumps(answer))


def test_kept_replies_are_grounded_again_without_a_model(evaluate, runs):
    with AnsweringServer() as server:
        evaluate(server)
    forget_quotes(runs)
    assert scores(evaluate(None, "--json"))["summary@2"]["quotes.recall"]["value"] == 0
    again = evaluate(None, "--json", "--reground", "--against", "summary@2")
    assert scores(again)["summary@2"]["quotes.recall"]["value"] == 1
    assert json.loads(again.out)["differences"][0]["scores"]["quotes.recall"]["value"] == 1
    assert scores(evaluate(None, "--json"))["summary@2"]["quotes.recall"]["value"] == 0


def test_where_nothing_is_kept_nothing_can_be_grounded_again(evaluate):
    outcome = evaluate(None, "--reground")
    assert outcome.code == 2
    assert "nothing is kept" in outcome.err


def test_each_miss_is_a_line_with_its_place_and_what_should_have_been_there(evaluate, tmp_path):
    errors = tmp_path / "errors.jsonl"
    with AnsweringServer(tower="refusal") as server:
        evaluate(server, "--errors", errors)
    found = [json.loads(line) for line in lines(errors.read_text())]
    [speaker] = [miss for miss in found if miss["kind"] == "wrong_speaker"]
    assert (speaker["article"], speaker["wanted"], speaker["shown"][0]) == ("mill", [DOE], ROE)
    [[start, end]] = speaker["spans"]
    assert TEXTS["mill"][start:end] == SECOND == speaker["text"][0]
    missed = [miss for miss in found if miss["kind"] == "missed_quote"]
    assert [(miss["article"], miss["text"], miss["failed"]) for miss in missed] == [
        ("tower", [FIRST.format("tower")], True),
        ("tower", [SECOND], True),
    ]


def test_misses_that_cannot_be_written_are_refused_before_anything_is_asked(evaluate, tmp_path):
    with AnsweringServer() as server:
        outcome = evaluate(server, "--errors", tmp_path / "no/such/errors.jsonl")
        assert (outcome.code, server.requests) == (2, [])


def test_kept_runs_are_listed(evaluate, command, runs):
    with AnsweringServer(mill="refusal") as server:
        evaluate(server)
    [row] = json.loads(command("evaluate", "--list-runs", "--out", runs, "--json").out)
    assert row["run"].startswith("winter.jsonl.summary-2.m.")
    assert (row["prompt"], row["model"], row["articles"], row["failed"]) == ("summary@2", "m", 3, 1)
    assert row["run"] in command("evaluate", "--list-runs", "--out", runs).out


def test_runs_are_kept_among_the_user_s_data_unless_told_otherwise(command, corpus):
    with AnsweringServer() as server:
        words = ("evaluate", corpus, "--base-url", server.url, *MODEL, "--prompt", "summary@2")
        command(*words)
        assert "evaluations" in command(*words).err
        assert len(server.requests) == 3


def test_a_changed_prompt_is_another_run(evaluate, runs, tmp_path):
    own = tmp_path / "prompts/mine"
    own.mkdir(parents=True)
    text = (ROOT / "prompts/summary/v2.md").read_text()
    with AnsweringServer() as server:
        for ending in ("", "Be brief.\n"):
            (own / "v1.md").write_text(text + ending)
            evaluate(server, "--prompt", "mine", "--prompts", own.parent)
        assert len(server.requests) == 6
    assert len(list(runs.iterdir())) == 2


def test_an_article_of_another_text_is_another_article(evaluate, corpus):
    with AnsweringServer() as server:
        evaluate(server)
        text = TEXTS["dam"] + " So it is."
        corpus.write_text(json.dumps(golden("dam", text)))
        evaluate(server)
        assert server.names.count("dam") == 2


def test_several_articles_are_asked_about_at_once(evaluate):
    with AnsweringServer(together=Barrier(3)) as server:
        outcome = evaluate(server, "--jobs", 3)
    assert outcome.code == 0, outcome.err


def test_progress_in_a_pipe_is_a_line_with_done_and_failed(evaluate):
    with AnsweringServer(mill="refusal") as server:
        outcome = evaluate(server)
    assert "evaluate: 3 of 3 done, 1 failed" in outcome.err


def test_names_of_articles_neither_leave_the_folder_nor_reach_the_terminal(evaluate, corpus, runs, tmp_path):
    write_corpus(corpus, dam="../../../dam\x1b[31m", mill="m" * 300)
    with AnsweringServer(dam="refusal") as server:
        outcome = evaluate(server)
    assert outcome.code == 0, outcome.err
    assert len(kept(runs)) == 3
    assert {path.name for path in tmp_path.iterdir()} == {"winter.jsonl", "runs"}
    assert "\x1b" not in outcome.out + outcome.err


def test_a_kept_answer_that_was_tampered_with_is_78_and_named(evaluate, runs):
    with AnsweringServer() as server:
        evaluate(server)
    path = kept(runs)[0]
    path.write_text("{}")
    outcome = evaluate(None)
    assert outcome.code == 78
    assert path.name in outcome.err


def test_only_articles_of_the_right_length_are_asked_about_and_it_is_said(evaluate, corpus):
    with corpus.open("a") as file:
        file.write("\n" + json.dumps(golden("dam", TEXTS["dam"] + " Rain" * 100, "long")))
    with AnsweringServer() as server:
        outcome = evaluate(server, "--words", "10-20")
        assert len(server.requests) == 3
    assert "winter.jsonl has 4, 3 of them of the right length" in " ".join(outcome.out.split())
    found = json.loads(evaluate(None, "--words", "10-20", "--json").out)
    assert (found["dataset_articles"], found["fitting_articles"], found["articles"]) == (4, 3, 3)
    assert found["selection"] == {"least": 10, "most": 20, "limit": None, "seed": 1}


@pytest.mark.parametrize("words", ["750", "750-250", "a-b", "1000-2000"])
def test_a_range_of_words_that_is_none_or_holds_no_article_is_2(evaluate, words):
    outcome = evaluate(None, "--words", words)
    assert outcome.code == 2
    assert len(lines(outcome.err)) == 1


def test_a_data_set_that_is_none_is_2(command, tmp_path):
    for arguments in ([], [tmp_path / "none"], [ROOT / "README.md"]):
        outcome = command("evaluate", *arguments, "--base-url", NOWHERE, *MODEL)
        assert outcome.code == 2
        assert "PolNeAR" in outcome.err


def test_the_golden_corpus_can_be_asked_about_whole(evaluate):
    with MisbehavingServer("ok") as server:
        outcome = evaluate(server, "--json", dataset=ROOT / "tests/golden")
    found = json.loads(outcome.out)
    assert (found["dataset"], found["articles"]) == ("golden", 18)
    assert found["runs"][0]["scores"]["figures.recall"]["hits"] == 0
    assert found["runs"][0]["scores"]["figures.recall"]["of"] > 50


def test_a_split_of_polnear_is_read_as_such(evaluate, tmp_path):
    split = tmp_path / "split"
    (split / "text").mkdir(parents=True)
    (split / "attributions").mkdir()
    text = TEXTS["dam"]
    (split / "text/dam.txt").write_text(text)
    content, source = text[: text.index("”") + 1], text.index(ROE)
    (split / "attributions/dam_1f.ann").write_text(
        f"T1\tContent 0 {len(content)}\t{content}\n"
        f"T2\tSource {source} {source + len(ROE)}\t{ROE}\n"
        "E1\tAttribution:T1 Content:T1 Source:T2\n"
    )
    with AnsweringServer() as server:
        found = scores(evaluate(server, "--json", dataset=split))["summary@2"]
    assert (found["quotes.recall"]["hits"], found["quotes.recall"]["of"]) == (1, 1)
    assert (found["quotes.precision"]["hits"], found["quotes.precision"]["of"]) == (1, 2)
    assert "parties.recall" not in found


def test_an_evaluation_needs_no_command_line(corpus, runs):
    from summarizer import evaluation

    articles = evaluation.read_corpus(corpus)
    with AnsweringServer() as server, Summarizer(base_url=server.url, model="m") as summarizer:
        keep = evaluation.KeptRun.of(runs, dataset="winter", recipe=summarizer.recipe("summary@1"))
        found = summarizer.evaluate(articles, keep=keep, prompt="summary@1")
    assert evaluation.measure(found).scores["quotes.recall"].value == 0.5
    assert found.answers[0].summary is not None
    assert found.answers[0].summary.provenance is not None
    assert found.answers[0].summary.provenance.fingerprint == keep.facts.fingerprint


def test_answers_of_one_prompt_are_not_kept_as_those_of_another(corpus, runs):
    from summarizer import evaluation

    with Summarizer(base_url=NOWHERE, model="m") as summarizer:
        keep = evaluation.KeptRun.of(runs, dataset="winter", recipe=summarizer.recipe("summary@1"))
        with pytest.raises(UsageError, match="another prompt"):
            summarizer.evaluate(evaluation.read_corpus(corpus), keep=keep, prompt="summary@2")


def test_progress_says_when_the_rest_will_be_done():
    tally = Tally(2)
    assert str(tally) == "0 of 2 done, 0 failed"
    tally.count(failed=False)
    assert re.fullmatch(r"1 of 2 done, 0 failed, ends about \d\d:\d\d", str(tally))
    tally.count(failed=True)
    assert str(tally) == "2 of 2 done, 1 failed"
