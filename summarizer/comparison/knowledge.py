"""What a summary could know: an item that an older draft had no room for is no change when it appears."""

from summarizer.summary import Position, Summary, Support


def is_first_version(summary: Summary) -> bool:
    """Return whether a summary was made as summary/1; without a recipe, whether it looks so."""
    if summary.provenance is not None:
        return summary.provenance.recipe.summary_schema == "summary/1"
    return not summary.headline.evidence and not any(sentence.evidence for sentence in summary.abstract)


def tells_kinds(summary: Summary) -> bool:
    """Return whether its draft had room for kinds of quotes and roles of parties."""
    return any(position.topic for position in summary.positions) or any(
        not quote.is_statement for quote in summary.quotes
    )


def tells_target(position: Position) -> bool:
    """Return whether it is known whom a position is toward, be it nobody."""
    return bool(position.toward) or position.topic is not None


def tells_teller(position: Position) -> bool:
    """Return whether it is known who tells a position, be it nobody else."""
    return position.told_by is not None or position.topic is not None


def tells_support(summary: Summary, support: Support) -> bool:
    """Return whether the evidence of an item was, or could have been, looked at."""
    return support.verdict != "unchecked" or not is_first_version(summary)


def are_words_comparable(before: Summary, after: Summary) -> bool:
    """Return whether both summaries were asked for in one language."""
    return _language(before) == _language(after)


def _language(summary: Summary) -> str | None:
    return summary.provenance.recipe.language if summary.provenance else None
