import io
import json
import resource
import subprocess
import sys
from signal import SIGINT, SIGTERM

import pytest
from conftest import CAIRO, NOWHERE
from misbehaving_server import MisbehavingServer

from summarizer.store import Store

KEY = "sk-SENTINEL-0123456789"


def lines(text):
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no text"),
        (b"\0\1\2\3", "binary"),
        (b"<html><body>News</body></html>", "too little text"),
        ("Zürich".encode("latin-1"), "not UTF-8"),
    ],
)
def test_input_that_is_no_article_is_65_and_one_line(command, tmp_path, content, said):
    path = tmp_path / "in.txt"
    path.write_bytes(content)
    out = tmp_path / "out.json"
    outcome = command("summarize", path, "--base-url", NOWHERE, "--model", "m", "-o", out)
    assert (outcome.code, outcome.out, out.exists()) == (65, "", False)
    assert len(lines(outcome.err)) == 1
    assert said in outcome.err


@pytest.mark.parametrize("name", ["none.txt", "."])
def test_a_missing_file_and_a_folder_are_65(command, tmp_path, name):
    outcome = command("summarize", tmp_path / name, "--base-url", NOWHERE, "--model", "m")
    assert outcome.code == 65
    assert len(lines(outcome.err)) == 1


@pytest.mark.parametrize("prompt", ["nonsense", "summary@99", "../summary"])
def test_an_unknown_prompt_is_2_and_names_the_known_ones_or_the_form(command, prompt):
    outcome = command("summarize", CAIRO, "--prompt", prompt, "--base-url", NOWHERE, "--model", "m")
    assert outcome.code == 2
    assert "summary@" in outcome.err


def test_malformed_front_matter_is_78_and_names_the_file(command, tmp_path):
    (tmp_path / "summary").mkdir()
    (tmp_path / "summary/v7.md").write_text("---\ndescription: [\n---\n# system\n# user\n")
    outcome = command("summarize", CAIRO, "--prompts", tmp_path, "--base-url", NOWHERE, "--model", "m")
    assert outcome.code == 78
    assert "summary/v7.md" in outcome.err
    assert len(lines(outcome.err)) == 1


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("401", 69),
        ("404", 69),
        ("wrong_shape", 1),
        ("two_fences", 1),
        ("html", 69),
        ("refusal", 1),
        ("length", 1),
        ("quota", 75),
        ("redirect", 69),
    ],
)
def test_an_endpoint_that_is_of_no_use_leaves_its_code_one_line_and_nothing_else(
    command, monkeypatch, tmp_path, fault, code
):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    out = tmp_path / "out.json"
    with MisbehavingServer(fault) as server:
        outcome = command("summarize", CAIRO, "--base-url", server.url, "--model", "m", "-o", out)
    assert (outcome.code, outcome.out, list(tmp_path.iterdir())) == (code, "", [])
    assert len(lines(outcome.err)) == 1
    assert KEY not in outcome.err


def test_an_endpoint_that_does_not_answer_is_69(command):
    outcome = command("summarize", CAIRO, "--base-url", NOWHERE, "--model", "m")
    assert outcome.code == 69
    assert len(lines(outcome.err)) == 1


def test_without_any_model_the_embedded_one_is_named_and_how_to_fetch_it(command):
    outcome = command("summarize", CAIRO)
    assert outcome.code == 69
    assert "summarizer models pull" in outcome.err


def test_a_file_that_is_no_model_is_refused(command, tmp_path):
    path = tmp_path / "broken.gguf"
    path.write_bytes(b"GGUX" + bytes(100))
    outcome = command("summarize", CAIRO, "--model", path)
    assert outcome.code == 69
    assert len(lines(outcome.err)) == 1


def test_an_endpoint_that_lists_no_models_has_to_have_one_named(command):
    with MisbehavingServer("ok") as server:
        outcome = command("summarize", CAIRO, "--base-url", server.url)
    assert outcome.code == 2
    assert "--model" in outcome.err


def test_where_no_model_is_named_and_nothing_listens_the_message_says_so(command):
    outcome = command("summarize", CAIRO, "--base-url", NOWHERE)
    assert outcome.code == 69
    assert "is the server running" in outcome.err


