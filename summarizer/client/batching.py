"""A run over many articles, as a caller plans it and fetches from it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer import reading
from summarizer.article import Article
from summarizer.batch import Desk, Done, Failed, Job, Means, Outcome, Run, Skipped, Workers
from summarizer.client.calls import ArticleLike, read
from summarizer.client.checking import Checking
from summarizer.errors import NotAnArticle, SummarizerError, UsageError
from summarizer.llm import Endpoint, Limiter, Model
from summarizer.pipeline import kept_attempts
from summarizer.prompts import Prompt
from summarizer.reading import NotRead

if TYPE_CHECKING:
    from summarizer.store import Store

AT_AN_ENDPOINT = 16
"""Requests at a time, unless told otherwise."""
_UNNAMED = "batch"
_MINUTES = 5
_USUAL = 5000
"""Tokens of a usual request and its answer."""
_MANY = 100_000


@dataclass(frozen=True, slots=True)
class Terms:
    """How a run goes about its articles.

    Attributes:
        concurrency: requests under way at a time; None leaves it to the model.
        rpm: requests a minute; None means no bound.
        tpm: tokens a minute, in and out.
        deadline: seconds after which no article is begun.
        means: budgets and files of the run, and what it asks about again.
    """

    concurrency: int | None = None
    rpm: int | None = None
    tpm: int | None = None
    deadline: float | None = None
    means: Means = field(default=Means())

    async def begin(
        self,
        jobs: Iterable[Job | NotRead],
        *,
        prompt: Prompt,
        model_at: Callable[[Limiter], Model] | None,
        checking: Checking | None,
        store: "Store | None",
        local: bool,
        processes: int | None,
    ) -> Run:
        """Begin the run; to be called in the event loop that it goes on in.

        Args:
            jobs: the articles.
            prompt: how they are summarised.
            model_at: a model that keeps to a limiter; the run closes it. None asks none.
            checking: who checks the summaries, if anybody does.
            store: where summaries are kept.
            local: the model runs in this process.
            processes: to work in, at most; see `Workers`.

        Raises:
            ModelUnavailable: if the model that checks cannot be had.
            UsageError: if a budget could not be kept.
        """
        most = self.concurrency or (1 if local else AT_AN_ENDPOINT)
        model = model_at(Limiter(most, rpm=self.rpm, tpm=self.tpm)) if model_at else None
        checker = None
        if checking is not None:
            at_once = self.concurrency or (1 if checking.choice.is_local else AT_AN_ENDPOINT)
            limiter = Limiter(at_once, rpm=self.rpm, tpm=self.tpm)
            checker = await checking.checker_beside(model, limiter)
        asked = (model, checker.model if checker else None)
        self._ensure_kept([one.endpoint for one in asked if one is not None], store)
        # Some more than may be under way: the next are marked and the last stored meanwhile.
        width = min(most + max(1, most // 4), self._soon())
        desk = Desk(prompt, model, store, self.means, Workers(prompt, processes), checker)
        return Run(jobs, desk, width=width, seconds=self.deadline, closing=desk.aclose)

    def _soon(self) -> int:
        """How many articles get their turn within some minutes; who waits too long for one is given up."""
        by_requests = _MINUTES * self.rpm if self.rpm else _MANY
        by_tokens = max(1, _MINUTES * self.tpm // _USUAL) if self.tpm else _MANY
        return min(by_requests, by_tokens)

    def _ensure_kept(self, endpoints: Iterable[Endpoint], store: "Store | None") -> None:
        account = self.means.run
        if account is None or not account.is_bounded:
            return
        if store is None:
            raise UsageError("a budget is kept in the store, also over restarts; leave out --no-store")
        if self.means.fresh:
            raise UsageError("a budget and --fresh do not go together; leave one out")
        if account.budget_usd is not None:
            for endpoint in endpoints:
                kept_attempts.price_of(endpoint)


class Going:
    """A run that goes on in another thread than the one that fetches from it."""

    def __init__(self, run: Run, wait: Callable[..., Any]) -> None:
        """`wait` runs a coroutine function where the run is, and waits for it."""
        self._run, self._wait = run, wait

    def some(self) -> list[Outcome]:
        """See `Run.some`."""
        found: list[Outcome] = self._wait(self._run.some)
        return found

    def outcomes(self) -> Iterator[Done | Failed]:
        """What comes of each article until the end; leaving the loop early ends the run."""
        try:
            while some := self.some():
                yield from ended(some)
        finally:
            self.close()

    def stop(self, error: SummarizerError, *, grace: float) -> None:
        """See `Run.stop`; returns at once, so that a signal's handler may call it."""
        self._run.loop.call_soon_threadsafe(partial(self._run.stop, error, grace=grace))

    def close(self) -> None:
        """See `Run.aclose`."""
        if not self._run.loop.is_closed():
            self._wait(self._run.aclose)


def account(budget: "Decimal | float | str | None", run: str | None) -> kept_attempts.Run | None:
    """What a run may cost in US dollars, counted under a name; None where neither is given."""
    if budget is None and run is None:
        return None
    return kept_attempts.Run(run or _UNNAMED, None if budget is None else Decimal(str(budget)))


def ended(outcomes: Iterable[Outcome]) -> Iterator[Done | Failed]:
    """Those that have a summary or a reason why there is none."""
    return (one for one in outcomes if not isinstance(one, Skipped))


def jobs_of(articles: Iterable[ArticleLike]) -> Iterator[Job | NotRead]:
    """The articles, each read when it is asked for.

    Raises:
        TypeError: if it is one article rather than several.
    """
    if isinstance(articles, str | bytes | Path | Article):
        raise TypeError(f"a batch takes several articles, as a list, not one {type(articles).__name__}")
    return _read_each(articles)


def _read_each(articles: Iterable[ArticleLike]) -> Iterator[Job | NotRead]:
    for number, article in enumerate(articles, start=1):
        path = article if isinstance(article, Path) else None
        source = str(article) if path or (isinstance(article, str) and reading.is_url(article)) else ""
        try:
            yield Job(read(article), source, path=path)
        except NotAnArticle as error:
            yield NotRead(error.source, None if source else number, error.problem)
