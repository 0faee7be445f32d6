"""The difference in meaning between two summaries of one article."""

from summarizer.comparison.changes import Changes, Version, covered, in_order
from summarizer.comparison.items import compare_figures, compare_quotes
from summarizer.comparison.other_changes import compare_remarks
from summarizer.comparison.own_words import compare_own_words
from summarizer.comparison.parties import compare_parties, match_parties
from summarizer.comparison.positions import compare_positions
from summarizer.errors import UsageError
from summarizer.summary import UNDETERMINED, Summary
from summarizer.text.headings import called


def diff(before: Summary, after: Summary) -> Changes:
    """Tell what changed in meaning between two summaries of the same article; no model is asked.

    Items are matched by the characters of the article they point at, positions also by their holders, stance
    and topic, and parties by their mentions and names. What an older summary could not know is no change.
    `diff(a, a)` has no items, and `diff(a, b).mirrored()` is `diff(b, a)`.

    Raises:
        UsageError: if the two are of different texts.
    """
    if before.article.id != after.article.id:
        raise UsageError(
            f"the summaries are of different texts ({name(before)} and {name(after)}); "
            "only two summaries of one text can be compared"
        )
    casts = match_parties(before, after)
    known = max(before, after, key=_facts)  # of one text, either
    return Changes(
        article=known.article,
        name=name(known),
        before=Version.of(before),
        after=Version.of(after),
        coverage=covered(before, after),
        items=in_order(
            [
                *compare_quotes(casts),
                *compare_positions(casts),
                *compare_figures(casts),
                *compare_parties(casts),
                *compare_remarks(before, after),
                *compare_own_words(before, after),
            ]
        ),
    )


def _facts(summary: Summary) -> tuple[bool, str, str]:
    """Those that know more come last."""
    article = summary.article
    return article.language != UNDETERMINED, article.model_dump_json(), summary.headline.text


def name(summary: Summary) -> str:
    """What to call a summary's article."""
    article = summary.article
    return called(article.title, headline=summary.headline.text, place=article.url, article=article.id)
