"""A comparison: as a page, as Markdown, and on the terminal."""

from summarizer.render.diff.html import as_html
from summarizer.render.diff.markdown import as_markdown
from summarizer.render.diff.terminal import print_changelog

__all__ = ["as_html", "as_markdown", "print_changelog"]
