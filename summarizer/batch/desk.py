"""What a run does with one article: look whether it is done, ask, keep, and say what came of it."""

import asyncio
import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import pipeline, reading
from summarizer.analysis import mark
from summarizer.batch.outcomes import CheckTook, Done, Failed, Job, Outcome, Skipped
from summarizer.batch.output import Failures, Results
from summarizer.batch.sources import STDIN
from summarizer.batch.workers import Workers
from summarizer.batch.writing import GroupReader, GroupWriter
from summarizer.errors import ArticleClaimed, BudgetSpent, SummarizerError
from summarizer.llm import Meter, Model, allowance
from summarizer.pipeline import cached, cached_check, kept_attempts
from summarizer.pipeline.checking import Checker, is_checked
from summarizer.prompts import Prompt
from summarizer.recipe import canonical_json, fingerprint
from summarizer.summary import NO_MODEL, Recipe, Summary

if TYPE_CHECKING:
    from summarizer.store import Store


@dataclass(frozen=True, slots=True)
class Means:
    """What a run may spend, where its results go, and what it asks about again.

    Attributes:
        run: name and budgets; None sets no bound.
        results: a file that has some of the articles already.
        failures: a file that tells of articles that failed for good.
        retry_failed: ask also about those.
        fresh: ask also where the store knows the answer.
        seen: the articles were just read at their places; False for those that come from the store.
    """

    run: kept_attempts.Run | None = None
    results: Results | None = None
    failures: Failures | None = None
    retry_failed: bool = False
    fresh: bool = False
    seen: bool = True


class FailedBefore(SummarizerError):
    """The article failed for good in an earlier run; its message is that of then, after the fault."""

    stops_the_run = False
    retriable = False


