"""A batch beside other ways to ask about many articles: 2,000 articles of 600 words, an endpoint that takes half a second.

Each way runs in a process of its own, and so does the endpoint.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.endpoint import endpoint
from bench.peers import AT_ONCE, PEERS
from bench.texts import words
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import HintedDraft

NUMBER, DELAY = 2000, 0.5
INSTALL = "not installed: pip install -e '.[bench]', or make bench"


def measure(number=NUMBER):
    text = words(600)
    ideal = number / AT_ONCE * DELAY
    yield (
        f"{number:,} articles, {AT_ONCE} at once, {DELAY} s each",
        f"ideal: {ideal:.1f} s",
        "summarizer's goal: 1.25 x",
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.jsonl")
        news = (
            {"text": f"{text}\n\nArticle n{n}.", "url": f"https://news.example/{n}"} for n in range(number)
        )
        path.write_text("".join(json.dumps(article) + "\n" for article in news))
        for name, does in PEERS.items():
            if importlib.util.find_spec(name) is None:
                yield f"  {name}", "", INSTALL
                continue
            told = run(name, path, number, extractions(text) if name == "langextract" else draft(text))
            took = f"{told['seconds']:.1f} s, {told['seconds'] / ideal:.2f} x"
            used = f"{told['cpu']:.1f} ms CPU an article, {told['memory']:.0f} MB"
            yield f"  {name}: {does}", took, used


def run(name, path, number, answer):
    with endpoint(answer, DELAY) as url:
        command = [sys.executable, "-m", "bench.peers", name, url, path, str(number)]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def draft(text):
    """What a model might say of the article: some speakers, figures, parties and positions."""
    marked = mark(Article(text=text))
    statements = [quotation for quotation in marked.quotations if quotation.form == "statement"]
    said = {
        "speakers": [{"quote": quotation.id, "speaker": "Badran"} for quotation in statements[:8]],
        "figures": [{"figure": figure.id, "measures": "people in the town"} for figure in marked.figures[:8]],
        "parties": [
            {"name": name, "kind": kind, "description": "", "aliases": []}
            for name, kind in (("Hamas", "group"), ("Hossam Badran", "person"))
        ],
        "positions": [
            {"evidence": ["s4"], "party": "Hamas", "stance": "demands", "statement": "An agreement first."},
            {"evidence": ["s6"], "party": "Hossam Badran", "stance": "claims", "statement": "Talks go on."},
        ],
        "what_happened": "Two sides talk.",
        "what_each_side_says": "Both want more.",
        "headline": "Talks go on",
    }
    return HintedDraft.model_validate(said).model_dump_json()


def extractions(text):
    """The same for langextract: words of the article that it is to find there, with their speakers."""
    marked = mark(Article(text=text))
    quotes = [
        marked.article.slice(quotation.span)
        for quotation in marked.quotations
        if quotation.form == "statement"
    ]
    said = [{"quote": quote, "quote_attributes": {"speaker": "Badran"}} for quote in quotes[:8]]
    return json.dumps({"extractions": said})
