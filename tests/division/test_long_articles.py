"""Articles that are longer than the model's context, on a server that really has one."""

# mypy: disable-error-code="no-untyped-def,no-untyped-call"
# Tests read as sentences; see the same rule for ruff.

import asyncio
import json
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from context_server import ContextServer
from report import place, report

import summarizer
from summarizer import Summarizer, errors, pipeline
from summarizer.article import Article
from summarizer.llm import Endpoint, Model
from summarizer.prompts import PromptLibrary

REPORT = report(230_000)
SHORTER = report(40_000)


def summarize(text, server, **options):
    with Summarizer(**{"model": "m", "base_url": server.url, "prompt": "summary@2", **options}) as made:
        return made.summarize(text)


def said(summary):
    names = {party.id: party.name for party in summary.parties}
    return [(" and ".join(names[who] for who in quote.speakers), quote.text) for quote in summary.quotes]


def parts_of(summary):
    return summary.provenance.parts


def listed(requests):
    """Every mark that any request asks for, as often as it does."""
    users = [request["messages"][-1]["content"] for request in requests]
    return Counter(
        line.split()[0]
        for user in users
        for line in user.partition("\nQuotations:\n")[2].splitlines()
        if line[:1] in {"q", "f"}
    )


@pytest.fixture(scope="module")
def long_one():
    """The long report, summarised once for several tests: the server, the summary, the steps."""
    steps: list[Any] = []
    with ContextServer(context=16_384, says="props") as server:
        with Summarizer(model="m", base_url=server.url, prompt="summary@2") as made:
            summary = made.summarize(REPORT.text, on_step=steps.append)
        yield server, summary, steps


def test_where_the_wording_tells_who_speaks_the_parts_only_sum_up():
    with ContextServer(context=16_384, says="props") as server:
        summary = summarize(REPORT.text, server, prompt="summary@3")
    assert said(summary) == REPORT.said
    assert parts_of(summary) > 1
    assert summarizer.verify(summary, REPORT.text) == []


def test_a_small_model_is_asked_once_about_a_long_article():
    with ContextServer(context=4096, says="props") as server:
        summary = summarize(REPORT.text, server, prompt="small@1")
        assert summary.provenance.attempts == len(server.requests) == parts_of(summary) == 1
    assert said(summary) == REPORT.said
    texts = [sentence.text for sentence in summary.abstract]
    assert 1 < len(texts) == len(set(texts)) <= 3
    assert summarizer.verify(summary, REPORT.text) == []


def test_sentences_that_a_small_model_chose_in_several_parts_are_put_together_without_it():
    article = Article(text=SHORTER.text)

    async def make(server):
        async with Model(Endpoint(model="m", base_url=server.url)) as model:
            return await pipeline.make(article, prompt=PromptLibrary().get("small@1"), model=model)

    with ContextServer(context=16_384) as server:
        made = asyncio.run(make(server))
    twice = pipeline.reground(article, replace(made, replies=made.replies * 2))
    assert twice.summary == made.summary


@pytest.mark.parametrize("prompt", ["summary@2", "summary@3", "summary@4"])
def test_the_replies_about_all_parts_ground_to_the_same_summary(prompt):
    article = Article(text=report(20_000).text)

    async def make(server):
        async with Model(Endpoint(model="m", base_url=server.url, context=8192)) as model:
            return await pipeline.make(article, prompt=PromptLibrary().get(prompt), model=model)

    with ContextServer(context=8192) as server:
        made = asyncio.run(make(server))
    assert parts_of(made.summary) > 1
    assert pipeline.reground(article, made) == made


def test_quotations_that_nobody_said_count_where_a_draft_lists_them():
    crowded = "\n\n".join(f"They call it “calm {place(n)}” here." for n in range(250))
    with ContextServer(context=400_000, says="props") as server:
        assert parts_of(summarize(crowded, server, prompt="summary@2")) == 1
        assert parts_of(summarize(crowded, server, prompt="summary@4")) == 2


