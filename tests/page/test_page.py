import base64
import hashlib
import re

import pytest

from summarizer.render.page import Page

HOSTILE = '</title><script>alert(1)</script>"onload="alert(1)\u202e\x00'


@pytest.fixture
def page(tmp_path):
    (tmp_path / "one.html").write_text(
        '{% extends "base.html" %}{% block body %}<p title="{{ words }}">{{ words|clean }}</p>'
        '{% if url|link %}<a href="{{ url|link }}">there</a>{% endif %}{% endblock %}'
    )
    (tmp_path / "one.css").write_text("p { color: red; }\n")
    (tmp_path / "one.js").write_text("document.title = 'ours';\n")
    return Page(tmp_path, "one.html", sheets=("one.css",), script="one.js")


def test_what_a_page_shows_is_text_and_nothing_else(page):
    html = page.render(HOSTILE, {"words": HOSTILE, "url": None})
    assert html.count("<script>") == 1
    assert "alert(1)</script>" not in html
    assert '"onload' not in html
    assert "\u202e" not in html.split("<p title")[0]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//x", "https://", "http://[", "file:///etc/passwd", None],
)
def test_a_page_links_to_the_web_only(page, url):
    assert "<a" not in page.render("t", {"words": "", "url": url})


def test_a_page_links_to_an_article(page):
    assert '<a href="https://example.org/a?b=1&amp;c">' in page.render(
        "t", {"words": "", "url": "https://example.org/a?b=1&c"}
    )


def test_the_policy_names_the_only_style_and_script_there_are(page):
    html = page.render("t", {"words": "", "url": None})
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', html.replace("&#39;", "'"))
    assert policy.startswith("default-src 'none'")
    for element, rule in (("style", "style-src"), ("script", "script-src")):
        [inside] = re.findall(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
