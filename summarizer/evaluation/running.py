"""Runs: a model's summaries of annotated articles, asked for once, kept at once, scored whenever wanted."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from summarizer import pipeline
from summarizer.article import Article
from summarizer.errors import ContextExceeded, ReplyError, UsageError
from summarizer.evaluation.corpus import Picked
from summarizer.evaluation.gold import GoldArticle
from summarizer.evaluation.judging import Judgement
from summarizer.evaluation.keeping import Failure, KeptRun, find_run
from summarizer.evaluation.scores import misses, score
from summarizer.pipeline import Made
from summarizer.statistics import Count
from summarizer.summary import Summary

Ask = Callable[[Article], Awaitable[Made]]
"""How an article is summarised; its errors are those of `pipeline.make`."""
Check = Callable[[Article, Made], Awaitable[Made | None]]
"""How a summary is checked; None where it was already."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An article with what became of it."""

    gold: GoldArticle
    outcome: Made | Failure

    @property
    def summary(self) -> Summary | None:
        """The summary, or None for an article that failed."""
        return self.outcome.summary if isinstance(self.outcome, Made) else None

    @property
    def failure(self) -> Failure | None:
        """Why it failed, or None."""
        return self.outcome if isinstance(self.outcome, Failure) else None


Report = Callable[[Answered], None]
"""Called for each article as its answer comes, in the event loop's thread."""


@dataclass(frozen=True)
class Run:
    """One recipe's answers to articles of a corpus, in the order of the corpus.

    `regrounded` tells that they are grounded by the code of today, whatever was kept.
    """

    kept: KeptRun
    answers: tuple[Answered, ...]
    regrounded: bool = False

    @property
    def name(self) -> str:
        """The name it is kept by."""
        return self.kept.name

    @cached_property
    def scored(self) -> Mapping[str, Mapping[str, Count]]:
        """The counts of each article, by the article's name; one that failed recalls nothing."""
        return {each.gold.name: score(each.gold, each.summary) for each in self.answers}

    def failed(self) -> list[tuple[GoldArticle, Failure]]:
        """The articles without a summary, and why."""
        return [(each.gold, each.failure) for each in self.answers if each.failure is not None]

    def misses(self) -> Iterator[tuple[Answered, Judgement]]:
        """Each thing that is wrong or missing, with the article it is of."""
        for each in self.answers:
            for miss in misses(each.gold, each.summary):
                yield each, miss


async def run(
    articles: Sequence[GoldArticle],
    *,
    ask: Ask,
    keep: KeptRun,
    jobs: int = 1,
    retry_failed: bool = False,
    report: Report = lambda _: None,
    check: Check | None = None,
) -> Run:
    """Summarise articles that are not yet answered in `keep`, and keep each answer as it comes.

    An article that the model cannot do counts as a failure and is kept as one. Whatever else goes wrong ends
    the run; call again with the same `keep` to go on.

    Args:
        articles: what to ask about.
        ask: how; called for several at once if `jobs` is above 1.
        keep: where answers are kept.
        jobs: articles at once.
        retry_failed: ask again about articles that failed before.
        report: told of each article that was asked about.
        check: how all summaries are checked, once they are there; None checks none.

    Raises:
        ModelUnavailable: if nothing can be asked.
        Stopped: if an answer cannot be kept, or the endpoint wants to be asked later.
        RunMalformed: if a kept answer cannot be read.
    """
    asked = waiting(articles, keep, retry_failed=retry_failed)

    async def answer(gold: GoldArticle) -> None:
        outcome = await _outcome(ask, gold.article)
        keep.keep(gold, outcome)
        report(Answered(gold, outcome))

    await _each(asked, answer, jobs)
    if check is not None:
        await _each(articles, partial(_check, check, keep), jobs)
    return load(articles, keep)


async def _check(check: Check, keep: KeptRun, gold: GoldArticle) -> None:
    answer = keep.answer(gold)
    if answer is not None and isinstance(answer.outcome, Made):
        checked = await check(gold.article, answer.outcome)
        if checked is not None:
            keep.keep(gold, checked)


def waiting(
    articles: Sequence[GoldArticle], keep: KeptRun, *, retry_failed: bool = False
) -> list[GoldArticle]:
    """The articles that `run` would ask about.

    Raises:
        RunMalformed: if a kept answer cannot be read.
    """
    answers = [(gold, keep.answer(gold)) for gold in articles]
    return [
        gold for gold, answer in answers if answer is None or (retry_failed and answer.failure is not None)
    ]


def load(articles: Sequence[GoldArticle], keep: KeptRun, *, reground: bool = False) -> Run:
    """The kept answers to articles; those without one are left out. No model is asked.

    Args:
        articles: the articles.
        keep: where the answers are kept; nothing is written there.
        reground: ground the model's replies again with the code of today. A reply that no longer can be
            is a failure.

    Raises:
        RunMalformed: if a kept answer cannot be read.
    """
    found = [(gold, answer.outcome) for gold in articles if (answer := keep.answer(gold)) is not None]
    if reground:
        found = [(gold, _grounded_again(gold, outcome)) for gold, outcome in found]
    return Run(keep, tuple(Answered(gold, outcome) for gold, outcome in found), reground)


def load_earlier(picked: Picked, named: str, runs: Path) -> Run:
    """The kept run that `find_run` finds, on picked articles.

    Raises:
        UsageError: if there is no such run, or it has an answer to none of the articles.
        RunMalformed: if it cannot be read.
    """
    found = load(picked.articles, find_run(named, runs, dataset=picked.dataset))
    if not found.answers:
        raise UsageError(f"the run {found.name} has an answer to none of these articles")
    return found


def _grounded_again(gold: GoldArticle, outcome: Made | Failure) -> Made | Failure:
    if isinstance(outcome, Failure):
        return outcome
    try:
        return pipeline.reground(gold.article, outcome)
    except ReplyError as error:
        return Failure.of(error)


async def _each(
    articles: Sequence[GoldArticle], do: Callable[[GoldArticle], Awaitable[None]], jobs: int
) -> None:
    """Do something with each article, with some at once."""
    queue = iter(articles)

    async def work() -> None:
        for gold in queue:
            await do(gold)

    workers = [asyncio.create_task(work()) for _ in range(min(jobs, len(articles)))]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)


async def _outcome(ask: Ask, article: Article) -> Made | Failure:
    try:
        return await ask(article)
    except (ReplyError, ContextExceeded) as error:
        return Failure.of(error)
