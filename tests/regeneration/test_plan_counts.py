"""The plan's numbers against a reckoning of one article after the other, over stores that hold all kinds."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from store_samples import sending
from test_plan import RECIPE, made, planned, put

from summarizer.batch.regeneration import differences
from summarizer.store import Failure, Selection, Source, Store

TARGET = "target"
CHANGES: dict[str, dict[str, Any]] = {
    TARGET: {},
    "prompt": {"prompt": RECIPE.prompt.model_copy(update={"version": 1})},
    "model": {"model": "another", "language": "de"},
    "analysis": {"analysis": "marking/1"},
    "merge": {"merge": RECIPE.merge and RECIPE.merge.model_copy(update={"sha256": "0" * 64})},
    "brief": {"prompt": RECIPE.prompt.model_copy(update={"name": "brief"})},
}
RECIPES = {name: RECIPE.model_copy(update=change) for name, change in CHANGES.items()}
NAMED_SO = RECIPES.keys() - {"brief"}
WAYS = {"current", "failed", "missing", "edited", "replay", "ask"}
SEEDS = (1, 2, 3)


@dataclass
class Remembered:
    """A summary: its article, the name of its recipe, in how many parts it was made, and when it was stored."""

    article: int
    name: str
    parts: int
    stored: int

    @property
    def is_by_target(self):
        return self.name == TARGET or (self.name == "merge" and self.parts == 1)

    @property
    def reasons(self):
        return differences(RECIPES[self.name], RECIPE) - ({"merge"} if self.parts == 1 else set())


@dataclass
class Filled:
    """A store filled by chance, as the test remembers it."""

    days: dict[int, date] = field(default_factory=dict)
    places: dict[int, set[str]] = field(default_factory=dict)
    texts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Articles that were read at a place, in their order."""
    made: dict[int, list[Remembered]] = field(default_factory=dict)
    failed: set[int] = field(default_factory=set)

    def newest(self, article):
        return [place for place in self.places[article] if self.texts[place][-1] == article]

    def counting(self, article, names):
        return [one for one in self.made[article] if one.name in names]

    def before(self, article, names):
        """Summaries of older texts at the places of which this is the newest, the one stored last last."""
        older = {one for place in self.newest(article) for one in self.texts[place][:-1]}
        found = [one for text in older for one in self.counting(text, names)]
        return sorted(found, key=lambda one: one.stored)


def fill(store, chance, articles=60):
    filled, clock = Filled(), count()
    for number in range(articles):
        filled.days[number] = day = date(2024, 11, chance.randint(1, 3))
        place = Path(f"/news/{chance.randint(0, articles)}.txt")
        filled.made[number] = []
        filled.places[number] = {str(place)}
        for name in chance.sample(list(RECIPES), k=chance.choice((0, 1, 1, 1, 2, 3))):
            found = made(number, RECIPES[name], parts=chance.choice((1, 1, 3)), published=day)
            for again in range(chance.choice((1, 1, 2))):
                put(store, found.again(again), place)
            provenance = found.summary.provenance
            assert provenance is not None
            filled.made[number].append(Remembered(number, name, provenance.parts, next(clock)))
        if chance.random() < 0.2:
            failure = Failure("ReplyRefused", "no", retriable=chance.random() < 0.3)
            store.fail(store.begin(sending(made(number, published=day), place)), failure)
            filled.failed |= set() if failure.retriable else {number}
        if chance.random() < 0.2:
            filled.places[number].add(f"/elsewhere/{number}.txt")
        for where in filled.places[number]:
            store.seen(made(number, published=day).article, Source("path", where))
            filled.texts[where].append(number)
    return filled


def reckon(filled, names, is_selected=None, since=None):
    """What a plan has to count, one article after the other."""
    found: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for article, day in filled.days.items():
        mine, before = filled.counting(article, names), filled.before(article, names)
        gone = not filled.newest(article) or (since is not None and day < since)
        if gone or (filled.made[article] and not mine and not before):
            continue
        asked_of = {article} | {one.article for one in before[-1:]}
        if is_selected and not any(is_selected(one) for text in asked_of for one in filled.made[text]):
            continue
        if any(one.is_by_target for one in mine):
            found["current"] += 1
        elif article in filled.failed:
            found["failed"] += 1
        elif not mine and not before:
            found["missing"] += 1
        else:
            why = mine[-1].reasons if mine else differences(RECIPES[before[-1].name], RECIPE)
            why |= {"article"} if before else set()
            edited = any(one.is_by_target for one in before)
            found["edited" if edited else "replay" if mine and why == {"analysis"} else "ask"] += 1
            reasons.update(why)
    return found, dict(reasons)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_counts_what_a_look_at_each_article_finds(store, seed):
    filled = fill(store, random.Random(seed))
    since = date(2024, 11, 2)
    for options, wanted in (
        ({}, reckon(filled, NAMED_SO)),
        ({"every": True}, reckon(filled, RECIPES)),
        ({"selection": Selection(since=since)}, reckon(filled, NAMED_SO, since=since)),
        (
            {"selection": Selection(prompt="summary@1")},
            reckon(filled, NAMED_SO, lambda one: one.name == "prompt"),
        ),
        (
            {"selection": Selection(prompt="brief", since=since)},
            reckon(filled, RECIPES, lambda one: one.name == "brief", since),
        ),
    ):
        found = planned(store, **options)
        told = Counter({name: getattr(found, name) for name in found.model_fields_set & WAYS})
        assert (told, found.reasons) == wanted


def test_what_the_stores_are_filled_with_has_all_kinds(sqlite_url):
    with Store.open(sqlite_url) as store:
        found, reasons = reckon(fill(store, random.Random(SEEDS[0])), NAMED_SO)
    assert set(found) == WAYS
    assert {"prompt", "model", "analysis", "merge", "article"} <= set(reasons)
