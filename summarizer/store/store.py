"""The store, as everything above it sees it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from summarizer.article import Article
from summarizer.errors import NotASummary
from summarizer.recipe import fingerprint
from summarizer.review import Review
from summarizer.store import (
    articles,
    attempts,
    budgets,
    reviews,
    summaries,
    transfer,
    upkeep,
    versions,
)
from summarizer.store.addresses import address, ensure_place
from summarizer.store.database import PATIENCE, Database
from summarizer.store.lines import parse
from summarizer.store.questions import Questions
from summarizer.store.records import (
    Begun,
    Claim,
    Failure,
    Imported,
    Known,
    Said,
    Sending,
    Source,
    Stored,
    Taken,
)
from summarizer.summary import Check, Summary

Result = TypeVar("Result")
_AT_ONCE = 100  # summaries in one transaction: few waits for the disk, and others get their turn


class Store(Questions):
    """Summaries with their articles and all that is known of how they were made.

    Several processes and threads may use one store at a time. Each call is a transaction of its own: what a
    call that returned has stored is on the disk.

    All calls raise `Stopped` errors (`StoreBusy`, `StoreFull`, `StoreLost`) where the same call may work
    later, and `ConfigurationError`s where something has to be put right first.
    """

    @classmethod
    def open(cls, url: str | None = None, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """Open a store, and make it if it is a new SQLite file.

        Args:
            url: `sqlite:///file.db` or `postgresql://user:password@host/database`; None is the store in the
                user's data folder.
            create: False refuses a file that is not there.
            patience: seconds to wait for another process that writes.

        Raises:
            ConfigurationError: if there is no usable store; the subclass says why.
            Stopped: if it is locked for longer than that, or its disk is full.
        """
        found = address(url)
        ensure_place(found, create=create)
        store = cls(Database(found, patience=patience))
        try:
            versions.ensure_current(store._database)
        except BaseException:
            store.close()
            raise
        return store

    @staticmethod
    def upgrade(url: str | None = None) -> versions.Upgraded:
        """Bring a store's tables up to this version, or make them; an SQLite file is copied first.

        Raises:
            ConfigurationError: if they are a newer version's or another program's, or may not be changed.
            Stopped: if the store is locked, or there is no room for the copy.
        """
        found = address(url)
        ensure_place(found, create=True)
        database = Database(found)
        try:
            return versions.upgrade(database)
        finally:
            database.close()

    @property
    def address(self) -> str:
        """Where it is, without a password."""
        return str(self._database.address)

    def close(self) -> None:
        """Close its connections."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def together(self, calls: Iterable[Callable[[], Result]]) -> list[Result]:
        """Make calls of this store that write, in one transaction: one wait for the disk for all.

        Raises:
            Exception: what the first call that fails raises; none of them has stored anything then.
        """
        return self._database.together(calls)

    def claim(self, sending: Sending) -> Claim:
        """Take on a summary, unless it is there or another process is at it, or the run cannot afford it.

        Of all processes that claim the same article for the same recipe one at a time is let; the claims of a
        process of this machine that has ended count no more, those of others until their time is over. What
        is reserved and spent under one name of a run is never more than its budget, as long as no request
        takes more than was reserved for it.
        """
        with self._sending(sending) as (connection, wanted):
            made = _made_already(connection, wanted)
            stands_in_the_way = made or budgets.reserve(connection, sending)
            return stands_in_the_way or Begun(attempts.begin(connection, sending, wanted))

    def begin(self, sending: Sending) -> int:
        """Note that a request is about to leave, whoever else is at it; the number of the attempt.

        It belongs to no run, for it asks for no part of a budget.
        """
        with self._sending(sending) as (connection, wanted):
            attempts.lose_overdue(connection, wanted)
            return attempts.begin(connection, replace(sending, run=None), wanted)

    @contextmanager
    def _sending(self, sending: Sending) -> Iterator[tuple[Connection, attempts.Wanted]]:
        now = _now()
        with self._database.writing() as connection:
            made_by = fingerprint(sending.recipe)
            known, recipe = summaries.rows_of(connection, sending.article.id, made_by)
            article = articles.keep_as(connection, known, sending.article, sending.source, now)
            if recipe is None:
                recipe = summaries.keep_recipe(connection, sending.recipe, made_by)
            yield connection, attempts.Wanted(article, recipe, now, is_new=known is None)

    def settle(self, attempt: int, summary: Summary, replies: Sequence[Said]) -> str | None:
        """Store what an attempt gave, all of it or nothing.

        Returns:
            the summary's id, or None if its article was forgotten meanwhile.

        Raises:
            ValueError: if the summary does not say how it was made.
        """
        made, now = summaries.made(summary), _now()
        with self._database.writing() as connection:
            begun = attempts.find(connection, attempt)
            if begun is None:
                return None
            attempts.settle(connection, begun, made, replies, now)
            belongs = summaries.Belongings(begun.article, begun.recipe, attempt)
            return summaries.keep(connection, summary, belongs, stored=now)

    def keep_check(
        self, attempt: int, checked_id: str, summary: Summary, check: Check, replies: Sequence[Said]
    ) -> Stored | None:
        """Store what an attempt found of the items of a summary, all of it or nothing.

        The summary with its verdicts takes the place of the one that was checked, and its review marks with
        it; that one stays as history.

        Args:
            attempt: which attempt.
            checked_id: the summary that was checked.
            summary: the same with the verdicts.
            check: what this attempt took.
            replies: what the model replied.

        Returns:
            the summary as it is kept, or None if its article was forgotten meanwhile.
        """
        now = _now()
        with self._database.writing() as connection:
            begun = attempts.find(connection, attempt)
            if begun is None:
                return None
            attempts.settle(connection, begun, check, replies, now)
            return summaries.keep_checked(connection, checked_id, summary, stored=now)

    def seen(self, article: Article, source: Source) -> None:
        """Note that an article was read at a place."""
        with self._database.writing() as connection:
            articles.keep(connection, article, source, _now())

    def adopt(self, article: Article, source: Source | None, summary: Summary) -> Stored:
        """Store a summary that no model was asked for, at an article just read at a place, if it was.

        It was carried over from an earlier text of the article, or made by rules.

        Where there is a current summary of the article by the same recipe, which another process may just
        have stored, that one stays and is given back.

        Raises:
            ValueError: if the summary is of another article, or does not say how it was made.
        """
        if summary.article.id != article.id:
            raise ValueError("the summary is of another article")
        now = _now()
        with self._database.writing() as connection:
            key = articles.keep(connection, article, source, now)
            return summaries.keep_unless_known(connection, summary, key, None, stored=now)

    def replayed(self, summary_id: str, summary: Summary) -> Stored:
        """Store what the kept replies of a summary give today; it shares that one's attempt.

        Where there is a current summary of the article by the same recipe, which another process may just
        have stored, that one stays and is given back.

        Raises:
            NotInStore: if the earlier summary is gone.
            ValueError: if the summary does not say how it was made.
        """
        with self._database.writing() as connection:
            before = articles.summary(connection, summary_id)
            attempt = summaries.attempt(connection, before.key)
            return summaries.keep_unless_known(connection, summary, before.article, attempt, stored=_now())

    def fail(self, attempt: int, failure: Failure) -> None:
        """Note that an attempt gave nothing, and why."""
        with self._database.writing() as connection:
            begun = attempts.find(connection, attempt)
            if begun is not None:
                attempts.fail(connection, begun, failure, _now())

    def review(self, summary_id: str, review: Review) -> None:
        """Add a review mark to a summary.

        Raises:
            NotInStore: if there is none of that id.
            UsageError: if it has no such item.
        """
        with self._database.writing() as connection:
            row = articles.summary(connection, summary_id)
            reviews.ensure_item(summaries.read(connection, row.key).summary, review.item)
            reviews.keep(connection, row.key, review, _now())

    def import_(
        self,
        lines: Iterable[str | bytes],
        *,
        source: str = "input",
        on_refused: Callable[[NotASummary], None] | None = None,
    ) -> Iterator[Imported]:
        """Store the lines of an export, some at a time; what is there already stays as it is.

        A line is refused if it is none, or its summary says of its article what `verify` finds untrue; then
        nothing of it is stored.

        Args:
            lines: what `export` gave.
            source: what to call them in errors, which name it and the line's number.
            on_refused: is told of each line that is refused, and the others are stored.

        Yields:
            what has been done so far, each time that is on the disk.

        Raises:
            NotASummary: at the first line that is refused, if nobody wants to be told.
        """
        found, added, known = parse(lines, source=source, on_refused=on_refused), 0, 0
        while some := list(islice(found, _AT_ONCE)):
            with self._database.writing() as connection:
                new = sum(transfer.keep(connection, one) for one in some)
            added, known = added + new, known + len(some) - new
            yield Imported(added, known)

    def forget(self, article_ids: Sequence[str]) -> int:
        """Delete articles with all that came of them, so that none of their words is left; says how many.

        Raises:
            StoreBusy: if they are deleted but another process keeps SQLite's log from being emptied.
        """
        with self._database.writing() as connection:
            gone = articles.forget(connection, article_ids)
        upkeep.merge_index(self._database)
        upkeep.empty_log(self._database)
        return gone

    def vacuum(self) -> None:
        """Give the space of deleted rows back."""
        upkeep.vacuum(self._database)


def _made_already(connection: Connection, wanted: attempts.Wanted) -> Known | Taken | None:
    """The summary that is wanted, or who is making it."""
    if wanted.is_new:
        return None
    known = summaries.current_id(connection, wanted.article, wanted.recipe)
    return attempts.taken(connection, wanted) if known is None else Known(known)


def _now() -> datetime:
    return datetime.now(UTC)
