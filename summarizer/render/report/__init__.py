"""Report: articles and their summaries side by side, in one HTML file that needs nothing else."""

from summarizer.render.report.report import as_html

__all__ = ["as_html"]
