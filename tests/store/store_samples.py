"""Summaries to store, made by grounding a model's reply; nothing in them is written by hand."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import ReferenceDraft
from summarizer.pipeline import ground_draft
from summarizer.recipe import fingerprint
from summarizer.store import Said, Sending, Source
from summarizer.summary import PromptUsed, Provenance, Recipe, Summary, Tokens

TEXT = (
    "The mayor of Porto Claro spoke on day {number}.\n\n"
    "“We will rebuild this town,” Ana Ruíz said. At least {homes} homes burned. "
    "The engineers of Xanthoria{number} disagree."
)
PLACE = Path("/news/today.txt")
BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    article: Article
    summary: Summary
    replies: tuple[Said, ...]
    recipe: Recipe

    @property
    def fingerprint(self):
        return fingerprint(self.recipe)

    def again(self, seconds=60.0):
        """The same summary, made a little later."""
        made = self.summary.provenance
        assert made is not None
        later = made.model_copy(update={"created": made.created + timedelta(seconds=seconds)})
        return replace(self, summary=self.summary.model_copy(update={"provenance": later}))


def recipe(version=2, model="model-a"):
    return Recipe(
        prompt=PromptUsed(name="summary", version=version, sha256=f"{version:064x}"),
        draft_format="reference/1",
        summary_schema="summary/2",
        analysis="marking/1",
        authority="model",
        model=model,
        parameters={"temperature": 0.0},
    )


def sample(number=1, *, text=None, version=2, model="model-a", draft=None, **article):
    """Article `number`, summarised; `article` may give title, published, url."""
    taken_in = Article(text=text or TEXT.format(number=number, homes=40 + number), **article)
    reply = json.dumps(
        {
            "quotes": [{"quote": "q1", "speaker": "Ana Ruíz"}],
            "figures": [{"figure": "f2", "measures": "homes", "claimed_by": None}],
            "parties": [
                {
                    "name": "Ana Ruíz",
                    "kind": "person",
                    "description": "mayor",
                    "aliases": ["mayor of Porto Claro"],
                },
                {"name": f"Xanthoria{number}", "kind": "organisation", "description": "", "aliases": []},
            ],
            "positions": [
                {
                    "evidence": ["s2"],
                    "party": "Ana Ruíz",
                    "stance": "offers",
                    "statement": "The town will be rebuilt.",
                }
            ],
            "unmarked_quotes": [],
            "abstract": "A town burned.",
            "headline": f"Fire in the harbour, day {number}",
        }
        | (draft or {})
    )
    used = recipe(version, model)
    grounded = ground_draft(mark(taken_in), ReferenceDraft.model_validate_json(reply))
    made = Provenance(
        recipe=used,
        fingerprint=fingerprint(used),
        created=BEGAN + timedelta(seconds=number),
        attempts=1,
        tokens=Tokens(input=100, output=20, cached=60),
        cost_usd=Decimal("0.0015"),
        seconds=1.25,
        package_version="0.1.0",
    )
    return Sample(taken_in, grounded.model_copy(update={"provenance": made}), (Said("part", reply),), used)


def sending(made, place=PLACE, **facts):
    return Sending(
        article=made.article,
        source=Source.of(made.article, place),
        recipe=made.recipe,
        messages=[{"role": "user", "content": made.article.text}],
        **facts,
    )


def keep(store, made, place=PLACE):
    """Store a summary the way the program does; its id."""
    return store.settle(store.begin(sending(made, place)), made.summary, made.replies)


def days(number):
    return date(2026, 1, 1) + timedelta(days=number)
