"""What `--help` says, read as a person at a terminal reads it."""

import re
import shlex
from typing import Any

import pytest
import typer

from summarizer.cli import app
from summarizer.cli.help import PANELS

ROOT: Any = typer.main.get_command(app)  # whichever click it is made with
NAMES = [(), *((name,) for name in ROOT.commands)]
GROUPS = [(name, group) for name, group in ROOT.commands.items() if hasattr(group, "commands")]
NAMES += [(name, under) for name, group in GROUPS for under in group.commands]


def parse(words):
    """Have the parser read a call to its last word, without making it."""
    command, context = ROOT, None
    while hasattr(command, "commands"):
        name, command, words = command.resolve_command(
            command.context_class(command, parent=context), list(words)
        )
        context = command.context_class(command, parent=context)
    command.make_context(name, words)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("words", NAMES, ids=" ".join)
def test_each_command_shows_examples_that_can_be_copied_and_called(command, monkeypatch, words, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    helped = command(*words, "--help")
    said = helped.out.partition("Example")[2]
    calls = [
        line.partition("summarizer ")[2].split(" || ")[0]
        for line in said.splitlines()
        if "summarizer " in line
    ]
    assert helped.code == 0
    assert calls
    for call in calls:
        named = shlex.split(call)
        assert tuple(named[: len(words)]) == words
        parse(named)


@pytest.mark.parametrize("name", ["", *(name for name, _ in GROUPS)])
def test_a_list_of_commands_says_in_a_line_what_each_does(command, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "80")
    listed = command(*name.split(), "--help").out.partition("show this message and exit.".capitalize())[2]
    assert listed
    assert "..." not in listed


@pytest.mark.parametrize("words", NAMES, ids=" ".join)
def test_options_say_what_they_take_and_not_of_which_type_it_is(command, words):
    shown = command(*words, "--help").out
    assert not re.search(r"^  -.*<(str|int|path|float|list|Decimal|date)", shown, re.MULTILINE)


def test_arguments_that_may_be_given_again_are_marked_so_once(command):
    assert "summarize [OPTIONS] {ARTICLE}..." in command("summarize", "--help").out
    assert "review [OPTIONS] [ID|PATH] [ITEM]" in command("review", "--help").out


def test_commands_stand_in_groups_and_none_is_left_over(command):
    said = command("--help").out
    assert re.findall(r"^(\w.*):$", said, re.MULTILINE)[1:] == [*PANELS]
    assert "  75  stopped, can be resumed" in said


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("summarize --prompt summary@", {"summary@1", "summary@4"}),
        ("summarize --model lo", {"local"}),
        ("plan --model n", {"none"}),
        ("list --prompt sm", {"small", "small@1"}),
        ("show ", set()),
        ("quotes --party Ha", set()),
    ],
)
def test_values_complete_and_without_a_store_nothing_does(capsys, monkeypatch, typed, completed):
    monkeypatch.setenv("_SUMMARIZER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"summarizer {typed}")
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split(" "))))
    with pytest.raises(SystemExit):
        ROOT.main(args=[], prog_name="summarizer")
    offered = set(capsys.readouterr().out.split())
    assert offered >= completed
    assert bool(offered) == bool(completed)
