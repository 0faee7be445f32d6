"""Marking: one article of usual length, and linear growth to 5 MB."""

from bench.texts import characters, words
from bench.timing import best
from summarizer.analysis import mark
from summarizer.article import Article


def measure():
    article = Article(text=words(600))
    yield (
        "mark, 600 words",
        f"{1000 * best(lambda: mark(article), 50):.2f} ms",
        "goal: under 5 ms with ground",
    )
    for megabytes in (1, 5):
        long = Article(text=characters(megabytes * 1_000_000))
        yield f"mark, {megabytes} MB", f"{best(lambda: mark(long), 2):.2f} s", ""  # noqa: B023 - called at once
