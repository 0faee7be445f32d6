"""Summaries in other forms for programs: pages, documents and rows, in a call each."""

from typing import Any

from summarizer.article import Article
from summarizer.errors import UsageError
from summarizer.render.markdown import as_markdown
from summarizer.render.tables import TABLES
from summarizer.store.stored_summary import Record
from summarizer.summary import Summary


def to_html(summary: Summary, article: Article) -> str:
    """Return a summary beside its article as one self-contained page.

    Raises:
        ValueError: if the summary is of another article.
    """
    from summarizer.render.report import as_html

    return as_html([(article, summary)])


def to_markdown(summary: Summary, article: Article) -> str:
    """Return a summary as a document of CommonMark."""
    return as_markdown(summary, article)


def to_rows(summary: Summary, article: Article, table: str = "quotes") -> list[dict[str, Any]]:
    """Return the rows of a table as mappings, such as `pandas.DataFrame` takes.

    Args:
        summary: of `article`.
        article: which the summary was made from.
        table: quotes, positions, figures, parties, abstract, framing or articles.

    Raises:
        UsageError: if there is no such table.
    """
    if table not in TABLES:
        raise UsageError(f"{table!r} is no table; there are {', '.join(TABLES)}")
    columns = TABLES[table].columns
    rows = TABLES[table].rows(Record.of(article, summary))
    return [{column: row[column] for column in columns} for row in rows]
