"""Batches that are killed, and many at a time: what was acknowledged stays, and nothing is asked or stored twice."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

from decimal import Decimal

import pytest
from article_server import ArticleServer, lines
from killing import Round, kill_often

from summarizer.store import Store

KILLS = {"sqlite": 15, "postgresql": 5}


def news_of(folder, number):
    path = folder / "news.jsonl"
    path.write_text("".join(lines(range(number))))
    return path


@pytest.mark.parametrize("database", KILLS)
def test_a_batch_that_is_killed_again_and_again_loses_nothing_and_repeats_only_what_was_in_hand(
    database, warm, tmp_path, request
):
    number = 3 * KILLS[database]
    with ArticleServer(delay=0.02) as server:
        again = Round(
            warm, server, ["batch", news_of(tmp_path, number), "--concurrency", "4"],
            request.getfixturevalue(f"{database}_url"), number, tmp_path / "out.jsonl",
        )  # fmt: skip
        killed = kill_often(again, kills=KILLS[database], seed=7)
        code, said = again.finish()
    assert code == 0, said
    assert len(again.stored) == len(again.written.splitlines()) == number
    assert killed == KILLS[database]
    assert again.by_killed["stored"] > 0, "no run was killed that had something to lose"
    assert server.count == number + again.hits


def test_eight_processes_on_one_store_send_each_article_once(url, warm, tmp_path):
    news = news_of(tmp_path, 24)
    Store.open(url).close()
    with ArticleServer(delay=0.02) as server:
        processes = [
            warm.start(
                "batch", news, "-o", tmp_path / f"{one}.jsonl", "--store", url,
                "--base-url", server.url, "--model", "news-1",
            )
            for one in range(8)
        ]  # fmt: skip
        codes = [process.wait() for process in processes]
    assert codes == [0] * 8, [one.said for one, code in zip(processes, codes, strict=True) if code]
    assert dict(server.asked_about) == dict.fromkeys(range(24), 1)
    assert all(len((tmp_path / f"{one}.jsonl").read_text().splitlines()) == 24 for one in range(8))


@pytest.mark.parametrize("seed", [3, 4])
def test_eight_at_once_and_kills_never_take_more_than_the_budget(seed, url, warm, tmp_path):
    budget = Decimal("0.25")
    with ArticleServer(delay=0.02) as server:
        command = ["batch", news_of(tmp_path, 40), "--concurrency", "8"]
        again = Round(warm, server, command, url, 40, tmp_path / "out.jsonl", budget)
        server.input_tokens = 8_000  # so that what is spent counts, and not only what is reserved
        kill_often(again, kills=4, seed=seed)
        code, said = again.finish()
    assert code == 75, said
    assert again.left > 0
    assert budget / 2 < max(again.taken) <= budget
    assert server.count * Decimal(8_020) / 1_000_000 <= budget, "it billed more than was allowed"
