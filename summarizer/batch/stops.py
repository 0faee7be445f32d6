"""Which errors stop a run, and which fail one article."""

from summarizer.errors import ConfigurationError, ModelUnavailable, Stopped, SummarizerError, UsageError


def stops_the_run(error: SummarizerError) -> bool:
    """Whether the next article would meet the same error."""
    return isinstance(error, ModelUnavailable | Stopped | ConfigurationError | UsageError)
