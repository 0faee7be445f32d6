"""A browser for the pages, and summaries to show: replies of a real model, replayed."""

import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
import vcr
from playwright.sync_api import BrowserContext, Dialog, Page, ViewportSize, sync_playwright

import summarizer
from summarizer.client.calls import read
from summarizer.render.report import as_html

ROOT = Path(__file__).parents[2]
CAIRO = ROOT / "tests/articles/cairo-talks.txt"
SMALL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
TAPES = {
    "summary@4": ("test_able_model/sample", "able"),
    "summary@3": ("test_summarize/test_the_completing_prompt_summarises_the_sample_article", SMALL),
    "summary@1": ("test_summarize/test_the_copying_prompt_shows_only_what_the_article_says", SMALL),
}
"""Under which cassette a model's answer to a prompt is recorded, and which model's it is."""
CHROMIUM = shutil.which("chromium")
DESKTOP = ViewportSize(width=1360, height=900)
PHONE = ViewportSize(width=360, height=740)


def replayed(prompt):
    """While this is open, the recorded model answers what `prompt` asks about the sample article."""
    tape = ROOT / f"cassettes/{TAPES[prompt][0]}.yaml"
    return vcr.use_cassette(str(tape), record_mode="none", match_on=["method", "path", "query", "body"])


@cache
def cairo(prompt="summary@3"):
    """The sample article with its summary; that of `summary@1` has rejected items and warnings."""
    with replayed(prompt):
        summary = summarizer.summarize(
            CAIRO,
            prompt=prompt,
            base_url="http://127.0.0.1:9/v1",
            model=TAPES[prompt][1],
        )
    return read(CAIRO), summary


@cache
def cairo_page(prompt="summary@3"):
    return as_html([cairo(prompt)])


@dataclass
class Visit:
    """A page in the browser, and what it did that a report must not do."""

    page: Page
    url: str
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    @property
    def is_quiet(self):
        """Whether it asked for itself alone, and neither said nor asked anything."""
        return {url.partition("#")[0] for url in self.requests} == {
            self.url
        } and not self.dialogs + self.console

    def dismiss(self, dialog: Dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="module")  # not longer: while it is there, no other event loop can run in this thread
def browser():
    assert CHROMIUM, "the tests need Debian's browser: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, tmp_path):
    """`visit(html, "#q3", viewport=PHONE)` shows a page in a browser of its own."""
    contexts: list[BrowserContext] = []

    def opened(html, fragment="", **options):
        file = tmp_path / f"{len(contexts)}.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        context = browser.new_context(viewport=options.pop("viewport", DESKTOP), **options)
        contexts.append(context)
        page = context.new_page()
        visited = Visit(page, file.as_uri())
        page.on("request", lambda request: visited.requests.append(request.url))
        page.on("console", lambda message: visited.console.append(message.text))
        page.on("pageerror", lambda error: visited.console.append(str(error)))
        page.on("dialog", visited.dismiss)
        page.goto(visited.url + fragment)
        return visited

    yield opened
    for context in contexts:
        context.close()
