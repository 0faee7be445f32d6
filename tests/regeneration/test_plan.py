import json
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import CAIRO, NOWHERE, ROOT
from misbehaving_server import MisbehavingServer
from postgres_server import SENTINEL
from store_samples import TEXT, keep, sample, sending

import summarizer
from summarizer import pipeline
from summarizer.analysis import mark
from summarizer.article import Article
from summarizer.client import Summarizer
from summarizer.errors import SummarizerError, UsageError
from summarizer.prompts import PromptLibrary
from summarizer.recipe import fingerprint
from summarizer.store import Failure, Selection, Source, Store

MODEL = "model-a"
PROMPT = PromptLibrary(None).get("summary@2")
RECIPE = pipeline.recipe(PROMPT, MODEL)


def made(number=1, recipe=RECIPE, *, parts=1, tokens=None, **article):
    """A stored sample by another recipe than the samples have, and its request as the program words it."""
    found = sample(number, **article)
    provenance = found.summary.provenance
    assert provenance is not None
    told = {"recipe": recipe, "fingerprint": fingerprint(recipe), "parts": parts}
    provenance = provenance.model_copy(update=told | ({"tokens": tokens} if tokens else {}))
    return replace(found, recipe=recipe, summary=found.summary.model_copy(update={"provenance": provenance}))


def put(store, found, place=None, *, prompt=PROMPT):
    """Store it, with the request that the prompt asks today."""
    asked = sending(found, place or f"/news/{found.article.id[-8:]}.txt")
    asked = replace(asked, messages=pipeline.messages(mark(found.article), prompt))
    return store.settle(store.begin(asked), found.summary, found.replies)


def planned(store, prompt="summary@2", *, model=MODEL, selection=None, every=False, jobs=1, **options):
    """A plan; whoever contacts the model finds nobody there."""
    with Summarizer(model=model, base_url=NOWHERE, store=store, **options) as made:
        return made.plan(prompt=prompt, selection=selection, every=every, jobs=jobs)


def test_what_is_by_the_target_is_current_and_there_is_nothing_to_do(store):
    put(store, made(1))
    put(store, made(2))
    found = planned(store)
    assert (found.current, found.to_do, found.failed, found.estimate) == (2, 0, 0, None)


@pytest.mark.parametrize(
    ("reason", "change"),
    [
        ("prompt", {"prompt": RECIPE.prompt.model_copy(update={"version": 1})}),
        ("prompt", {"prompt": RECIPE.prompt.model_copy(update={"sha256": "0" * 64})}),
        ("draft_format", {"draft_format": "copy/1"}),
        ("summary_format", {"summary_schema": "summary/0"}),
        ("analysis", {"analysis": "marking/1"}),
        ("authority", {"authority": "rules"}),
        ("model", {"model": "another"}),
        ("parameters", {"parameters": {"temperature": 1.0}}),
        ("language", {"language": "de"}),
    ],
)
def test_each_part_of_the_recipe_is_a_reason_of_its_own(store, reason, change):
    put(store, made(1, RECIPE.model_copy(update=change)))
    found = planned(store)
    assert (found.current, found.stale, dict(found.reasons)) == (0, 1, {reason: 1})
    [changed] = found.changes
    assert changed.was != changed.now


def test_several_reasons_may_hold_of_one_summary(store):
    put(store, made(1, RECIPE.model_copy(update={"model": "another", "language": "de"})))
    assert dict(planned(store).reasons) == {"model": 1, "language": 1}


def test_another_merge_prompt_counts_only_where_an_article_was_read_in_parts(store):
    assert RECIPE.merge is not None
    other = RECIPE.model_copy(update={"merge": RECIPE.merge.model_copy(update={"sha256": "0" * 64})})
    put(store, made(1, other))
    put(store, made(2, other, parts=3))
    found = planned(store)
    assert (found.current, found.stale, dict(found.reasons)) == (1, 1, {"merge": 1})


def test_a_new_version_in_a_folder_of_ones_own_makes_the_older_stale(store, tmp_path):
    (tmp_path / "summary").mkdir()
    shutil.copy(ROOT / "prompts/summary/v2.md", tmp_path / "summary/v5.md")
    put(store, made(1))
    assert dict(planned(store, "summary", prompts=tmp_path).reasons) == {"prompt": 1}


