"""What the rules alone know of an article: no model is asked, nothing is sent, nothing costs."""

import time
from datetime import UTC, datetime
from decimal import Decimal

from summarizer._version import __version__
from summarizer.analysis import mark
from summarizer.analysis.attribution import attribute
from summarizer.article import Article
from summarizer.claims import Claims
from summarizer.extracts import own_sentences
from summarizer.grounding import ground, reconcile, rule_claims
from summarizer.recipe import fingerprint
from summarizer.summary import Provenance, Recipe, Summary, Tokens


def by_rules(article: Article, recipe: Recipe) -> Summary:
    """Return the summary that the rules make of an article, by a recipe whose model is none; pure.

    It refuses no article. What has no rules, such as the speakers in a language whose cue verbs are not
    known, stays open.
    """
    created, started = datetime.now(UTC), time.perf_counter()
    marked = mark(article)
    told = attribute(marked)
    own = own_sentences(marked, told)
    rules = rule_claims(marked, told)
    summary = ground(marked, reconcile(Claims(own.headline, own.abstract), rules, "rules"))
    made = Provenance(
        recipe=recipe,
        fingerprint=fingerprint(recipe),
        created=created.replace(microsecond=0),
        attempts=0,
        tokens=Tokens(input=0, output=0, cached=0),
        cost_usd=Decimal(0),
        seconds=round(time.perf_counter() - started, 3),
        package_version=__version__,
    )
    return summary.model_copy(update={"provenance": made})