def test_of_several_articles_the_good_ones_are_written_and_the_bad_ones_counted(command, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    out = tmp_path / "out.jsonl"
    with MisbehavingServer("ok") as server:
        outcome = command(
            "summarize", empty, CAIRO, CAIRO,
            "--format", "jsonl", "-o", out, "--base-url", server.url, "--model", "m",
        )  # fmt: skip
    assert outcome.code == 1
    assert "1 of 3 articles failed" in outcome.err
    assert [json.loads(line)["headline"]["text"] for line in lines(out.read_text())] == [
        "Talks go on",
        "Talks go on",
    ]


def test_several_summaries_as_json_are_one_array(command):
    with MisbehavingServer("ok") as server:
        outcome = command(
            "summarize", CAIRO, CAIRO, "--format", "json", "--base-url", server.url, "--model", "m"
        )
    assert len(json.loads(outcome.out)) == 2


@pytest.mark.parametrize("out", ["no/such/out.json", "."])
def test_an_output_that_cannot_be_is_refused_before_a_model_is_asked(command, tmp_path, out):
    with MisbehavingServer("ok") as server:
        outcome = command("summarize", CAIRO, "-o", tmp_path / out, "--base-url", server.url, "--model", "m")
    assert (outcome.code, list(tmp_path.iterdir()), server.requests) == (2, [], [])


def test_a_full_disk_leaves_the_old_file_and_no_other(command, tmp_path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    out = tmp_path / "out.json"
    out.write_text("old")
    try:
        with MisbehavingServer("ok") as server:
            outcome = command(
                "summarize", CAIRO, "-o", out, "--no-store", "--base-url", server.url, "--model", "m"
            )
    finally:
        unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (unlimited, unlimited))
    assert (outcome.code, list(tmp_path.iterdir()), out.read_text()) == (75, [out], "old")


def test_marks_are_printed_as_json_with_the_text_of_each_span(command):
    outcome = command("mark", CAIRO, "--format", "json")
    marks = json.loads(outcome.out)
    text = CAIRO.read_text()
    assert set(marks) >= {"article", "sentences", "quotations", "figures"}
    for mark in [*marks["sentences"], *marks["quotations"], *marks["figures"]]:
        assert text[mark["span"]["start"] : mark["span"]["end"]] == mark["text"]
    assert [q["id"] for q in marks["quotations"] if q["form"] == "statement"] == ["q3", "q4", "q6", "q8"]


def test_an_article_comes_from_standard_input_too(command, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'He said: "We are here to stay."')))
    outcome = command("mark", "-", "--format", "json")
    assert [q["text"] for q in json.loads(outcome.out)["quotations"]] == ["We are here to stay."]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema_version": "summary/2"}'])
def test_a_file_that_is_no_summary_cannot_be_verified(command, tmp_path, text):
    path = tmp_path / "summary.json"
    path.write_text(text)
    outcome = command("verify", path, CAIRO)
    assert outcome.code == 65
    assert len(lines(outcome.err)) == 1


def test_prompts_are_listed_shown_and_found_sound(command):
    assert [row["prompt"] for row in json.loads(command("prompts", "list", "--json").out)] == [
        "check@1",
        "merge@1",
        "merge@2",
        "neutral@1",
        "neutral@2",
        "small@1",
        "summary@1",
        "summary@2",
        "summary@3",
        "summary@4",
    ]
    assert command("prompts", "show", "summary@1").out.startswith("---\n")
    assert command("prompts", "check").code == 0


def test_a_changed_released_prompt_fails_the_check(command, tmp_path):
    (tmp_path / "summary").mkdir()
    (tmp_path / "summary/v1.md").write_text(command("prompts", "show", "summary@1").out + "Be kind.\n")
    (tmp_path / "released.toml").write_text('[summary]\nv1 = "0123"\n')
    outcome = command("prompts", "check", "--prompts", tmp_path)
    assert outcome.code == 78
    assert "make v5" in outcome.err


def test_help_and_version_need_no_model_and_no_settings():
    for argument in ("--help", "--version"):
        ran = subprocess.run(
            [sys.executable, "-m", "summarizer", argument], capture_output=True, check=True, text=True
        )
        assert ran.stdout
        assert ran.stderr == ""


