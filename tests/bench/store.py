"""The store, in SQLite and in PostgreSQL: 10,000 summaries of 600-word articles stored one by one, then asked for.

They are stored by a process of its own, `python -m bench.store URL NUMBER`, which prints seconds for one and the most
memory there was, in MB.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import postgres_server

from bench.texts import words
from bench.timing import best, peak
from summarizer import pipeline
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import ReferenceDraft
from summarizer.pipeline import ground_draft
from summarizer.prompts import PromptLibrary
from summarizer.recipe import fingerprint
from summarizer.store import Said, Sending, Source, Store
from summarizer.summary import Provenance, Tokens

NUMBER = 10_000


def measure(number=NUMBER):
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured("SQLite", f"sqlite:///{folder}/store.db", number)
        size = Path(folder, "store.db").stat().st_size
        yield "store: size of one, its article and request included", f"{size / number / 1000:.0f} kB", ""
    with postgres_server.serve() as server:
        yield from _measured("PostgreSQL", server.url(server.database()), number)


def _measured(database, url, number):
    Store.upgrade(url)
    command = [sys.executable, "-m", "bench.store", url, str(number)]
    told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    yield f"store: keep one of {number:,} summaries, {database}", f"{1000 * told['seconds']:.1f} ms", ""
    yield "  at most in memory", f"{told['memory']:.0f} MB", ""
    with Store.open(url) as store:
        [last] = some(number - 1, number)
        yield "  answer from it", shown(lambda: store.current(last.id, made().fingerprint)), ""
        yield "  list 20", shown(lambda: store.listing(limit=20)), ""
        yield "  search a word in all", shown(lambda: store.search("Badran", limit=20)), ""
        yield "  search a word in one", shown(lambda: store.search(f"n{number // 2}", limit=20)), ""
    yield "  open", shown(lambda: Store.open(url).close()), ""


def main():
    url, number = sys.argv[1], int(sys.argv[2])
    seconds, by = 0.0, made()
    with Store.open(url) as store:
        for article in some(0, number):
            found = summary(article, by)
            began = time.perf_counter()
            keep(store, article, found)
            seconds += time.perf_counter() - began
    print(json.dumps({"seconds": seconds / number, "memory": peak()}))


def made(version=2):
    """The provenance of a summary by that version of the prompt."""
    recipe = pipeline.recipe(PromptLibrary(None).get(f"summary@{version}"), "model")
    return Provenance(
        recipe=recipe,
        fingerprint=fingerprint(recipe),
        created=datetime.now(UTC),
        attempts=1,
        tokens=Tokens(input=1500, output=500, cached=0),
        seconds=60.0,
        package_version="0",
    )


def shown(call):
    return f"{1000 * best(call, 10):.1f} ms"


def some(start, end):
    """Articles of one text and a number each, from one number to before another."""
    text = words(600)
    return (Article(text=f"{text}\n\nArticle n{number}.") for number in range(start, end))


def summary(article, made):
    """What a model might say of it, with the article's number in the headline."""
    marked = mark(article)
    draft = ReferenceDraft.model_validate(
        {
            "quotes": [{"quote": quote.id, "speaker": "Hossam Badran"} for quote in marked.quotations[:8]],
            "figures": [],
            "parties": [],
            "positions": [],
            "unmarked_quotes": [],
            "abstract": "Talks go on.",
            "headline": f"Talks go on, {article.text.rsplit(maxsplit=1)[-1]}",
        }
    )
    return ground_draft(marked, draft).model_copy(update={"provenance": made})


def keep(store, article, found):
    assert found.provenance is not None
    sent = [{"role": "user", "content": article.text}]
    sending = Sending(article, Source.of(article), found.provenance.recipe, sent)
    store.settle(store.begin(sending), found, [Said("part", "{}")])


if __name__ == "__main__":
    main()
