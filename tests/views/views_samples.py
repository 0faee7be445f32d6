"""A small made-up corpus: a river dispute over some weeks, told by several papers."""

import json

from conftest import ROOT
from store_samples import days, keep, sample

from summarizer.analysis import mark
from summarizer.article import Article

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
