"""Batches that are killed, and many at a time: what was acknowledged stays, and nothing is asked or stored twice."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

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
            warm, server, [news_of(tmp_path, number), "--concurrency", "4"],
            request.getfixturevalue(f"{database}_url"), tmp_path / "out.jsonl", number,
        )  # fmt: skip
        killed = kill_often(again, kills=KILLS[database], seed=7, longest=0.05)
        code, said = again.finish()
    assert code == 0, said
    assert len(again.stored) == len(again.written.splitlines()) == number
    assert killed == KILLS[database]
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
    assert codes == [0] * 8, [process.said for process in processes]
    assert dict(server.asked_about) == dict.fromkeys(range(24), 1)
    assert all(len((tmp_path / f"{one}.jsonl").read_text().splitlines()) == 24 for one in range(8))
