"""What needs no model: reading, marking, grounding, verifying."""

from pathlib import Path

from summarizer import analysis, grounding, pipeline, reading
from summarizer.analysis import MarkedArticle
from summarizer.article import Article
from summarizer.drafts import AnyDraft
from summarizer.errors import NotAnArticle
from summarizer.grounding import Finding
from summarizer.summary import Summary

ArticleLike = str | Path | Article
"""An article, its text, a link to it, or the path of a file that holds it."""


def read(article: ArticleLike, *, allow_private: bool = False) -> Article:
    """The article that a text, a link, a path or an Article stands for.

    Args:
        article: a `str` that is a link and nothing else is fetched, any other is text; a `Path` is a file.
        allow_private: fetch also from this machine and from private networks.

    Raises:
        NotAnArticle: if there is none to be had, or a `str` is the name of a file; the subclass says why.
        ExtraMissing: if reading it needs an extra that is not installed.
        TypeError: if it is nothing of all this.
    """
    if isinstance(article, Article):
        return article
    if isinstance(article, Path):
        return reading.from_path(article)
    if not isinstance(article, str):
        raise TypeError(
            "an article is a str (its text, or a link to it), a pathlib.Path or a summarizer.Article, "
            f"not {type(article).__name__}"
        )
    if reading.names_a_file(article):
        raise NotAnArticle(
            repr(article),
            f"is the name of a file, and a str is an article's text; use summarizer.read(Path({article!r}))",
        )
    if reading.is_url(article):
        return reading.from_url(article, allow_private=allow_private)
    return reading.from_text(article)


def mark(article: ArticleLike) -> MarkedArticle:
    """Sentences, quotations and figures of an article; no model is asked."""
    return analysis.mark(read(article))


def ground(article: ArticleLike, draft: AnyDraft) -> Summary:
    """Check a draft against its article; no model is asked, nothing is dropped in silence."""
    return pipeline.ground_draft(mark(article), draft)


def verify(summary: Summary, article: ArticleLike) -> list[Finding]:
    """What in a summary does not agree with its article; no model is asked. Empty where all of it does."""
    return grounding.verify(summary, mark(article))
