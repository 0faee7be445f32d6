"""What a store can be asked: its calls that change nothing."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from sqlalchemy import Connection

from summarizer.article import Article
from summarizer.errors import NotInStore
from summarizer.review import Review
from summarizer.store import (
    articles,
    asking,
    attempts,
    budgets,
    planning,
    reviews,
    search,
    selecting,
    summaries,
    transfer,
    upkeep,
)
from summarizer.store.asked import Called, Counted, Held, Query, Quoted, Seed, Surrounded, Voice
from summarizer.store.database import Database
from summarizer.store.records import (
    Alike,
    Earlier,
    Failure,
    Hit,
    Kept,
    Kind,
    KnownRecipe,
    Listed,
    Material,
    Past,
    Reviewed,
    Scope,
    Selection,
    Source,
    Spent,
    Stats,
    Stored,
    Titled,
)
from summarizer.summary import Summary

Found = TypeVar("Found")
ALL = Selection()
_AT_ONCE = 100  # summaries read in one transaction


class Questions:
    """The calls of a `Store` that only read."""

    def __init__(self, database: Database) -> None:
        """Use `Store.open`."""
        self._database = database

    def reading_together(self, calls: Iterable[Callable[[], Found]]) -> list[Found]:
        """Make calls of this store that only read; all see the same state of it.

        Raises:
            Exception: what the first call that fails raises.
        """
        return self._database.reading_together(calls)

    def past(self, article: Article, source: Source, recipe_fingerprint: str) -> Past:
        """What is known of an article, read at a place, and a recipe; see `current`, `before`, `failure`."""
        with self._database.reading() as connection:
            found = summaries.past(connection, article.id, source, recipe_fingerprint)
            if found is None:
                return Past()
            failed = None
            if found.article is not None and found.current is None:
                failed = attempts.failure(connection, article.id, recipe_fingerprint)
            return Past(found.current, found.has_earlier, failed)

    def taken(self, run: str) -> tuple[Decimal, int]:
        """US dollars and tokens that the claims of a run have spent or still hold."""
        with self._database.reading() as connection:
            return budgets.taken(connection, run)

    def before(self, article: Article, source: Source, recipe_fingerprint: str) -> Earlier | None:
        """The current summary, by a recipe, of the text that was read at a place before the article's own."""
        with self._database.reading() as connection:
            found = summaries.before(connection, article.id, source, recipe_fingerprint)
            if found is None:
                return None
            stored = summaries.read(connection, found.key)
            return Earlier(stored, articles.read(connection, found.article), found.last_seen)

    def article_at(self, key: int) -> tuple[Article, Source | None]:
        """The article of a row, and where it was read last."""
        with self._database.reading() as connection:
            return articles.read(connection, key), articles.place(connection, key)

    def sites(self) -> dict[int, str]:
        """Where each article is from, by its row: the publication, else the beginning of its address."""
        with self._database.reading() as connection:
            return dict(articles.sites(connection))

    def summary_id(self, key: int) -> str:
        """The id of the summary of a row."""
        with self._database.reading() as connection:
            return summaries.id_of(connection, key)

    def failure(self, article_id: str, recipe_fingerprint: str) -> Failure | None:
        """Why the last attempt at an article by a recipe failed, if it did."""
        with self._database.reading() as connection:
            return attempts.failure(connection, article_id, recipe_fingerprint)

    def current(self, article_id: str, recipe_fingerprint: str) -> Stored | None:
        """The newest summary of an article by a recipe, if there is one."""
        with self._database.reading() as connection:
            return summaries.current(connection, article_id, recipe_fingerprint)

    def find(self, *references: str) -> Stored:
        """The summary that a reference means: the beginning of its id, or an article's, or a path or URL.

        Of an article's summaries it is the one stored last, a model's rather than one by the rules alone. The
        first reference that is known counts.

        Raises:
            NotInStore: if none is known, or the article has no summary yet.
            ReferenceAmbiguous: if the beginning of an id fits several.
        """
        with self._database.reading() as connection:
            for reference in references:
                row = articles.find_summary(connection, reference)
                if row is not None:
                    return summaries.read(connection, row.key)
            for key in _articles(connection, references):
                found = summaries.newest(connection, key)
                if found is not None:
                    return found
        raise NotInStore(f"the store holds the article {references[-1]!r} but no summary of it")

    def history(self, *references: str) -> list[Stored]:
        """All summaries of the articles that a reference means, newest first; see `find`."""
        with self._database.reading() as connection:
            keys = _articles(connection, references)
            return [found for key in keys for found in summaries.history(connection, key)]

    def material(self, summary_id: str) -> Material:
        """A stored summary with its article and the model's replies, enough to ground it again.

        Raises:
            NotInStore: if there is none of that id.
        """
        with self._database.reading() as connection:
            row = articles.summary(connection, summary_id)
            return Material(
                article=articles.read(connection, row.article),
                summary=summaries.read(connection, row.key).summary,
                replies=summaries.said(connection, row.key),
                messages=tuple(json.loads(summaries.messages(connection, row.key))),
                source=articles.source(connection, row.article),
            )

    def listing(self, selection: Selection = ALL, *, limit: int | None = None, skip: int = 0) -> list[Listed]:
        """The selected summaries, those stored last first."""
        with self._database.reading() as connection:
            return selecting.listed(connection, selection, limit=limit, skip=skip)

    def count(self, selection: Selection = ALL) -> int:
        """How many summaries are selected."""
        with self._database.reading() as connection:
            return selecting.count(connection, selection)

    def newest(self, selection: Selection = ALL, *, among: Selection = ALL) -> dict[str, str]:
        """By id of the article the id of the selected summary that stands for it.

        Args:
            selection: which summaries; of several of an article the one stored last, a model's first.
            among: only of articles of which any summary, selected or not, is among these.
        """
        with self._database.reading() as connection:
            return selecting.newest(connection, selection, among)

    def read(self, ids: Sequence[str]) -> Iterator[Summary | None]:
        """The summaries of whole ids, in that order; None for one that is not there."""
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            with self._database.reading() as connection:
                found = summaries.read_all(connection, some)
            yield from (found[one].summary if one in found else None for one in some)

    def search(
        self,
        question: str,
        *,
        kinds: tuple[Kind, ...] = (),
        selection: Selection = ALL,
        limit: int | None = None,
    ) -> list[Hit]:
        """The items that hold all words of a question, the best first.

        Args:
            question: words; "in quotation marks" they must follow each other, and wor* is a beginning.
                Case and accents do not count.
            kinds: which items; empty means all.
            selection: of which summaries; history is never searched.
            limit: at most so many.

        Raises:
            UsageError: if there is no word in the question.
        """
        with self._database.reading() as connection:
            return search.search(connection, question, kinds=kinds, selection=selection, limit=limit)

    def known_recipes(self) -> list[KnownRecipe]:
        """Every recipe that anything was made by, or tried, oldest first."""
        with self._database.reading() as connection:
            return planning.known_recipes(connection)

    def standing(self, scope: Scope) -> Iterator[Alike]:
        """Where the articles in a scope stand, those that stand alike together; read in one transaction.

        An article is the newest text of its place. No text and no summary is read for it, only indexes.
        """
        with self._database.reading() as connection:
            yield from planning.standing(connection, scope)

    def waiting(self, scope: Scope) -> Iterator[Alike]:
        """The articles in a scope without a summary by the target, one by one; read in one transaction."""
        with self._database.reading() as connection:
            yield from planning.waiting(connection, scope)

    def unchecked(self, scope: Scope, checks: Collection[int]) -> Iterator[Alike]:
        """The articles whose summary by the target was not checked by any of some recipes, one by one."""
        with self._database.reading() as connection:
            yield from planning.unchecked(connection, scope, checks)

    def titled(self, found: Sequence[Alike]) -> list[Titled]:
        """The ids and titles of the first ones, in their order; a few at a time."""
        with self._database.reading() as connection:
            return planning.titled(connection, found)

    def text(self, article_id: str) -> Article:
        """An article of the store.

        Raises:
            NotInStore: if there is none of that id.
        """
        with self._database.reading() as connection:
            return articles.read(connection, articles.find(connection, article_id)[0])

    def spent(self, recipe_keys: Collection[int], *, limit: int) -> list[Spent]:
        """What attempts by some recipes took that gave a summary, the last ones first, at most `limit`."""
        with self._database.reading() as connection:
            return planning.spent(connection, recipe_keys, limit=limit)

    def ask(
        self,
        query: Query,
        kinds: Sequence[Literal["quote", "position", "figure"]],
        *,
        oldest_first: bool = False,
        limit: int | None = None,
        skip: int = 0,
    ) -> Iterator[Quoted | Held | Counted]:
        """The quotes, positions and figures of the whole store that a query means, one by one.

        Each article counts once, by the summary of it that was stored last. They come by the date of their
        articles, newest first or `oldest_first`, those of an article by their place. The store is seen as it
        was when the first came.

        Raises:
            UsageError: if the query's words for a party or subject hold none.
        """
        with self._database.reading() as connection:
            yield from asking.answers(
                connection, kinds, query, oldest_first=oldest_first, limit=limit, skip=skip
            )

    def ask_count(self, query: Query, kinds: Sequence[Literal["quote", "position", "figure"]]) -> int:
        """How many `ask` gives without a limit."""
        with self._database.reading() as connection:
            return asking.count(connection, kinds, query)

    def called(self, party: str) -> list[Called]:
        """The parties that the words for a party match, in most articles first.

        Raises:
            UsageError: if there is no word in them.
        """
        with self._database.reading() as connection:
            return asking.called(connection, party)

    def voices(self, query: Query, *, limit: int = 12) -> list[Voice]:
        """Whose words are quoted in the articles in which a query finds a quote, most quotes first."""
        with self._database.reading() as connection:
            return asking.voices(connection, query, limit=limit)

    def seeds(self, query: Query) -> Iterator[Seed]:
        """The figures that a query means and that say what they count, newest first."""
        with self._database.reading() as connection:
            yield from asking.seeds(connection, query)

    def surrounded(
        self,
        query: Query,
        *,
        days: Sequence[tuple[date, date]] | None = None,
        counts: Sequence[str] | None = None,
    ) -> Iterator[Surrounded]:
        """The figures that say what they count, newest first, each with what stands around it.

        Args:
            query: which figures.
            days: within one of these spans, last days included; None means any time.
            counts: beginnings of words of which a figure, its claimant or what it counts must hold one; None
                means any.
        """
        with self._database.reading() as connection:
            yield from asking.surrounded(connection, query, days=days, counts=counts)

    def reviews(self, summary_id: str) -> list[Review]:
        """The review marks of a summary, oldest first."""
        with self._database.reading() as connection:
            row = articles.find_summary(connection, summary_id)
            return [] if row is None else reviews.of(connection, row.key)

    def reviewed(self, summary_ids: Sequence[str] | None = None) -> list[Reviewed]:
        """The review marks of some summaries, or of all, those made last first."""
        with self._database.reading() as connection:
            return reviews.listed(connection, summary_ids)

    def export(self, selection: Selection = ALL) -> Iterator[str]:
        """The selected summaries as lines of JSON, oldest first; other processes may write meanwhile."""
        return self._each(selection, transfer.line)

    def each(self, selection: Selection = ALL) -> Iterator[Kept]:
        """The selected summaries with their articles, oldest first; other processes may write meanwhile."""
        return self._each(selection, transfer.kept)

    def _each(self, selection: Selection, read: Callable[[Connection, int], Found]) -> Iterator[Found]:
        last = 0
        while True:
            with self._database.reading() as connection:
                keys = selecting.keys(connection, selection, after=last, limit=_AT_ONCE)
                found = [read(connection, key) for key in keys]
            if not keys:
                return
            last = keys[-1]
            yield from found

    def summaries(self, *references: str) -> list[str]:
        """The ids of all summaries that a reference means: the one of that id, or those of an article."""
        with self._database.reading() as connection:
            for reference in references:
                row = articles.find_summary(connection, reference)
                if row is not None:
                    return [row.id]
            keys = _articles(connection, references)
            return [found for key in keys for found in summaries.ids(connection, key)]

    def articles(self, *references: str) -> list[str]:
        """The ids of all articles that any of the references means; a path or URL may mean several texts.

        Raises:
            NotInStore: if none is known.
            ReferenceAmbiguous: if the beginning of an id fits several.
        """
        found: dict[int, None] = {}
        missing: NotInStore | None = None
        with self._database.reading() as connection:
            for reference in references:
                try:
                    found.update(dict.fromkeys(articles.find(connection, reference)))
                except NotInStore as error:
                    missing = error
            if missing and not found:
                raise missing
            return [articles.read(connection, key).id for key in found]

    def stats(self) -> Stats:
        """What it holds, and what that took."""
        return upkeep.stats(self._database)


def _articles(connection: Connection, references: Sequence[str]) -> list[int]:
    missing: NotInStore | None = None
    for reference in references:
        try:
            return articles.find(connection, reference)
        except NotInStore as error:
            missing = error
    raise missing or NotInStore("nothing was named")
