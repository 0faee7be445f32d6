"""What a summary gets right of what people marked in the article, as counts that can be added up."""

from collections import Counter
from collections.abc import Mapping

from summarizer.evaluation.gold import GoldArticle
from summarizer.evaluation.judging import Judgement, judge
from summarizer.pipeline.checking import judgements
from summarizer.statistics import Count
from summarizer.summary import Summary

_QUOTES = ("quotes.recall", "quotes.precision", "quotes.exact", "quotes.refused", "speakers.accuracy")
_POSITIONS = ("positions.recall", "positions.party", "positions.stance")
_TELLERS = ("positions.told_by",)
_TARGETS = ("positions.toward",)
_FIGURES = (
    "figures.recall",
    "figures.value",
    "figures.comparator",
    "figures.unit",
    "figures.claimant",
)
_PARTIES = ("parties.recall", "parties.precision", "parties.kind")
SHARES = (*_QUOTES, *_POSITIONS, *_TELLERS, *_TARGETS, *_FIGURES, *_PARTIES)
"""The scores that are a share of 1, where more is better."""
SUPPORTED = "check.supported"
JUDGED = (SUPPORTED, "check.partly", "check.not", "check.contradicted")
"""The shares of items that a model which checked them finds so; more is better of the first alone."""
AMOUNTS = ("seconds", "tokens.input", "tokens.output")
"""What an article takes, where less is better."""


def score(gold: GoldArticle, summary: Summary | None) -> Mapping[str, Count]:
    """Count what `summary` gets right of `gold`; None stands for an article that could not be summarised.

    | score | of these | these are right |
    |---|---|---|
    | `quotes.recall` | gold quotes | all their words are in one quote that is shown |
    | `quotes.precision` | shown quotes, those left open apart | inside a gold quote, or over what is said |
    | `quotes.exact` | shown quotes | the text is what the article has at the anchor |
    | `quotes.refused` | marked words that are nobody's | none of them is shown as a quote |
    | `speakers.accuracy` | shown gold quotes whose speaker has a name | all its speakers have such a name |
    | `positions.recall` | gold positions whose source has a name | one overlaps and has such a holder |
    | `positions.party` | shown positions that overlap a named source's words | all holders are such sources |
    | `positions.stance` | recalled gold positions with stances | one that recalls it has such a stance |
    | `positions.told_by` | recalled gold positions with whoever tells them | one that recalls it says so |
    | `positions.toward` | recalled gold positions with whom they are toward | so is one that recalls it |
    | `figures.recall` | gold figures | a figure that is shown overlaps |
    | `figures.value`, `.comparator`, `.unit` | recalled gold figures | the same value and upper end, … |
    | `figures.claimant` | recalled gold figures that somebody claims | all claimants have such a name |
    | `parties.recall`, `.precision` | gold parties; shown parties | paired one to one by a name or alias |
    | `parties.kind` | paired parties | the same kind |
    | `check.supported`, … | items that a model has checked | it finds so |
    | `seconds`, `tokens.input`, `tokens.output` | the article, if its provenance is known | the amount |

    Whether two names are of one party, `names.same_name` decides. Terms and titles are not shown as quotes.
    The article's own voice counts as a party only where the corpus lists it. What the corpus does not
    annotate is left out, topics among it; what is not right, `misses` lists.
    """
    names = [*_QUOTES, *_POSITIONS]
    names += _TELLERS if any(each.told_by is not None for each in gold.positions) else []
    names += _TARGETS if any(each.toward is not None for each in gold.positions) else []
    names += [] if gold.figures is None else _FIGURES
    names += [] if gold.parties is None else _PARTIES
    counts = dict.fromkeys(names, Count(0, 0))
    for each in judge(gold, summary):
        hits, of = counts[each.score]
        counts[each.score] = Count(hits + each.right, of + 1)
    return counts | _checked(summary) | _cost(summary)


def misses(gold: GoldArticle, summary: Summary | None) -> list[Judgement]:
    """Whatever `score` counts against `summary`, with its place and what should have been there."""
    return [each for each in judge(gold, summary) if not each.right]


def _checked(summary: Summary | None) -> dict[str, Count]:
    verdicts = (
        Counter(f"check.{found.verdict}" for found in judgements(summary)) if summary else Counter[str]()
    )
    return {name: Count(verdicts[name], verdicts.total()) for name in JUDGED if verdicts}


def _cost(summary: Summary | None) -> dict[str, Count]:
    if summary is None or summary.provenance is None:
        return {}
    spent = summary.provenance
    return {
        "seconds": Count(spent.seconds, 1),
        "tokens.input": Count(spent.tokens.input, 1),
        "tokens.output": Count(spent.tokens.output, 1),
    }
