"""Changes over a store: 10,000 articles of 600 words, each summarised by two prompts, compared by the command."""

import resource
import subprocess
import tempfile
import time
from datetime import UTC, datetime

from bench.start import script
from bench.store import summary
from bench.texts import words
from summarizer import pipeline
from summarizer.article import Article
from summarizer.prompts import PromptLibrary
from summarizer.provenance import fingerprint
from summarizer.store import Source, Store, articles, summaries
from summarizer.summary import Provenance, Tokens

NUMBER = 10_000
AT_ONCE = 500


def measure():
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.db"
        fill(url)
        began = time.perf_counter()
        compared = [script(), "diff", "--from", "summary@2", "--to", "summary@3", "--store", url]
        subprocess.run([*compared, "-o", f"{folder}/changes.json"], check=True)
        yield f"diff of {NUMBER:,} pairs in a store", f"{time.perf_counter() - began:.1f} s", ""
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
        yield "  at most in memory", f"{peak:.0f} MB", ""


def fill(url):
    """Store pairs: what is said of one article, put under many of the same beginning."""
    text = words(600)
    pairs = [summary(Article(text=f"{text}\n\nArticle n0."), made(version)) for version in (2, 3)]
    less = pairs[1].model_copy(update={"quotes": pairs[1].quotes[1:]})
    with Store.open(url) as store:
        for start in range(0, NUMBER, AT_ONCE):
            with store._database.writing() as connection:
                for number in range(start, start + AT_ONCE):
                    article = Article(text=f"{text}\n\nArticle n{number}.")
                    for found in (pairs[0], less if number % 3 else pairs[1]):
                        keep(connection, article, found)


def keep(connection, article, found):
    now = datetime.now(UTC)
    row = articles.keep(connection, article, Source.of(article), now)
    recipe = summaries.keep_recipe(connection, found.provenance.recipe, found.provenance.fingerprint)
    facts = found.article.model_copy(update={"id": article.id})
    belongs = summaries.Belongings(row, recipe, None)
    found = found.model_copy(update={"article": facts})
    summaries.keep(connection, found, found.provenance, belongs, stored=now)


def made(version):
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
