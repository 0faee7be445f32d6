import json
import time
from itertools import combinations

import pytest
from hostile import PAYLOADS, hostile, overlapping
from report_fixtures import cairo

from summarizer.article import Article
from summarizer.render.report import as_html
from summarizer.summary import Summary
from summarizer.text.printable import visible

EVERYTHING = "() => document.documentElement.outerHTML"
BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x1b\x07\U000e0041")


@pytest.fixture(scope="module")
def entries():
    return [hostile(payload) for payload in PAYLOADS]


def test_no_text_becomes_more_than_text(visit, entries):
    html = as_html(entries)
    visited = visit(html)
    page = visited.page
    for name in ("#a10-q1 .go", "#a11-q1-at", "#a4-q1 .go"):
        page.focus(name)
    page.hover("#a11-q1")
    assert page.evaluate("document.scripts.length") == 1
    assert page.locator(".entry").count() == len(entries)
    assert page.locator("img, iframe, object, link, base, video, math, body style").count() == 0
    assert (
        page.eval_on_selector_all("a", "all => all.filter((one) => !/^(https?|file):/.test(one.href)).length")
        == 0
    )
    attributes = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())"
    )
    assert not [name for name in attributes if name.startswith("on")]
    assert visited.is_quiet, (visited.requests, visited.dialogs, visited.console)


def test_every_payload_can_be_read(visit, entries):
    page = visit(as_html(entries)).page
    shown = page.evaluate("[...document.querySelectorAll('.headline')].map((one) => one.textContent)")
    assert shown == [" ".join(visible(payload).split()) for payload in PAYLOADS]
    for number, (article, _) in enumerate(entries, start=1):
        words = page.eval_on_selector_all(
            f"#a{number} .text p",
            "all => all.map((one) => one.cloneNode(true)).map((one) => { one.querySelectorAll('.ref').forEach((ref) => ref.remove()); return one.textContent; }).join('\\n\\n')",
        )
        assert words == visible(article.text)


def test_nothing_that_turns_text_around_gets_onto_the_page(entries):
    assert not set(as_html(entries)) & BIDI


def test_highlights_may_overlap_as_they_like(visit):
    text = "😀 Ana Ruiz 𝔰aid é https://example.org.\n\nمرحبا Ana\tRuiz\r“no”\n said it & <b>left</b>.\n \n\nThe end 🏳️‍🌈."
    edges = sorted({0, 1, 2, 11, 12, 20, 40, 43, 44, 55, 70, 85, len(text) - 2, len(text)})
    spans = list(combinations(edges, 2))
    page = visit(as_html([overlapping(text, spans)])).page
    shown = page.evaluate(
        """(count) => Array.from({length: count}, (_, index) =>
            [...document.querySelectorAll(`.text [data-items~="o${index + 1}"]`)].map((one) => one.textContent).join(""))""",
        len(spans),
    )
    for (start, end), words in zip(spans, shown, strict=True):
        assert "".join(words.split()) == "".join(visible(text[start:end]).split())


def test_an_arabic_article_runs_from_right_to_left(visit):
    text = "قالت آنا رويز: «سنعيد بناء البلدة». واحترق 40 منزلاً."
    page = visit(as_html([overlapping(text, [(0, 20), (15, 33)])])).page
    assert page.eval_on_selector(".paragraph p", "(one) => getComputedStyle(one).direction") == "rtl"
    assert page.get_attribute(".text", "lang") == "ar"
    bar, paragraph = (page.locator(name).first.bounding_box() for name in (".bar", ".paragraph"))
    assert bar["x"] > paragraph["x"] + paragraph["width"] / 2
    assert page.get_attribute("html", "lang") == "en"


def test_two_hundred_articles_stay_usable(visit):
    entries = [cairo()] * 200
    html = as_html(entries)
    assert len(html) < 210 * len(as_html(entries[:1]))
    page = visit(html, "#a150-q3").page
    started = time.monotonic()
    page.focus("#a199-q3 .go")
    page.keyboard.press("ArrowDown")
    assert page.locator("#a199-q4.on").count() == 1
    assert time.monotonic() - started < 5


def test_a_summary_of_another_article_is_refused():
    _, summary = cairo()
    with pytest.raises(ValueError, match="not of"):
        as_html([(Article(text="Other words."), summary)])


def test_an_anchor_beyond_the_end_of_the_article_harms_nothing():
    article, summary = cairo()
    told = json.loads(summary.model_dump_json())
    told["quotes"][0]["anchor"].update(start=10**6, end=10**7)
    assert "Hossam Badran" in as_html([(article, Summary.model_validate(told))])


def test_an_empty_selection_is_a_page_too():
    assert "0 articles" in as_html([])