@pytest.fixture
def families(tmp_path):
    """A folder of prompts with small@1, for the purpose of summary, and brief@1, for its own."""
    text = (ROOT / "prompts/summary/v2.md").read_text()
    for name, purpose in (("small", "purpose: summary\n"), ("brief", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "v1.md").write_text(text.replace("---\n", f"---\n{purpose}", 1))
    return tmp_path


def by_family(number, name):
    used = RECIPE.prompt.model_copy(update={"name": name, "version": 1, "sha256": f"{number:064x}"})
    return made(number, RECIPE.model_copy(update={"prompt": used}))


@pytest.mark.parametrize(("was", "now"), [("summary", "small@1"), ("small", "summary@2")])
def test_families_of_one_purpose_are_one_line(store, families, was, now):
    put(store, by_family(1, was))
    found = planned(store, now, prompts=families)
    assert (found.stale, found.missing, dict(found.reasons)) == (1, 0, {"prompt": 1})
    [change] = found.changes
    assert change.was.startswith(f"{was}@1 ")
    assert change.now.startswith(f"{now} ")


def test_families_of_another_purpose_or_that_nobody_knows_stand_apart(store, families):
    put(store, by_family(1, "brief"))
    put(store, by_family(2, "gone"))
    found = planned(store, "small@1", prompts=families)
    assert (found.stale, found.missing) == (0, 0)
    assert planned(store, "small@1", prompts=families, every=True).stale == 2
    assert planned(store, "brief@1", prompts=families).stale == 1


def test_one_family_can_be_selected_among_those_of_its_purpose(store, families):
    put(store, by_family(1, "summary"))
    put(store, by_family(2, "small"))
    found = planned(store, "summary@2", prompts=families, selection=Selection(prompt="small"))
    assert found.stale == 1


def test_an_article_without_any_summary_is_missing_and_one_that_failed_for_good_is_failed(store):
    store.seen(Article(text="Only seen."), Source("path", "/news/seen.txt"))
    for number, retriable in ((2, True), (3, False)):
        attempt = store.begin(sending(made(number), f"/news/{number}.txt"))
        store.fail(attempt, Failure("ReplyRefused", "no", retriable=retriable))
    found = planned(store)
    assert (found.missing, found.failed, found.current, found.stale) == (2, 1, 0, 0)
    assert planned(store, model="another").missing == 3


def test_an_attempt_after_a_failure_for_good_is_what_counts(store):
    for retriable in (False, True):
        attempt = store.begin(sending(made(1)))
        store.fail(attempt, Failure("ReplyRefused", "no", retriable=retriable))
    assert (planned(store).missing, planned(store).failed) == (1, 0)


def test_only_the_newest_text_of_a_place_counts(store):
    put(store, made(1), "/news/today.txt")
    put(store, made(2), "/news/today.txt")
    assert planned(store).current == 1


def test_a_place_whose_newer_text_has_no_summary_by_the_target_is_edited(store):
    put(store, made(1), "/news/today.txt")
    store.seen(Article(text=TEXT.format(number=2, homes=42)), Source("path", "/news/today.txt"))
    found = planned(store)
    assert (found.current, found.edited, found.ask, dict(found.reasons)) == (0, 1, 0, {"article": 1})
    assert dict(planned(store, model="another").reasons) == {"model": 1, "article": 1}


def test_what_only_our_own_code_does_otherwise_is_replayed_for_free(store):
    older = RECIPE.model_copy(update={"analysis": "marking/1", "summary_schema": "summary/0"})
    put(store, made(1, older))
    found = planned(store)
    assert (found.replay, found.ask, found.estimate) == (1, 0, None)


def test_a_request_that_would_be_another_today_is_not_replayed(store):
    older = RECIPE.model_copy(update={"analysis": "marking/1"})
    keep(store, made(1, older))  # its request was the text alone
    found = planned(store)
    assert (found.replay, found.ask) == (0, 1)
    assert found.replayed is not None
    assert (found.replayed.looked_at, found.replayed.identical) == (1, 0)


def test_without_the_models_replies_nothing_is_replayed(store):
    put(store, replace(made(1, RECIPE.model_copy(update={"analysis": "marking/1"})), replies=()))
    assert (planned(store).replay, planned(store).ask) == (0, 1)


def test_the_estimate_covers_what_the_same_articles_took(store):
    for number in range(8):
        put(store, made(number, RECIPE.model_copy(update={"model": "another"})))
    put(store, made(9))
    found = planned(store).estimate
    assert found is not None
    assert found.basis == "9 attempts with summary@2 and other models"
    assert found.tokens.low <= 8 * 120 <= found.tokens.high
    assert found.tokens.input.low <= 8 * 100 <= found.tokens.input.high
    assert found.cost_usd is None
    priced = planned(store, price="1/2", jobs=2).estimate
    assert priced is not None
    assert priced.cost_usd is not None
    assert priced.cost_usd.low <= 8 * (100 + 2 * 20) / 1e6 <= priced.cost_usd.high
    assert priced.seconds is not None
    assert priced.seconds.low <= 8 * 1.25 / 2 <= priced.seconds.high


def test_without_attempts_to_go_by_the_estimate_says_so_and_bounds_what_can_be(store):
    put(store, made(1, RECIPE.model_copy(update={"model": "another"})))
    found = planned(store).estimate
    assert found is not None
    assert "no attempts to go by" in found.basis
    assert found.seconds is None
    assert 0 < found.tokens.low < found.tokens.high


def test_several_articles_at_once_take_less_time_and_the_same_tokens(store):
    for number in range(8):
        put(store, made(number, RECIPE.model_copy(update={"model": "another"})))
    one, four = (planned(store, jobs=jobs).estimate for jobs in (1, 4))
    assert one is not None
    assert four is not None
    assert one.seconds is not None
    assert four.seconds is not None
    assert four.seconds.high == pytest.approx(one.seconds.high / 4)
    assert four.tokens == one.tokens


def test_where_the_prompt_bounds_no_answer_the_estimate_has_no_upper_bound(store, tmp_path):
    (tmp_path / "summary").mkdir()
    shipped = (ROOT / "prompts/summary/v2.md").read_text()
    (tmp_path / "summary/v9.md").write_text(shipped.replace("  max_tokens: 3000\n", ""))
    put(store, made(1))
    found = planned(store, "summary@9", prompts=tmp_path, price="1/2").estimate
    assert found is not None
    assert (found.tokens.high, found.tokens.output.high) == (None, None)
    assert 0 < found.tokens.low == found.tokens.input.low
    assert found.cost_usd is not None
    assert found.cost_usd.low > 0
    assert found.cost_usd.high is None
    assert "the prompt bounds no answer" in found.basis


def test_what_has_no_upper_bound_is_printed_as_at_least(command, sqlite_url, tmp_path):
    (tmp_path / "summary").mkdir()
    shipped = (ROOT / "prompts/summary/v2.md").read_text()
    (tmp_path / "summary/v9.md").write_text(shipped.replace("  max_tokens: 3000\n", ""))
    with Store.open(sqlite_url) as store:
        put(store, made(1))
    words = ("plan", "--prompt", "summary@9", "--prompts", tmp_path, "--model", MODEL, "--store", sqlite_url)
    told = command(*words, "--price", "10/20").out
    assert re.search(r"at least [\d,]+ tokens, at least \$0\.\d+, time unknown\.", told)
    assert json.loads(command(*words, "--json").out)["tokens"]["high"] is None


def test_of_many_replays_some_are_looked_at_and_stand_for_all(store):
    older = RECIPE.model_copy(update={"analysis": "marking/1"})
    for number in range(70):
        (put if number < 35 else keep)(
            store, made(number, older), Path(f"/news/{number}.txt")
        )  # later ones: another request
    found = planned(store)
    assert found.replayed is not None
    assert (found.replayed.looked_at, found.replayed.identical) == (24, 12)
    assert (found.replay + found.ask, found.stale, dict(found.reasons)) == (70, 70, {"analysis": 70})
    assert 30 <= found.replay <= 40


def test_a_selection_narrows_the_plan(store):
    put(store, made(1, published=None))
    put(store, made(2, RECIPE.model_copy(update={"prompt": RECIPE.prompt.model_copy(update={"version": 1})})))
    store.seen(Article(text="Only seen."), Source("path", "/news/seen.txt"))
    for selection, counts in (
        (Selection(prompt="summary@1"), (0, 1, 0)),
        (Selection(party="Xanthoria1"), (1, 0, 0)),
        (Selection(), (1, 1, 1)),
    ):
        found = planned(store, selection=selection)
        assert (found.current, found.stale, found.missing) == counts
    with pytest.raises(UsageError, match="made by: summary@1, summary@2"):
        planned(store, selection=Selection(prompt="sumary@1"))


def test_prompts_of_another_name_count_only_if_all_are_asked_for(store):
    brief = RECIPE.prompt.model_copy(update={"name": "brief"})
    put(store, made(1, RECIPE.model_copy(update={"prompt": brief})))
    assert planned(store).to_do == 0
    assert planned(store, every=True).stale == 1


def test_the_command_prints_a_plan_and_contacts_nobody(command, sqlite_url):
    with Store.open(sqlite_url) as store:
        put(store, made(1, title="A \x1b[31mtown"))
        put(store, made(2, RECIPE.model_copy(update={"model": "another"})))
    with MisbehavingServer("ok") as server:
        words = ("plan", "--prompt", "summary@2", "--base-url", server.url, "--store", sqlite_url)
        told = command(*words, "--model", "third")
        found = json.loads(command(*words, "--model", MODEL, "--json").out)
        assert command(*words, "--model", MODEL, "--exit-code").code == 3
        assert command(*words, "--model", "another", "--exit-code").code == 3
        assert not server.requests
    assert (told.code, "\x1b" in told.out) == (0, False)
    assert "Plan: 2 to redo (2 ask the model), 0 missing, 0 current." in told.out
    assert "price unknown; --price 0.15/0.60" in told.out
    assert f"Next: summarizer regenerate --prompt summary@2 --model third --base-url {server.url}" in told.out
    assert {name: found[name] for name in ("current", "stale", "missing", "failed", "ask", "replay", "edited")} == {
        "current": 1, "stale": 1, "missing": 0, "failed": 0, "ask": 1, "replay": 0, "edited": 0,
    }  # fmt: skip
    assert found["reasons"] == {"model": 1}
    assert set(found["tokens"]) == {"low", "high", "input", "output"}
    assert (found["cost_usd"], found["recipe"]["model"]) == (None, MODEL)
    [example] = found["examples"]
    assert (example["reasons"], example["action"]) == (["model"], "ask")


def test_the_next_call_that_is_named_is_about_the_same_and_may_be_pasted_into_a_shell(
    command, postgresql_url
):
    with Store.open(postgresql_url) as store:
        put(store, made(1))
    options = (
        "--model",
        "it's $HOME",
        "--from",
        "summary@2",
        "--language",
        "de",
        "--since",
        "2020-01-01",
        "--all",
    )
    told = command(
        "plan", "--prompt", "summary@2", "--base-url", NOWHERE, "--store", postgresql_url, *options
    ).out
    [line] = [line for line in told.splitlines() if line.startswith("Next: ")]
    called = shlex.split(line.removeprefix("Next: "))
    assert called[:2] == ["summarizer", "regenerate"]
    assert called[-3:] == ["--all", "--sample", "3"]
    given = dict(zip(called[2:-3:2], called[3:-3:2], strict=True))
    address = given.pop("--store")
    assert given == {
        "--prompt": "summary@2", "--model": "it's $HOME", "--base-url": NOWHERE, "--language": "de",
        "--from": "summary@2", "--since": "2020-01-01",
    }  # fmt: skip
    assert address.startswith("postgresql://postgres:***@127.0.0.1:")
    assert SENTINEL not in told


def test_since_counts_articles_from_that_day_on(command, sqlite_url):
    with Store.open(sqlite_url) as store:
        put(store, made(1, published=date(2024, 11, 12)))
        put(store, made(2, published=date(2024, 11, 13)))
    words = ("plan", "--prompt", "summary@3", "--base-url", NOWHERE, "--model", MODEL, "--store", sqlite_url)
    for day, stale in (("2024-11-12", 2), ("2024-11-13", 1), ("2024-11-14", 0)):
        assert json.loads(command(*words, "--json", "--since", day).out)["stale"] == stale


def test_concurrency_shortens_the_time_that_is_told(command, sqlite_url):
    with Store.open(sqlite_url) as store:
        for number in range(6):
            put(store, made(number))
    words = ("plan", "--prompt", "summary@3", "--base-url", NOWHERE, "--model", MODEL, "--store", sqlite_url)
    one, three = (
        json.loads(command(*words, "--json", "--concurrency", jobs).out)["seconds"]["high"] for jobs in (1, 3)
    )
    assert three == pytest.approx(one / 3)


def test_a_plan_neither_loads_the_models_libraries_nor_fetches_pages(sqlite_url):
    with Store.open(sqlite_url) as store:
        put(store, made(1))
    program = (
        "import sys; from summarizer.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    words = ("plan", "--prompt", "summary@3", "--model", MODEL, "--base-url", NOWHERE, "--store", sqlite_url)
    ran = subprocess.run([sys.executable, "-c", program, *words], check=True, capture_output=True, text=True)
    assert "1 to redo" in ran.stdout
    slow = {"openai", "instructor", "alembic", "trafilatura", "rich", "feedparser", "xllamacpp"}
    assert not slow & set(ran.stderr.split())


def test_nothing_to_do_is_said_and_is_exit_code_0(command, sqlite_url):
    words = ("plan", "--prompt", "summary@2", "--base-url", NOWHERE, "--model", MODEL, "--store", sqlite_url)
    with Store.open(sqlite_url) as store:
        assert "nothing is stored yet" in command(*words).out
        put(store, made(1))
    outcome = command(*words, "--exit-code")
    assert (outcome.code, outcome.out) == (0, "Nothing to do: 1 current.\n")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--prompt", "nonsense"), 2, "no prompt 'nonsense'"),
        (("--prompt", "merge"), 2, "part of a summary"),
        (("--model", "none.gguf"), 69, "no such model file"),
        (("--from", "nonsense"), 2, "nothing made by 'nonsense'"),
        (("--store", "sqlite:///none.db"), 78, "no store yet"),
        (("--price", "dear"), 2, "is no price"),
    ],
)
def test_a_call_that_cannot_be_is_one_clear_line(
    command, sqlite_url, monkeypatch, tmp_path, words, code, says
):
    monkeypatch.chdir(tmp_path)
    with Store.open(sqlite_url) as store:
        put(store, made(1))
    given = {"--model": MODEL, "--store": sqlite_url} | dict([words])
    outcome = command("plan", *(word for pair in given.items() for word in pair))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1)
    assert says in outcome.err


