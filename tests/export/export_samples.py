"""Summaries to export: the sample article's, from the model's recorded answer, and hostile ones."""

import threading
from datetime import UTC, date, datetime
from http.server import ThreadingHTTPServer
from pathlib import Path

from replay import handler
from store_samples import sample

import summarizer
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts.reference_v3 import DecidingDraft
from summarizer.pipeline import ground_draft
from summarizer.review import Review
from summarizer.store import Record
from summarizer.summary import Summary

ROOT = Path(__file__).parent.parent.parent
CAIRO = ROOT / "tests/articles/cairo-talks.txt"
MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
CASSETTE = ROOT / "cassettes/test_summarize/test_the_completing_prompt_summarises_the_sample_article.yaml"
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
        made = summarizer.summarize(CAIRO, prompt="summary@3", base_url=url, model=MODEL)
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


PARTIES = {
    "p1": ("Hamas", "organisation", "main", "Palestinian armed group", ["The group"]),
    "p2": ("Benjamin Netanyahu", "person", "main", "Israeli prime minister", ["Netanyahu"]),
    "p3": ("Hossam Badran", "person", "main", "member of Hamas’ Political Bureau", ["Badran", "Bardan"]),
    "p4": ("UN agencies", "group", "minor", "", []),
    "p5": ("Washington", "government", "minor", "ally of Israel", []),
    "p6": ("Al-Ahed", "outlet", "minor", "", []),
}
DEMANDS = "Hamas demands an end to the offensive and a serious exchange deal."
INTENDS = "Netanyahu insists on a ground invasion of Rafah."
WARNS = "UN agencies and Washington are concerned for the civilians in Rafah."
CALLS = "The article calls the offensive genocidal aggression."


def talks(*, topic="ceasefire talks", told="Hamas goes to Cairo."):
    """The sample article's summary as a strong model may give it, in the format in which the model decides.

    `topic` is that of the first position, `told` the headline and the second sentence of the abstract.
    """
    text = CAIRO.read_text(encoding="utf-8")
    article = Article(text=text, site="Al-Ahed", published=date(2024, 11, 13))
    draft = {
        "parties": [
            dict(zip(("id", "name", "kind", "role", "description", "aliases"), (party, *facts), strict=True))
            for party, facts in PARTIES.items()
        ],
        "positions": [
            _position("s5 s9", "p1", "demands", topic, DEMANDS, toward="p2"),
            _position("s8", "p2", "intends", "offensive in Rafah", INTENDS, told_by="p3"),
            _position("s10", "p4 p5", "warns", "offensive in Rafah", WARNS),
            _position("s3", "p6", "accuses", "war in Gaza", CALLS),
        ],
        "quotes": [
            {"quote": "q2", "speakers": [], "kind": "term"},
            {"quote": "q3", "speakers": ["p1"], "kind": "written"},
            {"quote": "q4", "speakers": ["p1"], "kind": "speech"},
            {"quote": "q5", "speakers": [], "kind": "term"},
            {"quote": "q6", "speakers": ["p1", "p3"], "kind": "speech"},
            {"quote": "q7", "speakers": [], "kind": "term"},
            {"quote": "q8", "speakers": [], "kind": "title"},
        ],
        "unmarked_quotes": [],
        "figures": [
            {"figure": "f1", "kind": "duration", "measures": "length of the war", "claimed_by": ["p1"]},
            {"figure": "f3", "kind": "count", "measures": "Palestinians killed", "claimed_by": ["p4", "p1"]},
        ],
        "abstract": [
            {"text": "Hamas goes to Cairo for talks.", "evidence": ["s3", "s4"]},
            {"text": told, "evidence": ["s7"]},
        ],
        "headline": {"text": told, "evidence": ["s3"]},
    }
    summary = ground_draft(mark(article), DecidingDraft.model_validate(draft))
    return Record.of(article, summary)


def changed(record, **fields):
    """The same record with some fields of its summary as JSON has them."""
    summary = Summary.model_validate(record.summary.model_dump() | fields)
    return Record.of(record.article, summary)


def _position(evidence, holders, stance, topic, statement, *, told_by=None, toward=""):
    return {
        "evidence": evidence.split(),
        "holders": holders.split(),
        "told_by": told_by,
        "toward": toward.split(),
        "stance": stance,
        "topic": topic,
        "statement": statement,
    }


def numbered(number, **article):
    made = sample(number, **article)
    return Record.of(made.article, made.summary)
