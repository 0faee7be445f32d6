"""The report as a page: one article with its summary, or a selection of them behind an index."""

from collections.abc import Iterable
from pathlib import Path

from summarizer.article import Article
from summarizer.render.page import Page
from summarizer.render.report.entry import entry
from summarizer.summary import Summary

_PAGE = Page(Path(__file__).parent, "report.html", sheets=("report.css", "article.css"), script="report.js")


def as_html(
    entries: Iterable[tuple[Article, Summary]], *, title: str | None = None, several: bool | None = None
) -> str:
    """One self-contained page: each article beside its summary, every item linked with its places.

    It shows all without a script, fetches nothing, and takes memory in proportion to the text shown. Items
    are linked to by id, as in `report.html#q3`; in a page of several articles as in `report.html#a2-q3`.

    Args:
        entries: articles with their summaries, shown in this order.
        title: of the page; None takes the headline of the only summary, or says how many there are.
        several: whether the page has an index and `a1-` before its ids; None goes by their number.

    Raises:
        ValueError: if a summary is not of the article it came with.
    """
    pairs = list(entries)
    several = len(pairs) != 1 if several is None else several
    shown = [
        entry(article, summary, prefix=f"a{number}-" if several else "")
        for number, (article, summary) in enumerate(pairs, start=1)
    ]
    name = title or (f"{len(shown)} articles" if several else pairs[0][1].headline.text)
    return _PAGE.render(name, {"entries": shown, "several": several, "name": name})
