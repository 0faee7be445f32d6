"""`--model none`: what the rules alone know."""

import asyncio
import json
import os
import subprocess
import sys

import pytest
from conftest import CAIRO, NOWHERE, ROOT
from store_samples import keep, sample

import summarizer
from summarizer import Done, Summarizer
from summarizer.article import Article
from summarizer.client import choose_model
from summarizer.errors import UsageError
from summarizer.store import Query, Scope

NEWS = (
    "The ferry crews of Ostmark will strike on Friday, their union said.\n\n"
    "“We have waited long enough,” said Ines Corvo, who leads the union. "
    "The port authority refused to raise pay by 12 percent."
)
GERMAN = "Der Hafen bleibt zu.\n\n„Wir warten seit 14 Tagen“, sagte Jana Voss am Dienstag."
SCOPE = Scope(target=None, same=frozenset())


def by_rules(text=NEWS, **facts):
    return summarizer.summarize(Article(text=text, **facts), model="none")


def test_the_rules_tell_who_says_and_wants_what_and_every_place_holds():
    found = by_rules()
    assert [position.origin for position in found.positions] == ["rule"] * len(found.positions)
    names = {party.id: party.name for party in found.parties}
    assert [[names[one] for one in quote.speakers] for quote in found.quotes] == [["Ines Corvo"]]
    assert [figure.text for figure in found.figures] == ["12 percent"]
    assert all(anchor.holds_in(NEWS) for _, anchor in found.anchors())


def test_headline_and_abstract_are_the_articles_own_words():
    found = by_rules()
    assert found.headline.wording == "article"
    assert found.abstract
    assert {sentence.wording for sentence in found.abstract} == {"article"}
    assert all(sentence.evidence for sentence in found.abstract)


def test_what_it_says_of_a_quotation_without_a_speaker_blames_no_model():
    text = "The harbour of Brede closes in May.\n\n“Nobody asked us, and nobody will.”\n\nThe council met on Monday."
    said = [warning.message for warning in by_rules(text).warnings if warning.code == "speaker_unresolved"]
    assert said == ["No rule tells who says it."]


def test_it_costs_nothing_and_says_that_no_model_was_asked():
    made = by_rules().provenance
    assert made is not None
    assert (made.recipe.model, made.recipe.authority) == ("none", "rules")
    assert (made.attempts, made.tokens.input, made.tokens.output, made.cost_usd) == (0, 0, 0, 0)


def test_in_a_language_without_rules_quotations_figures_and_abstract_are_shown():
    found = by_rules(GERMAN, language="de")
    assert [quote.text for quote in found.quotes] == ["Wir warten seit 14 Tagen"]
    assert [figure.text for figure in found.figures] == ["14 Tagen"]
    assert found.abstract


def test_the_same_article_gives_the_same_summary_but_for_time():
    ones = [found.model_copy(update={"provenance": None}) for found in (by_rules(), by_rules())]
    assert ones[0] == ones[1]


@pytest.mark.parametrize(
    "text", ["“", "?", "1", "a" * 9_000, "“a " * 3_000, "Said said said, said Said. " * 300]
)
def test_no_article_is_refused(text):
    by_rules(text)


def test_the_command_says_on_stderr_that_no_model_is_asked_and_needs_no_key(command):
    outcome = command("summarize", CAIRO, "--model", "none", "--format", "json", "--no-store")
    assert outcome.code == 0
    assert "no model is asked" in outcome.err
    assert json.loads(outcome.out)["provenance"]["recipe"]["model"] == "none"