class Desk:
    """Summarises one article after the other, or many together, with one prompt and one model."""

    def __init__(
        self,
        prompt: Prompt,
        model: Model | None,
        store: "Store | None",
        means: Means,
        workers: Workers,
        checker: Checker | None = None,
    ) -> None:
        """Prepare; to be made in the event loop that it is used in.

        Without a store nothing is kept; without a model a summary says what the rules alone know; without a
        checker none is checked.
        """
        self._checker = checker
        self._unchecked: dict[str, Done] = {}
        """Of articles in hand: those whose summary was made in this run and waits for its check."""
        self._prompt, self._model, self._store, self._means = prompt, model, store, means
        self._workers = workers
        self._recipe = pipeline.recipe(prompt, model.endpoint.model if model else NO_MODEL)
        self._fingerprint = fingerprint(self._recipe)
        self._write = GroupWriter(store) if store is not None else None
        self._read = GroupReader(store) if store is not None else None

    async def __call__(self, job: Job) -> Outcome:
        """What comes of an article.

        Raises:
            ArticleClaimed: if another process is making its summary.
            BudgetSpent: if the run cannot afford it now.
            SummarizerError: if nothing more can be done in this run.
        """
        results = self._means.results
        if results is not None and job in results:
            return Skipped(job)
        outcome = self._unchecked.pop(job.article.id, None) or await self._outcome(job)
        if self._checker is not None and isinstance(outcome, Done):
            outcome = await self._checked(outcome, self._checker)
        if results is not None and isinstance(outcome, Done):
            results.expect(job)
        return outcome

    async def aclose(self) -> None:
        """Let go of the model and of the processes that helped."""
        await self._workers.aclose()
        for model in (self._model, self._checker.model if self._checker else None):
            if model is not None:
                await model.aclose()

    async def _outcome(self, job: Job) -> Outcome:
        began = time.monotonic()
        known = None if self._means.fresh else await self._known(job)
        if known is not None:
            return known
        meter = Meter()
        try:
            summary = await self._summary(job, meter)
        except SummarizerError as error:
            if error.stops_the_run:
                raise
            seconds = time.monotonic() - began
            return Failed(job, error, meter.attempts, retriable=error.retriable, seconds=seconds)
        is_new = meter.attempts > 0 or self._model is None
        return Done(job, summary, asked=is_new, seconds=time.monotonic() - began)

    async def _checked(self, done: Done, checker: Checker) -> Done:
        """The same with what the model that checks says of the items, unless it has said so before."""
        if is_checked(done.summary, checker.by):
            return done
        began, meter, article = time.monotonic(), Meter(), done.article
        try:
            if self._store is None or self._write is None:
                prepared = await asyncio.to_thread(lambda: checker.prepare(done.summary, mark(article)))
                summary = (await checker.check(prepared, meter)).summary
            else:
                summary = (
                    await cached_check.check(
                        article,
                        recipe=self._recipe,
                        checker=checker,
                        store=self._store,
                        run=self._means.run,
                        meter=meter,
                        write=self._write,
                    )
                    or done.summary
                )
        except (ArticleClaimed, BudgetSpent):
            if done.asked:  # its turn comes again, and what it took is to be told then
                self._unchecked[article.id] = done
            raise
        price = checker.model.endpoint.known_price
        return replace(
            done,
            summary=summary,
            seconds=done.seconds + time.monotonic() - began,
            check=CheckTook(meter.attempts, meter.tokens, price.cost(meter.tokens) if price else None),
        )

    async def _known(self, job: Job) -> Outcome | None:
        """The summary that the store has, or why there was none the last time."""
        from summarizer.store import Source

        found = None
        store = self._store
        if store is not None and self._write is not None and self._read is not None:
            source = Source.of(job.article, job.path)
            past = await self._read(store.past, job.article, source, self._fingerprint)
            if past.current is not None:
                if self._means.seen:
                    await self._write(store.seen, job.article, source)
                return Done(job, past.current.summary, asked=False)
            may_carry = past.has_earlier and self._model is not None
            carried = await self._carried_over(job, store) if may_carry else None
            if carried is not None:
                return carried
            if not self._means.retry_failed:
                last = past.failure
                found = (last.fault, last.message) if last is not None and not last.retriable else None
        if found is None and self._means.failures is not None and not self._means.retry_failed:
            found = self._means.failures.before(job)
        return None if found is None else Failed(job, FailedBefore(": ".join(found)), before=True)

    async def _carried_over(self, job: Job, store: "Store") -> Done | None:
        """The summary of the article's earlier text at its place, if all that it says stands there still."""
        found = await asyncio.to_thread(
            cached.revised, job.article, job.path, recipe=self._recipe, store=store
        )
        kept = found and found.stored
        return Done(job, kept.summary, asked=False) if kept else None

    async def _summary(self, job: Job, meter: Meter) -> Summary:
        prompt, model = self._prompt, self._model
        if model is None:
            return await self._by_rules(job)
        ready = await self._workers.prepare(job.article)
        if self._store is None or self._write is None:
            return (await pipeline.make(ready, prompt=prompt, model=model, meter=meter)).summary
        return await cached.summarize(
            ready,
            job.path,
            prompt=prompt,
            model=model,
            store=self._store,
            fresh=self._means.fresh,
            run=self._allowed(job),
            meter=meter,
            write=self._write,
            seen=self._means.seen,
        )

    async def _by_rules(self, job: Job) -> Summary:
        recipe, store, write = self._recipe, self._store, self._write
        if store is None or write is None:
            return await asyncio.to_thread(pipeline.by_rules, job.article, recipe)
        return await cached.by_rules(
            job.article, job.path, recipe=recipe, store=store, write=write, seen=self._means.seen
        )

    def _allowed(self, job: Job) -> kept_attempts.Run | None:
        """The run with what is to be set aside for an article; only that much may then be sent for it."""
        run = self._means.run
        if run is None or not run.is_bounded:
            return run
        requests = allowance.requests_for(job.article.text)
        allowance.current.set(allowance.Allowance(requests))
        return replace(run, requests=requests)


def run_name(sources: Sequence[str], recipe: Recipe, out: Path | None) -> str:
    """What a run is called whose user gives it no name: the same sources, recipe and output, the same run."""
    places = [
        name if name == STDIN or reading.is_url(name) else str(Path(name).absolute()) for name in sources
    ]
    told = [places, fingerprint(recipe), str(out.absolute()) if out else None]
    return "batch-" + hashlib.sha256(canonical_json(told).encode()).hexdigest()[:12]