def test_a_released_prompt_that_was_edited_is_refused(command, sqlite_url, tmp_path):
    shutil.copytree(ROOT / "prompts", tmp_path / "prompts")
    path = tmp_path / "prompts/summary/v2.md"
    path.write_text(path.read_text() + "\n")
    Store.open(sqlite_url).close()
    outcome = command(
        "plan", "--prompt", "summary@2", "--prompts", tmp_path / "prompts", "--store", sqlite_url
    )
    assert outcome.code == 78
    assert "make v5 instead" in outcome.err


def test_a_plan_needs_a_store():
    with (
        Summarizer(model=MODEL, base_url=NOWHERE) as made_of_nothing,
        pytest.raises(SummarizerError, match="store"),
    ):
        made_of_nothing.plan()


def test_an_article_summarised_by_one_prompt_is_stale_for_the_next(command, sqlite_url):
    with MisbehavingServer("ok") as server:
        asked = {"base_url": server.url, "model": "m", "store": sqlite_url}
        with summarizer.Summarizer(prompt="summary@2", **asked) as kept:
            kept.summarize(CAIRO)
            assert kept.plan().current == 1
            found = kept.plan(prompt="summary@3")
    assert set(found.reasons) == {"prompt", "draft_format", "authority", "parameters"}
    assert (
        "attempts to go by"
        in command("plan", "--model", "m", "--base-url", NOWHERE, "--store", sqlite_url).out
    )
