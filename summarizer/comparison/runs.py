"""Runs to compare: summaries of many articles, one of each, from a store or from a file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import ValidationError

from summarizer.comparison.changes import Version
from summarizer.comparison.diffing import diff, name
from summarizer.comparison.totals import NAMED, Changelog, Compared, Totals, Unpaired
from summarizer.errors import NotASummary, UsageError
from summarizer.summary import Summary

if TYPE_CHECKING:
    from summarizer.store import Selection, Store


@dataclass(frozen=True, slots=True)
class Recipes:
    """Which summaries of a run: by a prompt (name, or name@version) and a model; None is any."""

    prompt: str | None = None
    model: str | None = None

    def fits(self, made: Mapping[str, Any] | None) -> bool:
        """Whether a summary with this provenance, as JSON, is one of them."""
        if self == Recipes():
            return True
        recipe = (made or {}).get("recipe") or {}
        prompt = recipe.get("prompt") or {}
        called = {prompt.get("name"), f"{prompt.get('name')}@{prompt.get('version')}"}
        return self.prompt in {None, *called} and self.model in {None, recipe.get("model")}

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.prompt, self.model]))


class Run(Protocol):
    """Summaries, at most one of each article."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def articles(self) -> Iterable[str]:
        """The ids of the articles."""

    def read(self, articles: Sequence[str]) -> Iterator[Summary | None]:
        """The summaries of these articles, in that order; None for one that has gone meanwhile."""


class OneSummary:
    """A run of one summary."""

    def __init__(self, summary: Summary, name: str) -> None:
        made = Version.of(summary)
        self.name = f"{name} ({made.prompt}, {made.model})" if made.prompt else name
        self.articles = (summary.article.id,)
        self._summary = summary

    def read(self, articles: Sequence[str]) -> Iterator[Summary | None]:
        """The summary, as often as it is asked for."""
        return (self._summary for _ in articles)


class StoredRun:
    """Of each article in a store the newest current summary by some recipes."""

    def __init__(
        self, store: "Store", recipes: Recipes, *, among: "Selection", name: str | None = None
    ) -> None:
        wanted = replace(among, prompt=recipes.prompt, model=recipes.model, party=None, since=None, ids=None)
        self.name = ", ".join(filter(None, [name, str(recipes)]))
        self._store, self._ids = store, store.newest(wanted, among=among)
        self.articles = self._ids.keys()

    def read(self, articles: Sequence[str]) -> Iterator[Summary | None]:
        """From the store, some at a time."""
        return self._store.read([self._ids[article] for article in articles])


class FileRun:
    """A file of summaries: JSON Lines by `export` or `summarize`, or JSON of one or of several.

    Of several summaries of an article the one made last counts. JSON Lines are not kept in memory: the file
    is gone through once to see what is where, and then read again.
    """

    def __init__(self, path: Path, recipes: Recipes) -> None:
        """Look through the file.

        Raises:
            NotASummary: if it cannot be read, or at the first line that is none.
        """
        self.name = ", ".join(filter(None, [path.name, str(recipes)]))
        self._path, self._recipes = path, recipes
        self._places: dict[str, tuple[str, int]] = {}
        self._whole: dict[int, Summary] = {}
        try:
            self._look()
        except OSError as error:
            raise NotASummary(str(path), f"cannot be read: {error.strerror or error}") from error
        self.articles = self._places.keys()

    def read(self, articles: Sequence[str]) -> Iterator[Summary | None]:
        """Line by line, wherever each one lies."""
        with self._path.open("rb") as file:
            for article in articles:
                _, place = self._places[article]
                if place not in self._whole:
                    file.seek(place)
                found = self._whole.get(place)
                yield found or _summary(_inside(json.loads(file.readline())), str(self._path))

    def _look(self) -> None:
        with self._path.open("rb") as file:
            place = 0
            for number, line in enumerate(file, start=1):
                if line.strip():
                    try:
                        found = json.loads(line)
                    except (ValueError, RecursionError) as error:
                        if not self._places:
                            self._look_at_whole()
                            return
                        raise NotASummary(f"{self._path}:{number}", "is no line of JSON") from error
                    if isinstance(found, list):
                        self._look_at_whole()
                        return
                    self._note(_inside(found), place, f"{self._path}:{number}")
                place += len(line)

    def _look_at_whole(self) -> None:
        try:
            found = json.loads(self._path.read_bytes())
        except (ValueError, RecursionError) as error:
            raise NotASummary(str(self._path), "holds neither JSON nor JSON Lines") from error
        for number, one in enumerate(found if isinstance(found, list) else [found]):
            self._whole[number] = _summary(_inside(one), str(self._path))
            self._note(_inside(one), number, str(self._path))

    def _note(self, found: Any, place: int, where: str) -> None:
        try:
            article, made = str(found["article"]["id"]), found.get("provenance")
            created = str((made or {}).get("created") or "")
            fits = self._recipes.fits(made)
        except (TypeError, KeyError, AttributeError) as error:
            raise NotASummary(where, "is no summary of ours") from error
        if fits and (created, place) >= self._places.get(article, ("", -1)):
            self._places[article] = (created, place)


def _inside(found: Any) -> Any:
    """The summary in a line of an export; else the line itself."""
    return found["summary"] if isinstance(found, dict) and "summary" in found else found


def _summary(found: Any, where: str) -> Summary:
    try:
        return Summary.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        problem = first["msg"].removeprefix("Value error, ")
        raise NotASummary(where, f"is no summary of ours: {problem}") from error


def compare(
    before: Run, after: Run, *, limit: int | None = 10, report: Callable[[int], object] = lambda _: None
) -> Changelog:
    """Tell what changed between two runs, on the articles that both have.

    Args:
        before: one run.
        after: the other.
        limit: how many articles to list, the most telling; None for all that changed.
        report: is told how many are done.

    Raises:
        UsageError: if no article is in both.
    """
    ours, theirs = set(before.articles), set(after.articles)
    shared = sorted(ours & theirs)
    if not shared:
        raise UsageError(
            f"no article is on both sides ({before.name}: {len(ours):,}, {after.name}: {len(theirs):,}); "
            "only summaries of one text can be compared"
        )
    totals = Totals(limit=limit)
    for done, (one, other) in enumerate(zip(before.read(shared), after.read(shared), strict=True), start=1):
        if one is not None and other is not None:
            totals.add(diff(one, other))
        report(done)
    return totals.changelog(
        Compared(
            before=before.name,
            after=after.name,
            only_before=_unpaired(before, sorted(ours - theirs)),
            only_after=_unpaired(after, sorted(theirs - ours)),
        )
    )


def _unpaired(run: Run, articles: Sequence[str]) -> Unpaired:
    found = zip(articles, run.read(articles[:NAMED]), strict=False)
    named = [article if summary is None else name(summary) for article, summary in found]
    return Unpaired(number=len(articles), named=named)
