"""`summarizer batch` as its users see it: files in, lines out, a store, an exit code."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import json
import signal
import time
from decimal import Decimal

import pytest
from article_server import TEXT, ArticleServer, lines

from summarizer.store import Store


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(lines(range(8))))
    return path


@pytest.fixture
def run(command, tmp_path):
    """Runs `summarizer batch` against a server, with a store in `tmp_path`."""

    def run(server, *arguments, store=f"sqlite:///{tmp_path}/news.db"):
        kept = ("--no-store",) if store is None else ("--store", store)
        return command("batch", *arguments, "--base-url", server.url, "--model", "news-1", *kept)

    return run


def written(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_each_article_comes_out_once_with_what_its_line_said_besides(run, news, tmp_path):
    out = tmp_path / "out.jsonl"
    with ArticleServer() as server:
        done = run(server, news, "-o", out)
    assert done.code == 0, done.err
    found = written(out)
    assert sorted(line["fields"]["id"] for line in found) == [f"a{n}" for n in range(8)]
    assert {line["source"] for line in found} == {str(news)}
    assert sorted(line["place"] for line in found) == list(range(1, 9))
    assert all(line["summary"]["article"]["id"] == line["article"] for line in found)
    assert "summaries made: 8" in done.err


@pytest.mark.parametrize("keep", [True, False])
def test_the_same_command_again_asks_nothing_and_writes_nothing(run, news, tmp_path, keep):
    out, kept = tmp_path / "out.jsonl", {} if keep else {"store": None}
    with ArticleServer() as server:
        run(server, news, "-o", out, **kept)
        before = out.read_bytes()
        again = run(server, news, "-o", out, "--json", **kept)
        assert set(server.asked_about.values()) == {1}
    assert (again.code, out.read_bytes()) == (0, before)
    assert json.loads(again.out)["already_in_output"] == 8


def test_what_the_store_has_goes_into_a_new_output_without_being_asked(run, news, tmp_path):
    with ArticleServer() as server:
        run(server, news)
        run(server, news, "-o", tmp_path / "out.jsonl")
        assert set(server.asked_about.values()) == {1}
    assert len(written(tmp_path / "out.jsonl")) == 8


def test_a_line_that_a_killed_run_left_unfinished_is_written_again_whole(run, news, tmp_path):
    out = tmp_path / "out.jsonl"
    with ArticleServer() as server:
        run(server, news, "-o", out, store=None)
        whole = out.read_bytes()
        out.write_bytes(whole[:-100])
        again = run(server, news, "-o", out, store=None)
        assert sorted(server.asked_about.values()) == [1] * 7 + [2]
    assert again.code == 0
    assert len(written(out)) == 8


def test_a_file_that_is_no_output_of_a_batch_is_left_alone(run, news, tmp_path):
    out = tmp_path / "notes.txt"
    for content in ("my notes, without a line end", "my notes\n"):
        out.write_text(content)
        with ArticleServer() as server:
            assert run(server, news, "-o", out).code == 2
            assert server.count == 0
        assert out.read_text() == content


def test_articles_that_fail_are_told_with_their_place_and_the_others_are_done(run, news, tmp_path):
    news.write_text("".join([*lines(range(4)), "no json\n", '{"title": "no text"}\n']))
    out = tmp_path / "out.jsonl"
    with ArticleServer({2: "refusal", 3: "empty"}) as server:
        ended = run(server, news, "-o", out)
    assert ended.code == 1
    failures = {line["place"]: line for line in written(tmp_path / "out.failures.jsonl")}
    assert {place: line["fault"] for place, line in failures.items()} == {
        3: "ReplyRefused", 4: "ReplyEmpty", 5: "NotAnArticle", 6: "NotAnArticle",
    }  # fmt: skip
    assert [failures[place]["retriable"] for place in (3, 4, 5)] == [False, True, False]
    assert failures[4]["attempts"] == 2
    assert len(written(out)) == 2
    assert f"{news}:5" in ended.err


@pytest.mark.parametrize("keep", [True, False])
def test_what_failed_for_good_is_passed_over_and_what_may_work_is_tried_again(run, news, tmp_path, keep):
    out, kept = tmp_path / "out.jsonl", {} if keep else {"store": None}
    with ArticleServer({2: "refusal", 3: "empty"}) as server:
        run(server, news, "-o", out, **kept)
    with ArticleServer() as server:
        again = run(server, news, "-o", out, **kept)
        assert dict(server.asked_about) == {3: 1}
    assert again.code == 1
    assert "failed in an earlier run: 1" in again.err
    with ArticleServer() as server:
        assert run(server, news, "-o", out, "--retry-failed", **kept).code == 0
        assert dict(server.asked_about) == {2: 1}
    assert len(written(out)) == 8
    assert not (tmp_path / "out.failures.jsonl").exists()


def test_an_error_that_the_next_article_would_meet_too_stops_the_run_and_fails_no_article(
    run, news, tmp_path
):
    with ArticleServer(otherwise="401") as server:
        stopped = run(server, news, "-o", tmp_path / "out.jsonl")
    assert stopped.code == 69
    assert not (tmp_path / "out.failures.jsonl").exists()
    with ArticleServer() as server:
        assert run(server, news, "-o", tmp_path / "out.jsonl").code == 0
    assert len(written(tmp_path / "out.jsonl")) == 8


def test_a_folder_is_read_with_all_that_lies_under_it(run, tmp_path):
    (tmp_path / "in/deep").mkdir(parents=True)
    (tmp_path / "in/b.txt").write_text(TEXT.format(number=1))
    (tmp_path / "in/deep/a.txt").write_text(TEXT.format(number=2))
    (tmp_path / "in/.hidden").write_text("not this")
    out = tmp_path / "in/out.jsonl"
    with ArticleServer() as server:
        assert run(server, tmp_path / "in", "-o", out).code == 0
        assert run(server, tmp_path / "in", "-o", out).code == 0
        assert sum(server.asked_about.values()) == 2
    assert {line["source"].rsplit("/in/")[-1] for line in written(out)} == {"b.txt", "deep/a.txt"}


def test_a_store_in_a_folder_is_no_article(command, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(TEXT.format(number=1))
    store = f"sqlite:///{tmp_path}/in/news.db"
    for _ in range(2):
        outcome = command("batch", tmp_path / "in", "--model", "none", "--store", store, "--json")
        assert (outcome.code, json.loads(outcome.out)["failed"]) == (0, 0)


def test_a_message_names_its_place_once(command, tmp_path):
    lines = tmp_path / "news.jsonl"
    lines.write_text('{"foo": 1}\n[1]\nnone\n', encoding="utf-8")
    (tmp_path / "news.bin").write_bytes(b"\x00\x01\x02" * 99)
    said = command(
        "batch", lines, tmp_path / "news.bin", "--model", "none", "--no-store", "-o", tmp_path / "out.jsonl"
    ).err.splitlines()
    for place in (f"{lines}:1", f"{lines}:2", f"{lines}:3", f"{tmp_path}/news.bin"):
        [line] = [line for line in said if f"{place}: " in line]
        assert line.count(place) == 1


def test_annotated_articles_are_summarised_as_any_others(command, tmp_path):
    article = {"text": "Ana Ruíz spoke. “The harbour opens,” she said.", "title": "Harbour", "language": "en"}
    lines, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    lines.write_text(json.dumps({"id": "en-1-harbour", "article": article, "quotes": []}), encoding="utf-8")
    assert command("batch", lines, "--model", "none", "--no-store", "-o", out).code == 0
    [line] = written(out)
    assert line["summary"]["article"]["title"] == "Harbour"
    assert line["fields"]["id"] == "en-1-harbour"


def test_names_that_lead_nowhere_and_options_that_say_nothing_are_refused_before_anything_is_sent(run, news):
    with ArticleServer() as server:
        for arguments in (
            ["missing.jsonl"], ["*.nothing"], [news, "--budget", "much"], [news, "--deadline", "soon"],
            [news, "--budget", "5"],
        ):  # fmt: skip
            assert run(server, *arguments).code == 2, arguments
        assert run(server, news, store=None).code == 2
        assert run(server, news, "-o", f"{news}.out", "--budget", "5", "--price", "1/1", store=None).code == 2
        assert server.count == 0


def test_no_more_requests_are_under_way_than_was_said(run, news):
    with ArticleServer() as server:
        assert run(server, news, "--concurrency", "3").code == 0
        assert server.most_under_way <= 3


def test_the_articles_of_one_file_are_several_and_a_changed_line_is_another_article(
    run, news, command, tmp_path
):
    store = ("--store", f"sqlite:///{tmp_path}/news.db")
    with ArticleServer() as server:
        run(server, news)
        news.write_text("".join(lines(range(4, 12))))
        run(server, news)
        assert dict(server.asked_about) == dict.fromkeys(range(12), 1)
    told = command("plan", "--prompt", "summary@2", "--model", "news-1", "--json", *store)
    assert json.loads(told.out)["stale"] == 12


def test_a_limit_takes_the_first_articles(run, news):
    with ArticleServer() as server:
        assert run(server, news, "--limit", "3").code == 0
        assert set(server.asked_about) == {0, 1, 2}


def test_the_same_text_twice_is_asked_about_once(run, news, tmp_path):
    news.write_text("".join(lines([1, 1, 1, 2])))
    with ArticleServer() as server:
        assert run(server, news, "-o", tmp_path / "out.jsonl", store=None).code == 0
        assert dict(server.asked_about) == {1: 1, 2: 1}
    assert len(written(tmp_path / "out.jsonl")) == 2


def test_a_person_at_a_terminal_is_told_in_a_table_what_came_of_the_run(run, news, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with ArticleServer({2: "refusal"}) as server:
        told = run(server, news).err
    rows = {line.split("  ")[0].strip(): line.split()[-1] for line in told.splitlines() if "  " in line}
    assert (rows["summaries made"], rows["failed"], rows["ReplyRefused"]) == ("7", "1", "1")
    assert "summarizer: summaries made" not in told


def test_a_budget_of_tokens_ends_the_run_before_it_is_exceeded(run, news, tmp_path):
    store = f"sqlite:///{tmp_path}/news.db"
    with ArticleServer() as server, Store.open(store) as kept:
        stopped = run(server, news, "--max-tokens", "20000", "--run", "night", "--concurrency", "1")
        assert kept.taken("night")[1] <= 20_000
        assert stopped.code == 75, stopped.err
        assert server.count < 8
        assert run(server, news, "--max-tokens", "10000000", "--run", "night").code == 0
        assert set(server.asked_about.values()) == {1}


def test_after_the_deadline_no_article_is_begun(run, news):
    with ArticleServer(delay=0.4) as server:
        stopped = run(server, news, "--deadline", "0.5s", "--concurrency", "1")
        assert stopped.code == 75, stopped.err
        assert "the time given to the run is over" in stopped.err
        assert server.count < 8
        server.delay = 0.0
        assert run(server, news).code == 0
        assert set(server.asked_about.values()) == {1}


@pytest.mark.parametrize("pace", [("--rpm", "240"), ("--tpm", "240000")])
def test_requests_and_tokens_a_minute_keep_requests_apart(run, news, pace):
    times: list[float] = []
    with ArticleServer() as server:
        server.look = lambda: times.append(time.monotonic())
        assert run(server, news, *pace).code == 0
    assert len(times) == 8
    # 240 a minute are 4 a second, and the first second's may leave at once; a request is 1,000 tokens and more.
    assert times[-1] - times[0] >= 0.5


def start(warm, server, *arguments):
    return warm.start("batch", *arguments, "--base-url", server.url, "--model", "news-1")


def test_ctrl_c_lets_what_is_in_hand_end_and_the_next_run_goes_on(news, warm, tmp_path):
    out = tmp_path / "out.jsonl"
    arguments = (news, "-o", out, "--store", f"sqlite:///{tmp_path}/n.db", "--concurrency", "2")
    with ArticleServer(hold=True) as server:
        process = start(warm, server, *arguments)
        server.wait_for(lambda: server.under_way == 2)
        process.send(signal.SIGINT)
        server.release()
        assert process.wait() == 75, process.said
        assert "run the same command again to go on" in process.said
        assert 2 <= len(written(out)) < 8
        again = start(warm, server, *arguments)
        assert again.wait() == 0, again.said
        assert set(server.asked_about.values()) == {1}
    assert len(written(out)) == 8


def test_a_killed_run_goes_on_where_it_was_and_repeats_only_what_was_in_hand(news, warm, tmp_path):
    out = tmp_path / "out.jsonl"
    arguments = (news, "-o", out, "--store", f"sqlite:///{tmp_path}/n.db", "--concurrency", "2")
    with ArticleServer(hold=True) as server:
        process = start(warm, server, *arguments)
        server.wait_for(lambda: server.under_way == 2)
        in_hand = dict(server.asked_about)
        process.kill()
        server.release()
        again = start(warm, server, *arguments)
        assert again.wait() == 0, again.said
        assert {n: times for n, times in server.asked_about.items() if times > 1} == dict.fromkeys(in_hand, 2)
    assert len(written(out)) == 8
    assert len({line["article"] for line in written(out)}) == 8


def test_two_runs_on_one_store_send_each_article_once(news, warm, tmp_path):
    with ArticleServer() as server:
        runs = [
            start(warm, server, news, "--store", f"sqlite:///{tmp_path}/n.db", "-o", tmp_path / f"{n}.jsonl")
            for n in "ab"
        ]
        assert [run.wait() for run in runs] == [0, 0], [run.said for run in runs]
        assert dict(server.asked_about) == dict.fromkeys(range(8), 1)
    assert len(written(tmp_path / "a.jsonl")) == len(written(tmp_path / "b.jsonl")) == 8


def test_two_runs_do_not_write_one_file(news, warm, tmp_path):
    out = tmp_path / "out.jsonl"
    with ArticleServer(hold=True) as server:
        first = start(warm, server, news, "--no-store", "-o", out)
        server.wait_for(lambda: server.under_way > 0)
        second = start(warm, server, news, "--no-store", "-o", out)
        assert second.wait() == 2
        assert "another run is writing this file" in second.said
        server.release()
        assert first.wait() == 0, first.said
    assert len(written(out)) == 8


def test_a_budget_is_never_overdrawn_and_ends_the_run_so_that_it_can_go_on(run, news, tmp_path):
    out, store = tmp_path / "out.jsonl", f"sqlite:///{tmp_path}/news.db"
    price = ("--price", "1/1", "--run", "night")
    taken = []
    with ArticleServer() as server, Store.open(store) as kept:
        server.look = lambda: taken.append(kept.taken("night")[0])
        server.input_tokens = 20_000
        stopped = run(server, news, "-o", out, "--budget", "0.15", *price)
        assert stopped.code == 75, stopped.err
        assert 0 < len(written(out)) < 8
        assert max([*taken, kept.taken("night")[0]]) <= Decimal("0.15")
        assert run(server, news, "-o", out, "--budget", "5", *price).code == 0
        assert set(server.asked_about.values()) == {1}
    assert len(written(out)) == 8
