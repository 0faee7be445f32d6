import json
import subprocess
import sys
from signal import SIGINT

import anyio
import pytest
from conftest import CAIRO, ROOT
from context_server import ContextServer
from misbehaving_server import MisbehavingServer
from report import report
from sample_pages import SAMPLES
from site_on_loopback import Site, page
from store_samples import days, keep, sample, sending

import summarizer
from summarizer import Summarizer
from summarizer.pipeline import cached
from summarizer.store import Store

HARBOUR = ROOT / "tests/articles/harbour.txt"
PROMPT = "summary@2"
STORY = SAMPLES[0]
HOSTILE = "\x1b[31mred\x1b[0m \u202eevil"


@pytest.fixture
def endpoint_of_ours():
    """The second answer is another than the first: the same summary made within a second is stored once."""
    with MisbehavingServer("ok", "template") as server:
        yield server


class Asking:
    """`ask(CAIRO, …)` summarises with a model that says what it always says."""

    def __init__(self, command, server):
        self._command, self._words = command, ("--base-url", server.url, "--model", "m", "--prompt", PROMPT)
        self.requests = server.requests

    def __call__(self, *words):
        return self._command("summarize", *words, *self._words)


@pytest.fixture
def ask(command, endpoint_of_ours):
    return Asking(command, endpoint_of_ours)


def test_an_article_is_asked_about_once_and_then_answered_from_the_store(ask):
    first, second = ask(CAIRO), ask(CAIRO)
    assert (first.code, second.code, len(ask.requests)) == (0, 0, 1)
    assert first.out == second.out
    assert "from the store" not in first.err
    assert f"{CAIRO}: from the store" in second.err
    assert "--fresh" in second.err


@pytest.mark.parametrize(
    "words", [(CAIRO, "--fresh"), (CAIRO, "--no-store"), (CAIRO, "--store", "sqlite:///x.db"), (HARBOUR,)]
)
def test_the_model_is_asked_again_where_the_store_may_not_or_cannot_answer(ask, monkeypatch, tmp_path, words):
    monkeypatch.chdir(tmp_path)
    ask(CAIRO)
    outcome = ask(*words)
    assert outcome.code == 0
    assert "from the store" not in outcome.err
    assert len(ask.requests) == 2


def test_another_prompt_or_model_is_another_recipe(ask, command, endpoint_of_ours):
    ask(CAIRO)
    words = ("summarize", CAIRO, "--prompt", PROMPT, "--base-url", endpoint_of_ours.url, "--model")
    assert command(*words, "n").code == 0
    assert command(*words, "m").code == 0
    assert [request["model"] for request in ask.requests] == ["m", "n"]


def test_without_a_store_nothing_is_left_behind(ask, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert ask(CAIRO, "--no-store").code == 0
    assert list(tmp_path.iterdir()) == []


def test_the_store_is_in_the_users_data_folder_unless_the_environment_names_another(
    command, ask, monkeypatch, tmp_path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    ask(CAIRO)
    assert (tmp_path / "summarizer/store.db").exists()
    monkeypatch.setenv("SUMMARIZER_STORE", f"sqlite:///{tmp_path}/other.db")
    ask(CAIRO)
    assert len(ask.requests) == 2
    assert (tmp_path / "other.db").exists()
    assert len(json.loads(command("list", "--json").out)) == 1


def test_a_stored_summary_is_listed_shown_and_found(command, ask):
    made = json.loads(ask(CAIRO).out)
    [listed] = json.loads(command("list", "--json").out)
    assert (listed["published"], listed["prompt"], listed["model"]) == ("2024-11-13", "summary@2", "m")
    for reference in (listed["id"][:8], CAIRO, listed["article"]):
        assert json.loads(command("show", reference).out) == made
    assert "Talks go on" in command("show", CAIRO, "--format", "pretty").out
    assert [hit["summary"] for hit in json.loads(command("search", "TALKS", "go", "--json").out)] == [
        listed["id"]
    ]
    assert listed["id"][:12] in command("list").out
    assert listed["id"][:12] in command("search", "talks").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "nowhere"), "nothing holds all of: nowhere"),
        (("list", "--party", "Nobody"), "the store holds no such summary"),
        (("show", "nothing.txt"), "the store holds nothing of"),
    ],
)
def test_whoever_finds_nothing_says_so_with_one_exit_code(command, ask, words, said):
    ask(CAIRO)
    outcome = command(*words)
    assert (outcome.code, outcome.out) == (1, "")
    assert said in outcome.err


