"""A long article in parts whose drafts number their parties: p1 of one part is somebody else in the next."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import json
import random
from itertools import islice

import pytest
from context_server import ContextServer
from report import sentence

import summarizer
from summarizer import pipeline
from summarizer.article import Article
from summarizer.llm import Endpoint, Model
from summarizer.prompts import PromptLibrary

CHAPTERS = [
    "“We will keep the ferry for good,” Ana Ruiz said. Ana Ruiz demanded money from the Harbour Board.",
    "“It leaks in every winter,” Bo Okafor said. Bo Okafor said that the Harbour Board refuses to pay.",
    "“They have known it for years,” Ruiz said. Ruiz counted 300 people on the pier.",
    "“We were not asked about it,” Clara Haddad said. Clara Haddad demanded money from the Harbour Board.",
    "“Nobody can swim that far,” Okafor said. Okafor counted 40 people on the other side.",
]
SAID = [
    ("Ana Ruiz", "We will keep the ferry for good,"),
    ("Bo Okafor", "It leaks in every winter,"),
    ("Ana Ruiz", "They have known it for years,"),
    ("Clara Haddad", "We were not asked about it,"),
    ("Bo Okafor", "Nobody can swim that far,"),
]


def text():
    """What happened, at length, and at the end of each chapter its news."""
    dice = random.Random(1)

    def paragraphs(count):
        return [" ".join(islice(iter(lambda: sentence(dice), None), 5)) for _ in range(count)]

    blocks = [
        block
        for number, news in enumerate(CHAPTERS, 1)
        for block in [f"Chapter {number}: the ferry", *paragraphs(14), news]
    ]
    return "\n\n".join(blocks)


ARTICLE = Article(text=text(), title="The ferry", site="The Harbour Gazette", language="en")


@pytest.fixture(scope="module")
def asked():
    """The server, and the summary with what the model said."""

    async def make(server):
        prompt = PromptLibrary().get("summary@4")
        async with Model(Endpoint(model="m", base_url=server.url, context=8192)) as model:
            return await pipeline.make(ARTICLE, prompt=prompt, model=model)

    with ContextServer(context=8192) as server:
        yield server, asyncio.run(make(server))


@pytest.fixture
def summary(asked):
    return asked[1].summary


@pytest.fixture
def users(asked):
    """The article as the request for each part shows it, and the request that puts them together."""
    return [request["messages"][-1]["content"] for request in asked[0].requests]


def named(summary, *ids):
    names = {party.id: party.name for party in summary.parties}
    return [names[one] for one in ids if one]


def test_each_part_counts_its_parties_anew(asked):
    _, made = asked
    parts = [json.loads(reply.raw) for reply in made.replies if reply.kind == "part"]
    first = {party["name"] for part in parts for party in part["parties"] if party["id"] == "p1"}
    assert len(parts) == made.summary.provenance.parts > 2
    assert len(first) > 2


def test_each_quotation_stands_there_once_in_order_with_its_speaker(summary):
    assert [(*named(summary, *quote.speakers), quote.text) for quote in summary.quotes] == SAID
    codes = {warning.code for warning in summary.warnings}
    assert codes.isdisjoint({"duplicate_item", "reference_unknown", "speaker_unresolved", "parties_left_out"})


def test_a_party_by_its_full_name_in_one_part_and_its_surname_in_another_is_one(summary):
    parties = {party.id: party.name for party in summary.parties}
    assert parties == {"p1": "Ana Ruiz", "p2": "Harbour Board", "p3": "Bo Okafor", "p4": "Clara Haddad"}
    assert [party.aliases for party in summary.parties] == [["Ruiz"], [], ["Okafor"], ["Haddad"]]


def test_positions_keep_their_holders_who_tells_them_and_whom_they_address(summary):
    told = [
        (named(summary, *one.holders), one.stance, named(summary, one.told_by), named(summary, *one.toward))
        for one in summary.positions
    ]
    assert told == [
        (["Ana Ruiz"], "demands", [], ["Harbour Board"]),
        (["Harbour Board"], "refuses", ["Bo Okafor"], []),
        (["Clara Haddad"], "demands", [], ["Harbour Board"]),
    ]


def test_figures_keep_who_claims_them(summary):
    claimed = {figure.value: named(summary, *figure.claimed_by) for figure in summary.figures}
    assert {value: names for value, names in claimed.items() if names} == {
        "300": ["Ana Ruiz"],
        "40": ["Bo Okafor"],
    }


def test_each_part_is_told_the_publication_and_keeps_the_numbers_of_the_whole(users):
    parts = users[:-1]
    assert all("Publication: The Harbour Gazette" in user for user in parts)
    asked = [user.partition("\nQuotations: ")[2].splitlines()[0] for user in parts]
    numbers = [number for line in asked if line != "none" for number in line.split(" to ")]
    assert numbers == sorted(set(numbers))
    assert (numbers[0], numbers[-1]) == ("q1", "q5")
    assert [f"[q{number}] “" in "".join(parts) for number in range(1, 6)] == [True] * 5


def test_the_abstract_of_the_whole_rests_on_sentences_that_those_of_the_parts_rest_on(summary, users):
    first, second = summary.abstract
    assert first.text == "All abstracts made one."
    assert first.support.verdict == "unchecked"
    shown = [line.rpartition("[")[2].rstrip("]") for line in users[-1].splitlines() if line.endswith("]")]
    assert {anchor.sentence for anchor in first.evidence} == set(shown[-5:])
    assert [anchor.sentence for anchor in summary.headline.evidence] == shown[:1]
    assert second.text == "It rests on nothing."
    assert (second.evidence, second.support.verdict) == ([], "doubtful")


def test_a_number_that_the_article_does_not_have_is_told(summary):
    assert {item.text: item.reason for item in summary.rejected} == {
        "s90000": "The article has no sentence s90000.",
        "s90001": "The article has no sentence s90001.",
    }


def test_the_words_of_the_whole_are_asked_for_in_the_language_of_the_article(users):
    assert users[-1].startswith("Title: The ferry\nPart 1: A part of it [s1]\n- ")
    assert users[-1].endswith("Language of your own words: English")


def test_every_anchor_holds_and_the_recipe_names_the_prompt_that_keeps_evidence(summary):
    assert summarizer.verify(summary, ARTICLE) == []
    assert summary.provenance.recipe.merge.reference == "merge@2"


def test_the_same_replies_ground_to_the_same_summary(asked):
    _, made = asked
    assert pipeline.reground(ARTICLE, made) == made
