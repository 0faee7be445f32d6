import asyncio
import json

import pytest
from conftest import CAIRO, MODEL, ROOT

import summarizer
from summarizer.evaluation import read_golden, score

pytestmark = pytest.mark.cassette
HARBOUR = ROOT / "tests/articles/harbour.txt"
STATEMENTS = (
    "We emphasize the positive spirit with which the Hamas leadership dealt",
    "We in Hamas and the Palestinian resistance forces are determined",
    "Netanyahu was the obstructionist of all previous rounds",
    "thwart any possibility of concluding an agreement.",
)


def names(summary):
    return {party["id"]: party["name"] for party in summary["parties"]}


def test_the_default_prompt_shows_the_articles_own_sentences(command, endpoint, tmp_path):
    out = tmp_path / "summary.json"
    outcome = command("summarize", CAIRO, "--base-url", endpoint, "--model", MODEL, "-o", out)
    assert outcome.code == 0, outcome.err
    summary = json.loads(out.read_text())
    used = summary["provenance"]
    assert (used["recipe"]["prompt"]["name"], used["recipe"]["merge"]) == ("small", None)
    assert used["attempts"] == 1
    assert used["tokens"]["output"] <= 350
    title = "Hamas Delegation in Cairo for Ceasefire Talks: Positive Spirit to Reach A Deal"
    assert summary["headline"]["text"] == title
    sentences = [sentence["text"] for sentence in summary["abstract"]]
    article = " ".join(CAIRO.read_text().split())
    assert len(sentences) == len(set(sentences)) == 3
    assert all(sentence in article for sentence in sentences)
    assert {sentence["wording"] for sentence in summary["abstract"]} == {"article"}
    assert not {"martyred", "genocidal"} & set(" ".join(sentences).split())
    assert {item["text"] for item in summary["framing"]} >= {"martyred", "genocidal aggression"}
    assert {"loaded_wording", "disputed"}.isdisjoint(warning["code"] for warning in summary["warnings"])
    figures = {figure["value"]: figure["comparator"] for figure in summary["figures"]}
    assert (figures["34622"], figures["1500000"]) == ("at_least", "about")
    assert summary["coverage"]["quotations"] == {"found": 4, "reported": 4}
    assert command("verify", out, CAIRO).code == 0


def test_the_completing_prompt_summarises_the_sample_article(command, endpoint, tmp_path):
    out = tmp_path / "summary.json"
    outcome = command(
        "summarize", CAIRO, "--prompt", "summary@3", "--base-url", endpoint, "--model", MODEL, "-o", out
    )
    assert outcome.code == 0, outcome.err
    summary = json.loads(out.read_text())
    quotes = {
        quote["text"]: [names(summary)[party] for party in quote["speakers"]] for quote in summary["quotes"]
    }
    assert [text.startswith(said) for text, said in zip(quotes, STATEMENTS, strict=True)] == [True] * 4
    assert list(quotes.values()) == [["Hamas"], ["Hamas"], ["Hossam Badran"], ["Hossam Badran"]]
    figures = {figure["value"]: figure["comparator"] for figure in summary["figures"]}
    assert figures["34622"] == "at_least"
    assert figures["1500000"] == "about"
    assert summary["coverage"]["quotations"] == {"found": 4, "reported": 4}
    assert summary["provenance"]["recipe"]["prompt"]["version"] == 3
    assert {item["text"] for item in summary["framing"]} >= {"martyred", "genocidal aggression"}
    told = [summary["headline"]["text"], *(sentence["text"] for sentence in summary["abstract"])]
    assert not {"martyred", "genocidal"} & set(" ".join(told).split())
    assert command("verify", out, CAIRO).code == 0


def test_the_referring_prompt_copies_nothing_that_has_a_number(command, endpoint):
    outcome = command(
        "summarize",
        CAIRO,
        "--prompt",
        "summary@2",
        "--base-url",
        endpoint,
        "--model",
        MODEL,
        "--format",
        "jsonl",
    )
    assert outcome.code == 0, outcome.err
    summary = json.loads(outcome.out)
    assert len(summary["quotes"]) == 4
    assert summary["coverage"]["quotations"] == {"found": 4, "reported": 4}


