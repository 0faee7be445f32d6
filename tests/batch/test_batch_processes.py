"""A run that has other processes mark and ground its articles."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest
from article_server import TEXT, ArticleServer
from bench.timing import children
from misbehaving_server import good

from summarizer import Article, Done, Summarizer, pipeline
from summarizer.analysis import mark
from summarizer.batch import worker, workers
from summarizer.drafts import HintedDraft
from summarizer.errors import PromptMalformed
from summarizer.prompts import PromptLibrary

PROMPT = PromptLibrary(None).get("summary@3")
DRAFT = HintedDraft.model_validate_json(good("HintedDraft"))


@pytest.fixture
def eager(monkeypatch):
    """Whoever may have help takes it, however little there is to do."""
    monkeypatch.setattr(workers, "_BUSY", 0.0)
    monkeypatch.setattr(workers, "_LOOK", 0.0)


def helpers(process="self"):
    """The processes that work for one."""
    return [child for child in children(process) if "summarizer.batch.worker" in command_of(child)]


def command_of(process):
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


async def helped(made):
    """An article that another process has prepared, and that process."""
    number = 0
    while True:
        number += 1
        ready = await made.prepare(Article(text=TEXT.format(number=number)))
        if ready.told is None:  # this one would know
            return ready, made._processes[0]
        await asyncio.sleep(0)


@pytest.mark.usefixtures("eager")
def test_what_another_process_makes_of_an_article_is_what_this_one_makes():
    async def go():
        made = workers.Workers(PROMPT, 2)
        try:
            ready, _ = await helped(made)
            return ready, await ready.ground(DRAFT.to_claims(ready.marked))
        finally:
            await made.aclose()

    ready, summary = asyncio.run(go())
    here = pipeline.prepare(ready.marked.article, PROMPT)
    assert (ready.marked, ready.request) == (here.marked, here.request)
    assert summary == here.grounded(DRAFT.to_claims(here.marked))
    assert summary.quotes or summary.parties


def test_a_run_has_help_only_where_there_is_more_to_do_than_one_process_can():
    with ArticleServer() as server, Summarizer(model="news-1", base_url=server.url) as many:
        for _ in many.batch(TEXT.format(number=number) for number in range(20)):
            assert not helpers()


@pytest.mark.usefixtures("eager")
def test_a_run_goes_on_without_processes_that_are_killed_and_ends_those_that_are_left(monkeypatch, url):
    monkeypatch.setenv("SUMMARIZER_PROCESSES", "3")
    killed: set[int] = set()
    with ArticleServer() as server, Summarizer(model="news-1", base_url=server.url, store=url) as many:
        numbers = iter(range(10_000))
        made = many.batch(
            (TEXT.format(number=number) for number in numbers if len(killed) < 2 or number < 200),
            concurrency=8,
        )
        count = 0
        for one in made:
            assert isinstance(one, Done)
            count += 1
            for helper in set(helpers()) - killed:
                with suppress(ProcessLookupError):  # the run may have come to its end
                    os.kill(helper, signal.SIGKILL)
                killed.add(helper)
        assert len(killed) == 2, "it does not start more than it may"
        assert count == sum(server.asked_about.values()) >= 200
    assert not helpers()


def test_a_process_that_helps_ends_with_the_one_it_helps(tmp_path):
    script = tmp_path / "main.py"
    script.write_text(
        textwrap.dedent("""
            import asyncio, os
            from summarizer.batch import workers
            from summarizer.prompts import PromptLibrary
            from summarizer import Article

            # No guard of __name__: whoever helps must not run the program that it helps.
            workers._BUSY = workers._LOOK = 0.0

            async def go():
                made = workers.Workers(PromptLibrary(None).get("summary@3"), 2)
                while (await made.prepare(Article(text="Ana Ruiz spoke on Monday."))).told is not None:
                    await asyncio.sleep(0)
                print("ready", flush=True)
                await asyncio.sleep(600)

            asyncio.run(go())
        """)
    )
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        (helper,) = helpers(process.pid)
        process.kill()
    deadline = time.monotonic() + 30
    while command_of(helper):
        assert time.monotonic() < deadline, "it outlives its process"
        time.sleep(0.02)


@pytest.mark.usefixtures("eager")
def test_an_error_of_another_process_is_met_here(tmp_path):
    folder = tmp_path / "summary"
    folder.mkdir()
    text = PROMPT.path.read_text().replace(
        "# user\n", "# user\n{% if article.title %}{{ missing.name }}{% endif %}\n"
    )
    (folder / "v9.md").write_text(text)
    prompt = PromptLibrary(tmp_path).get("summary@9")

    async def go():
        made = workers.Workers(prompt, 2)
        try:
            _, process = await helped(made)
            with pytest.raises(PromptMalformed):
                await made.prepare(Article(text="Ana Ruiz spoke.", title="Talks"))
            assert process.has_room, "it is there for the next article"
        finally:
            await made.aclose()

    asyncio.run(go())


def test_who_does_not_know_an_article_any_more_leaves_it_to_the_other():
    assert worker.Worker(PROMPT).do(worker.Ground(7, DRAFT.to_claims(mark(Article(text="News."))))) is None