def test_a_reader_that_goes_away_is_no_error():
    with subprocess.Popen(
        [sys.executable, "-m", "summarizer", "mark", CAIRO, "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, pipesize=4096,
    ) as ran:  # fmt: skip
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.read(10)
        ran.stdout.close()
        assert ran.stderr.read() == ""


@pytest.mark.parametrize("signal", [SIGINT, SIGTERM])
def test_a_signal_while_the_model_is_silent_ends_with_75_and_one_line(signal):
    with (
        MisbehavingServer("drip") as server,
        subprocess.Popen(
            [sys.executable, "-m", "summarizer", "summarize", CAIRO, "--base-url", server.url, "--model", "m"],
            stderr=subprocess.PIPE, text=True,
        ) as ran,
    ):  # fmt: skip
        assert server.asked.wait(120)
        ran.send_signal(signal)
        _, err = ran.communicate(timeout=120)
    assert ran.returncode == 75
    assert [signal.name in line for line in lines(err)] == [True]


@pytest.fixture
def empty(tmp_path):
    """The URL of a store that holds nothing."""
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    with Store.open(url, create=True):
        return url


def test_a_plan_is_made_for_a_prompt_in_a_file_as_regenerate_takes_one(command, empty, tmp_path):
    draft = tmp_path / "draft.md"
    draft.write_text(command("prompts", "show", "summary@3").out)
    outcome = command("plan", "--prompt", draft, "--base-url", NOWHERE, "--model", "m", "--store", empty)
    assert outcome.code == 0
    assert "Nothing to do" in outcome.out


def test_a_day_that_is_none_is_told_how_to_write_one(command):
    outcome = command("list", "--since", "last week")
    assert outcome.code == 2
    assert outcome.err == "summarizer: error: 'last week' is no day; write it as 2024-11-01\n"


def test_an_empty_list_says_on_stderr_that_there_is_nothing(command, empty):
    assert command("list", "--store", empty).err == "summarizer: the store holds no such summary\n"
    outcome = command("list", "--json", "--store", empty)
    assert (json.loads(outcome.out), outcome.err) == ([], "summarizer: the store holds no such summary\n")


def test_schemas_are_written_into_a_folder_that_is_made_for_them(command, tmp_path):
    outcome = command("schemas", tmp_path / "schemas")
    assert outcome.code == 0
    assert (tmp_path / "schemas/summary.v2.json").is_file()
    assert command("schemas", tmp_path / "none/schemas").code == 2


@pytest.mark.parametrize(
    ("words", "name", "beginning"),
    [
        (["quotes"], "quotes.html", "<!doctype html>"),
        (["quotes"], "quotes.csv", "\ufeffspeakers,text,"),
        (["quotes"], "quotes.json", "["),
        (["quotes"], "quotes.txt", ""),
        (["quotes"], "quotes", "["),
        (["quotes", "--format", "json"], "quotes.html", "["),
        (["export"], "all.html", "<!doctype html>"),
        (["export"], "all.jsonl", ""),
    ],
)
def test_a_file_is_written_as_its_name_ends_unless_a_format_is_given(
    command, empty, tmp_path, words, name, beginning
):
    assert command(*words, "--store", empty, "-o", tmp_path / name).code == 0
    written = (tmp_path / name).read_text(encoding="utf-8").lower()
    assert written.startswith(beginning)


@pytest.mark.parametrize("words", [["quotes"], ["export"], ["summarize", "article.txt", "--model", "none"]])
@pytest.mark.parametrize("ending", [".xyz", ".docs", ".jsn"])
def test_an_ending_of_no_format_is_refused_with_those_there_are(command, empty, tmp_path, words, ending):
    refused = command(*words, "--store", empty, "-o", tmp_path / f"out{ending}")
    assert refused.code == 2
    assert f"no format has the ending {ending}; known are .csv" in refused.err
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_completion_for_a_shell_that_is_named_is_refused(command, option, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert command(option, "bogus").code == 2
    assert not list(tmp_path.iterdir())


def test_a_wrong_choice_is_told_in_plain_words(command):
    refused = command("summarize", "article.txt", "--format", "yaml")
    assert refused.code == 2
    assert "Error: Invalid value for '--format': 'yaml' is not one of 'pretty', 'json'" in refused.err


def test_the_version_has_a_short_option(command):
    assert command("-V").out == command("--version").out
