"""An object that summarises many articles; async inside, sync at the edge."""

import asyncio
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer import pipeline, settings
from summarizer.article import Article
from summarizer.client.calls import ArticleLike, read
from summarizer.client.choice import choose_model, default_prompt, model_name
from summarizer.client.connection import Connection
from summarizer.errors import UsageError
from summarizer.llm import Endpoint
from summarizer.pipeline import cached
from summarizer.pipeline.chunking import OnStep
from summarizer.prompts import Prompt, PromptLibrary, PromptLike, language_name
from summarizer.summary import Recipe, Summary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
    from decimal import Decimal

    from summarizer.batch import Done, Failed, Job
    from summarizer.batch import Run as BatchRun
    from summarizer.batch.regeneration import Plan, Regeneration, Target
    from summarizer.client.batching import Going, Terms
    from summarizer.evaluation import GoldArticle, KeptRun, Run
    from summarizer.evaluation.running import Report
    from summarizer.llm.tracing import RunLog
    from summarizer.reading import NotRead
    from summarizer.store import Selection, Store, Stored


def _place(article: ArticleLike, place: Path | None) -> Path | None:
    return article if isinstance(article, Path) else place


class Summarizer:
    """Summarises articles with one model, loaded or connected to on first use, and kept.

    Use it as a context manager, `with` or `async with`. Synchronous calls work inside a running event loop
    too.

    Args:
        model: a model's name at the endpoint, `local`, or the path of a `.gguf` file; None takes the
            environment's, see `choose_model`.
        base_url: an OpenAI-compatible endpoint.
        api_key: its key.
        prompt: name, or name@version; a `Path` is a file, tried before it is a version. None goes by the
            model: the newest for an able one, `summary@3` for one under four billion parameters.
        prompts: folder of prompts laid over the shipped ones.
        language: tag of the language that the model's own words are to be in; None for the article's.
            Quotes stay as they are.
        context: tokens the model takes at once, question and answer together; None takes
            SUMMARIZER_CONTEXT, else what the endpoint says. A model that runs here is given as much.
        price: US dollars for a million tokens in and out, as `0.15/0.60`; None takes SUMMARIZER_PRICE, else
            the list of `genai-prices`. A model that runs here costs nothing.
        log: a log that is told of each request.
        store: where summaries are kept, and answered from if article and recipe are the same; its URL, or a
            `Store`. None keeps nothing.
    """

    def __init__(
        self,
        *,
        model: str | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        prompt: PromptLike | None = None,
        prompts: Path | None = None,
        context: int | None = None,
        language: str | None = None,
        price: str | None = None,
        log: "RunLog | None" = None,
        store: "Store | str | None" = None,
    ) -> None:
        self.choice = choose_model(model, base_url=base_url, api_key=api_key)
        self._connection = Connection(self.choice, context=context, price=price, log=log)
        found = settings.load()
        self._library = PromptLibrary(prompts or found.prompts)
        language_name(language)
        self._language = language
        self.prompt: Prompt = self._prompt(prompt or default_prompt(self.choice))
        self._resources = ExitStack()
        self._store = self._opened(store)

    def summarize(
        self,
        article: ArticleLike,
        *,
        prompt: PromptLike | None = None,
        on_step: OnStep | None = None,
        fresh: bool = False,
        place: Path | None = None,
    ) -> Summary:
        """Summarise one article; one that is too long for the model is asked about in parts.

        Args:
            article: what to summarise.
            prompt: name, name@version, or the `Path` of a file; None takes this object's.
            on_step: is told before each request, if the article takes several; in another thread.
            fresh: ask the model also where the store knows the answer, be it by the summary of an earlier
                text at the same place.
            place: the file an `Article` was read from, for the store to keep.

        Raises:
            NotStored: if the summary was made but could not be kept; the error has it.
            SummarizerError: whatever stood in the way; `summarizer.errors` has the tree.
        """
        asked = partial(self.asummarize, prompt=prompt, on_step=on_step, fresh=fresh, place=place)
        return self._connection.wait(asked, article)

    async def asummarize(
        self,
        article: ArticleLike,
        *,
        prompt: PromptLike | None = None,
        on_step: OnStep | None = None,
        fresh: bool = False,
        place: Path | None = None,
    ) -> Summary:
        """`summarize`, awaited."""
        chosen = self._prompt(prompt)
        found = await asyncio.to_thread(read, article)
        if self._store is None:
            return await pipeline.summarize(
                found, prompt=chosen, model=await self._connection.model(), on_step=on_step
            )
        where = _place(article, place)
        if not fresh:
            kept = await asyncio.to_thread(self.stored, found, prompt=prompt, place=where)
            if kept is not None:
                return kept.summary
            revision = await asyncio.to_thread(self.revised, found, prompt=prompt, place=where)
            if revision is not None and revision.stored is not None:
                return revision.stored.summary
        return await cached.summarize(
            found,
            where,
            prompt=chosen,
            model=await self._connection.model(),
            store=self._store,
            on_step=on_step,
            fresh=fresh,
        )

    def stored(
        self, article: ArticleLike, *, prompt: PromptLike | None = None, place: Path | None = None
    ) -> "Stored | None":
        """What the store has for an article by the same recipe, if anything; no model is asked or loaded."""
        if self._store is None:
            return None
        where, recipe = _place(article, place), self.recipe(prompt)
        return cached.stored(read(article), where, recipe=recipe, store=self._store)

    def revised(
        self, article: ArticleLike, *, prompt: PromptLike | None = None, place: Path | None = None
    ) -> cached.Revision | None:
        """What has changed in an article since it was summarised at its place by the same recipe, if it was.

        Where all that the summary says stands in the new text, it is carried over and stored; no model is
        asked or loaded. Ask `stored` first: this is for a text that has no summary yet.
        """
        if self._store is None:
            return None
        where, recipe = _place(article, place), self.recipe(prompt)
        return cached.revised(read(article), where, recipe=recipe, store=self._store)

    def recipe(self, prompt: PromptLike | None = None) -> Recipe:
        """What a summary would be made from; the model is neither loaded nor asked.

        Raises:
            SummarizerError: if there is no such prompt, or the model's file is not there.
        """
        return pipeline.recipe(self._prompt(prompt), model_name(self.choice))

    def plan(
        self,
        *,
        prompt: PromptLike | None = None,
        selection: "Selection | None" = None,
        every: bool = False,
        jobs: int = 1,
    ) -> "Plan":
        """What of the store is not by the recipe of a prompt, why, and what it takes; no model is asked.

        Args:
            prompt: name, or name@version; None takes this object's.
            selection: which articles, by the summaries they have; None means all by prompts of its
                purpose, and those without any summary.
            every: also articles summarised by prompts of another purpose alone.
            jobs: articles at once, for the time it takes.

        Raises:
            SummarizerError: if there is no such prompt or model, or no store.
        """
        from summarizer.batch import regeneration
        from summarizer.store import Selection

        store, target = self._planned(prompt, jobs)
        return regeneration.plan(store, target, selection or Selection(), every=every)

    def regeneration(
        self,
        *,
        prompt: PromptLike | None = None,
        selection: "Selection | None" = None,
        every: bool = False,
        sample: int | None = None,
        seed: int = 0,
        retry_failed: bool = False,
    ) -> "Regeneration":
        """What `regenerate` would do, to be done step by step; the arguments are those."""
        from summarizer.batch import regeneration
        from summarizer.store import Selection

        store, target = self._planned(prompt, 1)
        found = regeneration.Regeneration.of(
            store, target, selection or Selection(), every=every, retry_failed=retry_failed
        )
        return found if sample is None else found.sample(sample, seed=seed)

    def regenerate(
        self,
        *,
        prompt: PromptLike | None = None,
        selection: "Selection | None" = None,
        every: bool = False,
        sample: int | None = None,
        seed: int = 0,
        concurrency: int | None = None,
        budget: "Decimal | None" = None,
        run: str | None = None,
        retry_failed: bool = False,
    ) -> "Iterator[Done | Failed]":
        """Make a summary by the recipe of a prompt for each article of the store that has none; see `plan`.

        What needs no model comes first. Earlier summaries stay, as history. Leaving the loop early ends the
        run; the same call goes on where it stopped.

        Args:
            prompt: name, or name@version; None takes this object's.
            selection: which articles, by the summaries they have; None means all by prompts of its
                purpose, and those without any summary.
            every: also articles summarised by prompts of another purpose alone.
            sample: only so many, spread over where the articles are from.
            seed: which sample.
            concurrency: how many requests may be under way at a time; see `batch`.
            budget: US dollars that the run may cost at most.
            run: the run's name; what is spent under one name counts together.
            retry_failed: ask again about articles that failed for good by this recipe.

        Raises:
            SummarizerError: what stopped the run. An article that fails does not: it comes as a `Failed`.
        """
        from summarizer.batch import Means
        from summarizer.client.batching import Terms, account

        redo = self.regeneration(
            prompt=prompt,
            selection=selection,
            every=every,
            sample=sample,
            seed=seed,
            retry_failed=retry_failed,
        )
        yield from redo.free()
        if not redo.to_ask:
            return
        means = Means(run=account(budget, run), retry_failed=retry_failed, seen=False)
        terms = Terms(concurrency, means=means)
        yield from self.start_batch(redo.jobs(), terms, prompt=prompt).outcomes()

    def _planned(self, prompt: PromptLike | None, jobs: int) -> "tuple[Store, Target]":
        """The store, and what a plan of it aims at.

        Raises:
            UsageError: if there is no store.
        """
        from summarizer.batch import regeneration

        if self._store is None:
            raise UsageError("a plan is made of a store; name it, as store='sqlite:///news.db'")
        chosen = self._prompt(prompt)
        _ = chosen.format  # a prompt that makes no summary is refused
        target = regeneration.Target(
            self.recipe(prompt), chosen, self._connection.known_price, jobs, self._library.purpose
        )
        return self._store, target

    def evaluate(
        self,
        articles: "Sequence[GoldArticle]",
        *,
        keep: "KeptRun",
        prompt: PromptLike | None = None,
        jobs: int = 1,
        retry_failed: bool = False,
        report: "Report" = lambda _: None,
    ) -> "Run":
        """Summarise annotated articles, keep each answer as it comes, and ask for none twice.

        `evaluation.run` has what the arguments are; `keep` must be of `self.recipe(prompt)`.

        Raises:
            SummarizerError: if nothing more can be asked, or kept. Call again to go on from there.
        """
        from summarizer import evaluation

        if keep.facts.recipe != self.recipe(prompt):
            raise UsageError(f"the run {keep.name} was made with another prompt or model")
        ask = partial(self._make, prompt=self._prompt(prompt))
        work = partial(
            evaluation.run,
            articles,
            ask=ask,
            keep=keep,
            jobs=jobs,
            retry_failed=retry_failed,
            report=report,
        )
        return self._connection.wait(work)

    def batch(
        self,
        articles: "Iterable[ArticleLike]",
        *,
        prompt: PromptLike | None = None,
        concurrency: int | None = None,
        budget: "Decimal | None" = None,
        run: str | None = None,
        retry_failed: bool = False,
        fresh: bool = False,
    ) -> "Iterator[Done | Failed]":
        """Summarise many articles, and give each as it is done; the order is not that of the articles.

        Leaving the loop early, or closing the iterator, ends the run; what was asked about then counts as not
        done. With a store, articles it has a summary of are answered from there.

        Args:
            articles: read one at a time, a few ahead.
            prompt: name, or name@version; None takes this object's.
            concurrency: how many requests may be under way at a time, fewer where the endpoint is busy. None
                means 16 at an endpoint, and 1 with a model that runs here.
            budget: US dollars that the run may cost at most, over all processes and restarts; needs a store.
            run: the run's name; what is spent under one name counts together.
            retry_failed: ask again about articles that failed for good before.
            fresh: ask also where the store knows the answer.

        Raises:
            UsageError: if a budget cannot be kept.
            SummarizerError: what stopped the run, once all that was in hand has ended. An article that fails
                does not: it comes as a `Failed`.
        """
        from summarizer.batch import Means
        from summarizer.client.batching import Terms, account, jobs_of

        means = Means(run=account(budget, run), retry_failed=retry_failed, fresh=fresh)
        terms = Terms(concurrency, means=means)
        yield from self.start_batch(jobs_of(articles), terms, prompt=prompt).outcomes()

    async def abatch(
        self,
        articles: "Iterable[ArticleLike]",
        *,
        prompt: PromptLike | None = None,
        concurrency: int | None = None,
        budget: "Decimal | None" = None,
        run: str | None = None,
        retry_failed: bool = False,
        fresh: bool = False,
    ) -> "AsyncIterator[Done | Failed]":
        """`batch`, awaited."""
        from summarizer.batch import Means
        from summarizer.client.batching import Terms, account, ended, jobs_of

        means = Means(run=account(budget, run), retry_failed=retry_failed, fresh=fresh)
        terms = Terms(concurrency, means=means)
        going = await self._begin(jobs_of(articles), terms, self._prompt(prompt))
        try:
            while some := await going.some():
                for one in ended(some):
                    yield one
        finally:
            await going.aclose()

    def start_batch(
        self, jobs: "Iterable[Job | NotRead]", terms: "Terms", *, prompt: PromptLike | None = None
    ) -> "Going":
        """Start a run whose outcomes the caller fetches, and which it may stop."""
        from summarizer.client.batching import Going

        return Going(
            self._connection.wait(self._begin, jobs, terms, self._prompt(prompt)), self._connection.wait
        )

    async def _begin(self, jobs: "Iterable[Job | NotRead]", terms: "Terms", prompt: Prompt) -> "BatchRun":
        endpoint = await asyncio.to_thread(self._connection.open, terms.concurrency or 1)
        # Slow to import: inside the run it would hold up requests that are under way.
        await asyncio.to_thread(import_module, "summarizer.llm.transport")
        return terms.begin(
            jobs,
            prompt=prompt,
            model_at=partial(self._connection.model_at, endpoint),
            store=self._store,
            local=self.choice.is_local,
            processes=self._connection.processes,
        )

    def open(self) -> Endpoint:
        """Load or find the model now rather than on first use, and say where it answers.

        Raises:
            ModelUnavailable: if it cannot be had.
        """
        return self._connection.open()

    def close(self) -> None:
        """Let go of the model, its connections, and the store that was opened."""
        try:
            self._connection.close()
        finally:
            self._resources.close()

    async def aclose(self) -> None:
        """`close`, awaited, for use inside an event loop."""
        try:
            await self._connection.aclose()
        finally:
            await asyncio.to_thread(self._resources.close)

    async def _make(self, article: Article, *, prompt: Prompt) -> pipeline.Made:
        return await pipeline.make(article, prompt=prompt, model=await self._connection.model())

    def _prompt(self, named: PromptLike | None) -> Prompt:
        return self.prompt if named is None else replace(self._library.get(named), language=self._language)

    def _opened(self, store: "Store | str | None") -> "Store | None":
        if not isinstance(store, str):
            return store
        from summarizer.store import Store  # slow to import

        return self._resources.enter_context(Store.open(store))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
