"""What a run does with one article: look whether it is done, ask, keep, and say what came of it."""

import asyncio
import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import pipeline, reading
from summarizer.batch.outcomes import Done, Failed, Job, Outcome, Skipped
from summarizer.batch.output import Failures, Results
from summarizer.batch.sources import STDIN
from summarizer.batch.workers import Workers
from summarizer.batch.writing import GroupReader, GroupWriter
from summarizer.errors import SummarizerError
from summarizer.llm import Meter, Model, allowance
from summarizer.pipeline import cached
from summarizer.prompts import Prompt
from summarizer.recipe import canonical_json, fingerprint
from summarizer.summary import Recipe, Summary

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

    run: cached.Run | None = None
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
        self, prompt: Prompt, model: Model, store: "Store | None", means: Means, workers: Workers
    ) -> None:
        """Prepare; to be made in the event loop that it is used in. Without a store nothing is kept."""
        self._prompt, self._model, self._store, self._means = prompt, model, store, means
        self._workers = workers
        self._recipe = pipeline.recipe(prompt, model.endpoint.model)
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
        outcome = await self._outcome(job)
        if results is not None and isinstance(outcome, Done):
            results.expect(job)
        return outcome

    async def aclose(self) -> None:
        """Let go of the model and of the processes that helped."""
        await self._workers.aclose()
        await self._model.aclose()

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
        return Done(job, summary, asked=meter.attempts > 0, seconds=time.monotonic() - began)

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
            carried = await self._carried_over(job, store) if past.has_earlier else None
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

    def _allowed(self, job: Job) -> cached.Run | None:
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
