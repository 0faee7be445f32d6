"""A small made-up corpus: a river dispute over some weeks, told by several papers."""

import json
from dataclasses import replace

from conftest import ROOT
from store_samples import days, keep, sample

from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.drafts import DecidingDraft
from summarizer.pipeline import ground_draft

HASLAN = {
    "name": "Teodor Haslan",
    "kind": "person",
    "description": "minister of Kelmar",
    "aliases": ["Haslan"],
}
VARENIA = {"name": "Varenia", "kind": "government", "description": "", "aliases": ["Ostra"]}


def told(day, text, *, positions=(), quotes=(), figures=(), parties=(HASLAN, VARENIA), version=2, **article):
    """An article of that day, summarised.

    Positions are (sentence, party, stance, statement), quotes (mark, speaker), figures (mark, measures, claimant).
    """
    draft = {
        "parties": list(parties),
        "positions": [
            {"evidence": [sentence], "party": party, "stance": kind, "statement": statement}
            for sentence, party, kind, statement in positions
        ],
        "quotes": [{"quote": mark, "speaker": speaker} for mark, speaker in quotes],
        "figures": [
            {"figure": mark, "measures": measures, "claimed_by": claimant}
            for mark, measures, claimant in figures
        ],
        "headline": article.pop("headline", "River talks"),
    }
    facts = {"title": f"The river, day {day}", "published": days(day), "site": "Harbour Post"} | article
    return sample(day, text=text, draft=draft, version=version, **facts)


def count(
    day, words, *, claimant="Teodor Haslan", measures="people who left their villages", by="us", **facts
):
    """An article, printed `by` somebody, in which `claimant` counts those who left."""
    text = (
        f"Printed by {by}. Teodor Haslan met Varenia. {claimant} said {words} people had left their villages."
    )
    return told(day, text, figures=[("f1", measures, claimant)], **facts)


def stand(day, kind, statement, *, who="Teodor Haslan", by="us", **facts):
    """An article, printed `by` somebody, in which `who` takes a stance."""
    text = f"Printed by {by}. {who} spoke again. {who} said of it: {statement} Teodor Haslan and Varenia met."
    return told(day, text, positions=[("s3", who, kind, statement)], **facts)


def speech(day, words, *, who="Teodor Haslan", by="us", **facts):
    """An article, printed `by` somebody, that quotes `who`."""
    text = f"Printed by {by}. Teodor Haslan met Varenia. “{words},” {who} said."
    return told(day, text, quotes=[("q1", who)], **facts)


PEOPLE = {"p1": "Teodor Haslan", "p2": "Varenia", "p3": "Ines Orlo", "p4": "Kelmar"}


def decided(day, text, *, positions=(), quotes=(), figures=(), people=PEOPLE, **article):
    """An article of that day, of which a model has decided who holds, says and claims what.

    Positions are dictionaries of what differs from Haslan opposing the river treaty in the second sentence.
    """
    draft = {
        "parties": [
            {"id": party, "name": name, "kind": "other", "role": "main", "description": "",
             "aliases": [PEOPLE[party]]}
            for party, name in people.items()
        ],
        "positions": [
            {
                "evidence": ["s2"], "holders": ["p1"], "told_by": None, "toward": [], "stance": "opposes",
                "topic": "river treaty", "statement": "Haslan says no.",
            } | position
            for position in positions
        ],
        "quotes": [{"quote": mark, "speakers": who, "kind": kind} for mark, who, kind in quotes],
        "unmarked_quotes": [],
        "figures": [
            {"figure": mark, "kind": kind, "measures": measures, "claimed_by": who}
            for mark, kind, measures, who in figures
        ],
        "abstract": [{"text": "Talks went on.", "evidence": ["s1"]}],
        "headline": {"text": article.pop("headline", "River talks"), "evidence": ["s1"]},
    }  # fmt: skip
    made = told(day, text, **article)
    summary = ground_draft(mark(made.article), DecidingDraft.model_validate(draft))
    return replace(made, summary=summary.model_copy(update={"provenance": made.summary.provenance}))


_OF_ARTICLES = ("title", "site", "url", "people")


def took(day, *, by="us", **position):
    """An article, printed `by` somebody, in which a party takes a stance; see `decided`."""
    facts = {name: position.pop(name) for name in _OF_ARTICLES if name in position}
    named = " and ".join(PEOPLE.values())
    text = f"Printed by {by}. {named} spoke of the river again. The others listened."
    return decided(day, text, positions=[position], **facts)


def golden(number):
    """An English article of the golden corpus, with its annotated quotes and figures as the model's answer."""
    found = json.loads((ROOT / "tests/golden/en.jsonl").read_text().splitlines()[number])
    article, names = Article(**found["article"]), {one["id"]: one["names"][0] for one in found["parties"]}
    marked = mark(article)
    marks = {article.slice(one.span): one.id for one in marked.figures}
    marks |= {article.slice(one.span): one.id for one in marked.quotations}
    draft = {
        "parties": [
            {"name": one["names"][0], "kind": one["kind"], "description": "", "aliases": one["names"][1:]}
            for one in found["parties"]
        ],
        "quotes": [
            {"quote": marks[one["text"]], "speaker": names[one["speaker"]]} for one in found["quotes"]
        ],
        "figures": [
            {
                "figure": marks[one["text"]],
                "measures": one["measures"],
                "claimed_by": names.get(one["claimed_by"]),
            }
            for one in found["figures"]
        ],
        "positions": [],
    }
    return sample(draft=draft, **article.model_dump(exclude={"id"}))


def keep_all(store, *made):
    return [keep(store, one) for one in made]