def test_of_an_article_in_another_language_everything_is_asked(endpoint):
    [moor] = [gold for gold in read_golden(ROOT / "tests/golden") if gold.name == "de-1-moor"]
    summary = summarizer.summarize(moor.article, prompt="summary@3", base_url=endpoint, model=MODEL)
    called = {party.id: party.name for party in summary.parties}
    assert score(moor, summary)["quotes.recall"] == (len(moor.quotes), len(moor.quotes))
    assert {called[party] for quote in summary.quotes for party in quote.speakers} >= {
        "Jost Heinrich Tewes",
        "Malin Ostrowka",
    }
    assert summary.positions
    assert summarizer.verify(summary, moor.article) == []


def test_of_an_article_in_another_language_speakers_beside_their_words_are_shown(endpoint):
    [moor] = [gold for gold in read_golden(ROOT / "tests/golden") if gold.name == "de-1-moor"]
    summary = summarizer.summarize(moor.article, base_url=endpoint, model=MODEL)
    text = moor.article.text
    names = {party.id: party.name for party in summary.parties}
    named = [
        (names[who], text[quote.anchor.start - 300 : quote.anchor.end + 300])
        for quote in summary.quotes
        for who in quote.speakers
    ]
    assert all(name in around for name, around in named)
    assert len(summary.abstract) >= 2
    assert summarizer.verify(summary, moor.article) == []


def test_two_spellings_of_a_name_are_one_party(command, endpoint):
    outcome = command("summarize", CAIRO, "--base-url", endpoint, "--model", MODEL, "--format", "jsonl")
    [badran] = [party for party in json.loads(outcome.out)["parties"] if "Badran" in party["name"]]
    assert {"Badran", "Bardan"} <= set(badran["aliases"])
    assert {mention["exact"] for mention in badran["mentions"]} == {"Hossam Badran", "Badran", "Bardan"}


def test_the_copying_prompt_shows_only_what_the_article_says(command, endpoint, tmp_path):
    out = tmp_path / "summary.json"
    outcome = command(
        "summarize", CAIRO, "--prompt", "summary@1", "--base-url", endpoint, "--model", MODEL, "-o", out
    )
    assert outcome.code == 0, outcome.err
    summary = json.loads(out.read_text())
    text = CAIRO.read_text()
    assert summary["quotes"]
    for quote in summary["quotes"]:
        assert text[quote["anchor"]["start"] : quote["anchor"]["end"]] == quote["text"]
    assert command("verify", out, CAIRO).code == 0


def test_a_person_reads_the_summary_on_the_terminal(command, endpoint):
    outcome = command("summarize", HARBOUR, "--base-url", endpoint, "--model", MODEL, "--format", "pretty")
    assert outcome.code == 0, outcome.err
    for words in ("Ines Moura", "“Somebody will be hurt.” s4", "at least 60%", "Coverage: 3 of 3 quotations"):
        assert words in outcome.out


def test_a_synchronous_call_works_inside_a_running_event_loop(endpoint):
    async def notebook():
        return summarizer.summarize(HARBOUR, base_url=endpoint, model=MODEL)

    assert len(asyncio.run(notebook()).quotes) == 3


def test_an_awaited_call_gives_a_summary_too(endpoint):
    summary = asyncio.run(summarizer.asummarize(HARBOUR, base_url=endpoint, model=MODEL))
    assert len(summary.quotes) == 3
    assert summarizer.verify(summary, HARBOUR) == []


def test_one_summarizer_serves_several_articles_and_prompts(endpoint):
    with summarizer.Summarizer(base_url=endpoint, model=MODEL) as made:
        first = made.summarize(HARBOUR)
        second = made.summarize(HARBOUR, prompt="summary@1")
    assert first.provenance is not None
    assert second.provenance is not None
    assert first.provenance.fingerprint != second.provenance.fingerprint