def test_a_list_at_a_terminal_has_a_line_for_each_summary_and_cuts_nothing_elsewhere(command, ask):
    from rich.console import Console

    from summarizer.render import print_rows

    ask(CAIRO)
    title = "Hamas Delegation in Cairo for Ceasefire Talks: Positive Spirit to Reach A Deal"
    assert title in command("list").out
    console = Console(width=80, force_terminal=True, no_color=True)
    row = {"id": "0b8aaf0917da", "model": "qwen2.5-coder-1.5b-instruct-q4_k_m", "title": title}
    with console.capture() as captured:
        print_rows([row], list(row), console, clipped=("model", "title"))
    assert len(captured.get().splitlines()) == 2
    assert "0b8aaf0917da" in captured.get()


def test_a_long_list_shows_its_beginning_and_says_how_to_go_on(command, url):
    with Store.open(url) as store:
        for number in range(25):
            keep(store, sample(number, published=days(number)))
    outcome = command("list", "--store", url)
    assert outcome.out.count("Fire in the harbour") == 20
    assert "20 of 25 shown; more with --skip 20" in outcome.err
    assert len(json.loads(command("list", "--json", "--limit", "0", "--store", url).out)) == 25
    rest = command("list", "--json", "--skip", "20", "--since", "2026-01-02", "--store", url)
    assert [row["published"] for row in json.loads(rest.out)] == [
        days(number).isoformat() for number in (4, 3, 2, 1)
    ]


def test_stored_text_reaches_a_terminal_without_control_characters(command, sqlite_url):
    with Store.open(sqlite_url) as store:
        named = {"name": HOSTILE, "kind": "person", "description": "Ana Ruíz", "aliases": ["Ana Ruíz"]}
        keep(store, sample(title=HOSTILE, model=HOSTILE, draft={"headline": HOSTILE, "parties": [named]}))
    for words in (
        ("list",),
        ("search", "evil"),
        ("search", "ana"),
        ("store", "stats"),
        ("show", "/news/today.txt", "--format", "pretty"),
    ):
        outcome = command(*words, "--store", sqlite_url)
        assert outcome.code == 0
        assert outcome.out
        assert "\x1b" not in outcome.out + outcome.err
        assert "\u202e" not in outcome.out + outcome.err


def test_an_export_is_imported_elsewhere_and_an_article_forgotten(command, ask, tmp_path):
    ask(CAIRO)
    ask(CAIRO, "--fresh")
    ask(HARBOUR)
    out, other = tmp_path / "all.jsonl", f"sqlite:///{tmp_path}/other.db"
    assert "3 summaries exported" in command("export", "-o", out).err
    assert command("export", HARBOUR).out == out.read_text().splitlines(keepends=True)[2]
    assert "3 summaries imported, 0 there already" in command("import", out, "--store", other).err
    assert "0 summaries imported, 3 there already" in command("import", out, "--store", other).err
    assert command("export", "--store", other).out == out.read_text()
    asked = command("forget", CAIRO, "--store", other)
    assert asked.code == 2
    assert "1 article, 2 summaries" in asked.err
    assert "--yes" in asked.err
    assert command("show", CAIRO, "--store", other).code == 0
    assert "1 article, 2 summaries" in command("forget", CAIRO, "--yes", "--store", other).err
    assert command("show", CAIRO, "--store", other).code == 1
    assert command("forget", CAIRO, "--store", other).code == 1
    assert json.loads(command("store", "stats", "--json", "--store", other).out)["articles"] == 1


def test_an_article_without_a_summary_is_exported_as_nothing_at_all(command, sqlite_url):
    with Store.open(sqlite_url) as store:
        keep(store, sample(1))
        store.begin(sending(sample(2), HARBOUR))
    outcome = command("export", HARBOUR, "--store", sqlite_url)
    assert (outcome.code, outcome.out) == (0, "")
    assert "0 summaries exported" in outcome.err


