"""The store, in a new SQLite file: summaries of 600-word articles stored one by one, then asked for."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench.texts import words
from bench.timing import best
from summarizer import pipeline
from summarizer.article import Article
from summarizer.draft import MarkedQuote, ReferenceDraft
from summarizer.grounding import ground
from summarizer.marking import mark
from summarizer.prompts import PromptLibrary
from summarizer.provenance import fingerprint
from summarizer.store import Said, Sending, Source, Store
from summarizer.summary import Provenance, Tokens

NUMBER = 2000


def measure():
    recipe = pipeline.recipe(PromptLibrary(None).get("summary@2"), "model")
    made = Provenance(
        recipe=recipe,
        fingerprint=fingerprint(recipe),
        created=datetime.now(UTC),
        attempts=1,
        tokens=Tokens(input=1500, output=500, cached=0),
        seconds=60.0,
        package_version="0",
    )
    summaries = [(article, summary(article, made)) for article in articles()]
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.db"
        with Store.open(url) as store:
            seconds = best(lambda: [keep(store, *one) for one in summaries], 1)
            yield f"store: keep one of {NUMBER:,} summaries", f"{1000 * seconds / NUMBER:.1f} ms", ""
            size = Path(folder, "store.db").stat().st_size
            yield "store: size of one, its article and request included", f"{size / NUMBER / 1000:.0f} kB", ""
            last = summaries[-1][0].id
            yield "store: answer from it", shown(lambda: store.current(last, made.fingerprint)), ""
            yield "store: list 20", shown(lambda: store.listing(limit=20)), ""
            yield "store: search a word in all", shown(lambda: store.search("Badran", limit=20)), ""
            yield "store: search a word in one", shown(lambda: store.search("n1234", limit=20)), ""
        yield "store: open", shown(lambda: Store.open(url).close()), ""


def shown(call):
    return f"{1000 * best(call, 10):.1f} ms"


def articles():
    text = words(600)
    return [Article(text=f"{text}\n\nArticle n{number}.") for number in range(NUMBER)]


def summary(article, made):
    """What a model might say of it, with the article's number in the headline."""
    marked = mark(article)
    draft = ReferenceDraft(
        quotes=[MarkedQuote(quote=quote.id, speaker="Hossam Badran") for quote in marked.quotations[:8]],
        figures=[],
        parties=[],
        positions=[],
        unmarked_quotes=[],
        abstract="Talks go on.",
        headline=f"Talks go on, {article.text.rsplit(maxsplit=1)[-1]}",
    )
    return ground(marked, draft).model_copy(update={"provenance": made})


def keep(store, article, found):
    assert found.provenance is not None
    sent = [{"role": "user", "content": article.text}]
    sending = Sending(article, Source.of(article), found.provenance.recipe, sent)
    store.settle(store.begin(sending), found, [Said("part", "{}")])
