from textwrap import fill

import pytest

from summarizer.text.headings import called, heading

BODY = "\n\nMARLOW BAY — Crews will vote on a strike next week, their union said."


@pytest.mark.parametrize(
    "line",
    ["Ferry crews to vote on strike", "Will the ferries sail?", "渡轮船员将投票", "“Nobody sleeps here”"],
)
def test_a_short_first_line_is_the_headline(line):
    assert heading(line + BODY) == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ferry crews to vote on strike",
        "Crews will vote on a strike next week." + BODY,
        "13.11.2024" + BODY,
        f"{'Ferry crews ' * 20}{BODY}",
        fill("Crews of the island ferries will vote on a strike next week, their union said. " * 3, 60)
        + BODY,
    ],
    ids=["nothing", "all there is", "sentence", "date", "paragraph", "wrapped paragraph"],
)
def test_what_reads_otherwise_is_no_headline(text):
    assert heading(text) is None


def test_an_article_is_called_by_the_best_that_is_known_of_it():
    known = {
        "text": "Ferries to stop" + BODY,
        "headline": "A strike",
        "place": "/news/1.txt",
        "article": "sha256:0123456789abcdef",
    }
    names = [called("Strike", **known)]
    for name in ("text", "headline", "place"):
        names.append(called(None, **known))
        known[name] = ""
    names.append(called("", **known))
    assert names == ["Strike", "Ferries to stop", "A strike", "/news/1.txt", "0123456789ab"]