def test_a_file_that_is_no_export_is_65_and_stores_nothing(command, tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("{}\n")
    outcome = command("import", path)
    assert outcome.code == 65
    assert f"{path}:1: is no line of a store's export" in outcome.err
    assert command("import", tmp_path / "none.jsonl").code == 65


def test_all_summaries_of_an_article_are_shown_on_demand(command, ask):
    ask(CAIRO)
    ask(CAIRO, "--fresh")
    assert len(json.loads(command("show", CAIRO, "--history").out)) == 2


def test_statistics_and_a_vacuum_are_told_in_words(command, ask):
    ask(CAIRO)
    outcome = command("store", "stats")
    assert "summaries: 1 current" in outcome.out
    assert "attempts: 1 done" in outcome.out
    assert "MB after" in command("store", "vacuum").err
    assert "up to date" in command("store", "upgrade").err


def test_a_failed_and_an_interrupted_attempt_are_kept_as_such(command, sqlite_url):
    words = ("--model", "m", "--store", sqlite_url)
    with MisbehavingServer("refusal") as server:
        assert command("summarize", CAIRO, "--base-url", server.url, *words).code == 1
    with (
        MisbehavingServer("drip") as server,
        subprocess.Popen(
            [sys.executable, "-m", "summarizer", "summarize", CAIRO, "--base-url", server.url, *words],
            stderr=subprocess.PIPE, text=True,
        ) as ran,
    ):  # fmt: skip
        assert server.asked.wait(120)
        ran.send_signal(SIGINT)
        ran.communicate(timeout=120)
    assert ran.returncode == 75
    with Store.open(sqlite_url) as store:
        assert store.stats().attempts == {"sent": 0, "done": 0, "failed": 1, "stopped": 1, "lost": 0}


def test_what_a_cancel_scope_ends_is_stopped_by_the_time_it_is_left(sqlite_url):
    """A scope of anyio's, as web frameworks use them, cancels again at each `await` of who tidies up."""

    async def given_up():
        async with Summarizer(model="m", base_url=server.url, store=sqlite_url) as many:
            with anyio.CancelScope() as scope:
                async with anyio.create_task_group() as others:
                    others.start_soon(many.asummarize, CAIRO)
                    await anyio.to_thread.run_sync(server.asked.wait, 120)
                    scope.cancel()
            return scope.cancelled_caught

    with MisbehavingServer("drip") as server:
        assert anyio.run(given_up)
    with Store.open(sqlite_url) as store:
        assert store.stats().attempts == {"sent": 0, "done": 0, "failed": 0, "stopped": 1, "lost": 0}


def test_the_library_stores_only_where_it_is_asked_to(endpoint_of_ours, monkeypatch, tmp_path, sqlite_url):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    summarizer.summarize(CAIRO, base_url=endpoint_of_ours.url, model="m", prompt=PROMPT)
    assert not (tmp_path / "data").exists()
    chosen = {"base_url": endpoint_of_ours.url, "model": "m", "prompt": PROMPT}
    with summarizer.Summarizer(**chosen, store=sqlite_url) as made:
        assert made.stored(CAIRO) is None
        first, second = made.summarize(CAIRO), made.summarize(CAIRO.read_text())
        third = made.summarize(CAIRO, fresh=True)
        kept = made.stored(CAIRO)
    assert kept is not None
    assert (first, third) == (second, kept.summary)
    assert len(endpoint_of_ours.requests) == 3
    with Store.open(sqlite_url) as store:
        material = store.material(kept.id)
    assert [json.loads(reply.raw)["headline"] for reply in material.replies] == [third.headline.text]
    assert [message["role"] for message in material.messages] == ["system", "user"]


def test_a_long_article_is_stored_with_the_replies_for_its_parts_and_grounded_again(sqlite_url):
    text = report(40_000).text
    steps: list[object] = []
    with (
        ContextServer(context=8192, says="props") as server,
        summarizer.Summarizer(base_url=server.url, model="m", prompt=PROMPT, store=sqlite_url) as made,
    ):
        summary = made.summarize(text, on_step=steps.append)
        asked, kept = len(server.requests), made.stored(text)
        assert made.summarize(text) == summary
        assert len(server.requests) == asked == len(steps)
    assert kept is not None
    with Store.open(sqlite_url) as store:
        replies = store.material(kept.id).replies
        again = cached.reground(kept.id, store=store)
    assert [reply.kind for reply in replies] == ["part"] * (asked - 1) + ["merged"]
    assert again.summary == summary == kept.summary


def test_words_in_another_language_are_another_recipe(endpoint_of_ours, sqlite_url):
    chosen = {"base_url": endpoint_of_ours.url, "model": "m", "prompt": PROMPT, "store": sqlite_url}
    with summarizer.Summarizer(**chosen) as made:
        made.summarize(CAIRO)
    with summarizer.Summarizer(**chosen, language="de") as made:
        assert made.stored(CAIRO) is None


def test_a_page_is_known_by_its_link_and_keeps_what_it_says_of_itself(ask, command):
    with Site({"/story": page(STORY.data)}) as site:
        link = f"{site.url}/story"
        made = json.loads(ask(link, "--allow-private").out)
        assert f"{link}: from the store" in ask(link, "--allow-private").err
    assert json.loads(command("show", link).out) == made
    [line] = command("export", link).out.splitlines()
    article, [source] = json.loads(line)["article"], json.loads(line)["sources"]
    assert (article["author"], article["site"], article["url"]) == (STORY.author, STORY.site, link)
    assert (source["kind"], source["location"], source["author"]) == ("url", link, STORY.author)
