"""Many articles: as fast as the endpoint lets, for no more than was allowed, and resumed where it stopped."""

from summarizer.batch.desk import Desk, Means, run_name
from summarizer.batch.engine import Run
from summarizer.batch.outcomes import Done, Failed, Job, Outcome, Skipped
from summarizer.batch.output import Failures, Results
from summarizer.batch.sources import Sources
from summarizer.batch.tally import Tally
from summarizer.batch.workers import Workers

__all__ = [
    "Desk",
    "Done",
    "Failed",
    "Failures",
    "Job",
    "Means",
    "Outcome",
    "Results",
    "Run",
    "Skipped",
    "Sources",
    "Tally",
    "Workers",
    "run_name",
]
