"""Summaries of one invented article, grounded from what a model might say of it."""

from typing import Any

from store_samples import sample

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import DecidingDraft
from summarizer.pipeline import ground_draft
from summarizer.summary import UNCHECKED, Summary

TEXT = (
    "“We will rebuild this town,” Ana Ruíz said. Bruno Sá, an engineer, disagreed: “It will burn again, and again.” "
    "At least 40 homes burned, the mayor said. The Harbour Union wants new houses by May. "
    "The heinous thugs ran."
)
RUIZ = {"name": "Ana Ruíz", "kind": "person", "description": "mayor", "aliases": []}
SA = {"name": "Bruno Sá", "kind": "person", "description": "engineer", "aliases": []}
UNION = {"name": "Harbour Union", "kind": "organisation", "description": "", "aliases": []}


def held(party="Harbour Union", stance="demands", statement="New houses by May.", evidence="s4"):
    return {"evidence": [evidence], "party": party, "stance": stance, "statement": statement}


FULL: dict[str, Any] = {
    "quotes": [{"quote": "q1", "speaker": "Ana Ruíz"}, {"quote": "q2", "speaker": "Bruno Sá"}],
    "figures": [{"figure": "f1", "measures": "homes", "claimed_by": "Ana Ruíz"}],
    "parties": [RUIZ, SA, UNION],
    "positions": [held()],
    "abstract": "A town burned.",
    "headline": "A town burned",
}


def made(version=2, **draft):
    """The article as prompt `version` summarises it; keywords replace parts of the full draft."""
    return sample(text=TEXT, version=version, draft=FULL | draft)


def summary(**draft):
    return unchecked(made(**draft).summary)


def holding(*holders, evidence=("s4",), **facts):
    """A position of a model that decides: of p3 (the union) unless `holders` says otherwise."""
    told: dict[str, Any] = {"told_by": None, "toward": [], "stance": "demands", "topic": "new houses"}
    statement = "The Harbour Union wants new houses by May."
    return (
        {"evidence": list(evidence), "holders": list(holders or ["p3"]), "statement": statement}
        | told
        | facts
    )


DECIDED: dict[str, Any] = {
    "parties": [
        RUIZ | {"id": "p1", "role": "main"},
        SA | {"id": "p2", "role": "main"},
        UNION | {"id": "p3", "role": "main"},
    ],
    "positions": [holding()],
    "quotes": [
        {"quote": "q1", "speakers": ["p1"], "kind": "speech"},
        {"quote": "q2", "speakers": ["p2"], "kind": "speech"},
    ],
    "unmarked_quotes": [],
    "figures": [{"figure": "f1", "kind": "count", "measures": "homes", "claimed_by": ["p1"]}],
    "abstract": [
        {"text": "At least 40 homes of a town burned.", "evidence": ["s3"]},
        {"text": "The Harbour Union wants new houses by May.", "evidence": ["s4"]},
    ],
    "headline": {"text": "A town burned", "evidence": ["s3"]},
}


def decided(**draft):
    """The article as a model summarises it that decides on holders, topics and kinds; keywords replace parts."""
    return unchecked(ground_draft(mark(Article(text=TEXT)), DecidingDraft.model_validate(DECIDED | draft)))


def unchecked(found):
    """The same before anything was checked, so that a test says itself what is doubtful."""
    parts = {
        name: [item.model_copy(update={"support": UNCHECKED}) for item in getattr(found, name)]
        for name in ("abstract", "parties", "positions", "quotes", "figures")
    }
    headline = found.headline.model_copy(update={"support": UNCHECKED})
    return found.model_copy(update={**parts, "headline": headline})


def first_version(found):
    """A summary as summary/1 wrote it, read again today."""
    return Summary.model_validate(first_version_json(found))


def first_version_json(found):
    """A summary as summary/1 wrote it."""
    known = found.model_dump(mode="json", exclude={"provenance"})
    return {
        **known,
        "schema_version": "summary/1",
        "headline": found.headline.text,
        "abstract": found.abstract_text,
        "article": without(known["article"], "language_source") | {"language": None},
        "parties": [without(party, "role") for party in known["parties"]],
        "positions": [
            without(held, "holders", "told_by", "toward", "topic", "quotes", "support", "origin")
            | {"party": held["holders"][0]}
            for held in known["positions"]
        ],
        "quotes": [
            without(quote, "speakers", "kind", "origin") | {"speaker": next(iter(quote["speakers"]), None)}
            for quote in known["quotes"]
        ],
        "figures": [
            without(figure, "kind") | {"claimed_by": next(iter(figure["claimed_by"]), None)}
            for figure in known["figures"]
        ],
    }


def without(item, *names):
    return {name: value for name, value in item.items() if name not in names}
