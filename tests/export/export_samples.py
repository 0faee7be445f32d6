"""Summaries to export: the sample article's, from the model's recorded answer, and hostile ones."""

import threading
from datetime import UTC, datetime
from http.server import ThreadingHTTPServer
from pathlib import Path

from replay import handler
from store_samples import sample

import summarizer
from summarizer.review import Review
from summarizer.store import Record

ROOT = Path(__file__).parent.parent.parent
CAIRO = ROOT / "tests/articles/cairo-talks.txt"
MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
CASSETTE = ROOT / "cassettes/test_summarize/test_the_default_prompt_summarises_the_sample_article.yaml"
FORMULAS = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "  =1",
    '"=1"',
    "“=1",
    "＝1+1",
    "﹣1",
    "\u200b=1",
    "harmless; =1",
    "harmless\n=1",
)


def recorded():
    """The sample article's summary, as if made at a certain time by a certain version."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler(CASSETTE)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/v1"
        made = summarizer.summarize(CAIRO, base_url=url, model=MODEL)
        server.shutdown()
    facts = {
        "base_url": None,
        "created": datetime(2026, 11, 22, 12, tzinfo=UTC),
        "seconds": 50.0,
        "package_version": "0.1.0",
    }
    assert made.provenance is not None
    fixed = made.model_copy(update={"provenance": made.provenance.model_copy(update=facts)})
    marks = (Review("wrong", item="q1"), Review("right", item="q1"), Review("unsure"))
    return Record.of(summarizer.read(CAIRO), fixed, reviews=marks)


def hostile(words, **article):
    """A summary in which the model and the article say `words` wherever they may say anything."""
    said = words.replace("\0", "")  # a reply with NUL is refused as such
    named = {"name": said, "kind": "person", "description": said, "aliases": ["Ana Ruíz", said]}
    draft = {
        "parties": [named],
        "headline": said,
        "abstract": said,
        "quotes": [{"quote": "q1", "speaker": "Ana Ruíz"}],
        "figures": [{"figure": "f2", "measures": said, "claimed_by": "Ana Ruíz"}],
        "positions": [{"evidence": ["s2"], "party": "Ana Ruíz", "stance": "offers", "statement": said}],
    }
    made = sample(title=words, site=words, author=words, model=words, draft=draft, **article)
    return Record.of(made.article, made.summary)


def numbered(number, **article):
    made = sample(number, **article)
    return Record.of(made.article, made.summary)