def test_a_report_of_230000_characters_loses_no_quotation_and_repeats_none(long_one):
    _, summary, _ = long_one
    assert len(REPORT.said) > 250
    assert said(summary) == REPORT.said
    assert summary.coverage.quotations.reported == summary.coverage.quotations.found == len(REPORT.said)
    assert summary.coverage.figures_left_out == []
    assert not [warning for warning in summary.warnings if (warning.item or "")[:1] in {"q", "f"}]


def test_every_anchor_of_a_long_report_holds(long_one):
    _, summary, _ = long_one
    assert summarizer.verify(summary, REPORT.text) == []


def test_each_mark_is_asked_for_once(long_one):
    server, summary, _ = long_one
    asked = listed(server.requests)
    assert set(asked.values()) == {1}
    assert len(asked) == len(summary.quotes) + len(summary.figures)


def test_a_context_that_the_server_names_is_never_exceeded_and_asked_for_once(long_one):
    server, summary, _ = long_one
    assert server.refused == 0
    assert server.questions == ["/props"]
    assert 5 <= summary.provenance.parts <= 14
    assert len(server.requests) == summary.provenance.parts + 1


def test_nearly_all_parts_begin_at_a_heading_after_the_last_words_of_the_part_before(long_one):
    server, _, _ = long_one
    users = [request["messages"][-1]["content"] for request in server.requests[1:-1]]
    begun = [user.split("[q")[0].partition("Chapter ") for user in users]
    assert sum(bool(heading) for _, heading, _ in begun) >= len(users) - 1
    assert all("said." in lead or "the old" in lead for lead, heading, _ in begun if heading)


def test_the_words_of_the_whole_come_from_those_of_the_parts(long_one):
    server, summary, _ = long_one
    assert (summary.headline.text, summary.abstract_text) == (
        "All of it",
        f"{summary.provenance.parts} abstracts made one.",
    )
    assert server.requests[-1]["messages"][-1]["content"].count("A part of it") == summary.provenance.parts


def test_provenance_sums_what_all_requests_cost(long_one):
    server, summary, _ = long_one
    tokens = summary.provenance.tokens
    assert summary.provenance.attempts == len(server.spent)
    assert tokens.input == sum(spent["prompt_tokens"] for spent in server.spent)
    assert tokens.output == sum(spent["completion_tokens"] for spent in server.spent)
    assert summary.provenance.recipe.merge.name == "merge"


def test_progress_counts_the_parts_and_ends_with_putting_them_together(long_one):
    _, summary, steps = long_one
    count = summary.provenance.parts
    assert [str(step) for step in steps] == [
        *(f"part {number} of {count}" for number in range(1, count + 1)),
        f"putting {count} parts together",
    ]


def test_the_command_line_shows_the_parts_as_they_are_asked(command, tmp_path):
    article, out = tmp_path / "report.txt", tmp_path / "summary.json"
    article.write_text(SHORTER.text)
    with ContextServer(context=8192, says="props") as server:
        outcome = command("summarize", article, "--base-url", server.url, "--model", "m", "-o", out)
    assert outcome.code == 0
    count = json.loads(out.read_text())["provenance"]["parts"]
    assert count > 1
    ends = [line.rpartition(": ")[2] for line in outcome.err.splitlines()]
    assert ends == [
        *(f"part {number} of {count}" for number in range(1, count + 1)),
        f"putting {count} parts together",
    ]
    assert command("verify", out, article).code == 0


@pytest.mark.parametrize("says", ["props", "models", "vllm", "ollama"])
def test_a_server_that_names_its_context_is_never_sent_too_much(says):
    refuses = "vllm" if says == "vllm" else "llama.cpp"
    with ContextServer(context=8192, says=says, refuses=refuses) as server:
        summary = summarize(SHORTER.text, server)
    assert server.refused == 0
    assert said(summary) == SHORTER.said


