"""HTML pages that are one file: nothing is fetched, no script runs but ours, all text is escaped."""

from summarizer.render.page.page import Page

__all__ = ["Page"]
