import pytest
from export_samples import hostile, numbered
from markdown_it import MarkdownIt

from summarizer import render

HOSTILE = (
    "<script>alert(1)</script> [a](javascript:b) ![i](http://e.example/x.png)",
    "https://evil.example www.evil.example <https://evil.example> a@evil.example",
    "&copy; `code` *em* __strong__ ~~struck~~ | cell | $x$ <!-- c --> [^1]",
)


def markdown(record):
    return render.as_markdown(record.summary, record.article)


def tokens(text):
    found = MarkdownIt("gfm-like", {"linkify": False}).enable(["table", "strikethrough"]).parse(text)
    return [*found, *(child for token in found for child in token.children or [])]


def kinds(text):
    return {token.type for token in tokens(text)}


def test_the_markdown_of_the_sample_article_is_as_kept(cairo, golden):
    golden("summary.md", markdown(cairo))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_markdown_or_html_of_the_article_or_the_model_takes_effect(words):
    assert kinds(markdown(hostile(words))) == kinds(markdown(hostile("fine")))


@pytest.mark.parametrize(
    "start", ["- a", "+ a", "1. a", "1) a", "# a", "> a", "---", "===", "***", "```", "    a", "|a|"]
)
def test_words_that_begin_like_a_block_begin_none(start):
    assert kinds(markdown(hostile(start))) == kinds(markdown(hostile("fine")))


@pytest.mark.parametrize(
    "words", ["@somebody", "#123", "GH-123", ":tada:", "a@b.example", "http://e.example"]
)
def test_what_a_pull_request_would_make_a_link_of_is_kept_apart(words):
    text = "".join(token.content for token in tokens(markdown(hostile(words))) if token.type == "text")
    assert words not in text or "://" in words
    assert words in text.replace("\u2060", "")
    assert "http://" not in markdown(hostile(words))


def test_times_and_dates_stay_readable():
    assert "10:30:45 on 2024-11-13" in markdown(hostile("10:30:45 on 2024-11-13"))


def test_the_title_leads_to_the_article_if_its_link_is_one():
    linked = markdown(numbered(1, title="A [fire]", url="https://news.example/a?b=1&copy;=2"))
    [link] = [token for token in tokens(linked) if token.type == "link_open"]
    assert link.attrs["href"] == "https://news.example/a?b=1&copy;=2"
    for url in ("javascript:alert(1)", "https://x.example/>(", "http:"):
        assert "link_open" not in kinds(markdown(numbered(1, title="A fire", url=url)))