@pytest.mark.parametrize(("refuses", "refused"), [("llama.cpp", 1), ("vllm", 1), ("tersely", 3)])
def test_a_server_that_says_nothing_teaches_by_refusing(refuses, refused):
    with ContextServer(context=8192, refuses=refuses) as server:
        summary = summarize(SHORTER.text, server)
    assert server.refused <= refused
    assert said(summary) == SHORTER.said
    assert set(listed(server.requests).values()) == {1}


def test_what_one_article_taught_the_next_one_heeds():
    with (
        ContextServer(context=8192) as server,
        Summarizer(model="m", base_url=server.url, prompt="summary@2") as made,
    ):
        first, second = made.summarize(SHORTER.text), made.summarize(report(40_000, seed=2).text)
    assert server.refused == 1
    assert [made_in > 1 for made_in in (parts_of(first), parts_of(second))] == [True, True]


def test_a_small_context_takes_many_parts_and_their_abstracts_are_put_together_in_turns():
    with ContextServer(context=4096, says="props") as server:
        summary = summarize(SHORTER.text, server)
    merging = [one for one in server.requests if one["messages"][-1]["content"].startswith("Part 1:")]
    assert server.refused == 0
    assert len(merging) > 1
    assert said(summary) == SHORTER.said


def test_the_context_can_be_said_by_the_user(command, tmp_path, monkeypatch):
    article = tmp_path / "report.txt"
    article.write_text(SHORTER.text)
    with ContextServer(context=8192) as server:
        arguments = ("summarize", article, "--base-url", server.url, "--model", "m", "--format", "json")
        by_option = json.loads(command(*arguments, "--context", 8192).out)
        monkeypatch.setenv("SUMMARIZER_CONTEXT", "8192")
        by_setting = json.loads(command(*arguments).out)
    assert (server.refused, server.questions) == (0, [])
    assert by_option["provenance"]["parts"] == by_setting["provenance"]["parts"] > 1


def test_an_article_of_a_page_is_one_request_and_no_question():
    with ContextServer(context=16_384, says="props") as server:
        summary = summarize(report(3000).text, server)
    assert (len(server.requests), server.questions, summary.provenance.parts) == (1, [], 1)


def test_more_quotations_than_a_draft_can_list_are_asked_for_in_parts_though_the_text_fits():
    crowded = report(30_000, quotation_every=1)
    with ContextServer(context=128_000, says="props") as server:
        summary = summarize(crowded.text, server)
    assert len(crowded.said) > 60
    assert summary.provenance.parts == -(-len(crowded.said) // 60)
    assert said(summary) == crowded.said


def test_an_answer_that_is_cut_off_has_its_part_asked_for_again_in_two():
    with ContextServer(context=16_384, says="props", longest_reply=650) as server:
        summary = summarize(SHORTER.text, server)
    assert said(summary) == SHORTER.said
    assert summary.provenance.attempts == len(server.spent) > summary.provenance.parts + 1
    assert summary.provenance.tokens.output == sum(spent["completion_tokens"] for spent in server.spent)


def test_if_one_part_is_declined_the_article_fails_and_nothing_is_shown(command, tmp_path):
    article, out = tmp_path / "report.txt", tmp_path / "summary.json"
    article.write_text(SHORTER.text)
    with ContextServer(context=8192, says="props", declines=2) as server:
        outcome = command("summarize", article, "--base-url", server.url, "--model", "m", "-o", out)
    assert (outcome.code, outcome.out, out.exists()) == (1, "", False)
    assert "declined" in outcome.err.splitlines()[-1]
    assert len(server.requests) == 2


def test_a_context_that_the_prompt_alone_fills_ends_in_an_error():
    with (
        ContextServer(context=1500, says="props") as server,
        pytest.raises(errors.ContextExceeded, match="context"),
    ):
        summarize(SHORTER.text, server)


def test_a_merging_prompt_summarises_no_article(command, tmp_path):
    article = tmp_path / "report.txt"
    article.write_text("News.")
    outcome = command(
        "summarize", article, "--prompt", "merge", "--base-url", "http://127.0.0.1:9/v1", "--model", "m"
    )
    assert outcome.code == 2
    assert "another prompt" in outcome.err
