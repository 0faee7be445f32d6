"""Runs side by side: every score with its interval, the paired differences, what falls short of a floor."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from summarizer.errors import UsageError
from summarizer.evaluation.corpus import Picked, Selection, words
from summarizer.evaluation.judging import MissKind
from summarizer.evaluation.keeping import Failure
from summarizer.evaluation.running import Run
from summarizer.evaluation.scores import AMOUNTS, JUDGED, SHARES, SUPPORTED
from summarizer.statistics import Count, Estimate, Paired, difference, estimate

_NO_FLOORS: Mapping[str, float] = {}


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Measured(_Closed):
    """A score or a difference with its 95% interval; null where nothing was there to be counted.

    `hits` of `of` is what was counted; of `seconds` and `tokens` it is the amount, of so many articles.
    """

    value: float | None
    low: float | None
    high: float | None
    hits: float | None = None
    of: int | None = None

    @property
    def significant(self) -> bool:
        """Whether the interval leaves 0 out."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


class FailedArticle(_Closed):
    """An article that has no summary, and why."""

    article: str
    failure: Failure


class RunScores(_Closed):
    """The scores of one run."""

    name: str
    folder: str
    prompt: str
    model: str
    fingerprint: str
    regrounded: bool
    articles: int
    failed: list[FailedArticle]
    scores: dict[str, Measured]


class Difference(_Closed):
    """By how much a run is above another one, on the articles that both answered."""

    before: str
    after: str
    articles: int
    scores: dict[str, Measured]
    significant: list[str]


class Shortfall(_Closed):
    """A score that is under its floor; `value` is null if nothing was there to be counted."""

    run: str
    prompt: str
    score: str
    floor: float
    value: float | None


class Comparison(_Closed):
    """All that an evaluation found, as `summarizer evaluate --json` prints it."""

    format: Literal["evaluation/1"] = "evaluation/1"
    dataset: str
    dataset_articles: int
    fitting_articles: int
    selection: Selection
    articles: int
    words: int
    runs: list[RunScores]
    against: RunScores | None
    differences: list[Difference]
    under: list[Shortfall]


class Miss(_Closed):
    """One thing that is wrong or missing, as `summarizer evaluate --errors` writes it, a JSON line each.

    `spans` are code points of the article, end exclusive, and `text` the
    article's words there; both are empty for a party, which stands in no one place. `failed` tells that the
    article has no summary at all.
    """

    run: str
    prompt: str
    article: str
    score: str
    kind: MissKind
    spans: list[tuple[int, int]]
    text: list[str]
    wanted: list[str]
    shown: list[str]
    failed: bool


def compare_runs(
    picked: Picked,
    runs: Sequence[Run],
    *,
    against: Run | None = None,
    floors: Mapping[str, float] = _NO_FLOORS,
) -> Comparison:
    """Measure runs on picked articles, and each against an earlier one, or else against the first of them."""
    scores = [measure(run) for run in runs]
    base = against or runs[0]
    return Comparison(
        dataset=picked.dataset,
        dataset_articles=picked.corpus,
        fitting_articles=picked.fitting,
        selection=picked.selection,
        articles=len(picked.articles),
        words=sum(words(gold.article.text) for gold in picked.articles),
        runs=scores,
        against=None if against is None else measure(against),
        differences=[compare(base, run) for run in runs if _key(run) != _key(base)],
        under=shortfalls(scores, floors),
    )


def measure(run: Run) -> RunScores:
    """Every score of a run that its corpus can tell."""
    counts = _by_score(list(run.scored.values()))
    facts = run.kept.facts
    return RunScores(
        name=run.name,
        folder=str(run.kept.folder),
        prompt=facts.prompt,
        model=facts.recipe.model,
        fingerprint=facts.fingerprint,
        regrounded=run.regrounded,
        articles=len(run.answers),
        failed=[FailedArticle(article=gold.name, failure=why) for gold, why in run.failed()],
        scores={name: _measured(estimate(each), each) for name, each in counts.items()},
    )


def compare(before: Run, after: Run) -> Difference:
    """How `after` differs from `before`, score by score, on the articles that both have an answer to.

    What an article takes is compared on those that both summarised.
    """
    shared = [name for name in before.scored if name in after.scored]
    scores: dict[str, Measured] = {}
    for score in (*SHARES, *JUDGED, *AMOUNTS):
        pairs = [
            Paired(before.scored[name][score], after.scored[name][score])
            for name in shared
            if score in before.scored[name] and score in after.scored[name]
        ]
        if pairs:
            scores[score] = _measured(difference(pairs))
    return Difference(
        before=before.name,
        after=after.name,
        articles=len(shared),
        scores=scores,
        significant=[score for score, each in scores.items() if each.significant],
    )


def floors(asked: Sequence[str]) -> dict[str, float]:
    """Read floors such as `quotes.recall=0.98`.

    Raises:
        UsageError: if one names no score that is a share, or no number from 0 to 1.
    """
    found = {}
    for each in asked:
        name, _, written = each.partition("=")
        if name not in (*SHARES, SUPPORTED):
            raise UsageError(f"{name!r} is no score; known: {', '.join((*SHARES, SUPPORTED))}")
        try:
            floor = float(written)
        except ValueError:
            floor = -1
        if not 0 <= floor <= 1:
            raise UsageError(f"{each!r}: write a share from 0 to 1, such as {name}=0.98")
        found[name] = floor
    return found


def shortfalls(runs: Sequence[RunScores], asked: Mapping[str, float]) -> list[Shortfall]:
    """The scores whose point estimate is under its floor, or that have none."""
    return [
        Shortfall(run=run.name, prompt=run.prompt, score=name, floor=floor, value=value)
        for run in runs
        for name, floor in asked.items()
        if (value := run.scores[name].value if name in run.scores else None) is None or value < floor
    ]


def list_misses(run: Run) -> Iterator[Miss]:
    """All that is wrong or missing in the answers of a run, article by article."""
    for answered, miss in run.misses():
        article = answered.gold.article
        yield Miss(
            run=run.name,
            prompt=run.kept.facts.prompt,
            article=answered.gold.name,
            score=miss.score,
            kind=miss.kind,
            spans=[(span.start, span.end) for span in miss.spans],
            text=[article.slice(span) for span in miss.spans],
            wanted=list(miss.wanted),
            shown=list(miss.shown),
            failed=answered.failure is not None,
        )


def _key(run: Run) -> tuple[str, bool]:
    return run.name, run.regrounded


def _by_score(scored: Sequence[Mapping[str, Count]]) -> dict[str, list[Count]]:
    """The counts of the articles that have the score, for each score that one of them has."""
    found = {name: [each[name] for each in scored if name in each] for name in (*SHARES, *JUDGED, *AMOUNTS)}
    return {name: counts for name, counts in found.items() if counts}


def _measured(found: Estimate, counts: Sequence[Count] = ()) -> Measured:
    """An estimate, with what was counted for it if it is one of counts."""
    return Measured(
        value=found.value,
        low=found.low,
        high=found.high,
        hits=sum(count.hits for count in counts) if counts else None,
        of=sum(count.of for count in counts) if counts else None,
    )
