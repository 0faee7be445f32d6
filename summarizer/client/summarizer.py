"""An object that summarises many articles; async inside, sync at the edge."""

import asyncio
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer import analysis, pipeline, settings
from summarizer.article import Article
from summarizer.client.calls import ArticleLike, read
from summarizer.client.checking import Checking, checking
from summarizer.client.choice import choose_model, default_prompt, model_name
from summarizer.client.connection import Connection
from summarizer.errors import UsageError
from summarizer.llm import Endpoint, Growth
from summarizer.pipeline import cached, cached_check
from summarizer.pipeline.checking import is_checked
from summarizer.pipeline.chunking import OnStep
from summarizer.prompts import Prompt, PromptLibrary, PromptLike, language_name
from summarizer.summary import Recipe, Summary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
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
        model: a model's name at the endpoint, `local`, the path of a `.gguf` file, or `none` for what the
            rules know without any model; None takes the environment's, see `choose_model`.
        base_url: an OpenAI-compatible endpoint.
        api_key: its key.
        check: a model that is asked of each item whether its evidence carries it, named as `model` is; None
            asks nobody. It may be the same.
        check_base_url: its endpoint; None takes SUMMARIZER_CHECK_BASE_URL, else that of the summariser.
        check_api_key: its key; None takes SUMMARIZER_CHECK_API_KEY, else OPENAI_API_KEY.
        prompt: name, or name@version; a `Path` is a file, tried before it is a version. None goes by the
            model: the newest for an able one, `small@1` for one under four billion parameters.
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
        check: str | None = None,
        check_base_url: str | None = None,
        check_api_key: str | None = None,
        prompt: PromptLike | None = None,
        prompts: Path | None = None,
        context: int | None = None,
        language: str | None = None,
        price: str | None = None,
        log: "RunLog | None" = None,
        store: "Store | str | None" = None,
    ) -> None:
        self.choice = choose_model(model, base_url=base_url, api_key=api_key)
        found = settings.load()
        self._connection = Connection(
            self.choice, context=context or found.context, price=price or found.price, log=log
        )
        self._library = PromptLibrary(prompts or found.prompts)
        self.checking: Checking | None = None
        if check is not None:
            self.checking = checking(
                check,
                base_url=check_base_url,
                api_key=check_api_key,
                library=self._library,
                beside=self._connection,
                log=log,
            )
            self._connection.beside = self.checking.own
        language_name(language)
        self._language = language
        self.prompt: Prompt = self._prompt(prompt or default_prompt(self.choice))
        self._ensure_used(self.prompt)
        self._resources = ExitStack()
        self._store = self._opened(store)

    def watch(self, on_growth: "Callable[[Growth], None]") -> None:
        """Have a model that runs here tell how far its answers are; to be called before the first of them."""
        self._connection.on_growth = on_growth

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

        A summary that is there but for the check is only checked.

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
        if self.choice.is_none and self._store is None and self.checking is None:
            return pipeline.by_rules(read(article), self.recipe(prompt))  # no event loop, for it is quick
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
        where = _place(article, place)
        made = None if fresh else await asyncio.to_thread(self._kept, found, prompt, where)
        if made is None:
            if self.checking is not None:
                await self.checking.checker()  # what cannot be asked is refused before anything is paid for
            made = await self._new(found, where, chosen, on_step, fresh=fresh)
        return await self._checked(found, made)

    async def _new(
        self, article: Article, place: Path | None, prompt: Prompt, on_step: OnStep | None, *, fresh: bool
    ) -> Summary:
        if self._store is None:
            return (await self._make(article, prompt=prompt, on_step=on_step)).summary
        if self.choice.is_none:
            return await cached.by_rules(article, place, recipe=self._recipe(prompt), store=self._store)
        model = await self._connection.model()
        return await cached.summarize(
            article, place, prompt=prompt, model=model, store=self._store, on_step=on_step, fresh=fresh
        )

    def _kept(self, article: Article, prompt: PromptLike | None, place: Path | None) -> Summary | None:
        """The summary that the store has, or can make of that of an earlier text."""
        kept = self.stored(article, prompt=prompt, place=place)
        if kept is not None:
            return kept.summary
        revision = self.revised(article, prompt=prompt, place=place)
        return revision.stored.summary if revision is not None and revision.stored is not None else None

    def is_checked(self, summary: Summary) -> bool:
        """Whether nobody has to be asked any more whether the evidence of a summary carries its items."""
        return self.checking is None or is_checked(summary, self.checking.by)

    async def _check_made(self, article: Article, made: pipeline.Made) -> pipeline.Made | None:
        """What was made with what the model that checks says of it; None if it has said so already."""
        if self.checking is None or self.is_checked(made.summary):
            return None
        checker = await self.checking.checker()
        prepared = await asyncio.to_thread(lambda: checker.prepare(made.summary, analysis.mark(article)))
        checked = await checker.check(prepared)
        replies = (pipeline.Reply("check", raw) for raw in checked.replies)
        return pipeline.Made(checked.summary, (*made.replies, *replies))

    async def _checked(self, article: Article, summary: Summary) -> Summary:
        """The summary with what the model that checks says of its items; a stored one is stored so."""
        if self.checking is None or self.is_checked(summary):
            return summary
        if self._store is None or summary.provenance is None:
            made = await self._check_made(article, pipeline.Made(summary, ()))
            return summary if made is None else made.summary
        checker = await self.checking.checker()
        recipe = summary.provenance.recipe
        found = await cached_check.check(article, recipe=recipe, checker=checker, store=self._store)
        return found or summary

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
        asked or loaded. Ask `stored` first: this is for a text that has no summary yet. What the rules alone
        know is made anew rather than carried over.
        """
        if self._store is None or self.choice.is_none:
            return None
        where, recipe = _place(article, place), self.recipe(prompt)
        return cached.revised(read(article), where, recipe=recipe, store=self._store)

    def recipe(self, prompt: PromptLike | None = None) -> Recipe:
        """What a summary would be made from; the model is neither loaded nor asked.

        Raises:
            SummarizerError: if there is no such prompt, or the model's file is not there.
        """
        return self._recipe(self._prompt(prompt))

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
        checking = self.checking
        target = regeneration.Target(
            self.recipe(prompt),
            chosen,
            self._connection.known_price,
            jobs,
            self._library.purpose,
            None
            if checking is None
            else regeneration.CheckTarget(checking.by, checking.prompt, checking.known_price),
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

        Where a model checks, it is asked about all that is kept and unchecked, in the end.

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
            check=None if self.checking is None else self._check_made,
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
        model_at = None
        if not self.choice.is_none:
            endpoint = await asyncio.to_thread(self._connection.open, terms.concurrency or 1)
            model_at = partial(self._connection.model_at, endpoint)
        if model_at is not None or self.checking is not None:
            # Slow to import: inside the run it would hold up requests that are under way.
            await asyncio.to_thread(import_module, "summarizer.llm.transport")
        return await terms.begin(
            jobs,
            prompt=prompt,
            model_at=model_at,
            checking=self.checking,
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

    async def _make(
        self, article: Article, *, prompt: Prompt, on_step: OnStep | None = None
    ) -> pipeline.Made:
        if self.choice.is_none:
            return pipeline.Made(pipeline.by_rules(article, self._recipe(prompt)), ())
        model = await self._connection.model()
        return await pipeline.make(article, prompt=prompt, model=model, on_step=on_step)

    def _recipe(self, prompt: Prompt) -> Recipe:
        return pipeline.recipe(prompt, model_name(self.choice))

    def _prompt(self, named: PromptLike | None) -> Prompt:
        return self.prompt if named is None else replace(self._library.get(named), language=self._language)

    def _ensure_used(self, prompt: Prompt) -> None:
        """Refuse a prompt that nothing would be asked with.

        Raises:
            UsageError: if no model is asked, and it is another than the default one.
        """
        if self.choice.is_none and prompt.reference != self._prompt(default_prompt(self.choice)).reference:
            raise UsageError(
                f"nobody is asked with {prompt.reference}: 'none' takes no --prompt; leave it out"
            )

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
