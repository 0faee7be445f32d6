import asyncio
import json
import sys

import pytest
from misbehaving_server import MisbehavingServer
from pdf_writer import pdf
from sample_pages import NO_ARTICLES, SAMPLES
from site_on_loopback import Site, packed, page, redirect, status

import summarizer
from summarizer.errors import AddressRefused

STORY = SAMPLES[0]
MODEL = ("--model", "m")


@pytest.fixture
def site():
    with Site(
        {
            "/story": page(STORY.data),
            "/5gb": lambda handler: handler.send(b"<p>", content_length=5_000_000_000),
            "/bomb": packed(b"a" * 30_000_000, "gzip"),
            "/hop": redirect("http://169.254.169.254/"),
            "/broken": page(b"<html><p>Fran\xe7ais", "text/html"),
            "/scan.pdf": page(pdf([[]]), "application/pdf"),
            "/login": page(NO_ARTICLES["login form"][1]),
            "/front": page(NO_ARTICLES["front page"][1]),
            "/shell": page(NO_ARTICLES["empty shell"][1]),
            "/500": status(500),
            "/picture": page(b"\x89PNG\r\n\x1a\n", "image/png"),
        }
    ) as site:
        yield site


def test_a_link_is_marked_like_a_file(command, site):
    outcome = command("mark", f"{site.url}/story", "--allow-private", "--format", "json")
    told = json.loads(outcome.out)["article"]
    assert (outcome.code, told["title"], told["site"], told["author"]) == (
        0,
        STORY.title,
        STORY.site,
        STORY.author,
    )
    assert (told["url"], told["characters"]) == (f"{site.url}/story", len(STORY.text))


def test_a_link_is_summarised_and_its_summary_verified_against_it(command, site, tmp_path):
    out = tmp_path / "summary.json"
    link = f"{site.url}/story"
    with MisbehavingServer("ok") as server:
        made = command("summarize", link, "--allow-private", "-o", out, "--base-url", server.url, *MODEL)
    assert made.code == 0
    facts = json.loads(out.read_text())["article"]
    assert (facts["url"], facts["site"], facts["author"], facts["language"]) == (
        link,
        STORY.site,
        STORY.author,
        "en-GB",
    )
    assert command("verify", out, link, "--allow-private").code == 0
    pretty = command(
        "summarize", link, "--allow-private", "--format", "pretty", "--fresh", "--base-url", NOBODY, *MODEL
    )
    assert pretty.code == 69


NOBODY = "http://127.0.0.1:9/v1"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/none", "404"),
        ("/500", "500"),
        ("/5gb", "10 MB"),
        ("/bomb", "20 MB unpacked"),
        ("/hop", "169.254.169.254"),
        ("/broken", "encoding"),
        ("/scan.pdf", "without text"),
        ("/login", "login form"),
        ("/front", "list of links"),
        ("/shell", "scripts"),
        ("/picture", "picture (PNG)"),
    ],
)
def test_what_is_no_article_is_65_one_line_and_nothing_stored(command, site, tmp_path, path, said):
    out = tmp_path / "summary.json"
    outcome = command(
        "summarize", f"{site.url}{path}", "--allow-private", "-o", out, "--base-url", NOBODY, *MODEL
    )
    assert (outcome.code, outcome.out, list(tmp_path.iterdir())) == (65, "", [])
    assert len(outcome.err.splitlines()) == 1
    assert said in outcome.err


@pytest.mark.parametrize("name", ["summarize", "mark"])
def test_without_leave_no_command_fetches_from_this_machine(command, site, name):
    outcome = command(
        name, f"{site.url}/story", *(("--base-url", NOBODY, *MODEL) if name == "summarize" else ())
    )
    assert outcome.code == 65
    assert "--allow-private" in outcome.err
    assert site.asked == []


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "ftp://news.example/story", "javascript://%0aalert(1)"]
)
def test_a_link_that_is_none_to_the_web_is_65(command, link):
    outcome = command("mark", link)
    assert outcome.code == 65
    assert "only http and https" in outcome.err


def test_a_page_on_standard_input_is_read_too(command, monkeypatch):
    from io import BytesIO, TextIOWrapper

    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(STORY.data)))
    outcome = command("mark", "-", "--format", "json")
    assert json.loads(outcome.out)["article"]["characters"] == len(STORY.text)


def test_the_library_reads_links_paths_and_text(site, tmp_path):
    path = tmp_path / "story.html"
    path.write_bytes(STORY.data)
    assert summarizer.read(f"{site.url}/story", allow_private=True).text == STORY.text
    assert summarizer.read(path).text == STORY.text
    assert summarizer.read("See https://news.example/story for more.").text.startswith("See")
    with pytest.raises(AddressRefused):
        summarizer.read(f"{site.url}/story")


def test_a_link_is_summarised_inside_a_running_event_loop_which_goes_on_meanwhile():
    async def main():
        with pytest.raises(AddressRefused):
            await summarizer.asummarize("http://127.0.0.1:9/", model="m", base_url=NOBODY)

    asyncio.run(main())


@pytest.mark.parametrize(
    "heavy", ["lxml", "trafilatura", "httpx2", "httpcore2", "feedparser", "chardet", "pypdf"]
)
def test_reading_plain_text_imports_nothing_that_pages_need(heavy):
    import subprocess

    code = f"import summarizer, sys; from summarizer import reading; reading.from_bytes('Zürich.'.encode()); sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