def test_neither_a_key_nor_an_address_in_the_environment_is_used(command, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-SENTINEL")
    monkeypatch.setenv("OPENAI_BASE_URL", NOWHERE)
    monkeypatch.setenv("SUMMARIZER_MODEL", "none")
    outcome = command("summarize", CAIRO, "--format", "json", "--no-store")
    assert outcome.code == 0
    assert choose_model().api_key is None


def test_the_libraries_for_models_are_not_even_imported():
    program = (
        "import sys; from summarizer.cli import main\n"
        "try: main()\n"
        "finally: print([name for name in ('openai', 'instructor', 'xllamacpp') if name in sys.modules], file=sys.stderr)"
    )
    arguments = ("summarize", str(CAIRO), "--model", "none", "--no-store", "--format", "json")
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.stderr.splitlines()[-1] == "[]"


def test_an_address_beside_none_is_refused():
    with pytest.raises(UsageError, match="asks no model"):
        Summarizer(model="none", base_url=NOWHERE)


def test_a_prompt_beside_none_is_refused_as_nothing_would_be_asked_with_it():
    with pytest.raises(UsageError, match="--prompt"):
        Summarizer(model="none", prompt="summary@4")


def test_it_is_stored_and_answered_from_the_store(command, sqlite_url):
    words = ("summarize", CAIRO, "--model", "none", "--format", "json", "--store", sqlite_url)
    first, second = command(*words), command(*words)
    assert first.out == second.out
    assert "from the store" in second.err
    assert "none" in command("list", "--store", sqlite_url).out
    shown = command("show", CAIRO, "--store", sqlite_url, "--format", "pretty")
    assert "no model was asked" in shown.out


def test_an_edited_article_is_read_anew_rather_than_carried_over(command, sqlite_url, tmp_path):
    path = tmp_path / "news.txt"
    words = ("summarize", path, "--model", "none", "--format", "json", "--store", sqlite_url)
    path.write_text(NEWS)
    command(*words)
    path.write_text(NEWS + " The mayor, Lena Brandt, demanded talks.")
    outcome = command(*words)
    assert "carried over" not in outcome.err
    assert any("demanded talks" in one["statement"] for one in json.loads(outcome.out)["positions"])


def rules_on(store, found):
    with Summarizer(model="none", store=store) as without:
        return without.summarize(found.article)


@pytest.mark.parametrize("rules_last", [True, False])
def test_it_never_stands_for_what_a_model_said(store, rules_last):
    found = sample(1)
    if rules_last:
        keep(store, found)
    rules_on(store, found)
    if not rules_last:
        keep(store, found)
    assert {one.where.summary for one in store.ask(Query(), ("quote",))} == {store.find(found.article.id).id}
    assert store.find(found.article.id).summary.provenance.recipe.model == "model-a"
    newest = store.newest()[found.article.id]
    assert next(store.read([newest])).provenance.recipe.model == "model-a"
    assert store.count() == 2


def test_where_no_model_was_asked_yet_its_items_are_found(store):
    found = sample(1)
    rules_on(store, found)
    assert [one.text for one in store.ask(Query(), ("quote",))] == ["We will rebuild this town,"]


def test_a_plan_for_a_model_counts_it_as_stale_and_for_none_costs_nothing(store):
    found = sample(1)
    rules_on(store, found)
    with Summarizer(model="model-a", base_url=NOWHERE, store=store) as able:
        planned = able.plan()
    assert (planned.current, planned.stale, planned.ask) == (0, 1, 1)
    assert "model" in planned.reasons
    keep(store, sample(2))
    with Summarizer(model="none", store=store) as without:
        planned = without.plan()
        assert (planned.current, planned.ask, planned.estimate) == (1, 1, None)
        assert [isinstance(one, Done) and one.summary.is_by_rules for one in without.regenerate()] == [True]
        assert without.plan().to_do == 0


def test_what_a_model_said_may_be_replayed_though_the_rules_looked_at_the_article_since(store):
    found = sample(1)
    keep(store, found)
    [before] = [one.standing.recipe for one in store.standing(SCOPE)]
    rules_on(store, found)
    [after] = [one.standing.recipe for one in store.standing(SCOPE)]
    assert before == after


def test_a_batch_makes_a_summary_of_each_and_the_next_run_none(command, sqlite_url, tmp_path):
    paths = []
    for number in range(3):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"{NEWS} It was day {number}.")
    out = tmp_path / "all.jsonl"
    words = ("batch", *paths, "--model", "none", "--store", sqlite_url, "--json")
    report = json.loads(command(*words, "-o", out).out)
    assert (report["done"], report["failed"], report["tokens"]) == (3, 0, {"input": 0, "output": 0})
    assert len(out.read_text().splitlines()) == 3
    assert json.loads(command(*words).out)["from_store"] == 3


def test_a_budget_is_no_hindrance_and_nothing_of_it_is_spent(command, sqlite_url, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(NEWS)
    outcome = command("batch", path, "--model", "none", "--budget", "1", "--store", sqlite_url, "--json")
    assert (outcome.code, json.loads(outcome.out)["done"]) == (0, 1)


def test_a_batch_in_the_library_needs_no_store():
    with Summarizer(model="none") as without:
        done = list(without.batch([NEWS, GERMAN, " "]))
    assert sorted(type(one).__name__ for one in done) == ["Done", "Done", "Failed"]


def test_awaited_it_is_the_same():
    async def ask():
        return await summarizer.asummarize(NEWS, model="none")

    assert asyncio.run(ask()).quotes == summarizer.summarize(NEWS, model="none").quotes


def test_it_is_evaluated_as_a_model_is(command, tmp_path):
    words = (
        "evaluate",
        ROOT / "tests/golden",
        "--model",
        "none",
        "--limit",
        "3",
        "--out",
        tmp_path,
        "--json",
    )
    outcome = command(*words)
    assert outcome.code == 0
    assert "small" in outcome.out or "summary" in outcome.out
    assert command(*words, "--reground").code == 0
